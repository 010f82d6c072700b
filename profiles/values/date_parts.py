"""Canonical EDTF text -> the first and last day it can mean.

The part of EDTF (ISO 8601-2) that profiles need: years, months, days, decades (`202X`), centuries
(`20XX`), months and days of an unknown year in one of these (`202X-12`), seasons (21 to 24),
quarters (33 to 36), thirds (37 to 39) and halves (40, 41) of a year, `~` approximate, `?`
uncertain, `%` both, and intervals of these with `..` for an open end. The seasons of a named
hemisphere (25 to 32) are left out: `2026-27` is nearly always meant as years.

What is kept is narrower than what is understood, so that one meaning has one text and no text has
two meanings:

- A season, quarter, third or half stands alone and unmarked; elsewhere its months stand for it.
- A season whose number could be a later year (`2023-24`, `2016-22`; of quarters and halves only
  `1932-33`) is written as an interval of itself, `2023-24/2023-24`. Otherwise nothing is.
- Winter 2023 may begin or end in that year: it reaches from January 2023 to February 2024.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from profiles.values.errors import UnreadableValue

KIND = "a date"
EXAMPLE = "2023-04, Feb 2024, mid-2026 or 2026/2027"
OPEN = ".."

MOMENT = re.compile(
    r"""(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)
        (?: - (?: (?P<month>0[1-9]|1[0-2]) (?: - (?P<day>[0-9]{2}) )?
                | (?P<season>2[1-4]|3[3-9]|4[01]) ) )?
        (?P<mark>[~?%])?""",
    re.VERBOSE,
)
SPRING, SUMMER, AUTUMN, WINTER = range(21, 25)
# First and last month; the winter that began in the year before counts too.
MONTHS_OF = (
    {SPRING: (3, 5), SUMMER: (6, 8), AUTUMN: (9, 11), WINTER: (1, 14)}
    | {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
    | {37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12)}
)


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a date: a year, month, day or season. Days are inclusive."""

    text: str
    precision: str  # year, month, day, season, decade, century
    earliest: date
    latest: date
    season: int
    approximate: bool
    uncertain: bool

    @property
    def bare(self) -> str:
        """The text without its mark: `2023-12` of `2023-12~`."""
        return self.text.rstrip("~?%")

    @property
    def year(self) -> str:
        """Four characters: `2023`, `202X`, `20XX`."""
        return self.text[:4]


@dataclass(frozen=True, slots=True)
class Interval:
    """What a date can mean, from `start` to `end`; None is open; one object twice is no range."""

    start: Moment | None
    end: Moment | None

    @property
    def single(self) -> Moment | None:
        return self.start if self.start is self.end else None

    @property
    def ends(self) -> list[Moment]:
        return [moment for moment in (self.start, self.end) if moment]


@lru_cache(maxsize=8192)
def parse(text: str) -> Interval:
    """Return what EDTF text means. Raises UnreadableValue for any other text."""
    first, slash, last = text.partition("/")
    try:
        if not slash:
            moment = _moment(text)
            return Interval(moment, moment)
        start = _end(first)
        interval = Interval(start, start if first == last else _end(last))
    except ValueError:
        raise unreadable(text) from None
    if not interval.ends:
        raise unreadable(text)
    if interval.start and interval.end and interval.start.earliest > interval.end.latest:
        raise unreadable(text, reason="it ends before it starts")
    return interval


def is_canonical(text: str) -> bool:
    """Whether the text is EDTF and the one form that its meaning is kept in."""
    try:
        interval = parse(text)
    except UnreadableValue:
        return False
    seasons = [end for end in interval.ends if end.season]
    if interval.single is None:
        return not seasons
    return text == (_kept(seasons[0]) if seasons else interval.single.text)


def _kept(moment: Moment) -> str:
    return kept_season(moment.year, moment.season)


def kept_season(year: str, season: int) -> str:
    """Return the canonical text of a season: `2026-24`, but `2023-24/2023-24`."""
    text = f"{year}-{season}"
    return f"{text}/{text}" if looks_like_years(year, season) else text


def looks_like_years(year: str, number: int) -> bool:
    """Whether `2023-24` could be two years: seasons by any later year, others by the next one."""
    if not year.isdigit():
        return False
    gap = number - int(year) % 100
    return gap > 0 if number <= WINTER else gap == 1


def unreadable(text: object, reason: str = "", example: str = EXAMPLE) -> UnreadableValue:
    return UnreadableValue(text, kind=KIND, example=example, reason=reason)


def thirds(day: date) -> list[tuple[int, int]]:
    """Return first and last day of the early, middle and late third of this day's month."""
    return [(1, 10), (11, 20), (21, monthrange(day.year, day.month)[1])]


def _end(text: str) -> Moment | None:
    return None if text == OPEN else _moment(text)


@lru_cache(maxsize=8192)
def _moment(text: str) -> Moment:
    found = MOMENT.fullmatch(text)
    if not found or text.startswith("0000"):
        raise ValueError(text)
    earliest, latest = _span(found)
    mark = found["mark"] or ""
    return Moment(
        text=text,
        precision=_precision(found),
        earliest=earliest,
        latest=latest,
        season=int(found["season"] or 0),
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def _span(found: re.Match[str]) -> tuple[date, date]:
    """From the first to the last day, whatever the unknown digits are. Raises `ValueError`."""
    text = found["year"]
    if text.isdigit():
        return _span_in(int(text), found)
    years = range(max(1, int(text.replace("X", "0"))), int(text.replace("X", "9")) + 1)
    return _first_in(years, found)[0], _first_in(years[::-1], found)[1]


def _first_in(years: range, found: re.Match[str]) -> tuple[date, date]:
    """In the first of these years that has such a day: 29 February is not in all."""
    for year in years:
        try:
            return _span_in(year, found)
        except ValueError:
            continue
    raise ValueError(found[0])


def _span_in(year: int, found: re.Match[str]) -> tuple[date, date]:
    if found["season"]:
        first, last = MONTHS_OF[int(found["season"])]
        return date(year, first, 1), _end_of_month(year, last)
    if found["month"] is None:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(found["month"])
    if found["day"] is None:
        return date(year, month, 1), _end_of_month(year, month)
    day = date(year, month, int(found["day"]))
    return day, day


def _end_of_month(year: int, month: int) -> date:
    """Of a month counted on into the next year; `date.max` where no year follows."""
    if month > 12:
        year, month = year + 1, month - 12
    if year > date.max.year:
        return date.max
    return date(year, month, monthrange(year, month)[1])


def _precision(found: re.Match[str]) -> str:
    for name in ("day", "month", "season"):
        if found[name]:
            return name
    return {0: "year", 1: "decade", 2: "century"}[found["year"].count("X")]
