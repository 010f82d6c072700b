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
    # other languages' scales, separators and names
    ("hat 1,5 Mrd. Euro eingesammelt", "EUR 1500000000", "agrees"),
    ("hat 1.117 Mio. Euro eingesammelt", "EUR 1117000000", "agrees"),
    ("a levé 1,7 milliard d’euros", "EUR 1700000000", "agrees"),
    ("ha raccolto 1,7 miliardi di euro", "EUR 1700000000", "agrees"),
    ("1.117 millones de euros", "EUR 1117000000", "agrees"),
    ("R$20 milhões", "BRL 20000000", "agrees"),
    ("R$20 milhões", "BRL 20", "disagrees"),
    ("1.117.000.000 €", "EUR 1117000000", "agrees"),
    ("raised 1,2 million euros", "EUR 1200000", "agrees"),
    ("15 T€ Umsatz", "EUR 15000", "agrees"),
    ("15 T€ in sales", "EUR 15000", "unread"),
    ("15 TEUR", "EUR 15000", "agrees"),
    ("₹12.5 crore", "INR 12.5", "disagrees"),
    ("₹2 lakh crore", "INR 2", "disagrees"),
    ("Rs 12.5 crore", "INR 125000000", "unread"),
    ("¥10億を調達", "JPY 10", "disagrees"),
    ("¥10億", "JPY 1000000000", "unread"),
    ("$5MM round", "USD 5000000", "agrees"),
    ("$2 t", "USD 2000000000000", "agrees"),
    ("$−5M loss", "USD -5000000", "agrees"),
    ("€1½ million", "EUR 1500000", "agrees"),
    # number words
    ("raised half a billion dollars", "USD 500000000", "agrees"),
    ("raised one hundred million euros", "EUR 100000000", "agrees"),
    ("raised twenty-one million dollars", "USD 1000000", "disagrees"),
    ("raised two and a half billion dollars", "USD 2500000000", "agrees"),
    # another currency than it seems
    ("Can$20m", "USD 20000000", "disagrees"),
    ("20 million Hong Kong dollars", "USD 20000000", "disagrees"),
    ("20 million Jamaican dollars", "USD 20000000", "unread"),
    ("20 million francs", "CHF 20000000", "unread"),
    ("raised $20 million Canadian", "USD 20000000", "unread"),
    ("raised $20m (Canadian)", "USD 20000000", "unread"),
    ("raised $20m Singapore dollars", "USD 20000000", "unread"),
    ("XY$20m", "USD 20000000", "unread"),
    # what stands before or behind it makes it another figure
    ("less than $5M", "USD 5000000", "absent"),
    ("not $5M", "USD 5000000", "unread"),
    ("rather than $5M", "USD 5000000", "unread"),
    ("$5M per year", "USD 5000000", "unread"),
    ("$5M/year", "USD 5000000", "unread"),
    ("a third of $5M", "USD 5000000", "unread"),
    ("$5M, not $6M", "USD 5000000", "agrees"),
    ("$5M, not $6M", "USD 6000000", "unread"),
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
    ("1.117 Mitarbeiter", "1117 people", "agrees"),
    ("12.000 employees", "12000 people", "agrees"),
    ("twenty-five employees", "25 people", "agrees"),
    ("twenty-five employees", "20 people", "disagrees"),
    ("twenty-five employees", "5 people", "disagrees"),
    ("two hundred employees", "200 people", "agrees"),
    ("two hundred employees", "2 people", "disagrees"),
    ("a hundred employees", "100 people", "agrees"),
    ("fewer than 50 employees", "50 people", "absent"),
    ("some thirty-five engineers and 12 designers", "5 people", "absent"),
    ("hundreds of offices, 12 of them in Paris", "8 offices", "absent"),
    ("12 offices", "12 people", "absent"),
    ("0.5 of them", "12 people", "absent"),
    ("12 prizes", "12 people", "unread"),
    ("5–12M users", "5 users", "disagrees"),
    ("the 8x7B model", "7000000000 parameters", "unread"),
    ("its 50th employee", "50 people", "unread"),
    ("11,5 %", "11.5 percent", "agrees"),
    ("11 percentage points", "11 percent", "unread"),
    ("owns 11 of them", "11 percent", "absent"),
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
    ("founded before 2010", "../2008", "absent"),
    ("its chief since the end of 2022", "2022-09/..", "agrees"),
    ("its chief since 2019", "2024", "absent"),
    ("in early July", "2026-07", "agrees"),
    ("in early July", "2026-08", "absent"),
    ("may be raised", "2026-05", "absent"),
    ("raised $2000 in total", "2000", "absent"),
    ("Six months later", "2023-12", "absent"),
    ("June 2023, a month after it was founded", "2023-05", "absent"),
    # Words of time beside a year make another date of it, or are not read.
    ("diciembre de 2023", "2023-12", "agrees"),
    ("diciembre de 2023", "2023-05", "disagrees"),
    ("Dezember 2023", "2023-05", "disagrees"),
    ("am 11. Dezember 2023", "2023-05-03", "disagrees"),
    ("2023年12月11日", "2023-12-11", "agrees"),
    ("2023年12月11日", "2023-05-03", "disagrees"),
    ("in Q3/2024", "2024-11", "disagrees"),
    ("in 3Q24", "2024-35", "agrees"),
    ("in the first half of 2025", "2025-11", "disagrees"),
    ("first quarter of 2023", "2023-02", "agrees"),
    ("first quarter of 2023", "2023-11", "disagrees"),
    ("last quarter of 2023", "2023-02", "disagrees"),
    ("at the end of 2022", "2022-02", "disagrees"),
    ("winter 2022-23", "2023-01", "agrees"),
    ("31-Dec-2023", "2023-12-31", "agrees"),
    ("31-Dec-2023", "2023-05-01", "disagrees"),
    ("in Apr-23", "2023-04", "agrees"),
    ("on Dec 11", "2023-12-11", "agrees"),
    ("on Dec 11", "2023-12-12", "absent"),
    ("in 1850", "1850", "agrees"),
    ("in 1850", "1923", "disagrees"),
    ("founded in 1799", "1850", "disagrees"),
    ("not in 2023", "2023", "unread"),
    ("the iPhone 2023 sold well", "2023", "unread"),
    ("some 2024 units in March", "2024", "unread"),
    ("im 3. Quartal des Geschäftsjahres 2023", "2023", "unread"),
    # What may mean two things agrees with neither, unless it is just what was claimed.
    ("on 05/06/2023", "2023-06-05", "agrees"),
    ("on 05/06/2023", "2023-06", "unread"),
    ("on 05/06/2023", "2023-11-30", "disagrees"),
    ("11.12.2023", "2023-12-11", "agrees"),
    ("11.12.2023", "2022-01-01", "disagrees"),
    ("in FY2024", "2024", "agrees"),
    ("in FY2024", "2023-12", "unread"),
    ("Q4 of fiscal 2023", "2023-11", "unread"),
    ("in 2023-24", "2023/2024", "agrees"),
    ("in 2023-24", "2021", "disagrees"),
    # What lies before or after a date neither gives one nor excludes it.
    ("before 2010", "2008", "absent"),
    ("before 2010", "2012", "disagrees"),
    ("by 2030", "2028", "absent"),
    ("since 2019", "2021", "absent"),
    ("since 2019", "2017", "disagrees"),
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
    assert list(figures_in("from $20 million to $30 million").read) == [
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
    for figure in figures_in(quote, "users").read:
        assert Quantity(figure) == figure
    for date in dates_in_prose(quote).dates:
        assert PartialDate(date) == date
    assert {month for month, _ in dates_in_prose(quote).months} <= set(range(1, 13))
    for value in (Quantity("EUR 385000000"), PartialDate("2023-04"), "Mistral AI"):
        states_value(quote, ClaimedValue(value, ("€385 million",)))


@pytest.mark.parametrize(
    "piece", ["1,", "1 ", "$1-", "over ", "2023-", "about about ", "Q3 ", "a "]
)
def test_a_long_quote_is_read_quickly(piece):
    states_value((piece * 1000)[:1000], ClaimedValue(Quantity("EUR 1")))
    states_value((piece * 1000)[:1000], ClaimedValue(PartialDate("2023")))
