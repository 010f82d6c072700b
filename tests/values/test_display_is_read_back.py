"""What is shown of an amount is read back as the same amount, in each language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.values import Quantity
from profiles.values.quantity_language.vocabulary import CURRENCIES, UNITS
from profiles.values.quantity_parts import Parts, is_canonical, write
from tests.fuzz import fuzzed

NUMBERS = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(0, 10**7),
    st.integers(-4, 9),
)
ANY_UNIT = st.sampled_from(["", "people", "percent", "parameters", "EUR", "USD", "GBP"]) | (
    st.sampled_from(sorted({*UNITS, *CURRENCIES}))
)


@st.composite
def quantities(draw) -> Quantity:
    unit, kind = draw(ANY_UNIT), draw(st.sampled_from(["one", "range", ">=", ">", "<=", "<"]))
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    if unit == "people":
        low, high = low // 1, high // 1
    if kind == "one":
        high = low
    text = write(
        Parts(
            low=None if "<" in kind else low,
            high=None if ">" in kind else high,
            unit=unit,
            low_open=kind == ">",
            high_open=kind == "<",
            approximate=draw(st.booleans()),
        )
    )
    return Quantity(text) if is_canonical(text) else Quantity("EUR 385000000")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@fuzzed(60, cost=1)
@given(value=quantities())
def test_display_is_read_back(language, value):
    assert Quantity.read(value.display(language), language=language) == value


@pytest.mark.parametrize(
    ("shown", "language", "value"),
    [
        ("1,5 Mrd. €", "de", "EUR 1500000000"),
        ("1.117", "de", "1117"),
        ("1,5 Bio. $", "de", "USD 1500000000000"),
        ("1,5 Bn €", "fr", "EUR 1500000000000"),
        ("1\u202f117,50 $US", "fr", "USD 1117.5"),
        ("$1.117", "en", "USD 1.117"),
    ],
)
def test_a_language_decides_what_separators_and_scales_mean(shown, language, value):
    assert Quantity.read(shown, language=language) == value
