"""Quantities: what editors write, what is kept, what is shown."""

import copy
import json
import pickle
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from profiles.values.errors import UnreadableValue
from profiles.values.quantities import Quantity
from tests.fuzz import fuzzed

CANONICAL = [
    "EUR 385000000",
    "USD >=500000000",
    "USD >400000000",
    "USD <=1",
    "USD <1",
    "~USD 4000000000",
    "USD 12000000000..14000000000",
    "XXX 5000000",
    "100..250 people",
    ">=150 people",
    "11 percent",
    "-5..3 percent",
    "~13000000000 parameters",
    "0.5 percent",
    "8",
    "8 board seats",
]

MONEY = [
    ("$500+ million", "USD >=500000000"),
    ("$500 million+", "USD >=500000000"),
    ("$500M or more", "USD >=500000000"),
    ("€385M", "EUR 385000000"),
    ("EUR 385m", "EUR 385000000"),
    ("eur 385m", "EUR 385000000"),
    ("385 million euros", "EUR 385000000"),
    ("385 M€", "EUR 385000000"),
    ("€11.7bn", "EUR 11700000000"),
    ("$1.47B", "USD 1470000000"),
    ("US$ 16.3 million", "USD 16300000"),
    ("£3k", "GBP 3000"),
    ("CHF 3 million", "CHF 3000000"),
    ("$4 trillion", "USD 4000000000000"),
    ("$4,014.3M", "USD 4014300000"),
    ("5,000,000.25 USD", "USD 5000000.25"),
    ("-$3M", "USD -3000000"),
    ("$-3M", "USD -3000000"),
    ("~$415M", "~USD 415000000"),
    *((f"{about} $4 billion", "~USD 4000000000") for about in ("about", "around", "roughly")),
    *((f"{about} $4bn", "~USD 4000000000") for about in ("approximately", "some", "nearly")),
    *((f"{about} $4B", "~USD 4000000000") for about in ("close to", "c.", "circa", "≈")),
    *((f"{over} $400 million", "USD >400000000") for over in ("above", "Over", "more than", ">")),
    ("at least $1B", "USD >=1000000000"),
    ("≥ $1B", "USD >=1000000000"),
    ("up to $1B", "USD <=1000000000"),
    ("at most $1B", "USD <=1000000000"),
    ("less than $1B", "USD <1000000000"),
    ("under $1B", "USD <1000000000"),
    ("about $500M+", "~USD >=500000000"),
    ("$12 billion to $14 billion", "USD 12000000000..14000000000"),
    ("$12–14 billion", "USD 12000000000..14000000000"),
    ("$12 billion-$14 billion", "USD 12000000000..14000000000"),
    ("between $12 and $14 billion", "USD 12000000000..14000000000"),
    ("12 to 14 billion dollars", "USD 12000000000..14000000000"),
    ("about $12–14bn", "~USD 12000000000..14000000000"),
    ("$500,000 to $1 million", "USD 500000..1000000"),
]

OTHERS = [
    ("100-250", "", "100..250"),
    ("100–250 people", "", "100..250 people"),
    ("between 100 and 250", "people", "100..250 people"),
    ("from 100 to 250", "people", "100..250 people"),
    ("100-100", "people", "100 people"),
    ("150+", "people", ">=150 people"),
    ("150+ people", "", ">=150 people"),
    ("150 or more", "people", ">=150 people"),
    ("150 employees", "people", "150 people"),
    ("1 person", "", "1 people"),
    ("1,200,000", "people", "1200000 people"),
    ("1\u00a0200\u00a0000", "people", "1200000 people"),
    ("1'200'000", "people", "1200000 people"),
    ("11%", "", "11 percent"),
    ("11", "percent", "11 percent"),
    ("−5 to 3 %", "", "-5..3 percent"),
    ("7.125", "percent", "7.125 percent"),
    ("12.9 billion parameters", "", "12900000000 parameters"),
    ("7B", "parameters", "7000000000 parameters"),
    ("385 million", "EUR", "EUR 385000000"),
    ("8", "", "8"),
    ("007.50", "", "7.5"),
    ("-0", "", "0"),
    # spreadsheet cells
    (8, "", "8"),
    (150, "people", "150 people"),
    (150.0, "people", "150 people"),
    (0.1 + 0.2, "percent", "0.3 percent"),
    (1 / 3, "percent", "0.333333333 percent"),
    (Decimal("1.50E+3"), "people", "1500 people"),
    (Decimal("-0.00"), "", "0"),
]

REFUSED = [
    ("many", "people", "150, 100–250 or 150+"),
    ("soon", "money", "EUR 385000000, $500+ million or about €4bn"),
    ("385 million", "money", "EUR 385000000, $500+ million or about €4bn"),
    ("385000000", "money", "EUR 385000000, $500+ million or about €4bn"),
    ("8 people", "money", "EUR 385000000, $500+ million or about €4bn"),
    ("100 people", "parameters", "7B or 12.9 billion"),
    ("$8", "people", "150, 100–250 or 150+"),
    ("ABC 5", "money", "EUR 385000000, $500+ million or about €4bn"),
    ("all 8", "money", "EUR 385000000, $500+ million or about €4bn"),
    ("USD 3 per share", "money", "EUR 385000000, $500+ million or about €4bn"),
    ("$5 to €6", "money", "EUR 385000000, $500+ million or about €4bn"),
    ("$5 €", "money", "EUR 385000000, $500+ million or about €4bn"),
    ("250-100", "people", "150, 100–250 or 150+"),
    ("up to 100-200", "people", "150, 100–250 or 150+"),
    ("at least 100+", "people", "150, 100–250 or 150+"),
    ("100 to 250 to 300", "people", "150, 100–250 or 150+"),
    ("eleventh", "percent", "11% or 5–10%"),
    ("big", "parameters", "7B or 12.9 billion"),
    ("1e9", "", "8, 100–250 or 12.9 billion"),
    ("2023-04-05", "", "8, 100–250 or 12.9 billion"),
    ("٣", "", "8, 100–250 or 12.9 billion"),
    ("8" * 200, "", "8, 100–250 or 12.9 billion"),
    ("8" * 30, "", "8, 100–250 or 12.9 billion"),
    ("none", "seats", "8 seats"),
    ("none", "EUR", "EUR 385000000 or 385 million"),
    (10**30, "", "8, 100–250 or 12.9 billion"),
    (float("nan"), "", "8, 100–250 or 12.9 billion"),
    (float("inf"), "", "8, 100–250 or 12.9 billion"),
    (Decimal("1E+99999"), "", "8, 100–250 or 12.9 billion"),
    (Decimal("1E-99999"), "", "8, 100–250 or 12.9 billion"),
    (True, "", "8, 100–250 or 12.9 billion"),
    (object(), "", "8, 100–250 or 12.9 billion"),
]


@pytest.mark.parametrize("text", CANONICAL)
def test_canonical_text_reads_as_itself(text):
    assert Quantity(text) == Quantity.read(text) == text


@pytest.mark.parametrize(("written", "canonical"), MONEY)
def test_reads_money(written, canonical):
    assert Quantity.read(written, "money") == canonical


@pytest.mark.parametrize(("written", "unit", "canonical"), OTHERS)
def test_reads_other_quantities(written, unit, canonical):
    assert Quantity.read(written, unit) == canonical


@pytest.mark.parametrize(("written", "unit", "example"), REFUSED)
def test_refuses_with_an_example_that_fits_the_unit(written, unit, example):
    with pytest.raises(UnreadableValue) as refusal:
        Quantity.read(written, unit)
    assert refusal.value.example == example
    assert str(refusal.value).startswith("Cannot read “")
    assert str(refusal.value).endswith(f"Write for example {example}.")


@pytest.mark.parametrize("nothing", ["", "  ", "\u00a0", None])
def test_refuses_nothing(nothing):
    with pytest.raises(UnreadableValue, match="Nothing to read as a number of people"):
        Quantity.read(nothing, "people")


@pytest.mark.parametrize(
    ("written", "unit", "sentence"),
    [
        ("1,234,56", "", "what do its separators mean? Write for example 1234.56."),
        ("1,234,56", "percent", "what do its separators mean? Write for example 1234.56."),
        ("1.250", "people", "is the point a decimal point? Write for example 1250."),
        ("¥500 million", "money", "is it yen or yuan? Write for example JPY 500 million."),
        ("385 million", "money", "it names no currency. Write for example EUR 385000000"),
        ("250-100", "people", "the first number is above the second."),
    ],
)
def test_never_guesses(written, unit, sentence):
    with pytest.raises(UnreadableValue) as refusal:
        Quantity.read(written, unit)
    assert sentence in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "€385M",
            "385000000 EUR",
            "EUR 385,000,000",
            "EUR 1.50",
            "EUR 01",
            "USD ~5",
            "~ USD 5",
        ),
        *(
            "ABC 5",
            "EUR 5 people",
            "5 million",
            "5 eur",
            "5 People",
            "5 %",
            "5..5",
            "6..5",
            "5..",
            "-0",
        ),
        *("5 or more", "5 employees", "1e9", "USD >= 5", "EUR  5", "5 people\n", "5 to people"),
    ],
)
def test_the_constructor_takes_canonical_text_only(text):
    with pytest.raises(UnreadableValue):
        Quantity(text)


def test_trusted_text_is_not_parsed_until_asked():
    value = Quantity.trusted("nonsense")
    assert value == "nonsense"
    with pytest.raises(UnreadableValue):
        _ = value.unit


@pytest.mark.parametrize(
    ("text", "low", "high", "open_ends", "midpoint"),
    [
        ("EUR 385000000", 385000000, 385000000, (False, False), 385000000),
        ("USD >=5", 5, None, (False, False), 5),
        ("USD >5", 5, None, (True, False), 5),
        ("USD <=5", None, 5, (False, False), 5),
        ("USD <5", None, 5, (False, True), 5),
        ("100..250 people", 100, 250, (False, False), 175),
        ("-5..3 percent", -5, 3, (False, False), -1),
    ],
)
def test_bounds(text, low, high, open_ends, midpoint):
    value = Quantity(text)
    assert (value.low, value.high) == (low, high)
    assert (value.low_open, value.high_open) == open_ends
    assert value.midpoint == midpoint
    assert isinstance(value.midpoint, Decimal)


@pytest.mark.parametrize(
    ("text", "unit", "is_money", "approximate", "exact"),
    [
        ("EUR 385000000", "EUR", True, False, True),
        ("~USD 5", "USD", True, True, False),
        ("USD >=5", "USD", True, False, False),
        ("100..250 people", "people", False, False, False),
        ("11 percent", "percent", False, False, True),
        ("8", "", False, False, True),
    ],
)
def test_unit_and_exactness(text, unit, is_money, approximate, exact):
    value = Quantity(text)
    assert value.unit == unit
    assert value.is_money is is_money
    assert value.approximate is approximate
    assert value.exact is exact
    assert value.data_value == text


def test_money_is_decimal_to_the_last_digit():
    assert Quantity.read("$0.1").midpoint + Quantity.read("$0.2").midpoint == Decimal("0.3")
    assert Quantity.read("$123456789012.345678 million") == "USD 123456789012345678"


SHOWN = [
    ("EUR 385000000", "en", "€385M"),
    ("EUR 385000000", "de", "385\u00a0Mio.\u00a0€"),
    ("EUR 385000000", "fr", "385\u00a0M\u00a0€"),
    ("USD >=500000000", "en", "$500M+"),
    ("USD >400000000", "en", "over $400M"),
    ("USD <=400000000", "en", "at most $400M"),
    ("USD <400000000", "en", "under $400M"),
    ("~USD 4000000000", "en", "about $4B"),
    ("USD 12000000000..14000000000", "en", "$12B–$14B"),
    ("USD 500000..1000000", "en", "$500,000–$1,000,000"),
    ("5..12000000 people", "en", "5–12,000,000 people"),
    ("USD 1470000000", "en", "$1.47B"),
    ("USD 1470000000", "de", "1,47\u00a0Mrd.\u00a0$"),
    ("EUR 11700000000", "en", "€11.7B"),
    ("USD 16300000", "en", "$16.3M"),
    ("USD 23150000000", "en", "$23.15B"),
    ("USD 4014300000", "en", "$4,014,300,000"),
    ("USD 999999999", "en", "$999,999,999"),
    ("GBP 3000", "en", "£3,000"),
    ("GBP 3000.5", "en", "£3,000.50"),
    ("USD 0.000000001", "en", "$0.000000001"),
    ("USD -3000000", "en", "-$3M"),
    ("CHF 3000000", "en", "CHF\u00a03M"),
    ("CHF 3000", "en", "CHF\u00a03,000"),
    ("XXX 5000000", "en", "5M (currency unknown)"),
    ("100..250 people", "en", "100–250 people"),
    (">=150 people", "en", "150+ people"),
    ("<=1200 people", "en", "at most 1,200 people"),
    ("<1200 people", "de", "under 1.200 people"),
    ("1 people", "en", "1 person"),
    ("11 percent", "en", "11%"),
    ("11.255 percent", "de", "11,255\u00a0%"),
    ("~5..10 percent", "en", "about 5%–10%"),
    ("~13000000000 parameters", "en", "about 13B parameters"),
    ("8", "en", "8"),
    ("EUR 385000000", "xx-nowhere", "€385M"),
]


@pytest.mark.parametrize(("text", "locale", "words"), SHOWN)
def test_display(text, locale, words):
    assert Quantity(text).display(locale) == words


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (">=150 people", "100..250 people", True),
        (">=150 people", "100..149 people", False),
        ("~USD 4000000000", "USD 4014300000", True),
        ("USD 4000000000", "USD 4014300000", False),
        ("~USD 4000000000", "USD 4200000000", True),
        ("~USD 4000000000", "USD 4200000001", False),
        ("~USD -100", "USD -105", True),
        ("USD 2000000000", "USD 6000000000", False),
        ("USD 100", "EUR 100", False),
        ("100 people", "100", False),
        ("USD >400", "USD <=400", False),
        ("USD >=400", "USD <400", False),
        ("USD >=400", "USD <=400", True),
        ("~USD >400", "USD 400", True),
        ("USD >400", "USD >=900", True),
    ],
)
def test_agreement(one, other, agree):
    assert Quantity(one).agrees_with(Quantity(other)) is agree
    assert Quantity(other).agrees_with(Quantity(one)) is agree


def test_it_is_its_text():
    value = Quantity.read("€385M")
    assert {value: 1}["EUR 385000000"] == 1
    assert json.dumps([value]) == '["EUR 385000000"]'
    assert type(str(value)) is str
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert twin == value
        assert type(twin) is Quantity
    assert not hasattr(value, "__dict__")


# --- any text, any amount ----------------------------------------------------------------------

numbers = st.decimals(-(10**15), 10**15, places=2) | st.integers(-(10**15), 10**15).map(Decimal)
written = numbers.map(lambda n: f"{n.normalize():f}" if n else "0")
bounded = st.builds("{}{}".format, st.sampled_from(["", ">=", ">", "<=", "<"]), written)
amounts = bounded | st.tuples(numbers, numbers).map(
    lambda pair: "..".join(f"{n.normalize() + 0:f}" for n in sorted(pair))
)
units = st.sampled_from(["{}", "USD {}", "EUR {}", "CHF {}", "{} MW", "{} percent"])
canonical = st.builds(
    lambda about, unit, amount: about + unit.format(amount),
    st.sampled_from(["", "~"]),
    units,
    amounts,
)
WORDS = """
$ € £ ¥ USD EUR ALL 5 12.5 1,200 1.200 1,5 007 + - – .. ~ < >= % k M bn million billion people
euros or more to between and about at least up over per share ' e9 c.
"""
words = st.lists(st.sampled_from(WORDS.split()), max_size=8)


def _canonical_or_skip(text):
    try:
        return Quantity(text)
    except UnreadableValue:
        assume(False)


@given(canonical)
@fuzzed(100)
def test_any_canonical_text_reads_as_itself_and_shows_in_any_locale(text):
    value = _canonical_or_skip(text)
    assert Quantity.read(text) == text
    assert value.agrees_with(value)
    for locale in ("en", "de", "fr", "ja", "ar"):
        assert value.display(locale)


@given(canonical)
@fuzzed(100)
def test_what_is_shown_in_english_loses_nothing(text):
    value = _canonical_or_skip(text)
    assert Quantity.read(value.display(), value.unit) == text


@given(
    st.text(max_size=40) | words.map(" ".join) | words.map("".join) | st.floats() | st.decimals(),
    st.sampled_from(["", "money", "people", "percent", "parameters", "USD"]),
)
@fuzzed(200)
def test_anything_else_is_refused_politely(value, unit):
    try:
        found = Quantity.read(value, unit)
    except UnreadableValue:
        return
    assert Quantity(str(found)) == found
    assert found.display()
    assert len(found) <= 100


@pytest.mark.parametrize("text", ["undisclosed", "Not disclosed", "unknown", "not confirmed yet"])
def test_what_a_source_says_it_does_not_know_is_a_value(text):
    quantity = Quantity.read(text, "money")
    assert str(quantity) == "undisclosed"
    assert quantity.display() == "not disclosed"
    assert (quantity.low, quantity.high, quantity.exact) == (None, None, False)


def test_silence_contradicts_no_figure():
    assert Quantity("undisclosed").agrees_with(Quantity("EUR 385000000"))
    assert Quantity("EUR 385000000").agrees_with(Quantity("undisclosed"))
    with pytest.raises(ValueError, match="no midpoint"):
        _ = Quantity("undisclosed").midpoint
