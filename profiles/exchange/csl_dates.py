"""Dates of CSL-JSON <-> EDTF, as exact as they came: `[[2023, 4]]` is `2023-04` and no day."""

import re
from typing import Any

import msgspec

from profiles.values import PartialDate, UnreadableValue
from profiles.values.date_parts import kept_season

PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?([~?%]?)")
SEASON = re.compile(r"(([0-9]{4})-2([1-4]))(?:/\1)?")
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


class CslDate(msgspec.Struct, rename="kebab"):
    date_parts: list[list[int | str]] = []
    season: int | str = ""
    circa: bool | int | str = False
    literal: str = ""
    raw: str = ""


def date_in(date: CslDate | str) -> str:
    """EDTF, or the words that the file has instead."""
    if isinstance(date, str):
        return date
    ends = ["-".join(_padded(parts)) for parts in date.date_parts if any(parts)]
    if not ends:
        return date.raw or date.literal
    if len(ends) == 1 and date.season:
        ends = [_season(ends[0][:4], date.season)]
    about = "~" if date.circa else ""
    return "/".join(f"{end}{about}" for end in ends)


def _season(year: str, season: int | str) -> str:
    """`2023-22`; `2023-24/2023-24` for a season that would read as two years."""
    number = SEASONS.get(str(season).casefold(), season)
    if str(number) not in "1234":
        return f"{year}-2{number}"
    return kept_season(year, 20 + int(number))


def _padded(parts: list[int | str]) -> list[str]:
    year, *rest = (str(part) for part in parts if part)
    return [year.zfill(4), *(part.zfill(2) for part in rest)]


def date_out(edtf: str) -> dict[str, Any]:
    """As parts where they can say it; otherwise in words. Empty for no date."""
    if not edtf:
        return {}
    if season := SEASON.fullmatch(edtf):
        return {"date-parts": [[int(season[2])]], "season": int(season[3])}
    ends = [PLAIN.fullmatch(end) for end in edtf.split("/")]
    plain = [end for end in ends if end]
    if len(plain) != len(ends):
        return {"literal": _in_words(edtf)}
    parts = [[int(part) for part in end.groups()[:3] if part] for end in plain]
    about = any(end[4] in ("~", "%") for end in plain)
    return {"date-parts": parts} | ({"circa": True} if about else {})


def _in_words(edtf: str) -> str:
    try:
        return PartialDate(edtf).display()
    except UnreadableValue:
        return edtf
