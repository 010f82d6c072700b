"""What can mean two things: a reason, and choices that are each read when they are typed."""

from typing import NoReturn

from profiles.values.date_parts import (
    AUTUMN,
    SPRING,
    SUMMER,
    WINTER,
    is_canonical,
    looks_like_years,
)

SEASONS = {SPRING: "spring", SUMMER: "summer", AUTUMN: "autumn", WINTER: "winter"}


class Asks(ValueError):
    """It could be read in more than one way, or in one that may not be meant."""

    def __init__(self, reason: str, *choices: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.choices = choices


class Refused(ValueError):
    """It is a date, and one that cannot be kept."""


def ask(reason: str, *choices: str) -> NoReturn:
    raise Asks(reason, *dict.fromkeys(choices))


def day_or_month(first: int, second: int, year: int, *, is_short: bool = False) -> NoReturn:
    """`03/04/2024`; of `4-7-26` the year may also stand first."""
    dates = [(year, second, first), (year, first, second)]
    if is_short:
        dates = [(2000 + year, second, first), (2000 + year, first, second)]
        dates.append((2000 + first, second, year))
    written = [f"{y:04}-{m:02}-{d:02}" for y, m, d in dates]
    choices = [text for text in written if is_canonical(text)]
    ask("is the day or the month first?", *(choices or ["2012-02-01"]))


def two_years(year: int, last: str) -> NoReturn:
    """`2023-24`, `2010/11`, `2023-4`: years, or also a season or a month of the first."""
    number = int(last)
    later = f"{year}/{str(year)[: -len(last)]}{last}"
    if looks_like_years(f"{year:04}", number) and number in SEASONS:
        ask("is it two years or a season?", later, f"{SEASONS[number]} {year}")
    if number <= 12:
        ask("is it two years or a month?", later, f"{year}-{number:02}")
    if number in (*range(33, 37), 40, 41):
        name = f"Q{number - 32}" if number < 40 else f"H{number - 39}"
        ask("is it two years or a part of one?", later, f"{name} {year}")
    ask("is it two years?", later)


def decade_or_century(digits: str, part: str = "") -> NoReturn:
    """`1900s`: ten years or a hundred."""
    century = f"{ordinal(int(digits) + 1)} century"
    begins = f"{part} " if part else "the "
    ask("is it a decade or a century?", f"{begins}{digits}00s decade", f"{begins}{century}")


def which_decade(tens: int) -> NoReturn:
    ask("in which century?", f"the {1900 + tens or 1900}s{'' if tens else ' decade'}",
        f"the {2000 + tens}s{'' if tens else ' decade'}")  # fmt: skip


def which_winter(year: int) -> NoReturn:
    ask("which winter?", f"winter {year - 1}/{year}", f"winter {year}/{year + 1}")


def fiscal(plain: str, year: int) -> NoReturn:
    """A fiscal year begins where its company lets it."""
    other = f"{year}-01/{year}-03" if "-" in plain else f"{year - 1}-07/{year}-06"
    ask("which months is that in a fiscal year?", plain, other)


def ordinal(number: int) -> str:
    """`1st`, `22nd`, `13th`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number // 10 % 10 == 1 else ending}"
