"""Tokens that are numbers, or words with a year of two digits: what they can mean."""

from datetime import date, timedelta

from profiles.values.date_language import questions
from profiles.values.date_language.questions import ask
from profiles.values.date_language.vocabulary import NEWEST_SHORT, OLDEST_SHORT
from profiles.values.date_parts import is_canonical, kept_season

LAST_DAY, LAST_MONTH = 31, 12
FIRST = {"Q": 32, "H": 39}


def read(form: str, values: list[object], joints: str) -> str | None:
    """`form` has the letters of the tokens without dashes and slashes, `joints` with them."""
    texts = [str(value) for value in values]
    match form:
        case "YN":
            return _year_and_number(texts[0], texts[1], joints)
        case "NY":
            return f"{texts[1]}-{int(texts[0]):02}" if 1 <= int(texts[0]) <= LAST_MONTH else None
        case "YNN":
            return f"{texts[0]}-{int(texts[1]):02}-{int(texts[2]):02}"
        case "NNY":
            questions.day_or_month(int(texts[0]), int(texts[1]), int(texts[2]))
        case "NNN" if len(texts[2]) == 2:
            questions.day_or_month(*(int(text) for text in texts), is_short=True)
        case "YJ" if joints == "Y-J":
            return _day_of_year(texts[0], int(texts[1]))
        case "QN" | "HN" | "NQ" | "NH":
            return _short_year_of(form, texts)
        case "MN" | "NM" | "SN" | "PN" | "NMN" | "MNN" | "OMN" | "MON":
            return _short_year(form, texts)
    return None


def _year_and_number(year: str, number: str, joints: str) -> str | None:
    """`2024-6`, `2010-11`, `2023. 12` are months; `2008-9`, `2010/11` and `2023-24` are asked."""
    value, ending = int(number), int(year[-len(number) :])
    is_short = len(number) == 1 and value == ending + 1 and joints != "YN"
    is_later = len(number) == 2 and value > ending and (value > LAST_MONTH or "/" in joints)
    if is_short or is_later:
        questions.two_years(int(year), number)
    return f"{year}-{value:02}" if 1 <= value <= LAST_MONTH else None


def _day_of_year(year: str, number: int) -> str | None:
    """ISO's `2024-155`."""
    if not 1 <= number <= 366 or not is_canonical(year):
        return None
    day = date(int(year), 1, 1) + timedelta(days=number - 1)
    return day.isoformat() if day.year == int(year) else None


def _short_year_of(form: str, texts: list[str]) -> str | None:
    """`3Q24`: reports number quarters so, and no day is near."""
    letter, number = sorted(zip(form, texts, strict=True), reverse=True, key=_is_letter)
    years = _years(number[1])
    return kept_season(years[0], FIRST[letter[0]] + int(letter[1])) if len(years) == 1 else None


def _is_letter(pair: tuple[str, str]) -> bool:
    return pair[0] in FIRST


def _short_year(form: str, texts: list[str]) -> str | None:
    """`May 24` is a day or a year; `May 98` is a year, and so is the last of `3 May 24`."""
    last, months = texts[-1], [text for kind, text in zip(form, texts, strict=True) if kind == "M"]
    if form in ("SN", "PN"):
        ask("which year is it?", *(f"{_name(form, texts)} {year}" for year in _years(last)))
    month = f"{int(months[0]):02}"
    if form == "MN":
        years = _years(last)
        if int(last) > LAST_DAY and len(years) == 1:
            return f"{years[0]}-{month}"
        days = [f"{years[0]}-{month}-{int(last):02}"] if int(last) <= LAST_DAY else []
        _ask_which_year(*(f"{year}-{month}" for year in years), *days)
    if form == "NM":
        return None
    day = texts[0] if form[0] != "M" else texts[1]
    dates = [f"{year}-{month}-{int(day):02}" for year in _years(last)]
    if int(last) <= LAST_DAY and form == "NMN":
        dates += [f"{year}-{month}-{int(last):02}" for year in _years(day.zfill(2))]
    _ask_which_year(*dates)
    return None


def _ask_which_year(*choices: str) -> None:
    possible = [choice for choice in choices if is_canonical(choice)]
    if possible:
        ask("which year is it?", *possible)


def _years(text: str) -> list[str]:
    """The years that two digits most likely are; none of one digit."""
    if len(text) != 2:
        return []
    if text >= str(OLDEST_SHORT):
        return [f"19{text}"]
    return [f"20{text}"] if text <= str(NEWEST_SHORT) else [f"19{text}", f"20{text}"]


def _name(form: str, texts: list[str]) -> str:
    names = ("early", "mid", "late") if form[0] == "P" else ()
    return names[int(texts[0])] if names else questions.SEASONS[int(texts[0])]
