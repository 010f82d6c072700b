"""What editors paste -> canonical EDTF text. Generous about form, never guessing about meaning.

Read it right, or ask: what could be two dates is refused with both, each of which is read when it
is typed. The words and their grammar are in `date_language`; EDTF itself is read as it stands,
unless it was typed with a dash that makes two years of it (`2023–24`).
"""

import re
from datetime import date, datetime

from profiles.values import date_parts
from profiles.values.date_language import expressions, questions
from profiles.values.date_language.marks import marked, months_of
from profiles.values.date_language.notations import plainer
from profiles.values.date_language.questions import Asks, Refused
from profiles.values.date_language.tokens import tokens
from profiles.values.date_parts import OPEN, is_canonical, looks_like_years, unreadable
from profiles.values.errors import UnreadableValue
from profiles.values.typography import DASHES, plain

LONGEST = 200

PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
DASHED = re.compile(
    rf"(?<![0-9])[0-9]{{2}}([0-9]{{2}}) ?[{DASHES}] ?([0-9]{{2}})(?![0-9{DASHES}]|[. ]*[^\W\d_])"
)
STAMP = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})[t ][0-9]")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EDTF = re.compile(r"[0-9]{2}[0-9x]{2}[-0-9x/~?%.]*|\.\./[-0-9x/~?%]+")


def read(value: object) -> str:
    """Return canonical EDTF for a text, date, datetime or year. Raises UnreadableValue."""
    if isinstance(value, date):  # a datetime too: profiles know days, not hours
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise unreadable("" if value is None else value)
    typed = str(value)
    if found := PLAIN.fullmatch(typed):
        return _plain(typed, found)
    text = plain(typed)
    if len(text) > LONGEST:
        raise unreadable(value)
    try:
        if not typed.isascii():
            _refuse_years(typed)
        text = text.lower()
        reading = _edtf(text) or _stamp(text) or _words(text)
    except Asks as question:
        choices = [choice for choice in question.choices if _is_read(choice)]
        if not choices:
            raise unreadable(value) from None
        raise unreadable(value, question.reason, " or ".join(choices)) from None
    except Refused as refusal:
        raise unreadable(value, str(refusal)) from None
    if not reading:
        raise unreadable(value)
    try:
        date_parts.parse(reading)
    except UnreadableValue as error:
        missing = "" if error.reason else _missing_day(reading)
        raise unreadable(value, error.reason or missing) from None
    return reading


def _is_read(choice: str) -> bool:
    """What is offered is read: `31 Feb to 2024` has no day to offer."""
    try:
        return bool(read(choice))
    except UnreadableValue:
        return False


def _plain(typed: str, found: re.Match[str]) -> str:
    """A year, a month or a day as ISO writes it: nearly every date of a workbook."""
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise unreadable(typed, _missing_day(typed)) from None
    return typed


def _edtf(text: str) -> str | None:
    if not EDTF.fullmatch(text):
        return None
    text = text.upper()
    if is_canonical(text):
        return text
    try:
        return _as_kept(date_parts.parse(text))
    except UnreadableValue:
        return None


def _as_kept(interval: date_parts.Interval) -> str | None:
    """EDTF that is not kept so: `2026-22~`, `2026-22/2026-23`, `2023/2023`."""
    if any(looks_like_years(end.year, end.season) for end in interval.ends if end.season):
        return None  # the grammar asks
    first, last = (
        marked(months_of(end.bare), end.text.removeprefix(end.bare)).split("/") if end else [OPEN]
        for end in (interval.start, interval.end)
    )
    return first[0] if first[0] == last[-1] else f"{first[0]}/{last[-1]}"


def _refuse_years(typed: str) -> None:
    """`2023–24` with a dash is two years to its writer, and `2025–35` ten; `2023–04` is a month."""
    years = DASHED.search(typed)
    if years and years[2] > years[1]:
        questions.two_years(int(years[0][:4]), years[2])


def _missing_day(found: str) -> str:
    month = found[:7]
    return "that month has no such day" if DAY.fullmatch(found) and is_canonical(month) else ""


def _words(text: str) -> str | None:
    plainest = plainer(text) or ""
    if plainest != text and (found := _edtf(plainest)):
        return found
    pieces = tokens(plainest)
    return expressions.read(pieces) if pieces else None


def _stamp(text: str) -> str | None:
    if not STAMP.match(text):
        return None
    try:
        return datetime.fromisoformat(text.upper().replace(" UTC", "Z")).date().isoformat()
    except ValueError:
        return None
