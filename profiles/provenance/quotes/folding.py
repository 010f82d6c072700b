"""What two copies of one text may differ in, evened out rule by rule, with a way back.

Each rule has a name that is recorded where it was needed. None changes words, figures or case:
`10²` stays apart from `102`, and `Meta` from `meta`.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from re import Match, Pattern
from typing import NamedTuple

from profiles.provenance.quotes.scripts import EAST_ASIAN, SPACED, has_east_asian
from profiles.values.typography import DASHES

SINGLE_QUOTES = "‘’‚‛′ʼ´‹›『』"
DOUBLE_QUOTES = "“”„‟″«»「」"
INVISIBLE = (
    r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    r"\ufe00-\ufe0f\ufeff"
)
LONGEST_RUN_OF_MARKS = 30  # as in Unicode's stream-safe text; composing longer runs is quadratic


class Rule(NamedTuple):
    name: str
    pattern: Pattern[str]
    replace: Callable[[Match[str]], str]
    one_for_one: str = ""
    """What stands for each single character, where that is all that the rule does."""
    signs: frozenset[str] = frozenset()
    """Characters without any of which a text has nothing for this rule; nothing if that is unknown.

    They tell at once what the pattern would search for.
    """
    is_idle: Callable[[str], bool] = lambda text: False
    """Whether a text has nothing for this rule, where no sign tells."""

    def passes(self, text: str, characters: set[str]) -> bool:
        """Whether it leaves a text that is made of these characters as it is."""
        return (bool(self.signs) and self.signs.isdisjoint(characters)) or self.is_idle(text)


class Piece(NamedTuple):
    """From `folded` on, folded text was made of the text from `start` on.

    `end`: where that text ends, if it was replaced as a whole; None where it was copied.
    """

    folded: int
    start: int
    end: int | None


@dataclass(frozen=True, slots=True)
class Shifts:
    """Where each place of a folded text stands in the text before."""

    pieces: list[Piece]

    def start_of(self, place: int) -> int:
        piece = self._piece(place)
        return piece.start + (place - piece.folded if piece.end is None else 0)

    def end_of(self, last: int) -> int:
        """Behind the place `last`."""
        piece = self._piece(last)
        return piece.start + last - piece.folded + 1 if piece.end is None else piece.end

    def _piece(self, place: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, place, key=lambda piece: piece.folded) - 1]


def _marks() -> str:
    """Every character that joins the one before it, as the inside of a character class."""
    marks = (chr(code) for code in range(0x300, 0x10000) if unicodedata.combining(chr(code)))
    return "".join(marks) + r"\u1160-\u11ff"


def _normalised(form: str) -> Callable[[Match[str]], str]:
    return lambda found: unicodedata.normalize(form, found[0])  # type: ignore[arg-type]


def _each(written: str) -> frozenset[str]:
    """The characters of a class as a pattern writes it: single ones, and ranges of two."""
    ranges = re.findall(r"(.)-(.)|(.)", written.encode().decode("unicode_escape"), re.DOTALL)
    return frozenset(
        chr(code)
        for first, last, single in ranges
        for code in range(ord(first or single), ord(last or single) + 1)
    )


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def _constant(text: str) -> Callable[[Match[str]], str]:
    return lambda found: text


def _one_for_one(name: str, characters: str, stands: str) -> Rule:
    pattern = re.compile(f"[{characters}]")
    return Rule(name, pattern, _constant(stands), stands, signs=frozenset(characters))


MARKS = _marks()
ADDRESS = r'\((?:[^()\s]|\([^()\s]*\))*+(?:\s+"[^"\n]*")?\)'
# Behind a word: `2023[1]`, also as a link to its note. A figure in brackets of its own is none.
NOTE = r"\[(?:[0-9]{1,3}|[a-z]|note [0-9]{1,2}|citation needed)\]"
NOTE_MARK = re.compile(rf"(?<=[^\s(\[$€£¥])(?:{NOTE}|\[{NOTE}\])(?:\([^()\s]*\))?")
# French puts a space inside its guillemets; German turns them round and puts none.
SPACE_INSIDE = re.compile(
    r"(?:(?<=^[«‹])|(?<=[\s(\[][«‹]))\s+|\s+(?=[»›](?:[\s.,;:!?)\]]|$))", re.MULTILINE
)
RULES = (
    Rule(
        "invisible characters",
        re.compile(f"[{INVISIBLE}]+"),
        _constant(""),
        signs=_each(INVISIBLE),
    ),
    Rule("marks of notes", NOTE_MARK, _constant(""), signs=frozenset("[")),
    Rule(
        "Markdown",
        re.compile(rf"!?\[([^\[\]]*)\]{ADDRESS}"),
        lambda found: found[1],
        signs=frozenset("["),
    ),
    Rule(
        "Markdown",
        re.compile(r"[*`]+|~~|_(?:(?<!\w_)_*|_*+(?!\w))|\\(?P<kept>[!-/:-@\[-`{-~])"),
        lambda found: found["kept"] or "",
        signs=frozenset("*`~_\\"),
    ),
    Rule(
        "Markdown",
        re.compile(r"^(?:#{1,6}|>+) ", re.MULTILINE),
        _constant(""),
        signs=frozenset("#>"),
    ),
    Rule(
        "ligatures",
        re.compile("[\ufb00-\ufb06]"),
        _normalised("NFKC"),
        signs=_each(r"\ufb00-\ufb06"),
    ),
    Rule(
        "Unicode form",
        re.compile(f"[^{MARKS}][{MARKS}]{{1,{LONGEST_RUN_OF_MARKS}}}|[\u2126\u212a\u212b]"),
        _normalised("NFC"),
        is_idle=_is_composed,
    ),
    Rule(
        "Unicode form",
        re.compile("[\uff01-\uff5e…]"),
        _normalised("NFKC"),
        signs=_each(r"\uff01-\uff5e") | {"…"},
    ),
    Rule("quotation marks", SPACE_INSIDE, _constant(""), signs=frozenset("«»‹›")),
    _one_for_one("quotation marks", SINGLE_QUOTES, "'"),
    _one_for_one("quotation marks", DOUBLE_QUOTES, '"'),
    _one_for_one("dashes", f"\u2010\u2011{DASHES}", "-"),
    Rule(
        "East Asian spaces",
        SPACED,
        _constant(""),
        is_idle=lambda text: text.isascii() or not has_east_asian(text),
    ),
    Rule("white space", re.compile(r"\s(?:\s+|(?<! ))"), _constant(" ")),
)
HYPHENS = ("-", "\u2010", "\u00ad")
BREAK = rf"[{''.join(HYPHENS)}][ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]*"


def _divides_no_word(text: str) -> bool:
    return not any(line.rstrip().endswith(HYPHENS) for line in text.split("\n"))


# A word that was divided at the end of a line, as it reads without its hyphen and with it: which of
# the two was meant cannot be told. Tried one by one, before the rules, where a quote is not found.
HYPHENATION = (
    Rule(
        "hyphenation",
        re.compile(rf"(?<=[^\W\d_]){BREAK}(?=[^\W\d_A-Z])"),
        _constant(""),
        is_idle=_divides_no_word,
    ),
    Rule(
        "hyphenation",
        re.compile(rf"(?<=\w){BREAK}(?=\w)"),
        _constant("-"),
        is_idle=_divides_no_word,
    ),
)
WITHIN_WORDS = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
"""Hyphens of which a line's end may have taken some: left out of quote and text alike."""
EITHER_WAY = Rule(
    "hyphenation",
    re.compile(rf"(?<=[^\W\d_]){BREAK}(?=[^\W\d_A-Z])|{WITHIN_WORDS.pattern}"),
    _constant(""),
    is_idle=_divides_no_word,
)
# What has none of these is its own fold; most quotes are.
TOUCHED = re.compile(
    rf"[{INVISIBLE}!\[*`~_\\#>\ufb00-\ufb06{MARKS}\u2126\u212a\u212b\uff01-\uff5e…"
    rf"{SINGLE_QUOTES}{DOUBLE_QUOTES}\u2010\u2011{DASHES}{EAST_ASIAN}]|  |[^\S ]"
)
NAMES = tuple(dict.fromkeys(rule.name for rule in RULES))


@lru_cache(maxsize=2048)  # a quote is folded for each thing that is asked of it
def fold(text: str, names: tuple[str, ...] = NAMES) -> str:
    """The quote with these rules applied, and no white space around it."""
    if not TOUCHED.search(text):
        return text.strip(" ")
    characters = set(text)
    for rule in RULES:
        if rule.name in names and not rule.passes(text, characters):
            text = rule.pattern.sub(rule.one_for_one or rule.replace, text)
    return text.strip()


def fold_with_shifts(text: str, *first: Rule) -> tuple[str, list[Shifts]]:
    """The same with every rule and the white space around it; the last rule's shifts stand last."""
    shifts = []
    characters = set(text)  # what a rule puts in is no sign of a later one
    for rule in (*first, *RULES):
        text, moved = (text, None) if rule.passes(text, characters) else _apply(rule, text)
        if moved:
            shifts.append(moved)
    return text, shifts


def _apply(rule: Rule, text: str) -> tuple[str, Shifts | None]:
    if rule.one_for_one:
        return rule.pattern.sub(rule.one_for_one, text), None
    parts: list[str] = []
    pieces = [Piece(0, 0, None)]
    at = length = 0
    for found in rule.pattern.finditer(text):
        start, end = found.span()
        new = rule.replace(found)
        parts += (text[at:start], new)
        length += start - at
        if len(new) != end - start:
            pieces += (Piece(length, start, end), Piece(length + len(new), end, None))
        length += len(new)
        at = end
    if not parts:
        return text, None
    parts.append(text[at:])
    return "".join(parts), Shifts(pieces) if len(pieces) > 1 else None


def needed(quote: str, passage: str) -> tuple[str, ...]:
    """The fewest rules, or nearly, under which the two are the same; none if they are the same."""
    kept = tuple(name for name in NAMES if _touches(name, quote) or _touches(name, passage))
    if fold(quote, kept) != fold(passage, kept):
        kept = NAMES
    for name in kept:
        fewer = tuple(other for other in kept if other != name)
        if fold(quote, fewer) == fold(passage, fewer):
            kept = fewer
    return kept


def _touches(name: str, text: str) -> bool:
    return any(rule.pattern.search(text) for rule in RULES if rule.name == name)
