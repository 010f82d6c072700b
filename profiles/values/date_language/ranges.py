"""From one date to another, or one of the two.

One rule: an end that names no year of its own is no start of a range whose other end is a bare
year. `Q1-2024` is the quarter, and `May to 2024` is asked. Otherwise it has the year, and where it
needs one the month, of the other end: `3 to 5 May 2024`.
"""

import re
from collections.abc import Iterator

from profiles.values.date_language.marks import marked, months_of, without_marks
from profiles.values.date_language.moments import moment
from profiles.values.date_language.questions import Asks, ask
from profiles.values.date_language.vocabulary import Token, kinds
from profiles.values.date_parts import is_canonical

DATED = set("YZDCdv")
BETWEEN = set("TRKu")
NUMBERS = set("YN-/")
YEARS = re.compile("Y(?:[RK]?Y)+")  # 2023, 2024 and 2025


def end_of(of: list[Token]) -> str | None:
    """Read one end of a range; an end is no range itself, so any text is refused quickly."""
    rest, sign = without_marks(of)
    found = moment(rest)
    return found and marked(found, sign)


def between(of: list[Token]) -> str | None:
    """Return the range, read at the first place that makes two dates of it. Raises Asks."""
    if of and of[0][0] in "FBi":
        of = of[1:]
    if YEARS.fullmatch(kinds(of)):
        years = [value for kind, value in of if kind == "Y"]
        return f"{years[0]}/{years[-1]}" if years == sorted(set(years)) else None
    asked: Asks | None = None
    for place in _places(kinds(of)):
        try:
            if found := _divided(of[:place], of[place][0], of[place + 1 :]):
                return found
        except Asks as question:
            asked = asked or question
    if asked:
        raise asked
    return None


def _places(form: str) -> Iterator[int]:
    """Where a range may be divided: at a word, else at a dash, else at a slash."""
    for joints in (BETWEEN, "-", "/"):
        yield from (place for place in range(1, len(form) - 1) if form[place] in joints)


def _divided(first: list[Token], joint: str, last: list[Token]) -> str | None:
    first, last = _as_decades(first, last)
    last = _with_its_month(first, last)
    end = end_of(last)
    if end is None:
        _ask_for_one_year(first, last)
        return None
    is_dated = DATED.intersection(kinds(first)) or kinds(first) in ("QN", "HN")
    if not is_dated:
        first = _with_its_year(first, joint, last)
    elif joint == "/" and kinds(last) == "Y" and kinds(first) != "Y":
        return None  # `May 2022/2023`: of both years?
    start = end_of(first)
    if start is None:
        return None
    whole = _from_to(start, end)
    if not is_dated and not is_canonical(whole):
        _ask_for_the_year_before(whole)
    return whole


def _from_to(start: str, end: str) -> str:
    first, last = months_of(start).split("/")[0], months_of(end).split("/")[-1]
    return first if first == last else f"{first}/{last}"


def _as_decades(first: list[Token], last: list[Token]) -> tuple[list[Token], list[Token]]:
    """Beside the 1990s, the 2000s are a decade."""
    if {"D", "d"} <= {kind for kind, _ in [*first, *last]}:
        return _decades(first), _decades(last)
    return first, last


def _decades(end: list[Token]) -> list[Token]:
    return [("D", f"{value}0X") if kind == "d" else (kind, value) for kind, value in end]


def _with_its_month(first: list[Token], last: list[Token]) -> list[Token]:
    """The end of `May 10-12, 2024` has the month of its start, that of `Q1-3 2024` is a quarter."""
    if kinds(last) not in ("NY", "OY"):
        return last
    if kinds(first) in ("MN", "MO"):
        return [first[0], *last]
    if kinds(first) in ("Q", "H"):
        return [(first[0][0], int(last[0][1])), last[1]]
    return last if NUMBERS.issuperset(kinds(first)) else []  # beside words it is no month


def _with_its_year(first: list[Token], joint: str, last: list[Token]) -> list[Token]:
    """The start with what only the end says: the year, or the month and the year."""
    if kinds(last) == "Y":
        _ask_for_two_years(first, joint, last)
        return []
    noun = next((place for place, (kind, _) in enumerate(last) if kind in "QHC"), None)
    if noun is not None and kinds(first) in ("O", "N", "PO"):  # first and second quarter 2024
        return [*first[:-1], (last[noun][0], int(first[-1][1])), *last[noun + 1 :]]
    candidates = ([*first, *last[place:]] for place in range(1, len(last)))
    return next((each for each in candidates if kinds(each) != "NY" and end_of(each)), [])


def _ask_for_two_years(first: list[Token], joint: str, last: list[Token]) -> None:
    alone, year = end_of([*first, *last]), last[0][1]
    if alone and joint in "RK":
        ask("which of the two?", alone, year)
    if alone and joint in BETWEEN:
        ask("is it in that year, or from then to its end?", alone, _from_to(alone, year))


def _ask_for_one_year(first: list[Token], last: list[Token]) -> None:
    """`June 2023 – August`: most likely of the same year."""
    years = [token for token in first if token[0] == "Y"] if kinds(last) not in ("", "N") else []
    start, end = (end_of(first), end_of([*last, *years])) if len(years) == 1 else (None, None)
    if start and end and is_canonical(whole := _from_to(start, end)):
        ask("does it end in the same year?", whole)


def _ask_for_the_year_before(whole: str) -> None:
    """`Dec–Jan 2024` begins in the year before."""
    first, _, last = whole.partition("/")
    year = first[:4]
    if year.isdigit() and is_canonical(first) and is_canonical(last) and last.startswith(year):
        ask("does it begin in the year before?", f"{int(year) - 1:04}{first[4:]}/{last}")
