"""The figures that a passage of prose names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from re import Match, Pattern

from profiles.provenance.quotes.dates_in_prose import dates_in_prose
from profiles.values import Quantity, UnreadableValue
from profiles.values.quantity_words import (
    COMMON_CODES,
    CURRENCY_NAMES,
    NOT_UNITS,
    SCALES,
    SYMBOLS,
    UNIT_NAMES,
)

COUNTED = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
]
NUMBER_WORDS = {word: str(number) for number, word in enumerate(COUNTED, 1)} | {"a dozen": "12"}
QUALIFIERS = (
    "at least|no less than|not less than|no fewer than|more than|greater than|upwards of|exceeding|"
    "above|over|at most|up to|no more than|not more than|less than|fewer than|under|below|"
    "surpass|surpasses|surpassed|surpassing|exceeds|exceeded|topped|tops|topping|"
    "about|around|approximately|roughly|some|nearly|almost|close to|circa|an estimated"
).replace(" ", r"\ ")


SURPASSING = re.compile(r"(?:surpass|exceed|top)[a-z]*", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


SYMBOL = rf"(?i:{_any(SYMBOLS)}) | \b(?:{_any(COMMON_CODES)})(?=[ ]?[0-9])"
DIGITS = r"""[0-9]{1,3}(?:[,'][0-9]{3})+(?:\.[0-9]+)? | [0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9])
           | [0-9]+(?:\.[0-9]+)?"""
NUMBER = rf"""(?<![0-9])(?<![0-9][.,]) (?:{DIGITS}) (?![0-9]|[.,][0-9])
            | \b(?i:{_any(NUMBER_WORDS)})\b"""
COUNTS = re.compile(rf"[0-9]|\b(?:{_any(NUMBER_WORDS)})\b", re.IGNORECASE)
SCALE = rf"[ -]?(?i:{_any(scale for scale in SCALES if len(scale) > 1)})"
LETTER = "[ ]?[KMBT] | [kmbt]"
ADJECTIVE = rf"[ ](?!(?:{_any(NOT_UNITS)})\b)[a-z-]+[ ]"
START = "(?:(?<![A-Za-z])(?=[^A-Za-z ]|[A-Z]{1,3}[ $¥0-9]|[a-zA-Z]+[ -])|(?=[0-9]))"
END_OF_WORD = "(?![A-Za-z])"


def _amount(place: str, units: str) -> str:
    """One amount in prose, its parts named with this suffix."""
    return rf"""
        (?: (?P<front{place}>{SYMBOL}) [ ]? )?
        (?P<number{place}>{NUMBER})
        (?P<plus{place}>\+)?
        (?: (?P<scale{place}>{SCALE} | {LETTER}) {END_OF_WORD} )?
        (?P<more{place}>\+|[ ]or[ ](?:more|above))?
        (?: (?:[ -]?|{ADJECTIVE}) (?P<unit{place}>(?i:{units})) {END_OF_WORD} )?
        (?P<also{place}>\+)?"""


@cache
def _pattern(unit: str) -> Pattern[str]:
    own = {unit, unit.removesuffix("s")} if unit.islower() else set()
    units = _any({*UNIT_NAMES, *CURRENCY_NAMES, *own} - {""})
    return re.compile(
        rf"""{START}
             (?P<qualifier> (?: (?:~|[<>]=?|\b(?i:{QUALIFIERS})\b) [ ]? ){{1,2}} )?
             (?P<between>\b(?i:between)[ ])?
             {_amount("", units)}
             (?: (?: [ ]?(?:-|\.\.)[ ]? | [ ]to[ ] | (?(between)[ ]and[ ]|(?!)) )
                 {_amount("2", units)} )?""",
        re.VERBOSE,
    )


def figures_in(text: str, unit: str = "") -> Iterator[Quantity]:
    """Each figure with the unit that is said; `unit` is one more to know, such as `customers`.

    Years and days are no figures. Of a range, the range and both ends.
    """
    rest = dates_in_prose(text).rest
    if not COUNTS.search(rest):
        return
    for found in _pattern(unit).finditer(rest):
        one, other = _side(found, "", unit), _side(found, "2", unit)
        about = SURPASSING.sub("over", found["qualifier"] or "")
        said = [f"{about}{one} - {other}", f"{about}{one}", other] if other else [f"{about}{one}"]
        yield from filter(None, map(_read, said))


def _side(found: Match[str], place: str, unit: str) -> str:
    """One side as `Quantity.read` wants it: `$500+ million`."""
    number = found[f"number{place}"]
    if not number:
        return ""
    parts = {name: (found[name + place] or "").strip(" -") for name in ("front", "scale", "unit")}
    more = any(found[name + place] for name in ("plus", "more", "also"))
    said = parts["unit"].lower()
    if unit and said == unit.removesuffix("s"):
        said = unit
    figure = NUMBER_WORDS.get(number.lower(), number)
    return f"{parts['front']}{figure}{'+' * more} {parts['scale']} {said}".strip()


@lru_cache(maxsize=8192)
def _read(text: str) -> Quantity | None:
    try:
        return Quantity.read(text)
    except UnreadableValue:
        return None
