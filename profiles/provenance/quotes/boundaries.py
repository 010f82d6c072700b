"""Where a quote may begin and end: never inside a word, and never inside a number."""

import re
import unicodedata
from functools import lru_cache

REACH = 24  # characters before and behind a quote that tell whether a number goes on
SEPARATORS = r".,'’\u02bc\u00a0\u202f\u2009\u2007 ٬٫·"
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f]"
)
"""Letters of scripts that put no space between words, and of Korean, whose endings are glued."""
ESCAPED = re.compile("%[0-9A-Fa-f]{2}$")  # of an address: a quote may begin behind it
GROUP_OPENS = re.compile(r"[0-9]{3}(?![0-9])")
GROUP_BEFORE = re.compile(rf"(?<![0-9])[0-9]{{1,3}}(?:[{SEPARATORS}][0-9]{{3}})*[{SEPARATORS}]$")
GROUP_BEHIND = re.compile(rf"[{SEPARATORS}][0-9]{{3}}(?![0-9])")
GROUP_ENDS = re.compile(rf"(?<![0-9])(?<![0-9][.,])[0-9]{{1,3}}(?:[{SEPARATORS}][0-9]{{3}})*$")
FRACTION_BEFORE = re.compile(r"[0-9][.,]$")
FRACTION_BEHIND = re.compile(r"[.,][0-9]")


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands there neither begins nor ends inside a word or a number."""
    is_inside = start > 0 and _goes_on(text[start - 1], text[start])
    if is_inside and not ESCAPED.search(text[max(0, start - 3) : start]):
        return False
    if end < len(text) and _goes_on(text[end - 1], text[end]):
        return False
    if text[start].isdigit() and _number_before(text, start):
        return False
    return not (text[end - 1].isdigit() and _number_behind(text, start, end))


def _number_before(text: str, start: int) -> bool:
    before = text[max(0, start - REACH) : start]
    if FRACTION_BEFORE.search(before):
        return True
    return bool(GROUP_OPENS.match(text, start) and GROUP_BEFORE.search(before))


def _number_behind(text: str, start: int, end: int) -> bool:
    if FRACTION_BEHIND.match(text, end):
        return True
    return bool(
        GROUP_BEHIND.match(text, end) and GROUP_ENDS.search(text[max(start, end - REACH) : end])
    )


def _goes_on(one: str, other: str) -> bool:
    """Whether two neighbouring characters are inside of one word or number."""
    if not (_is_of_a_word(one) and (_is_of_a_word(other) or unicodedata.category(other) == "Mn")):
        return False
    return not (UNSPACED.match(one) or UNSPACED.match(other))


@lru_cache(maxsize=4096)
def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc")
