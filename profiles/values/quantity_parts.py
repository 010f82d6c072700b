"""Canonical text <-> bounds and unit.

    EUR 385000000    USD >=500000000    ~USD 4000000000    USD 12000000000..14000000000
    100..250 people  >=150 people       11 percent         8    undisclosed

`~` stands first. A currency (ISO 4217; `XXX` is one that is not known) stands before the number,
any other unit behind it, in lower-case words. Numbers are plain decimals: no exponent, no
separators, no trailing zeros. `undisclosed` is what a source says it does not know.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from profiles.values.errors import UnreadableValue
from profiles.values.quantity_language.vocabulary import CURRENCIES, is_unit

UNDISCLOSED = "undisclosed"
LONGEST = 100
MOST_DIGITS = 18  # before the point; with the decimals within Decimal's 28
MOST_DECIMALS = 9

KINDS = {"money": "an amount of money", "people": "a number of people", "percent": "a percentage"}
EXAMPLES = {
    "": "8, 100–250 or 12.9 billion",
    "money": "EUR 385000000, $500+ million or about €4bn",
    "people": "150, 100–250 or 150+",
    "percent": "11% or 5–10%",
    "parameters": "7B or 12.9 billion",
}

NUMBER = r"(?!-0(?!\.[0-9]))-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?"
CANONICAL = re.compile(
    rf"""(?P<about>~)?
        (?:(?P<currency>[A-Z]{{3}})[ ])?
        (?: (?P<bound>>=|>|<=|<)?(?P<number>{NUMBER}) | (?P<low>{NUMBER})\.\.(?P<high>{NUMBER}) )
        (?:[ ](?P<unit>[A-Za-z -]+))?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Bounds are inclusive unless open; None is no bound. A single value is both its bounds."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False

    @property
    def is_money(self) -> bool:
        return self.unit in CURRENCIES

    @property
    def is_disclosed(self) -> bool:
        return not (self.low is None and self.high is None)

    @property
    def bound(self) -> str:
        """`>=`, `>`, `<=`, `<`, or nothing where both bounds stand."""
        if self.high is None:
            return ">" if self.low_open else ">="
        if self.low is None:
            return "<" if self.high_open else "<="
        return ""


@lru_cache(maxsize=8192)
def parse(text: str) -> Parts:
    """Return the parts of canonical text. Raises UnreadableValue for any other text."""
    if text == UNDISCLOSED:
        return Parts(low=None, high=None, unit="")
    found = CANONICAL.fullmatch(text) if len(text) <= LONGEST else None
    if not found or (found["unit"] and (found["currency"] or not is_unit(found["unit"]))):
        raise unreadable(text)
    if found["currency"] and found["currency"] not in CURRENCIES:
        raise unreadable(text, reason=f"{found['currency']} is no currency")
    low, high = _bounds(found)
    if low is not None and high is not None and (low > high or (found["low"] and low == high)):
        raise unreadable(text, reason="the first number is not below the second")
    if any(number is not None and not is_writable(number) for number in (low, high)):
        raise unreadable(text, reason="it has too many digits")
    return Parts(
        low=low,
        high=high,
        unit=found["currency"] or found["unit"] or "",
        low_open=found["bound"] == ">",
        high_open=found["bound"] == "<",
        approximate=bool(found["about"]),
    )


def is_canonical(text: str) -> bool:
    try:
        parse(text)
    except UnreadableValue:
        return False
    return True


def write(parts: Parts) -> str:
    """Return the canonical text of the parts."""
    if not parts.is_disclosed:
        return UNDISCLOSED
    about = "~" if parts.approximate else ""
    before = f"{parts.unit} " if parts.is_money else ""
    behind = f" {parts.unit}" if parts.unit and not parts.is_money else ""
    numbers = [written(bound) for bound in (parts.low, parts.high) if bound is not None]
    amount = numbers[0] if parts.low == parts.high else "..".join(numbers)
    return f"{about}{before}{parts.bound}{amount}{behind}"


def written(number: Decimal) -> str:
    """Return a plain decimal: no exponent, no trailing zeros, no negative zero."""
    if not number:
        return "0"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_writable(number: Decimal) -> bool:
    """Return whether a number is finite and of a length that a column and a reader can hold."""
    if not number.is_finite() or not -MOST_DECIMALS <= number.adjusted() < MOST_DIGITS:
        return not number
    return len(written(number).partition(".")[2]) <= MOST_DECIMALS


def unreadable(
    text: object, unit: str = "", reason: str = "", example: str = ""
) -> UnreadableValue:
    return UnreadableValue(
        text, kind=KINDS.get(unit, "a quantity"), example=example or examples(unit), reason=reason
    )


def examples(unit: str) -> str:
    """Return what an editor may write in a field of this default unit, for a sentence."""
    if unit in CURRENCIES:
        return f"{unit} 385000000 or 385 million"
    return EXAMPLES.get(unit) or f"8 {unit}"


def _bounds(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    if found["low"]:
        return Decimal(found["low"]), Decimal(found["high"])
    number = Decimal(found["number"])
    bound = found["bound"] or ""
    return None if "<" in bound else number, None if ">" in bound else number
