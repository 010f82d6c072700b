"""Since and until, after and before: dates that one end is not known of."""

from datetime import timedelta

from profiles.values.date_language.marks import SIGNS, months_of
from profiles.values.date_language.questions import ask
from profiles.values.date_language.ranges import BETWEEN, end_of
from profiles.values.date_language.vocabulary import Token, kinds
from profiles.values.date_parts import OPEN, Moment, is_canonical, parse

EARLY, LATE = 0, 2
EVE = timedelta(days=1)
LENGTHS = {"day": 10, "month": 7, "year": 4}


def open_ended(of: list[Token]) -> str | None:
    """Return what is open on one side; None if these tokens are not. Raises Asks."""
    form = kinds(of)
    if len(form) < 2:
        return None
    return _begins(form, of) or _ends(form, of)


def _begins(form: str, of: list[Token]) -> str | None:
    """By its first word: `since 2019`, `until May 2024`, `before 2010`, `unknown/2024`."""
    match form[0]:
        case "i" | "F" if not BETWEEN.intersection(form):
            return since(of[1:]) if form[0] == "i" or of[0][1] else end_of(of[1:])
        case "u":
            return until(of[1:])
        case "<" | ">":
            return _beyond(form[0], of[1:])
        case "X" if of[0][1] == "open" and form[1] in "-/T":
            return until(of[2:])
        case "/":
            return until(of[1:])
        case "-":
            _ask_until(of[1:])
    return None


def _ends(form: str, of: list[Token]) -> str | None:
    """By its last: `2019 onwards`, `2024 or earlier`, `2019–present`, `2019-`."""
    match form[-1]:
        case "E":
            return since(of[:-1])
        case "L":
            return until(of[:-1])
        case "X" if form[-2] in "-/Tu":
            return since(of[1:-2] if form[0] in "iF" else of[:-2])
        case "X" | "-" | "/":
            return since(of[:-1])
    return None


def _ask_until(of: list[Token]) -> None:
    """`-2019` is a year before Christ in EDTF, and the end of a time elsewhere."""
    last = end_of(of)
    end = last and months_of(last).split("/")[-1]
    if end and is_canonical(end):
        ask("is it until then?", f"until {end}")


def since(of: list[Token]) -> str | None:
    first = end_of(of)
    return first and f"{months_of(first).split('/')[0]}/{OPEN}"


def until(of: list[Token]) -> str | None:
    last = end_of(of)
    return last and f"{OPEN}/{months_of(last).split('/')[-1]}"


def _beyond(side: str, of: list[Token]) -> str | None:
    """`before 2010` ends with 2009; `before the end of 2010` and `after early 2010` lie within."""
    parts = [value for kind, value in of if kind == "P"]
    if side == "<" and LATE in parts:
        return until(of)
    if side == ">" and EARLY in parts:
        return since(of)
    found = end_of(of)
    if not found or not is_canonical(found):
        return None
    first, last = months_of(found).split("/")[0], months_of(found).split("/")[-1]
    edge = _beside(parse(first if side == "<" else last).ends[0], side)
    return edge and (f"{OPEN}/{edge}" if side == "<" else f"{edge}/{OPEN}")


def _beside(end: Moment, side: str) -> str | None:
    """The year, month or day before or after one, marked as it is."""
    sign = end.text[-1] if end.text[-1] in SIGNS else ""
    try:
        day = end.earliest - EVE if side == "<" else end.latest + EVE
    except OverflowError:
        return None
    return day.isoformat()[: LENGTHS.get(end.precision, 4)] + sign
