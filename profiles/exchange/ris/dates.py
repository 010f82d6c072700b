"""DA, PY and Y1 -> EDTF. `YYYY/MM/DD/other` in RIS; others write all kinds of dates there.

Each is read; the one that lies within every other is the date. If they disagree nobody here knows
which is meant, and the entry is reported.
"""

import re
from collections.abc import Mapping

from profiles.exchange.entries import UnreadableEntry
from profiles.exchange.statements.dates import (
    as_said,
    most_exact,
    no_date,
    read_or_none,
    says_nothing,
    within,
)
from profiles.exchange.statements.month_words import whole_date

TAGS = ("DA", "PY", "Y1")
SLASHED = re.compile(r"([0-9]{4})/([^/]*)(?:/([^/]*))?(?:/(.*))?")
BARE_YEAR = re.compile(r"\[?\(?([0-9]{4})\)?\]?[a-z]?/*")
YEAR_FIRST = re.compile(r"([0-9]{4})[- ,]+(?=.*[a-z]{3})([a-z0-9 .,–-]+)", re.IGNORECASE)
WITHOUT_YEAR = re.compile(r"(?!.*[0-9]{4})(?=.*[a-z]{3}).*", re.IGNORECASE)


def published(tags: Mapping[str, list[str]]) -> tuple[str, list[str]]:
    """The date; remarks. Raises `UnreadableEntry` where two dates disagree."""
    said = [(tag, text) for tag in TAGS for text in tags.get(tag, []) if text.strip(" /")]
    year = next((found[1] for _, text in said if (found := BARE_YEAR.fullmatch(text))), "")
    year = year or next((text[:4] for tag, text in said if tag != "DA" and text[:4].isdigit()), "")
    dates: list[tuple[str, str]] = []
    remarks: list[str] = []
    for tag, text in said:
        date, remark = _read(tag, text, year)
        remarks += [remark] if remark else []
        dates += [(tag, date)] if date else []
    return _one_of(dates), remarks


def _one_of(dates: list[tuple[str, str]]) -> str:
    unread = [date for _, date in dates if not read_or_none(date)]
    if unread or len(dates) < 2:
        return (unread or [date for _, date in dates] or [""])[0]
    found = most_exact(date for _, date in dates)
    if not found:
        told = " and ".join(f"{date} ({tag})" for tag, date in dates)
        raise UnreadableEntry("published", f"It has dates that disagree: {told}. Keep one of them.")
    return found


def _read(tag: str, text: str, year: str) -> tuple[str, str]:
    """A date, or words that are none; a remark."""
    text = " ".join(text.split())
    if says_nothing(text) and not (year and read_or_none(f"{text} {year}")):
        return "", no_date(tag, text)
    if bare := BARE_YEAR.fullmatch(text):
        is_odd = bare[1] != text.rstrip("/")
        return bare[1], f"{tag}: “{text}” was read as {bare[1]}." if is_odd else ""
    if found := SLASHED.fullmatch(text):
        return _slashed(tag, *(part or "" for part in found.groups()))
    if found := YEAR_FIRST.fullmatch(text):
        return whole_date(found[1], found[2]), ""
    if year and WITHOUT_YEAR.fullmatch(text):
        return whole_date(year, text), ""
    return as_said(text.rstrip("/")), ""


def _slashed(tag: str, year: str, month: str, day: str, other: str) -> tuple[str, str]:
    month, day, other = (part.strip() for part in (month, day, other))
    month, day = ("" if part.strip("0") == "" else part for part in (month, day))
    if not month:
        date = year
        other = " ".join(filter(None, [day, other]))
    elif month.isdigit() and len(month) == 4 and not day and not other:
        return as_said(f"{year}/{month}"), ""
    else:
        date = whole_date(year, month, day)
    if not other:
        return date, ""
    words = [form for form in (read_or_none(other), read_or_none(f"{other} {year}")) if form]
    words += [form] if (form := read_or_none(whole_date(year, other))) else []
    read = read_or_none(date)
    is_season = re.compile(rf"{year}-2[1-4]").match  # a winter reaches into the next year
    if read and (finer := [f for f in words if within(f, read) or (read == year and is_season(f))]):
        return finer[0], ""
    if read and any(within(read, form) for form in words):
        return date, ""
    return date, f"{tag}: “{other}” was left out."
