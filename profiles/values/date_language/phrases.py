"""The words that a date is shown in, in each language; every one of them is read back.

`genitive`: a decade or a century where it stands after a part of it or of one of its years.
`day`: what some languages put before a day of a month.
A language without a column gets the English words around its own dates.
"""

from profiles.values.date_language.questions import ordinal

PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "approximate": "about {}",
        "uncertain": "{} (uncertain)",
        "perhaps": "perhaps {}",
        "range": "{}–{}",
        "mixed range": "from {} to {}",
        "since": "since {}",
        "until": "until {}",
        "early": "early {}",
        "mid": "mid-{}",
        "late": "late {}",
        "early in": "early {}",
        "mid in": "mid-{}",
        "late in": "late {}",
        "some year": "{} of a year in the {}",
        "early part": "early part",
        "mid part": "middle part",
        "late part": "late part",
        "decade": "{}s",
        "first decade": "{}s decade",
        "century": "{} century",
        "decade genitive": "{}s",
        "first decade genitive": "{}s decade",
        "century genitive": "{} century",
        "21": "spring",
        "22": "summer",
        "23": "autumn",
        "24": "winter",
        "33": "Q1",
        "34": "Q2",
        "35": "Q3",
        "36": "Q4",
        "40": "H1",
        "41": "H2",
    },
    "fr": {
        "approximate": "vers {}",
        "uncertain": "{} (incertain)",
        "perhaps": "peut-être {}",
        "range": "{}–{}",
        "mixed range": "de {} à {}",
        "since": "depuis {}",
        "until": "jusqu’à {}",
        "approximate day": "vers le {}",
        "since day": "depuis le {}",
        "until day": "jusqu’au {}",
        "early": "début {}",
        "mid": "mi-{}",
        "late": "fin {}",
        "early in": "début {}",
        "mid in": "milieu {}",
        "late in": "fin {}",
        "some year": "{} d’une année {}",
        "early part": "début",
        "mid part": "milieu",
        "late part": "fin",
        "decade": "années {}",
        "first decade": "décennie {}",
        "century": "{} siècle",
        "decade genitive": "des années {}",
        "first decade genitive": "de la décennie {}",
        "century genitive": "du {} siècle",
        "21": "printemps",
        "22": "été",
        "23": "automne",
        "24": "hiver",
        "33": "1er trimestre",
        "34": "2e trimestre",
        "35": "3e trimestre",
        "36": "4e trimestre",
        "40": "1er semestre",
        "41": "2e semestre",
    },
    "de": {
        "approximate": "etwa {}",
        "uncertain": "{} (unsicher)",
        "perhaps": "vielleicht {}",
        "range": "{}–{}",
        "mixed range": "von {} bis {}",
        "since": "seit {}",
        "until": "bis {}",
        "since day": "seit dem {}",
        "until day": "bis zum {}",
        "early": "Anfang {}",
        "mid": "Mitte {}",
        "late": "Ende {}",
        "early in": "Anfang {}",
        "mid in": "Mitte {}",
        "late in": "Ende {}",
        "some year": "{} eines Jahres {}",
        "early part": "Anfang",
        "mid part": "Mitte",
        "late part": "Ende",
        "decade": "{}er Jahre",
        "first decade": "Jahrzehnt {}",
        "century": "{} Jahrhundert",
        "decade genitive": "der {}er Jahre",
        "first decade genitive": "des Jahrzehnts {}",
        "century genitive": "des {} Jahrhunderts",
        "21": "Frühling",
        "22": "Sommer",
        "23": "Herbst",
        "24": "Winter",
        "33": "1. Quartal",
        "34": "2. Quartal",
        "35": "3. Quartal",
        "36": "4. Quartal",
        "40": "1. Halbjahr",
        "41": "2. Halbjahr",
    },
}
PARTS = ("early", "mid", "late")
LAST_ROMAN = 39
UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def century(number: int, language: str) -> str:
    """Return the number of a century as its language writes it: `20th`, `XXe`, `20.`."""
    if language == "de":
        return f"{number}."
    if language != "fr":
        return ordinal(number)
    roman = "X" * (number // 10) + UNITS[number % 10] if number <= LAST_ROMAN else str(number)
    return f"{roman}er" if number == 1 else f"{roman}e"
