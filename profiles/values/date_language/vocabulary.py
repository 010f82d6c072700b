"""Words of English, French and German (and some of their neighbours') -> tokens.

A token is a letter for its kind, and a value:

    Y year   N number   O ordinal   J three digits   M month   W weekday   Z whole day
    S season   Q quarter   H half   P early, mid, late   D decade   C century   G week
    q h t c k z a   the nouns quarter, half, third, century, week, decade, years
    d 1900s, which is two things   v 20s   V a week of some calendar   r a Roman number
    y of a year in   A about   U uncertain   i since   u until   < before   > after
    E or later   L or earlier   X open, present   F from   B between   T to   R or   K and
    g fiscal   b before Christ   e an estimate's E   s as of   * what no date has
"""

from typing import Any

from profiles.values.date_language import names
from profiles.values.date_parts import AUTUMN, SPRING, SUMMER, WINTER

Token = tuple[str, Any]
FOREIGN: Token = ("*", None)
"""What no date has."""
OPEN_ENDS = "<>iu"
"""Kinds of words that stand before a date and leave one of its ends open."""
OLDEST_SHORT, NEWEST_SHORT = 70, 49  # '70 is 1970, '49 is 2049; between them nobody knows


def _all(kind: str, words: str, value: object = None) -> dict[str, Token]:
    return dict.fromkeys(words.split(), (kind, value))


FILLERS = {
    **_all(
        "", "the of in on at during dated sometime year years ad ce part latter course cy calendar"
    ),
    **_all("", "le la les l' en des an année dans courant cours"),
    **_all("", "der die das dem den des im am jahr jahre jahren jahres jahrs laufe"),
    **_all("", "del el г года год р 第"),
}
LEADING = _all("F", "de du d' von vom do da di", "")
"""`du 3 au 5 mai`, `von 2019 bis 2021`: from, where a date begins with it; otherwise nothing."""
AT = {"à", "au", "a", "zum"}
"""`à la fin de 2022`, `2019 à 2021`: nothing where a date begins with it, otherwise to."""

WORDS: dict[str, Token] = {
    **_all("S", "spring frühling frühjahr fruehling fruehjahr printemps primavera", SPRING),
    **_all("S", "summer sommer été ete verano", SUMMER),
    **_all("S", "autumn fall herbst automne otoño", AUTUMN),
    **_all("S", "winter hiver invierno", WINTER),
    **{season: ("S", number) for number, season in enumerate("春夏秋冬", SPRING)},
    **{f"第{number}季度": ("Q", quarter) for quarter, number in enumerate("一二三四", 1)},
    "上半年": ("H", 1),
    "下半年": ("H", 2),
    **_all(
        "P", "early beginning start begin anfang beginn anfangs früh frühe frühen début debut", 0
    ),
    **_all("P", "jahresanfang jahresbeginn monatsanfang principios commencement", 0),
    **_all("P", "mid middle mitte mi milieu jahresmitte monatsmitte mediados midyear", 1),
    **_all("P", "late end close ende spät späte späten fin jahresende monatsende quartalsende", 2),
    **_all("P", "finales yearend", 2),
    **_all("q", "quarter qtr qu quartal quartals vierteljahr trimestre trim quarters 四半期 季度"),
    **_all("h", "half halves halbjahr halbjahrs hälfte jahreshälfte semestre halfyear hj"),
    **_all("t", "third thirds drittel tiers"),
    **_all(
        "c", "century centuries cent siècle siecle siècles jahrhundert jahrhunderts jh jhd siglo"
    ),
    **_all("G", "kw cw", "iso"),
    **_all("k", "week", "week"),
    **_all("k", "woche kalenderwoche semaine", "iso"),
    **_all("z", "decade décennie decennie jahrzehnt jahrzehnts"),
    **_all("a", "années annees años"),
    **_all("A", "about around approximately roughly circa c ca approx est estimated environ env"),
    **_all("A", "vers etwa ungefähr rund gegen um hacia alrededor cca estimate ~ schätzungsweise"),
    **_all("U", "uncertain perhaps possibly probably maybe presumably incertain peut-être"),
    **_all("U", "probablement unsicher vielleicht vermutlich wahrscheinlich wohl ?"),
    "%": ("%", None),
    **_all("i", "since ab seit depuis dès desde frühestens >="),
    **_all("u", "until till bis jusque by hasta spätestens <="),
    **_all("<", "before pre avant vor antes <"),
    **_all(">", "after post après apres nach después >"),
    **_all("E", "onwards onward forward ff +"),
    **_all("X", "present now today ongoing current date heute aujourd'hui", "now"),
    **_all("X", ".. open unknown", "open"),
    **_all("F", "from", "from"),
    **_all("B", "between entre zwischen"),
    **_all("T", "to à au a zum through thru"),
    **_all("R", "or ou oder o"),
    **_all("K", "and et und y & e"),
    **_all("g", "fy fiscal geschäftsjahr gj exercice financial wirtschaftsjahr 度"),
    **_all("b", "bc bce"),
    **_all("D", "nineties neunziger", "199X"),
    **_all("D", "eighties achtziger", "198X"),
    **_all("D", "seventies siebziger", "197X"),
    **_all("D", "sixties sechziger", "196X"),
    **_all("D", "fifties fünfziger", "195X"),
    **_all("-", "- -- ---"),
    "/": ("/", None),
}
ORDINALS = {
    "first": 1, "second": 2, "fourth": 4, "fifth": 5, "last": -1, "final": -1,
    "premier": 1, "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4,
    "dernier": -1, "erstes": 1, "erste": 1, "ersten": 1, "zweites": 2, "zweite": 2, "zweiten": 2,
    "drittes": 3, "dritte": 3, "dritten": 3, "viertes": 4, "vierte": 4, "vierten": 4,
    "letztes": -1, "letzte": -1, "letzten": -1, "primer": 1, "segundo": 2, "tercer": 3,
    "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
PHRASES: dict[tuple[str, ...], Token] = {
    ("of", "a", "year", "in"): ("y", None),
    ("of", "a", "year", "of"): ("y", None),
    ("d'", "une", "année"): ("y", None),
    ("eines", "jahres"): ("y", None),
    ("fiscal", "year"): ("g", None),
    ("financial", "year"): ("g", None),
    ("year", "-", "end"): ("P", 2),
    ("year", "end"): ("P", 2),
    ("end", "-", "of", "-", "year"): ("P", 2),
    ("mid", "-", "year"): ("P", 1),
    ("or", "later"): ("E", None),
    ("or", "after"): ("E", None),
    ("and", "later"): ("E", None),
    ("and", "after"): ("E", None),
    ("or", "earlier"): ("L", None),
    ("or", "before"): ("L", None),
    ("and", "earlier"): ("L", None),
    ("and", "before"): ("L", None),
    ("oder", "später"): ("E", None),
    ("oder", "früher"): ("L", None),
    ("ou", "après"): ("E", None),
    ("ou", "avant"): ("L", None),
    ("on", "or", "after"): ("i", None),
    ("on", "or", "before"): ("u", None),
    ("not", "before"): ("i", None),
    ("not", "after"): ("u", None),
    ("not", "until"): ("i", None),
    ("not", "later", "than"): ("u", None),
    ("not", "earlier", "than"): ("i", None),
    ("no", "later", "than"): ("u", None),
    ("no", "earlier", "than"): ("i", None),
    ("later", "than"): (">", None),
    ("earlier", "than"): ("<", None),
    ("prior", "to"): ("<", None),
    ("up", "to"): ("u", None),
    ("starting",): ("i", None),
    ("starting", "in"): ("i", None),
    ("beginning", "in"): ("i", None),
    ("as", "from"): ("i", None),
    ("nicht", "vor"): ("i", None),
    ("à", "partir", "de"): ("i", None),
    ("à", "partir", "du"): ("i", None),
    ("à", "partir", "d'"): ("i", None),
    ("au", "plus", "tard"): ("u", None),
    ("au", "plus", "tôt"): ("i", None),
    ("d'", "ici"): ("u", None),
    ("d'", "ici", "à"): ("u", None),
    ("jusqu'", "à"): ("u", None),
    ("jusqu'", "en"): ("u", None),
    ("jusqu'", "au"): ("u", None),
    ("antes", "de"): ("<", None),
    ("bis", "zum"): ("u", None),
    ("bis", "spätestens"): ("u", None),
    ("autour", "de"): ("A", None),
    ("aux", "alentours", "de"): ("A", None),
    ("peut", "-", "être"): ("U", None),
    ("aujourd'", "hui"): ("X", "now"),
    ("à", "ce", "jour"): ("X", "now"),
    ("as", "of"): ("s", None),
    ("as", "at"): ("F", ""),
    ("v", "chr"): ("b", None),
    ("av", "j", "-", "c"): ("b", None),
    ("au", "début"): ("P", 0),
    ("twenty", "-", "first"): ("O", 21),
    ("twenty", "first"): ("O", 21),
}
SEASONS = [word for word, (kind, _) in WORDS.items() if kind == "S"]
BEGINNINGS = {words[0] for words in PHRASES}
LONGEST = max(map(len, PHRASES))

WORDS |= {name: ("M", number) for name, number in names.months().items()}
WORDS |= {name: ("W", day) for name, day in names.weekdays().items() if name not in WORDS}
WORDS |= {"mo": ("W", 0), "fr": ("W", 4), "sa": ("W", 5), "so": ("W", 6)}
WORDS |= {word: ("O", number) for word, number in ORDINALS.items()}


def look_up(word: str) -> Token | None:
    """Return the token of a word, None for a filler; `*` for what no date has."""
    if word in FILLERS:
        return None
    if word in WORDS:
        return WORDS[word]
    if month := names.month_elsewhere(word):
        return "M", month
    day = names.weekday_elsewhere(word)
    return FOREIGN if day is None else ("W", day)


def kinds(of: list[Token]) -> str:
    return "".join([kind for kind, _ in of])


def short_year(number: int) -> Token:
    """The year of `'24`; nobody knows which `'60` is."""
    if number >= OLDEST_SHORT:
        return "Y", f"19{number:02}"
    return ("Y", f"20{number:02}") if number <= NEWEST_SHORT else FOREIGN


def decade(digits: str) -> Token:
    """1990 -> 199X; 1900 is a decade or a century; 90 -> 199X, 20 is of one of two centuries."""
    if not digits.endswith("0"):
        return FOREIGN
    if len(digits) == 4:
        return ("d", digits[:2]) if digits.endswith("00") else ("D", f"{digits[:3]}X")
    return ("D", f"19{digits[0]}X") if digits >= "50" else ("v", int(digits))
