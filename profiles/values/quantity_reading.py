"""What editors paste -> canonical text of a quantity.

A text is taken apart from the outside in: `about`, then `at least`, then a range's two sides, then
one amount: currency, number, scale, unit.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from profiles.values import quantity_parts
from profiles.values.quantity_parts import CURRENCIES, Parts, unreadable, write
from profiles.values.quantity_words import (
    BOUNDS,
    COMMON_CODES,
    CURRENCY_NAMES,
    OR_LESS,
    OR_MORE,
    SCALES,
    SILENCES,
    SYMBOLS,
    UNIT_NAMES,
    is_unit,
)
from profiles.values.typography import plain

LONGEST = 100
ABOUT = re.compile(
    r"(?:~|(?:about|around|approximately|roughly|some|nearly|almost|close to|circa|an estimated)\b"
    r"|(?:c|ca|approx|est)\.) ?",
    re.IGNORECASE,
)
RANGE = (
    re.compile(r"between (?P<low>.+?) and (?P<high>.*[0-9].*)", re.IGNORECASE),
    re.compile(
        r"(?:from )?(?P<low>.*?[0-9].*?) ?(?:-|\.\.|\bto\b) ?(?P<high>.*[0-9].*)", re.IGNORECASE
    ),
)
AMOUNT = re.compile(
    r"""(?P<sign>-)? (?P<front>[^0-9+-]*?) [ ]? (?P<inner_sign>-)?
        (?P<number>[0-9]+(?:[.,' ][0-9]+)*) (?P<behind>[^0-9]*)""",
    re.VERBOSE,
)
GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[, '])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?:\.[0-9]+)?")
SIGNS = re.compile(f"[+%{''.join(sorted(sign for sign in SYMBOLS if len(sign) == 1))}]")
THREE_DECIMALS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


@dataclass(frozen=True, slots=True)
class _Amount:
    """One amount as written, before its scale is applied: 12 and 10**9 for `$12 billion`."""

    number: Decimal
    scale: Decimal | None
    unit: str
    bound: str
    grouped: bool

    @property
    def value(self) -> Decimal:
        return self.number * (self.scale or 1)


class _Refused(Exception):
    """Why a text cannot be read; in it, `misread` might have been meant as `rather`."""

    def __init__(self, reason: str = "", misread: str = "", rather: str = "") -> None:
        super().__init__(reason, misread, rather)
        self.reason = reason
        self.misread = misread
        self.rather = rather


def read(value: object, unit: str = "") -> str:
    """Return the canonical text of a pasted text or a spreadsheet's number.

    `unit` stands in where the text names none; `money` instead demands a currency in the text.
    Raises UnreadableValue.
    """
    text = plain(_as_text(value, unit))
    if not text or len(text) > LONGEST:
        raise unreadable("" if value is None else value, unit)
    if text.casefold() in SILENCES:
        return quantity_parts.UNDISCLOSED
    try:
        parts = _exactly(text) or _whole(text)
        return _checked(_with_default(parts, unit))
    except _Refused as refusal:
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
        raise _Refused("it names no currency")
    if parts.is_money and unit != "money" and unit not in CURRENCIES and unit:
        raise _Refused("it is money")
    return parts if parts.unit else replace(parts, unit=unit)


def _checked(parts: Parts) -> str:
    if parts.low is not None and parts.high is not None and parts.low > parts.high:
        raise _Refused("the first number is above the second")
    if not all(quantity_parts.is_writable(n) for n in (parts.low, parts.high) if n is not None):
        raise _Refused("it has too many digits")
    text = write(parts)
    if not quantity_parts.is_canonical(text):
        raise _Refused
    return text


def _whole(text: str) -> Parts:
    text, about, bound = _qualified(text)
    for pattern in RANGE:
        sides = pattern.fullmatch(text)
        if sides:
            if bound:
                raise _Refused("it is both a range and a bound")
            return replace(_range(sides["low"], sides["high"]), approximate=about)
    amount = _amount(text)
    if bound and amount.bound:
        raise _Refused("it has two bounds")
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


def _range(first: str, last: str) -> Parts:
    """Read two sides; what one side leaves out, the other says."""
    low, high = _amount(first), _amount(last)
    if low.bound or high.bound:
        raise _Refused("it is both a range and a bound")
    if low.unit and high.unit and low.unit != high.unit:
        raise _Refused("its two numbers have different units")
    if low.scale is None and low.number < 1000 and not low.grouped:
        low = replace(low, scale=high.scale)
    return Parts(low=low.value, high=high.value, unit=low.unit or high.unit)


def _amount(text: str) -> _Amount:
    found = AMOUNT.fullmatch(text.strip())
    if not found:
        raise _Refused
    currency = _currency(found["front"].strip(), before=True)
    if found["front"].strip() and not currency:
        raise _Refused
    scale, unit, bound = _behind(found["behind"])
    if currency and unit:
        raise _Refused("it has two units")
    unit = currency or unit
    number = _number(found["number"], plain_money=scale is None and unit != "percent")
    if found["sign"] and found["inner_sign"]:
        raise _Refused
    if found["sign"] or found["inner_sign"]:
        number = -number
    return _Amount(number, scale, unit, bound, grouped=bool(GROUPED.fullmatch(found["number"])))


def _number(text: str, *, plain_money: bool) -> Decimal:
    if GROUPED.fullmatch(text):
        return Decimal(re.sub("[, ']", "", text))
    if plain_money and THREE_DECIMALS.fullmatch(text):
        raise _Refused("is the point a decimal point?", text, text.replace(".", ""))
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text):
        return Decimal(text)
    if re.fullmatch(r"[0-9]+,[0-9]+", text):
        raise _Refused("is the comma a decimal point?", text, text.replace(",", "."))
    raise _Refused("what do its separators mean?", text, _without_separators(text))


def _without_separators(text: str) -> str:
    """`1.200.000` is 1200000; `1.200,50` is 1200.50."""
    whole, _, last = re.sub("[, ']", ".", text).rpartition(".")
    return whole.replace(".", "") + (last if len(last) == 3 else f".{last}")


def _behind(text: str) -> tuple[Decimal | None, str, str]:
    """Return scale, unit and bound from what stands behind a number: `+ million euros`."""
    words = SIGNS.sub(r" \g<0> ", text).split()
    scale, bound = None, ""
    if words and words[0] == "+":
        words, bound = words[1:], ">="
    if words and words[0].lower().rstrip(".") in SCALES:
        scale = Decimal(SCALES[words[0].lower().rstrip(".")])
        words = words[1:]
    unit, after = _suffixed(" ".join(words))
    if bound and after:
        raise _Refused("it has two bounds")
    return scale, _unit(unit), bound or after


def _suffixed(text: str) -> tuple[str, str]:
    """Take `+`, `or more` or `or less` off a unit, before or behind it."""
    for words, bound in ((OR_MORE, ">="), (OR_LESS, "<=")):
        for word in words:
            if re.match(rf"{re.escape(word)}(?: |$)", text, re.IGNORECASE):
                return text[len(word) :].strip(), bound
            if re.search(rf"(?:^| ){re.escape(word)}$", text, re.IGNORECASE):
                return text[: -len(word)].strip(), bound
    return text, ""


def _unit(text: str) -> str:
    if not text:
        return ""
    if currency := _currency(text, before=False):
        return currency
    name = text.lower()
    if name in UNIT_NAMES:
        return UNIT_NAMES[name]
    if not is_unit(name):
        raise _Refused
    return name


def _currency(text: str, *, before: bool) -> str:
    """Return the code for a symbol, a code or a name. Rare codes are also words: capitals only."""
    if text in CURRENCIES or text.upper() in COMMON_CODES:
        return text.upper()
    found = SYMBOLS.get(text.upper().replace(" ", "")) or CURRENCY_NAMES.get(text.lower(), "")
    if not found and text in ("¥", "￥"):
        raise _Refused("is it yen or yuan?", text, "JPY ")
    return found
