"""What a source's latest capture says of a quote, before anything is cited. Writes nothing.

The same as `verification` finds for a citation of that capture; a test holds the two together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from profiles.models import Capture, QuoteCheck, Source
from profiles.provenance.quotes.fingerprints import fingerprint_of
from profiles.provenance.quotes.matching import FoldedText, Place, is_checkable
from profiles.provenance.quotes.named_subjects import sentence_around
from profiles.provenance.quotes.stated_value import ClaimedValue, Says, states_value
from profiles.provenance.sources.copies import family

Outcome = QuoteCheck.Outcome
WITHOUT_TEXT = (Capture.Depth.NONE, Capture.Depth.FINGERPRINT)
CONTEXT = 60  # characters shown on each side of a quote


@dataclass(frozen=True, slots=True)
class LookupResult:
    """`outcome` is empty where nothing was compared; `why` then says why not.

    `before` and `after` surround a quote that was found; `instead` is the passage that has the
    words of a missing one with other figures.
    """

    outcome: str = ""
    rules: str = ""
    says: str = ""
    why: str = ""
    before: str = ""
    found: str = ""
    after: str = ""
    instead: str = ""
    sentence: str = ""
    """In which a quote that was found stands; the quote itself, where no text tells."""

    @property
    def is_missing(self) -> bool:
        return self.outcome == Outcome.MISSING


@dataclass
class SourceTexts:
    """One source as it can be cited now; each text is loaded and folded at most once."""

    source: Source
    cited: Capture | None
    """Its latest capture, without its text; None where nothing was captured yet."""
    captures: tuple[int, ...]
    """Every capture of the source, of its copies and of its original."""
    _looks: dict[tuple[str, ClaimedValue], LookupResult] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, source: Source) -> "SourceTexts":
        """A source that is not saved yet has no captures."""
        if source._state.adding:
            return cls(source, None, ())
        latest = source.captures.without_texts().order_by("-seen_at", "-pk").first()
        return cls(source, latest, _captures_of(source))

    @property
    def is_current(self) -> bool:
        """Whether nothing was captured since."""
        return self.source._state.adding or _captures_of(self.source) == self.captures

    def look(self, quote: str, said: ClaimedValue) -> LookupResult:
        """Where the quote stands, and whether it says the value."""
        said = said.in_language(self.source.language)
        key = (quote, said)
        if key not in self._looks:
            self._looks[key] = self._look(quote, said)
        return self._looks[key]

    def _look(self, quote: str, said: ClaimedValue) -> LookupResult:
        if not quote:
            return LookupResult(why="no quote")
        if not is_checkable(quote):
            return LookupResult(why="the quote is too short")
        if self._text is None:
            return self._look_by_fingerprint(quote, said)
        if place := self._text.find(quote):
            outcome = Outcome.NORMALISED if place.rules else Outcome.EXACT
            rules, spoken = ", ".join(place.rules), states_value(quote, said)
            raw = self._text.raw
            sentence = sentence_around(raw, place.start, place.end)
            shown = LookupResult(outcome, rules, spoken, "", *_context(raw, place))
            return replace(shown, sentence=sentence)
        if any(other.find(quote) for other in self._others):
            return LookupResult(Outcome.ELSEWHERE, says=states_value(quote, said))
        if self._text.is_garbled:
            return LookupResult(why="the archived text is garbled")
        instead = self._text.restated(quote)
        is_other = bool(instead) and states_value(instead, said) == Says.DISAGREES
        spoken = Says.DISAGREES if is_other else Says.ABSENT
        return LookupResult(Outcome.MISSING, says=spoken, instead=instead)

    def _look_by_fingerprint(self, quote: str, said: ClaimedValue) -> LookupResult:
        known = fingerprint_of(self.read.fingerprint) if self.read else None
        if known is None:
            return LookupResult(why="nothing archived")
        held = known.holds(quote)
        if held is None:
            return LookupResult(why="the quote is too short for a fingerprint")
        if not held:
            return LookupResult(Outcome.MISSING, says=Says.ABSENT)
        return LookupResult(Outcome.FINGERPRINT, says=states_value(quote, said), sentence=quote)

    @cached_property
    def read(self) -> Capture | None:
        """The capture that counts as the one cited: itself, or one with text of the same bytes."""
        if self.cited is None or self.cited.depth not in WITHOUT_TEXT:
            return self.cited
        twins = self.source.captures.exclude(text="").filter(sha256=self.cited.sha256)
        twin = twins.exclude(sha256="").without_texts().order_by("seen_at", "pk").first()
        return twin or (self.cited if self.cited.depth != Capture.Depth.NONE else None)

    @cached_property
    def _text(self) -> FoldedText | None:
        return FoldedText(self.read.text) if self.read and self.read.text else None

    @cached_property
    def _others(self) -> list[FoldedText]:
        """The other texts of the same witness, loaded only when a quote is missing."""
        pk = self.read.pk if self.read else None
        rows = Capture.objects.filter(pk__in=self.captures).exclude(pk=pk).exclude(text="")
        return [FoldedText(text) for text in rows.order_by().values_list("text", flat=True)]


def _captures_of(source: Source) -> tuple[int, ...]:
    rows = Capture.objects.filter(source__in=family([source.pk])).order_by("pk")
    return tuple(rows.values_list("pk", flat=True))


def _context(text: str, place: Place) -> Iterator[str]:
    """What stands before the quote, the quote as it stands there, and what stands behind it."""
    yield _in_line(text[max(0, place.start - CONTEXT) : place.start])
    yield _in_line(text[place.start : place.end])
    yield _in_line(text[place.end : place.end + CONTEXT])


def _in_line(text: str) -> str:
    """White space at the ends tells whether a word goes on."""
    return re.sub(r"\s+", " ", text)
