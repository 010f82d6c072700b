"""Rounds that extend others, worths that are implied, amounts that nobody discloses."""

import pytest

from profiles.renderings import FORMATS
from profiles.renderings.parts.funding import latest_valuation
from profiles.renderings.parts.funding_chart import funding_chart
from tests.documents import ACME, a_choice, a_date, a_document, a_fact, a_record, an_amount
from tests.renderings.sections import part, section, shown

UNDISCLOSED = "undisclosed"


def test_an_extension_leads_to_the_round_it_adds_to():
    assert "Extends | Series A" in section("funding")
    assert part("funding").links["#round-series-a"] == "Series A"
    assert "- **Extends**: Series A" in shown("md")


def test_an_implied_worth_says_so_behind_its_amount():
    assert "(implied, unchanged)" in section("funding")
    assert "not disclosed[17] (implied, unchanged)" in shown("txt")


def test_an_investor_has_amount_stake_and_standing():
    assert "€1.3B, 11%, largest shareholder" in section("funding")


def test_investors_stand_in_the_order_of_what_they_did():
    text = section("funding").split("Series C")[1].split("Extension")[0]
    parts = ["Lead:", "Strategic investor:", "Participant:", "Existing investor:"]
    assert sorted(parts, key=text.index) == parts


@pytest.mark.parametrize("name", FORMATS)
def test_amounts_that_are_not_disclosed_break_nothing(name):
    said = {"company": ACME}
    records = [
        a_record("round", "r", a_date("date", "2024"), an_amount("amount", UNDISCLOSED), **said),
        a_record(
            "valuation", "v", an_amount("amount", UNDISCLOSED), a_date("date", "2024"), **said
        ),
        a_record("investment", "i", an_amount("amount", UNDISCLOSED), round=("round/r", "R")),
        a_record("metric", "m", an_amount("value", UNDISCLOSED), **said),
    ]
    text = shown(name, a_document(*records, company=(an_amount("total_funding", UNDISCLOSED),)))
    if name in ("html", "md", "txt"):
        assert "not disclosed" in text


def test_what_nobody_discloses_is_neither_drawn_nor_the_latest_worth():
    values = [
        a_record("valuation", f"v{n}", an_amount("amount", UNDISCLOSED), a_date("date", f"202{n}"))
        for n in range(4)
    ]
    assert funding_chart(a_document(*values)) is None
    assert latest_valuation(a_document(*values)) is None


def test_another_name_of_a_round_stands_with_it():
    name = a_record(
        "name",
        "n",
        a_fact("name", "Series Zero", "report"),
        a_choice("use", "alias", "Also known as", cited_with="name"),
        subject=("round/r", "R"),
    )
    document = a_document(a_record("round", "r", a_fact("label", "Seed", "report")), name)
    assert "Also known as | Series Zero" in section("funding", document)
