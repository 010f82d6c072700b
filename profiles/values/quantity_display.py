"""Bounds and unit -> words of a locale. Never loses a digit."""

import re
from copy import copy
from decimal import Decimal, localcontext
from functools import lru_cache

from babel import Locale
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_decimal,
    format_percent,
    get_currency_symbol,
)

from profiles.values.locales import babel_locale
from profiles.values.quantity_parts import Parts, parse, written

COMPACT_FROM = 10**6
MOST_COMPACT_DECIMALS = 3
ALL_DECIMALS = 30
# What a reader cannot tell apart is not shown: yen or yuan, and the two francs of Africa.
SHOWN_INSTEAD = {"¥": "JP¥", "￥": "JP¥", "FCFA": "XAF", "F\u202fCFA": "XOF"}
UNKNOWN_CURRENCY = "XXX"

# One column per language; a language without one gets the English words around its own numbers.
PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "approximate": "about {}",
        "range": "{}–{}",
        ">=": "{}+",
        ">": "over {}",
        "<=": "at most {}",
        "<": "under {}",
        "": "{}",
        "XXX": "{} (currency unknown)",
        "undisclosed": "not disclosed",
        "one people": "person",
        "one parameters": "parameter",
    },
}


@lru_cache(maxsize=8192)
def display(text: str, locale: str) -> str:
    """Return the canonical text of a quantity in words: `about $4B`, `100–250 people`."""
    parts = parse(text)
    place = babel_locale(locale)
    phrases = PHRASES.get(place.language, PHRASES["en"])
    if not parts.is_disclosed:
        return phrases["undisclosed"]
    numbers = _numbers(parts, place)
    if parts.low != parts.high and not parts.bound:
        amount = phrases["range"].format(*numbers)
    else:
        amount = phrases[parts.bound].format(numbers[0])
    amount = _with_unit(amount, parts, phrases)
    return phrases["approximate"].format(amount) if parts.approximate else amount


def _with_unit(amount: str, parts: Parts, phrases: dict[str, str]) -> str:
    if parts.unit == UNKNOWN_CURRENCY:
        return phrases["XXX"].format(amount)
    if not parts.unit or parts.is_money or parts.unit == "percent":
        return amount
    is_one = parts.low == parts.high == 1
    unit = phrases.get(f"one {parts.unit}", parts.unit) if is_one else parts.unit
    return f"{amount} {unit}"


def _numbers(parts: Parts, locale: Locale) -> list[str]:
    """Return the bounds in words; both compact or neither, for `5–12M` would mean 5M to many."""
    bounds = [bound for bound in (parts.low, parts.high) if bound is not None]
    if parts.unit == "percent":
        return [format_percent(n / 100, locale=locale, decimal_quantization=False) for n in bounds]
    currency = parts.unit if parts.is_money and parts.unit != UNKNOWN_CURRENCY else ""
    texts = [text for number in bounds if (text := _compact(number, currency, locale))]
    if len(texts) < len(bounds):
        texts = [_full(number, currency, locale) for number in bounds]
    return [_spaced(text, currency, locale) for text in texts]


def _compact(number: Decimal, currency: str, locale: Locale) -> str | None:
    """Return `€385M`; None where that is too small a number, or would drop digits."""
    if abs(number) < COMPACT_FROM:
        return None
    with localcontext(prec=2 * ALL_DECIMALS):
        short = _compact_to(MOST_COMPACT_DECIMALS, number, currency, locale)
        exact = _compact_to(ALL_DECIMALS, number, currency, locale)
    return short if short == exact else None


def _compact_to(decimals: int, number: Decimal, currency: str, locale: Locale) -> str:
    if currency:
        return format_compact_currency(number, currency, locale=locale, fraction_digits=decimals)
    return format_compact_decimal(number, locale=locale, fraction_digits=decimals)


def _full(number: Decimal, currency: str, locale: Locale) -> str:
    if not currency:
        return format_decimal(number, locale=locale, decimal_quantization=False)
    pattern = copy(locale.currency_formats["standard"])
    decimals = len(written(number).partition(".")[2])
    pattern.frac_prec = (max(decimals, 2 if decimals else 0),) * 2
    return pattern.apply(number, locale, currency=currency, currency_digits=False)


def _spaced(text: str, currency: str, locale: Locale) -> str:
    """Part a code from its number, as CLDR asks and Babel forgets: `CHF 3M`, not `CHF3M`."""
    symbol = get_currency_symbol(currency, locale) if currency else ""
    if symbol in SHOWN_INSTEAD:
        return text.replace(symbol, SHOWN_INSTEAD[symbol])
    if not symbol or not symbol[-1].isalpha():
        return text
    return re.sub(rf"{re.escape(symbol)}(?=\d)", f"{symbol}\u00a0", text)
