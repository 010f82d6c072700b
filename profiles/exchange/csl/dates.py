"""`issued` of CSL-JSON <-> EDTF, as exact as it came: `[[2023, 4]]` is `2023-04` and no day."""

import re
from typing import Any

from profiles.exchange.statements.dates import (
    PSEUDO_MONTHS,
    SEASON_WORDS,
    as_edtf,
    as_said,
    no_date,
    read_or_none,
    says_nothing,
    season,
    within,
)
from profiles.exchange.statements.month_words import SEASONS, whole_date
from profiles.values import PartialDate, UnreadableValue

PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?(~?)")
SEASON = re.compile(r"(([0-9]{4})-2([1-4]))(?:/\1)?")
EDTF_RANGE = re.compile(r"[-0-9Xx~?%.]+/[-0-9Xx~?%.]*")
FALSE = ("", "0", "0.0", "false", "no", "null", "none")
NUMBERED = {"1": "21", "2": "22", "3": "23", "4": "24"} | PSEUDO_MONTHS
SHAPES = {"date-parts", "literal", "raw", "edtf", "year"}


class NoDate(ValueError):
    """It has no shape that CSL gives a date; the message says what to write."""


def date_in(issued: Any) -> tuple[str, list[str]]:
    """EDTF, or the words that the file has instead; remarks. Raises `NoDate`."""
    if isinstance(issued, bool):
        raise NoDate("Expected `object`, got `bool`")
    if issued is None or issued in ({}, []):
        return "", []
    if isinstance(issued, str | int | float):
        return _in_text(_number(issued))
    if isinstance(issued, list):
        return _in_list(issued), []
    found = _in_parts(issued)
    said = next((str(issued[k]) for k in ("edtf", "raw", "literal") if issued.get(k)), "")
    if not found and not said and not issued.keys() & SHAPES:
        raise NoDate("Expected `date-parts`, `literal` or `raw`")
    if not found:
        read, remarks = (as_edtf(said), []) if issued.get("edtf") else _in_text(said)
        return (_about(read) if _is_true(issued.get("circa")) else read), remarks
    remarks = []
    if said and said != found and not _is_same(said, found):
        remarks.append(f"issued: it says “{said}” too, which was left out.")
    return found, remarks


def _in_text(text: str) -> tuple[str, list[str]]:
    if not text.strip():
        return "", []
    if says_nothing(text):
        return "", [no_date("issued", text)]
    return (as_edtf(text) if EDTF_RANGE.fullmatch(text) else as_said(text)), []


def _is_same(words: str, date: str) -> bool:
    read = read_or_none(words)
    return bool(read and read_or_none(date)) and within(date, read)


def _in_list(issued: list[Any]) -> str:
    """`[2009, 1]`, or as older tools wrote it: `[{"year": 2009, "month": 1}]`, two for a range."""
    if all(isinstance(each, dict) for each in issued):
        return _range([_in_parts(each) or "" for each in issued])
    return _range(_parts_of([issued] if not any(isinstance(e, list) for e in issued) else issued))


def _in_parts(date: dict[str, Any]) -> str:
    if "year" in date and not date.get("date-parts"):
        names = ("year", "month", "day")
        ends = [_end([date.get(name) for name in names], date.get("season"))]
    else:
        ends = _parts_of(date.get("date-parts"), date.get("season"))
    found = _range(ends)
    return _about(found) if found and _is_true(date.get("circa")) else found


def _parts_of(parts: Any, season: Any = None) -> list[str]:
    if parts is None:
        return []
    if not isinstance(parts, list):
        raise NoDate("Expected `array` of `array`: [[2023, 4, 1]]")
    if parts and not any(isinstance(each, list) for each in parts if each is not None):
        parts = [parts]
    if len(parts) > 2:
        raise NoDate("Expected one date, or two for a range")
    alone = season if len(parts) == 1 else None
    return [_end(each or [], alone) for each in parts]


def _range(ends: list[str]) -> str:
    """The end of an open range has no year: `[[2023, 4], [0]]`."""
    if not any(ends):
        return ""
    if len(ends) == 1 or ends[0] == ends[-1]:
        return ends[0]
    return as_edtf("/".join(_alone(end) or ".." for end in ends))


def _alone(end: str) -> str:
    """A season that is kept as a range of itself is one end of a range here."""
    found = SEASON.fullmatch(end)
    return found[1] if found else end


def _end(parts: Any, said_season: Any = None) -> str:
    if not isinstance(parts, list) or any(isinstance(part, list | dict | bool) for part in parts):
        raise NoDate("Expected numbers: [2023, 4, 1]")
    if len(parts) > 3:
        raise NoDate("Expected a year, a month and a day at most: [2023, 4, 1]")
    year, month, day = ([_number(part) for part in parts] + ["", "", ""])[:3]
    if not year:
        return ""
    year = f"-{year[1:].zfill(4)}" if year.startswith("-") else year.zfill(4)
    if not month:
        return _in_season(year, str(said_season or "").strip())
    return whole_date(year, month, day) if year.isdigit() else f"{year}-{month}"


def _in_season(year: str, said: str) -> str:
    if not said or said == "0":
        return as_said(year)
    name = said.casefold()
    number = SEASONS.get(name) or NUMBERED.get(name) or (name if name in SEASON_WORDS else "")
    return season(year, number) if number else as_said(f"{said} {year}")


def _number(part: Any) -> str:
    """`2023.0` is 2023; nothing, and nought, say nothing."""
    if isinstance(part, float) and part.is_integer():
        part = int(part)
    text = "" if part is None else str(part).strip()
    return "" if text.strip("0") == "" else text


def _is_true(circa: Any) -> bool:
    return circa is not None and str(circa).strip().casefold() not in FALSE


def _about(date: str) -> str:
    ends = date.split("/")
    marked = "/".join(end if end == ".." or end[-1:] in "~?%" else f"{end}~" for end in ends)
    return read_or_none(f"about {date}") or read_or_none(marked) or marked


def date_out(edtf: str) -> dict[str, Any]:
    """As parts where they can say it; otherwise in words. Empty for no date."""
    if not edtf:
        return {}
    if found := SEASON.fullmatch(edtf):
        return {"date-parts": [[int(found[2])]], "season": int(found[3])}
    ends = [PLAIN.fullmatch(end) for end in edtf.split("/")]
    plain = [end for end in ends if end]
    marks = {end[4] for end in plain}
    if len(plain) != len(ends) or len(marks) > 1:
        return {"literal": _in_words(edtf)}
    parts = [[int(part) for part in end.groups()[:3] if part] for end in plain]
    return {"date-parts": parts} | ({"circa": True} if marks == {"~"} else {})


def _in_words(edtf: str) -> str:
    try:
        return PartialDate(edtf).display()
    except UnreadableValue:
        return edtf
