"""Names of months and weekdays in many languages, from CLDR as Babel has it.

English, French and German names are at hand; those of the others are loaded when a word is met
that is in none of the three. A word that names two months is in no list: Polish `listopad` is
November and Croatian `listopad` October, so Croatian is left out.
"""

from collections.abc import Iterator
from functools import cache

from babel import Locale

AT_HAND = ("en", "fr", "de")
OTHERS = ("es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "sl", "ru", "uk", "bg",
          "tr", "ro", "hu", "el", "ca", "et", "lv", "lt")  # fmt: skip
# What CLDR does not have: how sources shorten or spell.
MORE = {"sept": 9, "juil": 7, "juill": 7, "fev": 2, "fevrier": 2, "aout": 8, "decembre": 12}
MORE |= {"dec": 12, "maerz": 3, "mrz": 3, "feber": 2, "jänner": 1, "jaenner": 1, "avr": 4}
SHORTEST_WEEKDAY = 3  # `mi` is Mittwoch, and the middle in French
MONTHS = [name.lower() for _, name in sorted(Locale.parse("en").months["format"]["wide"].items())]
CONTEXTS = [(context, width) for context in ("format", "stand-alone") for width in
            ("wide", "abbreviated")]  # fmt: skip


@cache
def months(languages: tuple[str, ...] = AT_HAND) -> dict[str, int]:
    """Return name in lower case, without full stop -> 1 to 12."""
    found: dict[str, int] = dict(MORE)
    twice = set()
    for number, name in _names("months", languages):
        if found.setdefault(name, number) != number:
            twice.add(name)
    return {name: number for name, number in found.items() if name not in twice}


@cache
def weekdays(languages: tuple[str, ...] = AT_HAND) -> dict[str, int]:
    """Return name -> 0 for Monday to 6; names that are a month's too are left out: `mar`."""
    taken = months(languages)
    found = {name: day for day, name in _names("days", languages) if len(name) >= SHORTEST_WEEKDAY}
    return {name: day for name, day in found.items() if name not in taken}


def month_elsewhere(word: str) -> int | None:
    return months(OTHERS).get(word)


def weekday_elsewhere(word: str) -> int | None:
    return weekdays(OTHERS).get(word)


def _names(what: str, languages: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for language in languages:
        names = getattr(Locale.parse(language), what)
        for context, width in CONTEXTS:
            for number, name in names[context][width].items():
                yield number, name.lower().rstrip(".").removeprefix("de ").removeprefix("d’")
