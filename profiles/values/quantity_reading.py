"""What editors paste -> canonical text of a quantity.

A text is taken apart from the outside in: `about`, then `at least`, then a range's two sides, then
one amount: currency, number, scale, unit.
"""

import re
from dataclasses import replace
from decimal import Decimal

from profiles.values import quantity_parts
from profiles.values.quantity_language.amounts import (
    THREE_DECIMALS,
    Refused,
    amount_in,
    is_continental,
)
from profiles.values.quantity_language.number_words import in_digits
from profiles.values.quantity_language.spelling import tidied
from profiles.values.quantity_language.vocabulary import BOUNDS, CURRENCIES, SILENCES, UNITS
from profiles.values.quantity_parts import Parts, unreadable, write
from profiles.values.typography import plain

LONGEST = 100
MOST_PEOPLE = 10**10
ABOUT = re.compile(
    r"(?:~|(?:about|around|approximately|roughly|some|nearly|almost|close to|circa|an estimated|"
    r"estimated|rund|etwa|environ)\b"
    r"|(?:c|ca|approx|est)\.) ?",
    re.IGNORECASE,
)
RANGE = (
    re.compile(r"between (?P<low>.+?) and (?P<high>.*[0-9].*)", re.IGNORECASE),
    re.compile(
        r"(?:from )?(?P<low>.*?[0-9].*?) ?(?:-|\.\.|\bto\b) ?(?P<high>.*[0-9].*)", re.IGNORECASE
    ),
)


def read(value: object, unit: str = "", language: str = "") -> str:
    """Return the canonical text of a pasted text or a spreadsheet's number.

    `unit` stands in where the text names none; `money` instead demands a currency in the text.
    `language`: a code, where it is known whose separators and scales these are (`1.117`, `2 Bio.`).
    Raises UnreadableValue.
    """
    text = plain(_as_text(value, unit))
    if not text or len(text) > LONGEST:
        raise unreadable("" if value is None else value, unit)
    if text.casefold() in SILENCES:
        return quantity_parts.UNDISCLOSED
    try:
        is_exact = not (is_continental(language) and re.search(THREE_DECIMALS, text))
        parts = (is_exact and _exactly(text)) or _whole(tidied(in_digits(text)), language)
        return _checked(_with_default(parts, unit))
    except Refused as refusal:
        better = text.replace(refusal.misread, refusal.rather) if refusal.misread else ""
        raise unreadable(value, unit, refusal.reason, better) from None


def _as_text(value: object, unit: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise unreadable("" if value is None else value, unit)
    if isinstance(value, float):
        value = _as_shown(value)
    if isinstance(value, int):
        value = Decimal(value)
    if isinstance(value, Decimal):
        if not quantity_parts.is_writable(value):
            raise unreadable(value, unit)
        return quantity_parts.written(value)
    return value


def _as_shown(value: float) -> Decimal:
    """Return what the spreadsheet shows: 0.3, not 0.30000000000000004; a third in 9 decimals."""
    number = Decimal(f"{value:.15g}")
    if number.is_finite() and number.adjusted() < quantity_parts.MOST_DIGITS:
        return round(number, quantity_parts.MOST_DECIMALS)
    return number


def _exactly(text: str) -> Parts | None:
    return quantity_parts.parse(text) if quantity_parts.is_canonical(text) else None


def _with_default(parts: Parts, unit: str) -> Parts:
    if unit == "money" and not parts.is_money:
        raise Refused("it names no currency")
    if parts.is_money and unit != "money" and unit not in CURRENCIES and unit:
        raise Refused("it is money")
    if not parts.unit:
        parts = replace(parts, unit=unit)
    elif unit and not parts.is_money and parts.unit != unit:
        raise Refused(f"it counts {parts.unit}, not {unit}")
    elif not parts.is_money and parts.unit and parts.unit not in UNITS and parts.unit != unit:
        raise Refused(f"{parts.unit} is no unit that is known here")
    if unit == "people":
        _check_people(parts)
    return parts


def _check_people(parts: Parts) -> None:
    """They are whole, none is less than nothing, and there are not so many on earth."""
    bounds = [bound for bound in (parts.low, parts.high) if bound is not None]
    if any(bound < 0 or bound % 1 for bound in bounds):
        raise Refused("people are counted in whole numbers from 0")
    if any(bound > MOST_PEOPLE for bound in bounds):
        raise Refused("there are not so many people")


def _checked(parts: Parts) -> str:
    if parts.low is not None and parts.high is not None and parts.low > parts.high:
        raise Refused("the first number is above the second")
    if not all(quantity_parts.is_writable(n) for n in (parts.low, parts.high) if n is not None):
        raise Refused("it has too many digits")
    text = write(parts)
    if not quantity_parts.is_canonical(text):
        raise Refused
    return text


def _whole(text: str, language: str) -> Parts:
    text, about, bound = _qualified(text)
    for pattern in RANGE:
        sides = pattern.fullmatch(text)
        if sides:
            if bound:
                raise Refused("it is both a range and a bound")
            return replace(_range(sides["low"], sides["high"], language), approximate=about)
    amount = amount_in(text, language)
    if bound and amount.bound:
        raise Refused("it has two bounds")
    bound = bound or amount.bound
    return Parts(
        low=None if "<" in bound else amount.value,
        high=None if ">" in bound else amount.value,
        unit=amount.unit,
        low_open=bound == ">",
        high_open=bound == "<",
        approximate=about,
    )


def _qualified(text: str) -> tuple[str, bool, str]:
    """Take `about` and `at least` off the front, in either order."""
    about, bound = False, ""
    while True:
        if found := ABOUT.match(text):
            about = True
        elif not bound and (found := BOUNDS.match(text)):
            bound = next(sign for sign, words in found.groupdict().items() if words)
            bound = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<"}[bound]
        else:
            return text, about, bound
        text = text[found.end() :]


def _range(first: str, last: str, language: str) -> Parts:
    """Read two sides; what one side leaves out, the other says."""
    low, high = amount_in(first, language), amount_in(last, language)
    if low.bound or high.bound:
        raise Refused("it is both a range and a bound")
    if low.unit and high.unit and low.unit != high.unit:
        raise Refused("its two numbers have different units")
    if low.scale is None and low.number < 1000 and not low.grouped:
        low = replace(low, scale=high.scale)
    return Parts(low=low.value, high=high.value, unit=low.unit or high.unit)
