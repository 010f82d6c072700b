"""EDTF -> words of a locale, with no digit that the value does not have.

What is shown in English, French or German is read back as the value that it shows. A month of an
unknown year is one “of a year in the 2020s”; a decade that `1900s` would not name alone is called
one; a year before 1000 keeps its four digits.
"""

from functools import lru_cache

from babel import Locale
from babel.dates import format_date, parse_pattern

from profiles.values.date_language.phrases import PARTS, PHRASES, century
from profiles.values.date_language.spans import FIRST_THIRD, named_part
from profiles.values.date_parts import Interval, Moment, parse
from profiles.values.locales import babel_locale

# English without a country is the world's: 4 July 2026. `en-us` has July 4, 2026.
WORLD_ENGLISH = "en_001"
FOUR_DIGITS = 1000
THIRDS = {FIRST_THIRD + number: part for number, part in enumerate(PARTS)}


@lru_cache(maxsize=8192)
def display(text: str, locale: str) -> str:
    """Return canonical EDTF text in words."""
    interval = parse(text)
    say = _Words(babel_locale(locale))
    if interval.single:
        return say.marked(say.moment(interval.single), interval.single)
    part = named_part(interval)
    return say.part(*part) if part else say.range(interval)


class _Words:
    def __init__(self, locale: Locale) -> None:
        self.language = locale.language if locale.language in PHRASES else "en"
        self.phrases = PHRASES[self.language]
        self.locale = babel_locale(WORLD_ENGLISH) if str(locale) == "en" else locale

    def phrase(self, name: str, *words: str) -> str:
        return self.phrases[name].format(*words)

    def before_a_day(self, name: str, is_day: bool, words: str) -> str:
        special = f"{name} day"
        return self.phrase(special if is_day and special in self.phrases else name, words)

    def range(self, interval: Interval) -> str:
        start, end = interval.start, interval.end
        if start is None or end is None:
            (moment,) = interval.ends
            words = self.marked(self.moment(moment), moment)
            is_day = moment.precision == "day" and moment.text == moment.bare
            return self.before_a_day("until" if start is None else "since", is_day, words)
        if start.text.removeprefix(start.bare) == end.text.removeprefix(end.bare):
            return self.marked(self.phrase("range", self.moment(start), self.moment(end)), start)
        return self.phrase("mixed range", self.one_end(start), self.one_end(end))

    def marked(self, words: str, moment: Moment) -> str:
        if moment.approximate:
            words = self.before_a_day("approximate", moment.precision == "day", words)
        return self.phrase("uncertain", words) if moment.uncertain else words

    def one_end(self, moment: Moment) -> str:
        """Of a range whose other end has other marks: each stands before what it is said of."""
        words = self.moment(moment)
        if moment.approximate:
            words = self.before_a_day("approximate", moment.precision == "day", words)
        return self.phrase("perhaps", words) if moment.uncertain else words

    def part(self, whole: str, part: int) -> str:
        """`early July 2026`, `mid-1990s`."""
        moment = parse(whole).ends[0]
        if moment.precision == "month":
            return self.phrase(PARTS[part], self.moment(moment))
        return self.phrase(f"{PARTS[part]} in", self.years(moment.year, " genitive"))

    def moment(self, moment: Moment) -> str:
        if "X" in moment.year:
            return self.in_some_year(moment)
        match moment.precision:
            case "day":
                return self.written(moment, self.locale.date_formats["long"].pattern)
            case "month":
                return self.written(moment, self.locale.datetime_skeletons["yMMMM"].pattern)
            case "season":
                return self.season(moment)
        return self.written(moment, self.locale.datetime_skeletons["y"].pattern)

    def season(self, moment: Moment) -> str:
        year = self.written(moment, self.locale.datetime_skeletons["y"].pattern)
        if third := THIRDS.get(moment.season):
            return self.phrase(third, year)
        return f"{self.phrase(str(moment.season))} {year}"

    def in_some_year(self, moment: Moment) -> str:
        match moment.precision:
            case "day":
                words = self.written(moment, self.locale.datetime_skeletons["MMMMd"].pattern)
            case "month":
                words = self.locale.months["stand-alone"]["wide"][moment.earliest.month]
            case "season":
                third = THIRDS.get(moment.season)
                words = self.phrase(f"{third} part" if third else str(moment.season))
            case _:
                return self.years(moment.year)
        return self.phrase("some year", words, self.years(moment.year, " genitive"))

    def years(self, year: str, case: str = "") -> str:
        """A decade or a century."""
        if year.endswith("XX"):
            return self.phrase(f"century{case}", century(int(year[:2]) + 1, self.language))
        name = "first decade" if year.endswith("0X") else "decade"
        return self.phrase(f"{name}{case}", year.replace("X", "0"))

    def written(self, moment: Moment, pattern: str) -> str:
        if moment.earliest.year < FOUR_DIGITS:
            pattern = _with_four_digits(pattern)
        return format_date(moment.earliest, pattern, locale=self.locale)


def _with_four_digits(pattern: str) -> str:
    """`d MMMM y` -> `d MMMM yyyy`; what is quoted there stays."""
    pieces = parse_pattern(pattern).pattern.split("'")
    return "'".join(
        piece if place % 2 else piece.replace("y", "yyyy") for place, piece in enumerate(pieces)
    )
