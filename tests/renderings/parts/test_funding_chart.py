"""The drawing: one currency, nothing clipped, and a title that states the message."""

from itertools import pairwise

import pytest

from profiles.renderings.parts.funding_chart import HEIGHT, LEFT, RIGHT, funding_chart
from tests.documents import ACME, a_date, a_document, a_fact, a_record, an_amount
from tests.rich_document import a_rich_document


def a_valuation(date, amount, converted="", **claim):
    facts = [an_amount("amount", amount, "report", **claim), a_date("date", date, "report")]
    if converted:
        facts.append(an_amount("amount_converted", converted, "report"))
    return a_record("valuation", f"at-{date}", *facts, company=ACME)


def a_round(date, amount):
    facts = [a_fact("label", date, "report"), a_date("date", date, "report")]
    return a_record("round", date, *facts, an_amount("amount", amount, "report"), company=ACME)


def test_the_title_states_the_message():
    chart = funding_chart(a_rich_document())
    assert chart.message == "Valuation rose from $60M (June 2016) to $13.8B (September 2025)"
    assert "In USD" in chart.remark


def test_a_fall_is_called_a_fall():
    values = [a_valuation(str(2020 + n), f"USD {9 - n}000000") for n in range(3)]
    assert "fell from $9M (2020) to $7M (2022)" in funding_chart(a_document(*values)).message


def test_currencies_are_never_mixed():
    values = [
        a_valuation("2020", "USD 5"),
        a_valuation("2021", "EUR 5"),
        a_valuation("2022", "USD 9"),
    ]
    assert funding_chart(a_document(*values)) is None


def test_what_has_no_figure_in_the_currency_is_left_out_and_said():
    values = [a_valuation(str(year), f"USD {year}000") for year in (2020, 2021, 2022)]
    chart = funding_chart(a_document(*values, a_valuation("2023", "EUR 5")))
    assert len(chart.points) == 3
    assert "1 valuation has no figure in USD" in chart.remark


def test_rumours_are_not_drawn():
    values = [a_valuation(str(2020 + n), "USD 5000000") for n in range(2)]
    rumour = a_valuation("2025", "USD 9000000", status="rumoured")
    assert funding_chart(a_document(*values, rumour)) is None
    assert funding_chart(a_document(*values, a_valuation("2025", "USD 9000000"))) is not None


def test_without_valuations_the_amounts_of_rounds_are_drawn():
    rounds = [a_round(str(2020 + n), f"EUR {n + 1}000000") for n in range(3)]
    chart = funding_chart(a_document(*rounds))
    assert chart.message == "The largest of 3 rounds raised €3M (2022)"
    assert not chart.joined


@pytest.mark.parametrize("largest", [1, 7, 13_800, 15_000, 99_999, 250_000, 10**12])
def test_nothing_is_drawn_outside_of_the_drawing(largest):
    values = [a_valuation(str(2018 + n), f"USD {largest * (n + 1)}") for n in range(4)]
    chart = funding_chart(a_document(*values))
    for point in (*chart.points, *chart.levels, *chart.years):
        assert LEFT <= point.x <= RIGHT
        assert 20 <= point.y <= HEIGHT - 10
    assert chart.points[-1].align == "end"


def test_labels_do_not_cover_each_other():
    values = [a_valuation(f"2020-{month:02}", "USD 5000000") for month in range(1, 13)]
    told = [point for point in funding_chart(a_document(*values)).points if point.words]
    gaps = [after.x - before.x for before, after in pairwise(told)]
    assert all(gap > 60 for gap in gaps)
    assert told[-1].x > RIGHT - 60
