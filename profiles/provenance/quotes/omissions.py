"""Quotes that leave words out: `raised 385 million euros […] in December`.

The parts have to stand in their order, near each other, and what was left out may not turn the
sentence: no negation, exception or end of a paragraph stands in the gap.
"""

import re
from collections.abc import Iterator

from profiles.provenance.quotes.boundaries import is_whole

OMISSION = re.compile(r"\s*(?:\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3,4}|…)\s*")
SHORTEST_PART = 8  # characters: shorter ones stand near each other by chance
LONGEST_GAP = 300  # characters
MOST_PLACES = 50
TURNING = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nor|neither|without|cannot|denies|denied|deny|false|"
    r"falsely|unless|except|but|however|instead|rather|failed|refused|[a-z]+n't|"
    r"ne|pas|jamais|aucune?|sans|sauf|mais|nicht|kein\w*|nie|niemals|ohne|außer|sondern|aber|"
    r"nunca|jamás|sin|pero|sino|ningun[oa]?|ningún|non|mai|senza|però|ma|nessun\w*|"
    r"não|nem|sem|mas|niet|geen|nooit|zonder|maar)\b|\bn'",
    re.IGNORECASE,
)


def parts_of(quote: str) -> list[str]:
    """The parts of a folded quote between its omissions; one where it has none."""
    return [part for part in OMISSION.split(quote) if part]


def span_of_parts(text: str, parts: list[str]) -> tuple[int, int] | None:
    """Where they stand in a folded text; None where they do not, or where a gap turns them."""
    if len(parts) < 2 or min(map(len, parts)) < SHORTEST_PART:
        return None
    first, *others = parts
    for start in _places(text, first, 0, len(text)):
        end: int | None = start + len(first)
        for part in others:
            end = _behind(text, part, end) if end is not None else None
        if end is not None:
            return start, end
    return None


def _behind(text: str, part: str, end: int) -> int | None:
    for at in _places(text, part, end, end + LONGEST_GAP + len(part)):
        if not TURNING.search(text, end, at):
            return at + len(part)
    return None


def _places(text: str, part: str, start: int, end: int) -> Iterator[int]:
    for _ in range(MOST_PLACES):
        at = text.find(part, start, end)
        if at < 0:
            return
        if is_whole(text, at, at + len(part)):
            yield at
        start = at + 1
