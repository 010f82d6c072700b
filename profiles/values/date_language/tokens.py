"""Text -> tokens. Spellings end here: what follows knows no language."""

import re

from profiles.values.date_language.nouns import NOUNS, with_nouns
from profiles.values.date_language.vocabulary import (
    AT,
    BEGINNINGS,
    FOREIGN,
    LEADING,
    LONGEST,
    PHRASES,
    WORDS,
    Token,
    decade,
    kinds,
    look_up,
    short_year,
)

RAW = re.compile(
    r"""(?<![^\W_])(q|h|t|s|w|kw|cw|hj)([0-9]{1,2})(?![0-9])  # Q3, H1, T3, KW32
      | '([0-9]{2})(?!\w)                                     # '24
      | ([0-9]+)('?[^\W\d_]*)                                 # 3rd, 1990s, 3Q
      | ([^\W\d_]+'?)
      | (\.\.|[<>]=?|-{1,3}|[^\s\w.,;()\[\]{}"'“”„«»°])""",
    re.VERBOSE,
)
CODE, SHORT, DIGITS, SUFFIX, WORD, SIGN = 0, 2, 3, 4, 5, 6
Piece = tuple[str, ...]

CODES = {"q": "Q", "t": "Q", "h": "H", "s": "H", "hj": "H", "w": "G", "kw": "G", "cw": "G"}
MOST = {"Q": 4, "H": 2, "G": 53}
ORDINAL = {"st", "nd", "rd", "th", "er", "ère", "ere", "e", "ème", "eme", "è", "nde", "º", "ª"}
DECADE = {"s", "'s", "er", "ers"}
NUMBERED = {"q": ("q", None), "t": ("q", None), "h": ("h", None), "s": ("h", None),
            "w": ("k", "iso")}  # fmt: skip

NUMBERED_IN_ROMAN = {"siècle", "siecle", "quartal", "trimestre", "halbjahr", "semestre"}
ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})(?:e|er|ème|eme)?")
ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def tokens(text: str) -> list[Token] | None:
    """Return the tokens of a plain text in lower case; None if it has what no date has."""
    pieces: list[Piece] = RAW.findall(text)
    found: list[Token] = []
    place = 0
    while place < len(pieces):
        piece, length = pieces[place], 1
        if piece[WORD]:
            token, length = _said(pieces, place, found)
            if token:
                found.append(token)
        elif piece[DIGITS]:
            found += _with_suffix(piece[DIGITS], piece[SUFFIX]) if piece[SUFFIX] else [
                _number(piece[DIGITS])
            ]  # fmt: skip
        else:
            found.append(_written(piece))
        if found and found[-1][0] == "*":
            return None
        place += length
    return with_nouns(found) if NOUNS.intersection(kinds(found)) else found


def _said(pieces: list[Piece], place: int, before: list[Token]) -> tuple[Token | None, int]:
    """Return what a word, or a phrase that it begins, stands for, and the number of pieces."""
    word = pieces[place][WORD]
    if word in BEGINNINGS and (length := _phrase(pieces, place)):
        return PHRASES[_texts(pieces, place, length)], length
    if word in LEADING:
        return None if before else LEADING[word], 1
    if word in AT and not before:
        return None, 1
    if place + 1 < len(pieces) and pieces[place + 1][WORD] in NUMBERED_IN_ROMAN and _roman(word):
        return ("r", _roman(word)), 1
    if word == "c" and before and before[-1][0] == "O":
        return ("c", None), 1  # the 20th c.
    return WORDS.get(word) or look_up(word), 1


def _texts(pieces: list[Piece], start: int, length: int) -> tuple[str, ...]:
    return tuple(piece[WORD] or piece[SIGN] for piece in pieces[start : start + length])


def _phrase(pieces: list[Piece], start: int) -> int:
    """Return of how many pieces the longest phrase is that begins here."""
    longest = min(LONGEST, len(pieces) - start)
    return next((n for n in range(longest, 0, -1) if _texts(pieces, start, n) in PHRASES), 0)


def _written(piece: Piece) -> Token:
    if code := piece[CODE]:
        kind, number = CODES[code], int(piece[CODE + 1])
        return (kind, number) if 1 <= number <= MOST[kind] else FOREIGN
    if piece[SHORT]:
        return short_year(int(piece[SHORT]))
    return WORDS.get(piece[SIGN], FOREIGN)


def _number(digits: str) -> Token:
    match len(digits):
        case 4:
            return "Y", digits
        case 1 | 2:
            return "N", digits
        case 3:
            return "J", digits
        case 8:
            return "Z", f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return FOREIGN


def _with_suffix(digits: str, suffix: str) -> list[Token]:
    """`3rd`, `1990s`, `3Q`, `19xx`, `2026E`; otherwise a number and a word: `11December`."""
    if suffix in DECADE and digits.endswith("0") and len(digits) in (2, 4):
        return [decade(digits)]
    match len(digits), suffix:
        case 1 | 2 | 3, _ if suffix in ORDINAL:
            return [("O", digits)]
        case 2, "xx":
            return [("C", int(digits) + 1)]
        case 3, "x":
            return [("D", f"{digits}X")]
        case 4, "e" | "f":
            return [("Y", digits), ("e", None)]
        case _, "'":
            return [_number(digits)]
    token = NUMBERED.get(suffix) or WORDS.get(suffix) or look_up(suffix)
    return [_number(digits), token] if token else [_number(digits)]


def _roman(word: str) -> str:
    """`xix` or `xixe` -> "19"; empty if it is no Roman number."""
    found = ROMAN.fullmatch(word)
    number = 10 * len(found[1]) + ONES.index(found[2]) if found else 0
    return str(number or "")
