"""English number words -> digits: `twenty-five` is 25, `two hundred million` 200 million.

Exact or not at all: words that make no one number (`twenty twelve`) stay as they are.
"""

import re

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: number for number, word in enumerate(_ONES)}
TENS = {word: number for number, word in enumerate(_TENS, 2)} | {"fourty": 4}
LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
WORDS = "|".join(sorted({*SMALL, *TENS, "hundred", "dozen"}, key=len, reverse=True))
ANY = f"{WORDS}|{'|'.join(LARGE)}"
NUMBER_WORDS = frozenset({*SMALL, *TENS, *LARGE, "hundred", "dozen", "half"})
BEGINNINGS = frozenset({*SMALL, *TENS, "hundred", "dozen", "half", "a", "an"})
LETTERS = re.compile("[a-z]+")
RUN = re.compile(
    rf"""(?<![\w-]) (?P<half> half[ ](?=an?[ ](?:{"|".join(LARGE)}|hundred|dozen)\b) )?
         (?: (?P<article> an?[ ](?=hundred|dozen|{"|".join(LARGE)}) )
             (?P<of> (?:{ANY})\b (?: (?:[ -](?:and[ ])?) (?:{ANY})\b )* )
           | (?P<words> (?:{WORDS})\b (?: (?:[ -](?:and[ ])?) (?:{ANY})\b )* )
             (?P<half_more> [ ]and[ ]a[ ]half \b )? (?P<scale> [ -](?:{"|".join(LARGE)})\b )? )
         (?! -?[A-Za-z]*(?<=[A-Za-z])(?:ths?|nds|rds)\b )""",
    re.VERBOSE | re.IGNORECASE,
)


def has_number_words(text: str) -> bool:
    return not NUMBER_WORDS.isdisjoint(LETTERS.findall(text.lower()))


def in_digits(text: str) -> str:
    """Return text with its English number words as digits; the last scale stays a word."""
    words = set(LETTERS.findall(text.lower()))
    if NUMBER_WORDS.isdisjoint(words) or BEGINNINGS.isdisjoint(words):
        return text
    return RUN.sub(_digits, text)


def _digits(found: re.Match[str]) -> str:
    words = re.findall(r"[a-z]+", (found["of"] or found["words"]).lower())
    if found["article"]:
        words = ["one", *words]
    words = [word for word in words if word != "and"]
    scale = (found["scale"] or "").strip(" -").lower()
    if not scale and words[-1] in LARGE and not LARGE.keys() & set(words[:-1]):
        scale = words.pop()
    value = _value(words)
    if value is None:
        return found[0]
    number = str(value)
    if found["half_more"]:
        number = f"{value}.5"
    elif found["half"]:
        number = f"{value // 2}{'.5' if value % 2 else ''}"
    return f"{number} {scale}".strip()


def _value(words: list[str]) -> int | None:
    """The number that all of the words make, each part smaller than the one before it."""
    total, part, above = 0, [], 10**15
    for word in [*words, ""]:
        if word and word not in LARGE:
            part.append(word)
            continue
        below_thousand = _below_thousand(part)
        size = LARGE.get(word, 1)
        if below_thousand is None and (part or word):
            return None
        if size >= above:
            return None
        total += (below_thousand or 0) * size
        part, above = [], size
    return total


def _below_thousand(words: list[str]) -> int | None:
    if words[-1:] == ["dozen"]:
        number = _below_hundred(words[:-1])
        return None if number is None else 12 * number
    if "hundred" in words:
        at = words.index("hundred")
        hundreds = _below_hundred(words[:at])
        rest = _below_hundred(words[at + 1 :]) if words[at + 1 :] else 0
        return None if hundreds is None or rest is None else 100 * hundreds + rest
    return _below_hundred(words)


def _below_hundred(words: list[str]) -> int | None:
    match words:
        case [one] if one in SMALL:
            return SMALL[one]
        case [ten] if ten in TENS:
            return 10 * TENS[ten]
        case [ten, one] if ten in TENS and 0 < SMALL.get(one, 0) < 10:
            return 10 * TENS[ten] + SMALL[one]
    return None
