"""Early, mid and late: the three parts of a year, a month, a decade.

One rule for whatever is spoken of by its parts. *Early*, *beginning*, *start*, Anfang and début are
its first third; *mid*, Mitte, milieu its second; *late*, *end*, Ende and fin its last. *End of* is
not narrower than *late*, for French and German have one word for both, and the wider span is true.

    of a year     EDTF's thirds: January to April, May to August, September to December
    of a half, a quarter, a season of three months     its months
    of a month    its days 1 to 10, 11 to 20, 21 to the last
    of a decade   years 0 to about 3, about 4 to about 6, about 7 to 9
    of a century  years 00 to about 33, about 34 to about 66, about 67 to 99
"""

from datetime import date

from profiles.values.date_parts import (
    MONTHS_OF,
    WINTER,
    Interval,
    Moment,
    is_canonical,
    kept_season,
    parse,
    thirds,
)

PARTS = range(3)
OF_A_DECADE = ("{0}0/{0}3~", "{0}4~/{0}6~", "{0}7~/{0}9")
OF_A_CENTURY = ("{0}00/{0}33~", "{0}34~/{0}66~", "{0}67~/{0}99")
FIRST_THIRD = 37


def third_of(whole: str, part: int) -> str | None:
    """Return the text of the part 0, 1 or 2 of a year, month, season, decade or century."""
    moment = parse(whole).single
    if moment is None or ("X" in moment.year and moment.precision in ("month", "season")):
        return None
    match moment.precision:
        case "year":
            return kept_season(moment.year, FIRST_THIRD + part)
        case "month":
            first, last = thirds(moment.earliest)[part]
            return f"{moment.bare}-{first:02}/{moment.bare}-{last:02}"
        case "season":
            return _months(moment, part)
        case "decade":
            return OF_A_DECADE[part].format(moment.year[:3])
        case "century":
            return OF_A_CENTURY[part].format(moment.year[:2])
    return None


def half_of_month(month: str, half: int) -> str:
    """Return the days of `first half of May 2024`."""
    last = thirds(date.fromisoformat(f"{month}-01"))[2][1]
    return f"{month}-01/{month}-15" if half == 1 else f"{month}-16/{month}-{last}"


def half_of_years(half: int, years: str) -> str:
    """Return the years of `first half of the 1990s`, of `199X` or `19XX`."""
    known = years.rstrip("X")
    ends = ("0", "4", "5", "9") if len(known) == 3 else ("00", "49", "50", "99")
    return f"{known}{ends[2 * half - 2]}/{known}{ends[2 * half - 1]}"


def named_part(interval: Interval) -> tuple[str, int] | None:
    """Return `("2026-07", 0)` for the days of early July 2026; None for what has no such name."""
    start, end = interval.start, interval.end
    if not (start and end) or start is end or "X" in start.text + end.text:
        return None
    for whole in {"day": (7,), "year": (3, 2)}.get(start.precision, ()):
        text = start.text[:whole].ljust(4, "X")
        for part in PARTS:
            if is_canonical(text) and third_of(text, part) == f"{start.text}/{end.text}":
                return text, part
    return None


def _months(moment: Moment, part: int) -> str | None:
    if moment.season == WINTER:
        return None
    first, last = MONTHS_OF[moment.season]
    length = (last - first + 1) // 3
    start = first + part * length
    months = [f"{moment.year}-{start:02}", f"{moment.year}-{start + length - 1:02}"]
    return months[0] if length == 1 else "/".join(months)
