"""Two texts side by side, the words that came and went marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|[^\s]+")
SHORT = 40
LONGEST = 4000
"""Words beyond which the comparison would take seconds; then the texts stand unmarked."""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    differs: bool = False


def compare_words(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces of both texts. Short texts and those with one side empty stay whole."""
    old, new = WORD.findall(before), WORD.findall(after)
    is_short = max(len(before), len(after)) <= SHORT
    if is_short or not before or not after or max(len(old), len(new)) > LONGEST:
        return [Piece(before)], [Piece(after)]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        list(_pieces((tag, old[a:b]) for tag, a, b, _, _ in steps)),
        list(_pieces((tag, new[c:d]) for tag, _, _, c, d in steps)),
    )


def _pieces(runs: Iterator[tuple[str, list[str]]]) -> Iterator[Piece]:
    for tag, words in runs:
        if words:
            yield Piece("".join(words), differs=tag != "equal")
