"""No prose that is put together at random says a value that was not put into it."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.provenance.quotes import figures_in_prose
from profiles.provenance.quotes.stated_value import ClaimedValue, Says, states_value
from profiles.values import Quantity
from profiles.values.quantity_parts import is_writable, written
from tests.fuzz import fuzzed

# language: scales and the decimal point of its prose
SCALES = {
    "en": {"": 1, " thousand": 10**3, "k": 10**3, " million": 10**6, "m": 10**6, " bn": 10**9},
    "de": {"": 1, " Tsd.": 10**3, " Mio.": 10**6, " Millionen": 10**6, " Mrd.": 10**9},
    "fr": {"": 1, " mille": 10**3, " millions": 10**6, " milliards": 10**9, " Md": 10**9},
    "es": {"": 1, " millones": 10**6, " mil millones": 10**9},
}
OTHER_SCALES = [" dozen", " hundred", " hundredths"]
# before the number, behind it, the unit that is meant
UNITS = [
    ("$", "", "USD"), ("US$", "", "USD"), ("€", "", "EUR"), ("", " euros", "EUR"),
    ("", " €", "EUR"), ("£", "", "GBP"), ("HK$", "", "HKD"), ("A$", "", "AUD"), ("R$", "", "BRL"),
    ("CHF ", "", "CHF"), ("", " US dollars", "USD"), ("", " Hong Kong dollars", "HKD"),
    ("", " Singapore dollars", "SGD"), ("", " Jamaican dollars", "JMD"), ("Q$", "", "other"),
    ("Rs ", "", "other"), ("kr ", "", "other"), ("", " francs", "other"), ("", " pesos", "other"),
    ("", " people", "people"), ("", " employees", "people"), ("", " Mitarbeiter", "people"),
    ("", "%", "percent"), ("", " %", "percent"), ("", " offices", "offices"),
    ("", " users", "users"), ("", "°C", "other"), ("", " percentage points", "other"),
]  # fmt: skip
CHANGES = [  # words that make another value of the one beside them
    ("not ", ""), ("never ", ""), ("rather than ", ""), ("twice ", ""), ("a third of ", ""),
    ("minus ", ""), ("", "x7"), ("", "-fold"), ("", " per user"), ("", "/year"),
    ("", " Canadian"), ("", " (Canadian)"), ("8x", ""), ("", " times"), ("GPT-", ""),
    ("", ":1"), ("hundred ", ""), ("", " hundredths"),
]  # fmt: skip
AROUND = [
    ("raised ", " in May"), ("", " was raised"), ("Acme (", ")"), ("it says ", "."), ("", ""),
    ("in 2023, ", ", it says"), ("wuchs auf ", ""), ("a levé ", ""), ("“", "”"),
]  # fmt: skip


@st.composite
def prose(draw) -> tuple[str, Quantity | None]:
    """A passage, and the one value that it gives; None where nobody can say."""
    language = draw(st.sampled_from(sorted(SCALES)))
    number = Decimal(draw(st.integers(1, 9999))).scaleb(draw(st.sampled_from([0, 0, 0, -1, -2])))
    scale, size = draw(st.sampled_from(sorted(SCALES[language].items())))
    before, behind, unit = draw(st.sampled_from(UNITS))
    change = draw(st.none() | st.sampled_from(CHANGES))
    figure = written(number)
    if language != "en":
        figure = figure.replace(".", ",")
    is_known = unit != "other" and change is None
    if draw(st.integers(0, 9)) == 0:
        scale, is_known = draw(st.sampled_from(OTHER_SCALES)), False
    passage = f"{before}{figure}{scale}{behind}"
    if change:
        passage = f"{change[0]}{passage}{change[1]}"
    start, end = draw(st.sampled_from(AROUND))
    value = number * size
    if not (is_known and is_writable(value)):
        return f"{start}{passage}{end}", None
    money = unit.isupper()
    text = f"{unit} {written(value)}" if money else f"{written(value)} {unit}"
    return f"{start}{passage}{end}", Quantity(text)


@st.composite
def claims(draw, passage: str, said: Quantity | None) -> Quantity:
    """What somebody may claim who half reads the passage."""
    digits = "".join(each for each in passage if each.isdigit() or each in ".,") or "1"
    number = Decimal("".join(each for each in digits if each.isdigit()) or "1")
    number = number.scaleb(draw(st.sampled_from([0, 0, -1, -2, 3, 6, 9])))
    unit = draw(st.sampled_from(["USD", "EUR", "HKD", "people", "percent", "users", "offices"]))
    number = number if is_writable(number) and number else Decimal(1)
    text = f"{unit} {written(number)}" if unit.isupper() else f"{written(number)} {unit}"
    return draw(st.sampled_from([Quantity(text), said or Quantity(text)]))


def is_false(passage: str, said: Quantity | None, claim: Quantity) -> bool:
    agrees = states_value(passage, ClaimedValue(claim)) == Says.AGREES
    return agrees and (said is None or not said.agrees_with(claim))


@pytest.fixture(scope="module")
def outcomes():
    counted: Counter[str] = Counter()
    yield counted
    total = sum(counted.values()) or 1
    print("\n" + ", ".join(f"{name} {100 * n / total:.1f} %" for name, n in counted.items()))


@pytest.mark.parametrize("part", range(10))
@fuzzed(40)
@given(data=st.data())
def test_nothing_agrees_that_was_not_put_there(part, outcomes, data):
    passage, said = data.draw(prose())
    claim = data.draw(claims(passage, said))
    assert not is_false(passage, said, claim), (passage, said, claim)
    outcomes[states_value(passage, ClaimedValue(claim))] += 1


MISREAD = [
    ("raised $20 million Canadian in May", "USD 20000000"),
    ("not $20 million", "USD 20000000"),
    ("20 million Jamaican dollars", "USD 20000000"),
    ("$20m/year", "USD 20000000"),
]


@pytest.mark.parametrize(("passage", "value"), MISREAD)
def test_without_the_guard_a_neighbour_is_passed_over(passage, value, monkeypatch):
    claim = Quantity(value)
    assert not is_false(passage, None, claim)
    monkeypatch.setattr(figures_in_prose, "has_unread_neighbour", lambda found, text, unit: False)
    assert is_false(passage, None, claim)
