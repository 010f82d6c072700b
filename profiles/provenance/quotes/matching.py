"""Where a text holds a quote: word for word, or but for typography. Knows no database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from profiles.provenance.quotes.boundaries import is_whole
from profiles.provenance.quotes.folding import (
    EITHER_WAY,
    HYPHENATION,
    WITHIN_WORDS,
    Rule,
    Shifts,
    fold,
    fold_with_shifts,
    needed,
)
from profiles.provenance.quotes.omissions import parts_of, span_of_parts
from profiles.provenance.quotes.scripts import in_visual_order, is_garbled

SHORTEST = 3  # characters of a quote, folded: a shorter one is found anywhere
MOST_PLACES = 200  # of one quote that are weighed against its prefix and suffix
MOST_TRIES = 10_000  # of one quote in one text, within longer figures and all
FIGURE = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
WORD = re.compile(r"[^\W\d_]{3,}")
FEWEST_WORDS = 2  # beside the figures: “€400 million” alone restates nothing


@dataclass(frozen=True, slots=True)
class Place:
    """Offsets into the raw text; `rules` names what had to be evened out, nothing if exact."""

    start: int
    end: int
    rules: tuple[str, ...] = ()


def is_checkable(quote: str) -> bool:
    return len(fold(quote)) >= SHORTEST


class FoldedText:
    """One text, folded once, however many quotes are looked for in it."""

    def __init__(self, text: str) -> None:
        self.raw = text

    @cached_property
    def _folded(self) -> tuple[str, list[Shifts]]:
        return fold_with_shifts(self.raw)

    @cached_property
    def _joined(self) -> list[tuple[Rule, str, list[Shifts]]]:
        """With the words that a line's end divides put together, in each way that they may be."""
        rules = [rule for rule in (*HYPHENATION, EITHER_WAY) if not rule.is_idle(self.raw)]
        return [(rule, *fold_with_shifts(self.raw, rule)) for rule in rules]

    def find(self, quote: str, prefix: str = "", suffix: str = "") -> Place | None:
        """The place of the quote; of several, the one whose surroundings fit best.

        None where it is not there, or is too short to look for.
        """
        quote, wanted = quote.strip(), fold(quote)
        if len(wanted) < SHORTEST:
            return None
        at = _best(self.raw, quote, prefix, suffix)
        if at is not None:
            return Place(at, at + len(quote))
        around = fold(prefix), fold(suffix)
        if span := _span(*self._folded, wanted, *around):
            return Place(*span, needed(quote, self.raw[slice(*span)]))
        for rule, text, shifts in self._joined:
            asked = WITHIN_WORDS.sub("", quote) if rule is EITHER_WAY else quote
            if span := _span(text, shifts, fold(asked), *around):
                passage = rule.pattern.sub(rule.replace, self.raw[slice(*span)])
                return Place(*span, (rule.name, *needed(asked, passage)))
        return self._turned(wanted) or self._with_omissions(wanted)

    def _turned(self, wanted: str) -> Place | None:
        turned = in_visual_order(wanted)
        span = _span(*self._folded, turned, "", "") if turned else None
        return Place(*span, ("right to left",)) if span else None

    def _with_omissions(self, wanted: str) -> Place | None:
        """A quote that leaves words out, as itself not in the text."""
        text, shifts = self._folded
        span = span_of_parts(text, parts_of(wanted))
        return Place(*_in_raw(*span, shifts), ("omission",)) if span else None

    @cached_property
    def is_garbled(self) -> bool:
        """Whether it has too much that is no letter for anything to be missing from it."""
        return is_garbled(self.raw)

    def restated(self, quote: str) -> str:
        """The passage that has the quote's words with other figures; "" where there is none."""
        wanted = fold(quote)
        words = [re.escape(words) for words in FIGURE.split(wanted)]
        if len(words) == 1 or len(WORD.findall(wanted)) < FEWEST_WORDS:
            return ""
        figure = r"(?<![0-9.,])[0-9](?:[0-9.,]*[0-9])?"
        found = re.search(figure.join(words), self._folded[0])
        return found[0] if found and found[0] != wanted else ""


def _span(
    text: str, shifts: list[Shifts], wanted: str, prefix: str, suffix: str
) -> tuple[int, int] | None:
    """Where it stands in the raw text that was folded to this."""
    at = _best(text, wanted, prefix, suffix)
    if at is None:
        return None
    return _in_raw(at, at + len(wanted), shifts)


def _in_raw(start: int, end: int, shifts: list[Shifts]) -> tuple[int, int]:
    for moved in reversed(shifts):
        start, end = moved.start_of(start), moved.end_of(end - 1)
    return start, end


def _best(text: str, quote: str, prefix: str, suffix: str) -> int | None:
    places = _places(text, quote)
    if not (prefix or suffix):
        return next(places, None)

    def fit(at: int) -> int:
        behind = at + len(quote)
        after = text[behind : behind + len(suffix) + 1].lstrip()
        before = text[max(0, at - len(prefix) - 1) : at].rstrip()
        return _shared(after, suffix.strip()) + _shared(before[::-1], prefix.strip()[::-1])

    return max(islice(places, MOST_PLACES), key=fit, default=None)


def _shared(text: str, other: str) -> int:
    """How many characters both begin with."""
    return next(
        (at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two),
        min(len(text), len(other)),
    )


def _places(text: str, quote: str) -> Iterator[int]:
    at = -1
    for _ in range(MOST_TRIES):
        at = text.find(quote, at + 1)
        if at < 0:
            return
        if is_whole(text, at, at + len(quote)):
            yield at
