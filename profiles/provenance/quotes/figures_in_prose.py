"""The figures that a passage of prose names, and those that nobody can be sure of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Match

from profiles.provenance.quotes.dates_in_prose import dates_in_prose
from profiles.provenance.quotes.figure_grammar import (
    FOLLOWING,
    PEOPLE,
    SAYS_MORE,
    figure,
    is_turned,
)
from profiles.values import Quantity, UnreadableValue
from profiles.values.quantity_language.number_words import has_number_words, in_digits
from profiles.values.quantity_language.vocabulary import EAST_ASIAN_SCALES, SCALES, UNIT_NAMES
from profiles.values.quantity_parts import Parts, write

DIGIT = re.compile("[0-9½¼¾]")
LONGEST_BEFORE = 40  # characters of qualifiers and currency before a number
TELLING = re.compile("[0-9][.,][0-9]|[¥￥]|T ?€|T ?EUR")  # what means another thing elsewhere
SURPASSING = re.compile(r"(?:surpass|exceed|top)[a-z]*", re.IGNORECASE)
JUST = re.compile(r"\bjust (?=over|under)", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]")
GLUED = re.compile(r"(?![ぁ-ん])[^\W_]|-[^\W_]|[.,'][0-9]|[½¼¾]")
NEXT_WORD = re.compile(r"[ ](\w+)")
SCALED = "|".join(scale for scale in SCALES if len(scale) > 1 and scale.isalpha())
COUNTED = re.compile(rf"[ ](?!(?:{SCALED})s?\b)[a-z]{{3,}}(?:[ ][a-z]{{2,}})?s\b", re.IGNORECASE)
"""What a number without a unit of its own counts: `tide clocks`."""
ENGLISH = re.compile(r"\b(?:the|of|and|with|for|has|was|is|were|its|by|from)\b", re.IGNORECASE)
LANGUAGES = {
    "de": r"der|die|das|und|mit|hat|haben|von|für|eingesammelt|umsatz|rund|mitarbeiter\w*|"
    r"beschäftigte\w*|mio|mrd|tsd|tausend|millionen|milliarden?|billionen|teur|prozent",
    "fr": r"le|la|les|des|du|une?|et|avec|levé|pour|est|salariés|employés|collaborateurs|"
    r"milliards?|d'euros|effectif|chiffre",
    "es": r"millones|millón|empleados|el|los|las|con|por|recaudó",
    "it": r"miliardi|miliardo|milioni|dipendenti|ha|il|gli|raccolto|di",
    "pt": r"milhões|milhão|bilhões|bilhão|reais|funcionários|captou|com",
}
WORDS_OF = {
    code: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for code, words in LANGUAGES.items()
}
# Words of one language's figures alone: they say whose numbers they stand behind.
OWN_WORDS = {
    "de": r"mitarbeiter\w*|mitarbeitende|beschäftigte|mio|"
    r"mrd|tsd|tausend|millionen|milliarden?|teur",
    "fr": r"milliards?|salariés|employés|collaborateurs|d'euros|de dollars",
    "es": r"mil millones|millones|millón|empleados|de euros",
    "it": r"miliardi|miliardo|milioni|dipendenti",
    "pt": r"milhões|milhão|bilhões|bilhão|de reais",
}
OWN = re.compile(
    "|".join(rf"(?P<{code}>\b(?:{words})\b)" for code, words in OWN_WORDS.items()), re.IGNORECASE
)
SLUG = re.compile(r"(?<!\S)\w+(?:-\w+){4,}(?!\S)")
KANA = re.compile("[ぁ-ヿ]")
YEN_SIGN = re.compile("[¥￥]")
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Figures:
    """`read`: each figure with its unit; of a range, the range and both ends.

    `unread`: the words around each figure that has a neighbour which is not understood.
    """

    read: tuple[Quantity, ...] = ()
    unread: tuple[str, ...] = ()


def figures_in(text: str, unit: str = "", language: str = "") -> Figures:
    """Read what `text` names; years and days are no figures.

    `unit` is one more to know, such as `customers`; `language` a code, where it is known.
    """
    if not (DIGIT.search(text) or has_number_words(text)):
        return Figures()
    rest = in_digits(dates_in_prose(SLUG.sub(_spaced, text)).rest)
    if not DIGIT.search(rest):
        return Figures()
    if not language and TELLING.search(rest):
        language = language_of(rest)
    read: list[Quantity] = []
    unread: list[str] = []
    for found in _found(rest, unit):
        if _is_a_name(found, rest):
            continue
        said = [] if has_unread_neighbour(found, rest, unit) else _said(found, unit, language)
        read += said
        if not said:
            unread.append(rest[max(0, found.start() - 12) : found.end() + 12])
    return Figures(tuple(read), tuple(unread))


def _spaced(slug: Match[str]) -> str:
    """The words of an address, apart: `le-chat-tops-1m-downloads`."""
    return slug[0].replace("-", " ")


def _found(text: str, unit: str) -> Iterator[Match[str]]:
    """Each figure; looked for only where a digit is near."""
    pattern, end = figure(unit), 0
    while digit := DIGIT.search(text, end):
        found = pattern.search(text, max(end, digit.start() - LONGEST_BEFORE))
        if not found:
            return
        yield found
        end = found.end()


def language_of(text: str) -> str:
    """The code that all telling words of a text speak for; "" where they are English or mixed."""
    if KANA.search(text):
        return "ja"
    if ENGLISH.search(text):
        return ""
    counts = {code: len(words.findall(text)) for code, words in WORDS_OF.items()}
    most = max(counts.values())
    told = [code for code, count in counts.items() if count == most]
    return told[0] if most and len(told) == 1 else ""


def _is_a_name(found: Match[str], text: str) -> bool:
    """Whether it is part of a name: `H100`, `GPT-4`, `Series-2`; or a lone `one`."""
    before = text[max(0, found.start() - 2) : found.start()]
    start = found["one"].lstrip()
    if start[:1].isdigit():
        return bool(re.search(r"[^\W\d_](?:-|)$", before))
    return start.startswith("-") and bool(LETTER.search(before[-1:]))


def has_unread_neighbour(found: Match[str], text: str, unit: str) -> bool:
    """Whether something touches a figure that may make it another one."""
    end = found.end()
    if GLUED.match(text, end) or SAYS_MORE.match(text, end):
        return True
    if is_turned(text[max(0, found.start() - 20) : found.start()]):
        return True
    places = ("", "2") if found["two"] else ("",)
    has_unit = any(found[f"{part}{place}"] for part in ("front", "unit") for place in places)
    is_counted = not unit and COUNTED.match(text, end)
    if not has_unit and not is_counted and not _may_follow(NEXT_WORD.match(text, end), unit):
        return True
    return not has_unit and any(
        re.match(" [kmbt]$", found[f"scale{place}"] or "") for place in places
    )


def _may_follow(word: Match[str] | None, unit: str) -> bool:
    """Whether a figure without a unit can stand before it and count something else."""
    if word is None or word[1].lower() in FOLLOWING:
        return True
    return unit == "parameters" or word[1][0].isupper()


def _said(found: Match[str], unit: str, language: str) -> list[Quantity]:
    """What it says, in all the ways in which it may be meant; empty where it cannot be read."""
    own = OWN.search(found[0])
    language = own.lastgroup or language if own else language
    about = JUST.sub("", SURPASSING.sub("over", found["qualifier"] or ""))
    one = _side(found, "", unit)
    if not found["two"]:
        return _all(_read(f"{about}{one}", language))
    other = _side(found, "2", unit)
    whole = None if found["second"] else _read(f"{about}{one} - {other}", language)
    if whole:
        return [whole, *_ends(whole)]
    ends = _read(f"{about}{one}", language), _read(f"{found['second'] or ''}{other}", language)
    if not all(end and end.unit for end in ends):
        return []
    return _all(*ends)


def _all(*figures: Quantity | None) -> list[Quantity]:
    return [figure for figure in figures if figure is not None]


def _ends(whole: Quantity) -> list[Quantity]:
    bounds = [bound for bound in (whole.low, whole.high) if bound is not None]
    return [
        Quantity.trusted(write(Parts(bound, bound, whole.unit, approximate=whole.approximate)))
        for bound in bounds
    ]


def _side(found: Match[str], place: str, unit: str) -> str:
    """One side as `Quantity.read` wants it: `$500+ million`."""
    parts = {name: found[name + place] or "" for name in ("front", "sign", "number", "scale")}
    more = "+" if found[f"plus{place}"] or found[f"also{place}"] else ""
    said = (found[f"unit{place}"] or "").strip(" -")
    counted = (found[f"counted{place}"] or "").lower()
    if counted and unit and counted in (unit, unit.removesuffix("s")):
        said = unit
    elif counted in PEOPLE and unit == "people":
        said = ""  # they may be some of the people only
    elif counted:
        said = UNIT_NAMES.get(counted, counted)
    behind = (found[f"more{place}"] or "").strip(" -")
    number = f"{parts['front'].strip()} {parts['sign']}{parts['number']}{more}".strip()
    scale = parts["scale"].replace("-", " ").strip()
    gap = "" if scale in EAST_ASIAN_SCALES else " "
    return f"{number}{gap}{scale} {said} {behind}".strip()


@lru_cache(maxsize=8192)
def _read(text: str, language: str = "") -> Quantity | None:
    text = " ".join(text.split())
    if language.startswith("ja"):
        text = YEN_SIGN.sub("JPY ", text)
    if text.endswith(" people") and THOUSANDS.search(text):
        language = "de"  # people have no decimals
    try:
        return Quantity.read(text, language=language)
    except UnreadableValue:
        return None
