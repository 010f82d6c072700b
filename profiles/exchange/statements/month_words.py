"""What stands in a field for the month, with the year of another field -> a whole date in words.

`March 7`, `23--27 May`, `Sep/Oct`, `spring`, `14`. Months of other languages are left to the reader
of dates, as words before the year.
"""

import re

from profiles.exchange.statements.dates import (
    PSEUDO_MONTHS,
    SEASON_WORDS,
    as_edtf,
    as_said,
    season,
)

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FULL = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
NUMBER_OF = (
    {name: number for number, name in enumerate(MONTHS, 1)}
    | {name: number for number, name in enumerate(FULL, 1)}
    | {"sept": 9}
)
SEASONS = {name: number for number, name in SEASON_WORDS.items()} | {"fall": "23"}
BETWEEN = re.compile(r"\s*(?:-+|[‐‑‒–—/&]|\b(?:and|to|until|through)\b)\s*")
PART = re.compile(r"(?:(?P<before>[0-9]{1,2})(?:st|nd|rd|th|\.)?(?: of)?\s*)?"
                  r"(?P<month>[a-z]{3,9})?\.?,?\s*"
                  r"(?:(?P<after>[0-9]{1,2})(?:st|nd|rd|th)?\.?)?")  # fmt: skip
DAYS = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\.?")

Part = tuple[int, int]
"""A month and a day; 0 for what is not said."""


def whole_date(year: str, month: str, day: str = "") -> str:
    """EDTF of a year of four digits and what stands for its month and day; words, if it is odd."""
    text = " ".join(month.casefold().split()).strip(" ,.")
    text = re.sub(rf"\s*,?\s*{year}$", "", text)
    if re.fullmatch(rf"{year}-[0-9]{{2}}(?:-[0-9]{{2}})?", text):
        return as_edtf(text)
    if number := SEASONS.get(text) or PSEUDO_MONTHS.get(text) or (text in SEASON_WORDS and text):
        return season(year, str(number)) if not day else f"{day} {month} {year}"
    parts = _parts(text)
    days = [DAYS.fullmatch(each) for each in BETWEEN.split(day.strip())] if day.strip() else []
    if parts and days:
        parts = _with_days(parts, [int(each[1]) if each else 0 for each in days])
    if not parts:
        return as_said(" ".join(filter(None, [day, month, year])))
    return as_edtf("/".join(dict.fromkeys(_written(year, part) for part in parts)))


def _parts(text: str) -> list[Part]:
    """One or two months with their days; none where that is not what it says."""
    found = [PART.fullmatch(each) for each in BETWEEN.split(text)]
    if not 1 <= len(found) <= 2 or any(each is None for each in found):
        return []
    sides = [each for each in found if each]
    named = [NUMBER_OF.get(each["month"] or "", 0) for each in sides]
    if any(each["month"] and not number for each, number in zip(sides, named, strict=True)):
        return []
    numbers = [[int(n) for n in (each["before"], each["after"]) if n] for each in sides]
    if any(len(each) > 1 for each in numbers):
        return []
    if not any(named):  # `9`, `9-10`
        months = [each[0] if each else 0 for each in numbers]
        return [(month, 0) for month in months] if all(0 < m <= 12 for m in months) else []
    days = [each[0] if each else 0 for each in numbers]
    if len(sides) == 1:
        return [(named[0], days[0])]
    if not all(named) and not all(days):  # `7 -- May`
        return []
    first, last = (month or named[1 - place] for place, month in enumerate(named))
    return [(first, days[0]), (last, days[1])]


def _with_days(parts: list[Part], days: list[int]) -> list[Part]:
    """The days of a field of their own; none where both fields give some."""
    if len(days) > 2 or not all(days) or any(day for _, day in parts):
        return []
    if len(parts) < len(days):
        parts = parts * 2
    if len(parts) > len(days):
        return []
    return [(month, day) for (month, _), day in zip(parts, days, strict=True)]


def _written(year: str, part: Part) -> str:
    month, day = part
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
