"""Canonical EDTF text -> the first and last day it can mean.

The part of EDTF (ISO 8601-2) that profiles need: years, months, days, decades (`202X`), centuries
(`20XX`), seasons (21 to 24), quarters (33 to 36), thirds (37 to 39) and halves (40, 41) of a year,
`~` approximate, `?` uncertain, `%` both, and intervals of these with `..` for an open end. The
seasons of a named hemisphere (25 to 32) are left out: `2026-27` is nearly always meant as years.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import struct_time

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
    """Return what canonical EDTF text means. Raises UnreadableValue for any other text."""
    first, slash, last = text.partition("/")
    try:
        if not slash:
            moment = _moment(text)
            return Interval(moment, moment)
        interval = Interval(_end(first), _end(last))
    except ValueError:
        raise unreadable(text) from None
    if not interval.ends:
        raise unreadable(text)
    if interval.start and interval.end and interval.start.earliest > interval.end.latest:
        raise unreadable(text, reason="it ends before it starts")
    return interval


def is_canonical(text: str) -> bool:
    try:
        parse(text)
    except UnreadableValue:
        return False
    return True


def unreadable(text: object, reason: str = "", example: str = EXAMPLE) -> UnreadableValue:
    return UnreadableValue(text, kind=KIND, example=example, reason=reason)


def third_of_month(interval: Interval) -> int | None:
    """Return 0, 1 or 2 where the interval is the early, middle or late third of one month."""
    start, end = interval.start, interval.end
    if not (start and end and start.precision == end.precision == "day"):
        return None
    if interval.single or {start.text, end.text} != {start.bare, end.bare}:
        return None
    first, last = start.earliest, end.latest
    if (first.year, first.month) != (last.year, last.month):
        return None
    span = (first.day, last.day)
    return next((third for third in range(3) if thirds(first)[third] == span), None)


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
    is_plain = found["season"] is None and found["year"].isdigit()
    earliest, latest = _plain_span(found) if is_plain else _span(text.rstrip("~?%"))
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


def _plain_span(found: re.Match[str]) -> tuple[date, date]:
    """Of a year, a month or a day. Raises `ValueError` for 2026-02-30."""
    year = int(found["year"])
    if found["month"] is None:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(found["month"])
    if found["day"] is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = date(year, month, int(found["day"]))
    return day, day


def _span(bare: str) -> tuple[date, date]:
    """Of a season, a decade, a century: rare, so whoever meets none is spared a slow import."""
    import edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    # edtf prints and then raises on what it cannot hold, so only the bare, matched shape goes in.
    try:
        known = edtf.parse_edtf(bare)
    except EDTFParseException as error:
        raise ValueError(bare) from error
    return _day(known.lower_strict()), _day(known.upper_strict())


def _precision(found: re.Match[str]) -> str:
    for name in ("day", "month", "season"):
        if found[name]:
            return name
    return {0: "year", 1: "decade", 2: "century"}[found["year"].count("X")]


def _day(moment: struct_time) -> date:
    """Clamp to what `date` can hold: `000X` begins before its first year."""
    if moment.tm_year < date.min.year:
        return date.min
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
