"""About and perhaps: which marks a date has, and a date with them."""

from profiles.values.date_language import questions
from profiles.values.date_language.vocabulary import Token
from profiles.values.date_parts import MONTHS_OF, OPEN, WINTER, is_canonical, parse

MARKS = "AU%"
SIGNS = "~?%"


def without_marks(of: list[Token]) -> tuple[list[Token], str]:
    """Return the tokens between the marks around them, and the sign of these marks."""
    first, last, marks = 0, len(of), ""
    while first < last and of[first][0] in MARKS:
        marks += of[first][0]
        first += 1
    while last > first and of[last - 1][0] in MARKS:
        last -= 1
        marks += of[last][0]
    return (of[first:last], _sign(marks)) if marks else (of, "")


def _sign(marks: str) -> str:
    if "%" in marks or {"A", "U"} <= set(marks):
        return "%"
    return "~" if "A" in marks else "?"


def marked(found: str, sign: str) -> str:
    """Put the mark on each end; EDTF marks no season, so one becomes its months first."""
    if not sign:
        return found
    ends = months_of(found).split("/")
    return "/".join(end if end == OPEN else _also(end, sign) for end in ends)


def _also(end: str, sign: str) -> str:
    """`2023~` that is uncertain too is `2023%`."""
    bare = end.rstrip(SIGNS)
    return bare + (sign if end in (bare, bare + sign) else "%")


def months_of(found: str) -> str:
    """Return a season's first and last month, and any other date as it is. Raises Asks."""
    start = parse(found).start if is_canonical(found) else None
    if start is None or not start.season:
        return found
    if start.season == WINTER:
        if not start.year.isdigit():
            return start.year
        questions.which_winter(int(start.year))
    first, last = MONTHS_OF[start.season]
    return f"{start.year}-{first:02}/{start.year}-{last:02}"
