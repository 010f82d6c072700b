"""The sum of the rounds beside the stated total: computed, said so, and compared."""

import pytest

from profiles.renderings.parts.totals import total_raised
from tests.documents import ACME, a_document, a_fact, a_record, an_amount
from tests.renderings.sections import section, shown


def a_round(key, amount, converted="", **claim):
    facts = [a_fact("label", key, "report", **claim)]
    if amount:
        facts.append(an_amount("amount", amount, "report"))
    if converted:
        facts.append(an_amount("amount_converted", converted, "report"))
    return a_record("round", key, *facts, company=ACME)


def a_profile(*rounds, stated=""):
    facts = (an_amount("total_funding", stated, "report", label="Total funding"),) if stated else ()
    return a_document(*rounds, company=facts)


def the_sum(*rounds, stated=""):
    total = total_raised(a_profile(*rounds, stated=stated))
    return str(total.amount) if total else None


USD = [a_round("A", "USD 10000000"), a_round("B", "USD 5000000")]


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_every_format_has_it_and_says_who_computed_it(name):
    text = section("funding") if name == "html" else " ".join(shown(name).split())
    assert "Footnote’s sum" in text
    assert "$3,916,300,000 from 6 rounds" in text
    assert "do not agree" in text


def test_native_amounts_and_printed_conversions_are_added_and_nothing_is_converted():
    assert the_sum(*USD, a_round("C", "EUR 7000000", "USD 8000000")) == "USD 23000000"
    assert the_sum(*USD, a_round("C", "EUR 7000000")) == "USD 15000000"


def test_what_is_not_in_it_is_named_with_the_reason():
    rounds = [
        *USD,
        a_round("Euro", "EUR 7000000"),
        a_round("Silent", "undisclosed"),
        a_round("Blank", ""),
        a_round("Talk", "USD 90000000", status="rumoured"),
    ]
    text = section("funding", a_profile(*rounds))
    assert "$15M from 2 rounds" in text
    assert (
        "not in it: Euro (no figure in USD), Silent (not disclosed), Blank (not disclosed), "
        "Talk (rumoured)"
    ) in text


def test_the_stated_total_stands_beside_it_with_its_footnote():
    text = section("funding", a_profile(*USD, stated="USD 15000000"))
    assert "stated total: $15M" in text


@pytest.mark.parametrize(
    ("stated", "warned"),
    [
        ("USD 15000000", False),
        ("~USD 15300000", False),
        ("USD >=14000000", False),
        ("USD 9000000", True),
        ("USD 20000000", True),
        ("EUR 9000000", False),
    ],
)
def test_a_warning_where_both_cannot_be_true(stated, warned):
    text = section("funding", a_profile(*USD, stated=stated))
    assert ("do not agree" in text) == warned


def test_more_may_have_been_raised_than_the_rounds_with_a_figure():
    silent = a_round("Silent", "undisclosed")
    more = a_profile(*USD, silent, stated="USD 20000000")
    less = a_profile(*USD, silent, stated="USD 9000000")
    assert "do not agree" not in section("funding", more)
    assert "do not agree" in section("funding", less)


def test_bounds_and_hedges_stay_bounds_and_hedges():
    assert the_sum(*USD, a_round("C", "USD >=5000000")) == "USD >=20000000"
    assert the_sum(*USD, a_round("C", "USD 1000000..5000000")) == "USD 16000000..20000000"
    assert the_sum(*USD, a_round("C", "~USD 5000000")) == "~USD 20000000"


def test_it_is_in_the_currency_of_the_stated_total_if_any_round_is():
    euros = [a_round("A", "EUR 1000000", "USD 2000000"), a_round("B", "EUR 3000000", "USD 4000000")]
    assert the_sum(*euros, stated="EUR 4000000") == "EUR 4000000"
    assert the_sum(*euros, stated="GBP 4000000") == "USD 6000000"


@pytest.mark.parametrize("rounds", [[], USD[:1], [a_round("A", "undisclosed")]])
def test_fewer_than_two_figures_are_no_sum(rounds):
    assert the_sum(*rounds) is None
    assert "sum" not in section("funding", a_profile(*rounds))
