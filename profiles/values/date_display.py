"""EDTF -> words of a locale."""

from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from profiles.values.date_parts import Interval, Moment, parse, third_of_month
from profiles.values.locales import babel_locale

# English without a country is the world's: 4 July 2026. `en-us` has July 4, 2026.
WORLD_ENGLISH = "en_001"

# One column per language; a language without one gets the English words around its own dates.
PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "approximate": "about {}",
        "uncertain": "{} (uncertain)",
        "range": "{}–{}",
        "mixed range": "{} to {}",
        "since": "since {}",
        "until": "until {}",
        "early": "early {}",
        "mid": "mid-{}",
        "late": "late {}",
        "decade": "{}s",
        "21": "spring {}",
        "22": "summer {}",
        "23": "autumn {}",
        "24": "winter {}",
        "33": "Q1 {}",
        "34": "Q2 {}",
        "35": "Q3 {}",
        "36": "Q4 {}",
        "37": "early {}",
        "38": "mid-{}",
        "39": "late {}",
        "40": "H1 {}",
        "41": "H2 {}",
    },
}
THIRDS = ("early", "mid", "late")


@lru_cache(maxsize=8192)
def display(text: str, locale: str) -> str:
    """Return canonical EDTF text in words."""
    interval = parse(text)
    say = _Words(babel_locale(locale))
    if interval.single:
        return say.marked(say.moment(interval.single), interval.single)
    third = third_of_month(interval)
    if third is not None and interval.start:
        return say.phrase(THIRDS[third], say.month(interval.start))
    return say.range(interval)


class _Words:
    def __init__(self, locale: Locale) -> None:
        self.phrases = PHRASES.get(locale.language, PHRASES["en"])
        self.locale = babel_locale(WORLD_ENGLISH) if str(locale) == "en" else locale

    def phrase(self, name: str, *words: str) -> str:
        return self.phrases[name].format(*words)

    def range(self, interval: Interval) -> str:
        start, end = interval.start, interval.end
        if start is None or end is None:
            (moment,) = interval.ends
            return self.phrase(
                "until" if start is None else "since", self.marked(self.moment(moment), moment)
            )
        if start.text.removeprefix(start.bare) == end.text.removeprefix(end.bare):
            return self.marked(self.phrase("range", self.moment(start), self.moment(end)), start)
        ends = (self.marked(self.moment(moment), moment) for moment in (start, end))
        return self.phrase("mixed range", *ends)

    def marked(self, words: str, moment: Moment) -> str:
        if moment.approximate:
            words = self.phrase("approximate", words)
        return self.phrase("uncertain", words) if moment.uncertain else words

    def moment(self, moment: Moment) -> str:
        match moment.precision:
            case "day":
                return format_date(moment.earliest, "long", locale=self.locale)
            case "month":
                return self.month(moment)
            case "season":
                return self.phrase(str(moment.season), self.year(moment))
            case "decade" | "century":
                return self.phrase("decade", moment.bare.replace("X", "0"))
        return self.year(moment)

    def month(self, moment: Moment) -> str:
        return format_skeleton("yMMMM", moment.earliest, locale=self.locale)

    def year(self, moment: Moment) -> str:
        return format_skeleton("y", moment.earliest, locale=self.locale)
