"""What a bibliography says of a date -> canonical EDTF, as exact as it came.

Seasons come as numbers: 21 to 24, or 13 to 16 in place of a month. Where a format says that these
are seasons they are read in words, for a number alone could be a year.
"""

import re
from collections.abc import Iterable

from profiles.values import PartialDate, UnreadableValue

SEASON_WORDS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
PSEUDO_MONTHS = {str(number): f"{number + 8}" for number in range(13, 17)}
PARTS_IN_WORDS = SEASON_WORDS | {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}
NUMBERED = re.compile(r"([0-9]{4})-(2[1-4]|3[3-6])([~?%]?)")
UNSPECIFIED = re.compile(r"(?<=[0-9Xx])(?:-(?:[XxUu]{2}|00))+(?=[~?%]?(?:/|$))")
UNKNOWN_DIGITS = re.compile(r"(?<=^[0-9]{3})[uU](?=$|-)|(?<=^[0-9]{2})[uU]{2}(?=$|-)")
MARKED = {"~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)", "": "{}"}


def as_edtf(text: str) -> str:
    """Of a field that is EDTF by its format: `2023-24` is a winter there, and no two years.

    Canonical, if it can be read; otherwise as it stands, to be refused with its reason.
    """
    plain = _without_unknown(text)
    return read_or_none(_in_words(plain)) or read_or_none(plain) or text


def as_said(text: str) -> str:
    """Of a field that holds what people write. As `as_edtf`, but no number is a season."""
    plain = _without_unknown(text)
    return read_or_none(plain) or text


def _without_unknown(text: str) -> str:
    """`2023-00-00` and `1999-XX` are years, `199u` is a decade."""
    digits = UNKNOWN_DIGITS.sub(lambda found: "X" * len(found[0]), " ".join(text.split()))
    return UNSPECIFIED.sub("", digits)


def read_or_none(text: str) -> str:
    """Canonical EDTF; "" for what cannot be read, or could be read in two ways."""
    try:
        return str(PartialDate.read(text))
    except UnreadableValue:
        return ""


def season(year: str, number: str) -> str:
    """EDTF of a season 21 to 24, or 13 to 16."""
    return as_edtf(f"{year}-{PSEUDO_MONTHS.get(number, number)}")


def says_nothing(text: str) -> bool:
    """`n.d.`, `in press`, `forthcoming`: without a digit there is no date."""
    return not any(char.isdigit() for char in text)


def no_date(field: str, text: str) -> str:
    return f"{field}: “{text}” is no date, so the source gets none."


def within(inner: str, outer: str) -> bool:
    """Whether the first of two canonical dates says nothing that the second does not allow."""
    one, other = PartialDate(inner), PartialDate(outer)
    return other.earliest <= one.earliest and one.latest <= other.latest


def most_exact(dates: Iterable[str]) -> str:
    """The one of these canonical dates that lies within each other one; "" if they disagree."""
    found = list(dates)
    exact = [one for one in found if all(within(one, other) for other in found)]
    marked = [one for one in exact if one[-1] in "~?%"]
    return next(iter(marked or exact), "")


def _in_words(text: str) -> str:
    """A season by number in words; ends of a range with `to` between them."""
    ends = text.split("/")
    numbered = [NUMBERED.fullmatch(end) for end in ends]
    if not any(numbered):
        return text
    said = [_numbered(found) if found else end for found, end in zip(numbered, ends, strict=True)]
    return said[0] if len(set(said)) == 1 else " to ".join(said)


def _numbered(found: re.Match[str]) -> str:
    year, number, mark = found.groups()
    words = f"{PARTS_IN_WORDS[number]} {year}"
    return MARKED[mark].format(words)
