"""Tokens that are one date -> canonical text.

The table of forms is the grammar: the letters of the tokens, without dashes and slashes, for these
join the parts of one date as they like (`Q1/2024`, `11-Dec-2023`, `mid-May 2024`).
"""

from collections.abc import Callable
from datetime import date, timedelta

from profiles.values.date_language import numbers, questions
from profiles.values.date_language.questions import ask
from profiles.values.date_language.spans import half_of_month, half_of_years, third_of
from profiles.values.date_language.vocabulary import Token, kinds
from profiles.values.date_parts import WINTER, is_canonical, kept_season

JOINTS = "-/"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PART_NAMES = ("early", "mid", "late")


def moment(of: list[Token]) -> str | None:
    """Return canonical text; None if these tokens are no single date. Raises Asks."""
    form = kinds(of)
    if not form or form[0] in JOINTS or form[-1] in JOINTS:
        return None
    joints = form
    values = [value for _, value in of]
    if "-" in form or "/" in form or "W" in form:
        values = [value for kind, value in of if kind not in "-/W"]
        form = form.replace("-", "").replace("/", "").replace("W", "")
    write = FORMS.get(form)
    if write is None:
        return numbers.read(form, values, joints)
    found = write(*values)
    if found and "W" in joints:
        return _on(found, next(value for kind, value in of if kind == "W"))
    return found


def _on(found: str, weekday: int) -> str | None:
    """A day that was written with its weekday; other dates have none."""
    if len(found) != len("2024-06-03"):
        return None
    said = date.fromisoformat(found).weekday() if is_canonical(found) else weekday
    return found if said == weekday else ask(f"that day is a {DAYS[said]}", found)


def _month(month: int, year: str) -> str:
    return f"{year}-{month:02}"


def _day(day: str, month: int, year: str) -> str:
    return f"{year}-{month:02}-{int(day):02}"


def _season(season: int, year: str) -> str:
    return kept_season(year, season)


def _winter(season: int, year: str, following: str) -> str | None:
    """`winter 2022/2023`, `winter 2023-24`: December to February."""
    first = int(year)
    if season != WINTER or str(first + 1)[-len(following) :] != following:
        return None
    return f"{year}-12/{first + 1:04}-02"


def _quarter(quarter: int, year: str) -> str:
    return kept_season(year, 32 + quarter)


def _half(half: int, year: str) -> str:
    return kept_season(year, 39 + half)


def _part(part: int, year: str) -> str | None:
    return third_of(year, part) if is_canonical(year) else None


def _part_of_month(part: int, month: int, year: str) -> str | None:
    return _part(part, f"{year}-{month:02}")


def _part_of_season(part: int, season: int, year: str) -> str | None:
    if season == WINTER:
        questions.which_winter(int(year))
    return third_of(f"{year}-{season}", part)


def _half_of_month(half: int, month: int, year: str) -> str | None:
    text = f"{year}-{month:02}"
    return half_of_month(text, half) if is_canonical(text) else None


def _century(number: int) -> str:
    return f"{number - 1:02}XX"


def _after_weekday(is_one: bool, weekday: int, day: str, month: int, year: str) -> str | None:
    """`mar. 5 mars 2024`, `Mi 5. Juni 2024`: words that are a weekday here alone."""
    return _on(_day(day, month, year), weekday) if is_one else None


def _week(week: int, year: str, weekday: str = "") -> str | None:
    """An ISO week, from its Monday to its Sunday, or a day of it."""
    try:
        day = date.fromisocalendar(int(year), week, int(weekday or 1))
    except ValueError:
        return None
    return f"{day}" if weekday else f"{day}/{day + timedelta(days=6)}"


def _some_week(week: int, year: str) -> str:
    """English sources number weeks by ISO's rule or by that of their own calendar."""
    first = date(int(year), 1, 1)
    sunday = first - timedelta(days=(first.weekday() + 1) % 7) + timedelta(weeks=week - 1)
    ask("by which calendar?", f"{year}-W{week:02}", f"{sunday}/{sunday + timedelta(days=6)}")


def _week_of_month(week: str, _: object, month: int, year: str) -> str | None:
    """`first week of May 2024`: about its first seven days, for it begins on any weekday."""
    text, number = f"{year}-{month:02}", int(week)
    if not is_canonical(text):
        return None
    last = int(half_of_month(text, 2)[-2:])
    end = last if number == -1 else number * 7
    return f"{text}-{end - 6:02}~/{text}-{end:02}~" if end <= last else None


def _in_some_year(write: Callable[..., str | None]) -> Callable[..., str | None]:
    """`December of a year in the 2020s`: the same with `202X` as its year."""

    def written(*values: object) -> str | None:
        *parts, _, years = values
        if "X" not in str(years):
            years = _century(int(str(years)))
        text = write(*parts, years)
        return text if text and is_canonical(text) else None

    return written


def _third_of_some_year(part: int, year: str) -> str:
    return f"{year}-{37 + part}"


def _reordered(write: Callable[..., str | None], *order: int) -> Callable[..., str | None]:
    return lambda *values: write(*(values[place] for place in order))


def _decade_or_century(digits: str) -> None:
    questions.decade_or_century(digits)


def _part_of_either(part: int, digits: str) -> None:
    questions.decade_or_century(digits, PART_NAMES[part])


def _estimate(year: str, _: object) -> None:
    ask("is the year an estimate, or the figure for it?", f"about {year}", year)


FORMS: dict[str, Callable[..., str | None]] = {
    "Y": lambda year: year,
    "Z": lambda day: day,
    "MY": _month,
    "YM": _reordered(_month, 1, 0),
    "NMY": _day,
    "OMY": _day,
    "MNY": _reordered(_day, 1, 0, 2),
    "MOY": _reordered(_day, 1, 0, 2),
    "YMN": _reordered(_day, 2, 1, 0),
    "YMO": _reordered(_day, 2, 1, 0),
    "SY": _season,
    "YS": _reordered(_season, 1, 0),
    "SYY": _winter,
    "SYN": _winter,
    "QY": _quarter,
    "YQ": _reordered(_quarter, 1, 0),
    "HY": _half,
    "YH": _reordered(_half, 1, 0),
    "HMY": _half_of_month,
    "HD": half_of_years,
    "HC": lambda half, century: half_of_years(half, _century(century)),
    "MNMY": lambda name, day, month, year: _after_weekday(name == 3, 1, day, month, year),
    "PNMY": lambda name, day, month, year: _after_weekday(name == 1, 2, day, month, year),
    "PY": _part,
    "YP": _reordered(_part, 1, 0),
    "PMY": _part_of_month,
    "PSY": _part_of_season,
    "PQY": lambda part, quarter, year: third_of(f"{year}-{32 + quarter}", part),
    "PHY": lambda part, half, year: third_of(f"{year}-{39 + half}", part),
    "D": lambda years: years,
    "PD": _part,
    "C": _century,
    "PC": lambda part, century: _part(part, _century(century)),
    "d": _decade_or_century,
    "Pd": _part_of_either,
    "v": questions.which_decade,
    "Pv": lambda _, tens: questions.which_decade(tens),
    "Ye": _estimate,
    "GY": _week,
    "YG": _reordered(_week, 1, 0),
    "YGN": _reordered(_week, 1, 0, 2),
    "VY": _some_week,
    "YV": _reordered(_some_week, 1, 0),
    "OkMY": _week_of_month,
}
for years in "DC":
    FORMS |= {
        f"My{years}": _in_some_year(_month),
        f"NMy{years}": _in_some_year(_day),
        f"OMy{years}": _in_some_year(_day),
        f"MNy{years}": _in_some_year(_reordered(_day, 1, 0, 2)),
        f"Sy{years}": _in_some_year(_season),
        f"Qy{years}": _in_some_year(_quarter),
        f"Hy{years}": _in_some_year(_half),
        f"Py{years}": _in_some_year(_third_of_some_year),
    }
