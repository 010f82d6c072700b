"""What editors paste -> canonical EDTF text. Generous about form, never guessing about meaning."""

import re
from collections.abc import Callable
from datetime import date, datetime

from profiles.values import date_parts
from profiles.values.date_parts import OPEN, is_canonical, unreadable
from profiles.values.errors import UnreadableValue
from profiles.values.typography import HYPHENS, plain

LONGEST = 100

MONTHS = [
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
]
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
PARTS_OF_YEAR = {"early": 37, "mid": 38, "late": 39}
THIRDS = {"early": 0, "mid": 1, "late": 2}

YEAR = r"(?P<year>[0-9]{4})"
MONTH = rf"(?P<month>{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in MONTHS)}|sept)\.?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
PART = r"(?P<part>early|mid|late)[- ](?:in )?"

APPROXIMATE = re.compile(
    r"(?:~|(?:about|around|approximately|roughly|circa)\b|(?:c|ca|approx)\.) ?"
)
SIGNS = re.compile(r"(?P<date>.*?) ?(?P<sign>[~?%]|\((?P<word>uncertain|\?)\))")

EITHER = (
    re.compile(r"between (?P<first>.+) and (?P<last>.+)"),
    re.compile(r"(?:from )?(?P<first>.+?) ?(?:/| - | (?:to|or|until|through) ) ?(?P<last>.+)"),
    re.compile(r"(?P<first>[0-9]{4})-(?P<last>[0-9]{4})"),
    re.compile(r"(?P<first>.*[a-z].*[0-9])-(?P<last>[a-z0-9].*[0-9])"),
    re.compile(r"(?P<first>[a-z]+)-(?P<last>[a-z]+\.? [0-9]{4})"),
)
SINCE = re.compile(r"since (?P<first>.+)")
UNTIL = re.compile(r"until (?P<last>.+)")

DAY_OR_MONTH_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})")
RANGE_OR_CODE = re.compile(rf"[0-9]{{4}}[^-{HYPHENS}0-9][0-9]{{2}}")


def read(value: object) -> str:
    """Return canonical EDTF for a text, date, datetime or year. Raises UnreadableValue."""
    if isinstance(value, date):  # a datetime too: profiles know days, not hours
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise unreadable("" if value is None else value)
    text = plain(str(value))
    if len(text) > LONGEST:
        raise unreadable(value)
    if is_canonical(text):
        _refuse_season_or_years(str(value).strip(), text)
        return text
    _refuse_ambiguous(text)
    found = _marked_by(_single, text.lower()) or _marked_by(_open, text.lower())
    found = found or _marked_by(_range, text.lower())
    if not found:
        raise unreadable(value)
    try:
        date_parts.parse(found)
    except UnreadableValue as error:
        raise unreadable(value, error.reason) from None
    return found


def _refuse_ambiguous(text: str) -> None:
    numeric = DAY_OR_MONTH_FIRST.fullmatch(text)
    if not numeric:
        return
    day, month, year = (int(group) for group in numeric.groups())
    if month > 12:
        day, month = month, day
    year = year if year > 99 else 2000 + year
    example = f"{year:04}-{month:02}-{day:02}"
    if not is_canonical(example):
        example = "2012-02-01"
    raise unreadable(text, "is the day or the month first?", example)


def _refuse_season_or_years(typed: str, text: str) -> None:
    """`2023–24` with a dash is two years to its writer, and winter 2023 to EDTF."""
    if RANGE_OR_CODE.fullmatch(typed) and text[5:] > "12":
        example = f"{text[:4]}/{text[:2]}{text[5:]}"
        raise unreadable(typed, "is it two years or a season?", example)


def _marked_by(read_date: Callable[[str], str | None], text: str) -> str | None:
    """Read a date with its marks: `about 2026 or 2027`, `2023 (uncertain)`."""
    rest, mark = _marks(text)
    found = read_date(rest)
    return found and _marked(found, mark)


def _end(text: str) -> str | None:
    """Read one end of a range; an end is no range itself, so any text is refused quickly."""
    return _marked_by(_single, text)


def _marks(text: str) -> tuple[str, str]:
    approximate = uncertain = False
    while begins := APPROXIMATE.match(text):
        approximate, text = True, text[begins.end() :]
    while ends := SIGNS.fullmatch(text):
        approximate |= ends["sign"] in ("~", "%")
        uncertain |= ends["sign"] != "~"
        text = ends["date"]
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}
    return text, mark.get((approximate, uncertain), "")


def _marked(found: str, mark: str) -> str | None:
    """Put the mark on each end; EDTF marks no season, so one becomes its months first."""
    if not mark:
        return found
    if any(end[-1] in "~?%" for end in found.split("/")):
        return None
    ends = _months(found).split("/")
    return "/".join(end if end == OPEN else end + mark for end in ends)


def _months(found: str) -> str:
    """Return a season's first and last month, and any other date as it is."""
    if not is_canonical(found):
        return found
    moment = date_parts.parse(found).single
    if moment is None or moment.precision != "season":
        return found
    return f"{moment.earliest:%Y-%m}/{moment.latest:%Y-%m}"


def _single(text: str) -> str | None:
    if "/" not in text and is_canonical(text.upper()):
        return text.upper()
    for pattern, write in FORMS:
        found = pattern.fullmatch(text)
        if found:
            return write(found)
    return _timestamp(text)


def _open(text: str) -> str | None:
    if since := SINCE.fullmatch(text) or re.fullmatch(r"(?P<first>.+)/(?:\.\.)?", text):
        first = _end(since["first"])
        return first and f"{first.split('/')[0]}/{OPEN}"
    if until := UNTIL.fullmatch(text) or re.fullmatch(r"(?:\.\.)?/(?P<last>.+)", text):
        last = _end(until["last"])
        return last and f"{OPEN}/{last.split('/')[-1]}"
    return None


def _range(text: str) -> str | None:
    for pattern in EITHER:
        found = pattern.fullmatch(text)
        if not found:
            continue
        last = _end(found["last"])
        first = _end(found["first"]) or (last and _end(f"{found['first']} {last[:4]}"))
        if first and last:
            return f"{_months(first).split('/')[0]}/{_months(last).split('/')[-1]}"
    return None


def _timestamp(text: str) -> str | None:
    if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]", text):
        return None
    try:
        return datetime.fromisoformat(text.upper().replace(" UTC", "Z")).date().isoformat()
    except ValueError:
        return None


def _month(found: re.Match[str]) -> str:
    number = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(found["month"][:3]))
    return f"{found['year']}-{number:02}"


def _day(found: re.Match[str]) -> str:
    return f"{_month(found)}-{int(found['day']):02}"


def _third_of_month(found: re.Match[str]) -> str:
    month = _month(found)
    first, last = date_parts.thirds(date.fromisoformat(f"{month}-01"))[THIRDS[found["part"]]]
    return f"{month}-{first:02}/{month}-{last:02}"


def _numbers(found: re.Match[str]) -> str:
    parts = found.groupdict()
    return "-".join([parts["year"], *(f"{int(parts[p]):02}" for p in ("m", "d") if parts.get(p))])


def _quarter(found: re.Match[str]) -> str:
    return f"{found['year']}-{32 + int(found['quarter'])}"


def _half(found: re.Match[str]) -> str:
    return f"{found['year']}-{39 + int(found['half'])}"


FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
    (re.compile(rf"{MONTH},? (?:of )?{YEAR}"), _month),
    (re.compile(rf"{DAY} (?:of )?{MONTH},? {YEAR}"), _day),
    (re.compile(rf"{MONTH} {DAY},? {YEAR}"), _day),
    (re.compile(rf"{PART}{MONTH},? {YEAR}"), _third_of_month),
    (re.compile(rf"{PART}{YEAR}"), lambda m: f"{m['year']}-{PARTS_OF_YEAR[m['part']]}"),
    (
        re.compile(rf"(?P<season>{'|'.join(SEASONS)}),? (?:of )?{YEAR}"),
        lambda m: f"{m['year']}-{SEASONS[m['season']]}",
    ),
    (re.compile(rf"q(?P<quarter>[1-4]),? ?(?:of )?{YEAR}"), _quarter),
    (re.compile(rf"{YEAR}[- ]?q(?P<quarter>[1-4])"), _quarter),
    (re.compile(rf"h(?P<half>[12]),? ?(?:of )?{YEAR}"), _half),
    (re.compile(rf"{YEAR}[- ]?h(?P<half>[12])"), _half),
    (re.compile(r"(?:the )?(?P<decade>[0-9]{3})0s"), lambda m: f"{m['decade']}X"),
    (re.compile(rf"{YEAR}[/.](?P<m>[0-9]{{1,2}})[/.](?P<d>[0-9]{{1,2}})"), _numbers),
    (re.compile(rf"(?P<m>[0-9]{{1,2}})/{YEAR}"), _numbers),
]
