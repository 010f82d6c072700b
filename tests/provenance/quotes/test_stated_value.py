"""Whether a quote says a claim's value, another one, or none: a table of pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.models import QuoteCheck
from profiles.provenance.quotes.dates_in_prose import dates_in_prose
from profiles.provenance.quotes.figures_in_prose import figures_in
from profiles.provenance.quotes.stated_value import ClaimedValue, states_value
from profiles.values import PartialDate, Quantity
from tests.fuzz import fuzzed

MONEY = [
    ("raised €385 million", "EUR 385000000", "agrees"),
    ("raised €385 million", "EUR 400000000", "disagrees"),
    ("a €385-million round", "EUR 385000000", "agrees"),
    ("raised 385 million", "EUR 385000000", "agrees"),
    ("raised 385 million", "EUR 400000000", "absent"),
    ("€105 million ($113 million)", "USD 113000000", "agrees"),
    ("€105 million", "USD 105000000", "disagrees"),
    ("$1.47B including $830M debt", "USD 830000000", "agrees"),
    ("$1.47B including $830M debt", "USD 900000000", "disagrees"),
    ("Funding: $500+ million", "USD >=500000000", "agrees"),
    ("Funding: $500+ million", "USD 1470000000", "agrees"),
    ("Funding: $500+ million", "USD 400000000", "disagrees"),
    ("about €4bn", "EUR 4014300000", "agrees"),
    ("€4bn", "EUR 4014300000", "disagrees"),
    ("~$4B in total", "~USD 4000000000", "agrees"),
    ("between $20 million and $30 million", "USD 25000000", "agrees"),
    ("between $20 million and $30 million", "USD 35000000", "disagrees"),
    ("from $20 million to over $400 million", "USD >400000000", "agrees"),
    ("on track to surpass $1 billion", "USD >1000000000", "agrees"),
    ("3 billion euros", "EUR 3000000000", "agrees"),
    ("US$1.2 billion", "USD 1200000000", "agrees"),
    ("USD 1,200,000", "USD 1200000", "agrees"),
    ("1 200 000 euros", "EUR 1200000", "agrees"),
    ("£80k–£120k", "GBP 80000..120000", "agrees"),
    ("valued at $2 billion (2024 Series B)", "USD 2000000000", "agrees"),
    ("[some $3.5 billion](https://t.co/2026/06/12)", "USD 3500000000", "agrees"),
    ("an undisclosed amount", "undisclosed", "agrees"),
    ("terms were not disclosed", "undisclosed", "agrees"),
    ("an amount", "undisclosed", "absent"),
    ("hundreds of millions in funding", "USD >=500000000", "absent"),
    ("founded in 2023 with luck", "EUR 2023", "absent"),
]
COUNTS = [
    ("a team of 150+ in Paris", ">=150 people", "agrees"),
    ("a 150-person team", "150 people", "agrees"),
    ("100–250 people", "100..250 people", "agrees"),
    ("100–250 people", "300 people", "disagrees"),
    ("more than 150 people", "150 people", "disagrees"),
    ("nearly 1,000 employees", "~1000 people", "agrees"),
    ("three ex-Meta researchers", "3 people", "agrees"),
    ("two employees", "3 people", "disagrees"),
    ("in 2023, two years on", "3 people", "absent"),
    ("with 7 billion parameters", "7000000000 parameters", "agrees"),
    ("12.9 billion active parameters", "12900000000 parameters", "agrees"),
    ("12.9 billion active parameters", "7000000000 parameters", "disagrees"),
    ("Mistral 7B, its first", "7000000000 parameters", "agrees"),
    ("an 11% stake", "11 percent", "agrees"),
    ("an 11 % stake", "12 percent", "disagrees"),
    ("8 experts", "8 experts", "agrees"),
    ("5–12M users", "5000000..12000000 users", "agrees"),
    ("€5 million", "5 people", "absent"),
]
DATES = [
    ("founded in April 2023", "2023-04", "agrees"),
    ("founded in April 2023", "2023", "agrees"),
    ("Founded: 2023", "2023-04", "agrees"),
    ("founded in April 2023", "2022", "disagrees"),
    ("founded in April 2023", "2023-05", "disagrees"),
    ("on 12 June 2026", "2026-06-12", "agrees"),
    ("on June 12, 2026", "2026-06-13", "disagrees"),
    ("2023-04-28", "2023-04", "agrees"),
    ("news.example/2025/01/16/deal", "2025-01", "agrees"),
    ("mid-2026", "2026-38", "agrees"),
    ("Q3 2024", "2024-08", "agrees"),
    ("late 2023", "2023-03", "disagrees"),
    ("by 2026 or 2027", "2026/2027", "agrees"),
    ("between 2023 and 2025", "2024", "agrees"),
    ("June 2023 to July 2024", "2024-01", "agrees"),
    ("the 1990s", "1995", "agrees"),
    ("le 11 décembre 2023", "2023-12-11", "agrees"),
    ("le 11 décembre 2023", "2023-12-12", "disagrees"),
    ("am 4. Juli 2026", "2026-07-05", "disagrees"),
    ("founded before 2010", "../2009", "agrees"),
    ("founded before 2010", "../2008", "disagrees"),
    ("its chief since the end of 2022", "2022-09/..", "agrees"),
    ("its chief since 2019", "2024", "disagrees"),
    ("in early July", "2026-07", "agrees"),
    ("in early July", "2026-08", "absent"),
    ("may be raised", "2026-05", "absent"),
    ("raised $2000 in total", "2000", "absent"),
    ("Six months later", "2023-12", "absent"),
    ("June 2023, a month after it was founded", "2023-05", "absent"),
]
TEXTS = [
    ("Mistral AI is a Paris-based", "Mistral AI", "agrees"),
    ("MISTRAL\u00a0AI", "Mistral AI", "agrees"),
    ("Arthur Mensch (CEO)", "Arthur Mensch", "agrees"),
    ("Mensch", "Arthur Mensch", "absent"),
    ("Metadata", "Meta", "absent"),
    ("see mistral.ai for", "https://mistral.ai/", "agrees"),
]


@pytest.mark.parametrize(("quote", "value", "outcome"), MONEY + COUNTS)
def test_figures(quote, value, outcome):
    assert states_value(quote, ClaimedValue(Quantity(value))) == outcome


@pytest.mark.parametrize(("quote", "value", "outcome"), DATES)
def test_dates(quote, value, outcome):
    assert states_value(quote, ClaimedValue(PartialDate(value))) == outcome


@pytest.mark.parametrize(("quote", "value", "outcome"), TEXTS)
def test_names(quote, value, outcome):
    assert states_value(quote, ClaimedValue(value)) == outcome


def test_the_table_has_every_outcome_for_figures_and_dates():
    for table in (MONEY, COUNTS, DATES):
        assert {outcome for *_, outcome in table} == set(QuoteCheck.Says.values)
    assert len(MONEY + COUNTS + DATES + TEXTS) >= 60


@pytest.mark.parametrize(
    ("quote", "value", "words", "outcome"),
    [
        ("Six months later, it closed", PartialDate("2023-12"), "Six months later", "agrees"),
        ("Six months later, it closed", PartialDate("2023-12"), "A year later", "absent"),
        ("raised €385 million", Quantity("EUR 400000000"), "€385 million", "disagrees"),
        ("founded in 2022", PartialDate("2023"), "founded in 2022", "disagrees"),
        ("in a mix of equity and debt", "mixed", "Equity and debt", "agrees"),
        ("in a mix of debt", "mixed", "Equity and debt", "absent"),
    ],
)
def test_the_words_as_printed_decide_only_where_nothing_can_be_compared(
    quote, value, words, outcome
):
    assert states_value(quote, ClaimedValue(value, (words,))) == outcome


def test_a_range_is_read_whole_and_by_its_ends():
    assert list(figures_in("from $20 million to $30 million")) == [
        "USD 20000000..30000000", "USD 20000000", "USD 30000000"
    ]  # fmt: skip


PIECES = ["million ", "between ", "over ", " to ", "June ", "2023", "two ", "Q3 ", " people"]


@fuzzed(200)
@given(
    st.lists(
        st.sampled_from("0123456789.,+-–~€$£%kmMB ()/'") | st.sampled_from(PIECES) | st.text(),
        max_size=40,
    ).map("".join)
)
def test_no_quote_breaks_the_reading(quote):
    for figure in figures_in(quote, "users"):
        assert Quantity(figure) == figure
    for date in dates_in_prose(quote).dates:
        assert PartialDate(date) == date
    assert dates_in_prose(quote).months <= set(range(1, 13))
    for value in (Quantity("EUR 385000000"), PartialDate("2023-04"), "Mistral AI"):
        states_value(quote, ClaimedValue(value, ("€385 million",)))


@pytest.mark.parametrize(
    "piece", ["1,", "1 ", "$1-", "over ", "2023-", "about about ", "Q3 ", "a "]
)
def test_a_long_quote_is_read_quickly(piece):
    states_value((piece * 1000)[:1000], ClaimedValue(Quantity("EUR 1")))
    states_value((piece * 1000)[:1000], ClaimedValue(PartialDate("2023")))
