"""A date as exact as its source: a year, a month, a season, about then, or either of two."""

from datetime import date, timedelta
from typing import Self

from profiles.values import date_display, date_reading
from profiles.values.canonical import CanonicalText
from profiles.values.date_parts import Moment, is_canonical, parse, unreadable
from profiles.values.errors import UnreadableValue

# How far an approximate date reaches beyond itself, either way, by how precisely it is written.
REACH_IN_MONTHS = {"year": 12, "month": 2}
REACH_IN_DAYS = {"day": 15}


class PartialDate(CanonicalText):
    """Canonical EDTF text: `2023`, `2023-04`, `2023-12~`, `2026-22`, `2026/2027`. Never empty."""

    __slots__ = ()

    @classmethod
    def read(cls, value: object) -> Self:
        """Read EDTF, `Feb 2024`, `mid-2026`, `3. Quartal 2024`, a date, a datetime or a year (int).

        Raises UnreadableValue for what is no date, impossible, or could be two different ones;
        then its `example` has both, and each of them is read.
        """
        return cls.trusted(date_reading.read(value))

    @classmethod
    def _check(cls, text: str) -> None:
        if not isinstance(text, str) or not is_canonical(str(text)):
            raise unreadable(text)

    @property
    def earliest(self) -> date:
        """The first day it can mean; `date.min` where the start is open."""
        start = parse(str(self)).start
        return start.earliest if start else date.min

    @property
    def latest(self) -> date:
        """The last day it can mean, inclusive; `date.max` where the end is open."""
        end = parse(str(self)).end
        return end.latest if end else date.max

    @property
    def approximate(self) -> bool:
        return any(end.approximate for end in parse(str(self)).ends)

    @property
    def uncertain(self) -> bool:
        return any(end.uncertain for end in parse(str(self)).ends)

    @property
    def iso_value(self) -> str | None:
        """For `<time datetime>`: a year, year-month or day; None for seasons and intervals."""
        moment = parse(str(self)).single
        if moment is None or "X" in moment.year or moment.season:
            return None
        return moment.bare

    def display(self, locale: str = "en") -> str:
        """Return it in words: `about December 2023`, `early July 2026`. `locale`: a language code.

        `en` writes 4 July 2026, `en-us` July 4, 2026; other languages follow Babel, around
        English words where `date_language.phrases` has none of theirs.
        """
        return date_display.display(str(self), locale)

    def agrees_with(self, other: "PartialDate") -> bool:
        """Return whether both can be true: one lies within the other, as far as that reaches."""
        return _within(self, other) or _within(other, self)


def _within(inner: PartialDate, outer: PartialDate) -> bool:
    interval = parse(str(outer))
    first = _reach(outer.earliest, interval.start, -1)
    last = _reach(outer.latest, interval.end, +1)
    return first <= inner.earliest and inner.latest <= last


def _reach(day: date, moment: Moment | None, direction: int) -> date:
    """Move the day outward by what its approximate moment allows; the ends of time stay."""
    if moment is None or not moment.approximate:
        return day
    months = direction * REACH_IN_MONTHS.get(moment.precision, 0)
    days = timedelta(days=direction * REACH_IN_DAYS.get(moment.precision, 0))
    day_after = timedelta(days=1 if direction > 0 else 0)  # so that month ends stay month ends
    try:
        return _add_months(day + day_after, months) - day_after + days
    except (OverflowError, ValueError):
        return date.max if direction > 0 else date.min


def _add_months(day: date, months: int) -> date:
    """Add months to the first of a month; leave any other day when there is nothing to add."""
    if not months:
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1)


def day_in_words(edtf: str) -> str:
    """The text of a canonical date as people read it: `April 2023`; nothing for nothing."""
    return PartialDate(edtf).display() if edtf else ""


def label_in_words(label: str) -> str:
    """A label that may be a date, such as that of an edition, as people read it."""
    try:
        return day_in_words(label)
    except UnreadableValue:
        return label
