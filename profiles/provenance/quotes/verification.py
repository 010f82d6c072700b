"""Whether captures hold the quotes of citations, and whether the quotes say the claims' values.

A citation is checked against the capture that it names and against every later one of its source.
Where that capture has no text, the one of the same bytes counts for it, then its own fingerprint,
or else later ones. A
quote that is missing where it should be is looked for in the source's other captures and in those
of its original and copies. No text or no quote: no check.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from profiles.models import Capture, Citation, QuoteCheck
from profiles.provenance.quotes.fingerprints import fingerprint_of
from profiles.provenance.quotes.matching import FoldedText, Place, is_checkable
from profiles.provenance.quotes.stated_value import ClaimedValue, Says, claimed_value, states_value
from profiles.provenance.sources.copies import family, originals

Outcome = QuoteCheck.Outcome
FOUND = (Outcome.EXACT, Outcome.NORMALISED, Outcome.FINGERPRINT)
AT_ONCE = 500  # citations whose captures' texts are in memory at the same time
_states_value = lru_cache(maxsize=8)(
    states_value
)  # one quote is read once, however many captures hold it


class CheckResult(NamedTuple):
    """What one capture says to one citation: the columns of a `QuoteCheck` but for its time."""

    citation_id: int
    capture_id: int
    outcome: str
    says: str
    rules: str = ""
    start: int | None = None
    end: int | None = None


@transaction.atomic
def verify(citations: Iterable[Citation]) -> list[CheckResult]:
    """Check these citations anew; the checks that stood before are replaced. Returns the checks."""
    by_capture = sorted({(citation.capture_id, citation.pk) for citation in citations})
    found: list[CheckResult] = []
    for some in _chunks([pk for _, pk in by_capture]):
        found += _verify_some(some)
    return found


def _verify_some(pks: list[int]) -> list[CheckResult]:
    rows = Citation.objects.filter(pk__in=pks).order_by("pk").values_list(*COLUMNS)
    quoted = [each for each in map(QuotedCitation._make, rows) if is_checkable(each.exact)]
    texts = TextsBySource.of(each.capture for each in quoted)
    checks = [check for each in quoted for check in _checks(each, texts)]
    _store(checks, pks)
    return checks


def _store(checks: list[CheckResult], pks: list[int]) -> None:
    """What was found before is only dated anew; what is found no longer goes."""
    before = QuoteCheck.objects.filter(citation__in=pks).order_by()
    void = {tuple(check): pk for pk, *check in before.values_list("pk", *CheckResult._fields)}
    new = [check for check in checks if check not in void]
    same = [pk for check in checks if (pk := void.pop(check, None))]
    now = timezone.now()
    QuoteCheck.objects.filter(pk__in=same).update(checked_at=now)
    QuoteCheck.objects.filter(pk__in=void.values()).delete()
    QuoteCheck.objects.bulk_create(
        [QuoteCheck(**check._asdict(), checked_at=now) for check in new],
        update_conflicts=True,  # somebody else may be checking the same
        unique_fields=["citation", "capture"],
        update_fields=[*CheckResult._fields[2:], "checked_at"],
    )


class QuotedCitation(NamedTuple):
    """What of a citation and its claim is checked."""

    citation: int
    capture: int
    exact: str
    prefix: str
    suffix: str
    kind: str
    fact: str
    value: str
    printed: str
    language: str

    @property
    def said(self) -> ClaimedValue:
        claimed = claimed_value(self.kind, self.fact, self.value, self.printed)
        return claimed.in_language(self.language) if self.language != "en" else claimed


class Finding(NamedTuple):
    """Whether one text has a quote, where, and what had to be evened out."""

    outcome: str
    rules: str = ""
    start: int | None = None
    end: int | None = None


CLAIM = ("claim__record__kind", "claim__fact", "claim__value", "claim__printed")
COLUMNS = ("pk", "capture_id", "exact", "prefix", "suffix", *CLAIM, "capture__source__language")


@dataclass
class ArchivedText:
    """One capture; its text, if it has any, is folded at most once."""

    pk: int
    source: int
    order: tuple[object, int]
    sha256: str
    text: str
    fingerprint: str = ""

    @cached_property
    def folded(self) -> FoldedText:
        return FoldedText(self.text)

    @property
    def is_telling(self) -> bool:
        return bool(self.text or self.fingerprint)

    def look_for(self, quoted: QuotedCitation) -> Finding | None:
        """None where it is not for this capture to tell."""
        asked = quoted.exact, quoted.prefix, quoted.suffix
        if self.text:
            place = self.folded.find(*asked)
            return None if place is None and self.folded.is_garbled else _finding(place)
        known = fingerprint_of(self.fingerprint)
        held = known.holds(*asked) if known else None
        if held is None:
            return None
        return Finding(Outcome.FINGERPRINT if held else Outcome.MISSING)

    def has(self, quoted: QuotedCitation) -> bool:
        found = self.look_for(quoted)
        return found is not None and found.outcome in FOUND


def _finding(place: Place | None) -> Finding:
    if place is None:
        return Finding(Outcome.MISSING)
    outcome = Outcome.NORMALISED if place.rules else Outcome.EXACT
    return Finding(outcome, ", ".join(place.rules), place.start, place.end)


@dataclass
class TextsBySource:
    """Every capture of some captures' sources, and of their copies and originals."""

    captures: dict[int, ArchivedText]
    witness: dict[int, int]
    """Source -> the original that it is a copy of in the end, or itself."""

    @classmethod
    def of(cls, captures: Iterable[int]) -> "TextsBySource":
        named = Capture.objects.filter(pk__in=set(captures))
        sources = set(named.values_list("source", flat=True))
        rows = Capture.objects.filter(source__in=family(sources)).order_by("seen_at", "pk")
        return cls({row.pk: _archived_text(row) for row in rows}, originals(sources))

    @cached_property
    def _by_witness(self) -> dict[int, list[ArchivedText]]:
        found: dict[int, list[ArchivedText]] = defaultdict(list)
        for capture in self.captures.values():
            if capture.is_telling:
                found[self.witness[capture.source]].append(capture)
        return found

    def of_one_witness(self, capture: ArchivedText) -> list[ArchivedText]:
        """Captures with text or fingerprint of the same witness, oldest first."""
        return self._by_witness.get(self.witness[capture.source], [])

    def reading(self, cited: ArchivedText) -> tuple[ArchivedText | None, list[ArchivedText]]:
        """The capture that counts as the one cited, and the later ones of its source."""
        own = [other for other in self.of_one_witness(cited) if other.source == cited.source]
        later = [other for other in own if other.order > cited.order]
        if cited.text:
            return cited, later
        twins = [other for other in own if other.text and other.sha256 == cited.sha256 != ""]
        themselves = [cited] if cited.fingerprint else []
        first = next(iter(twins or themselves or later), None)
        return first, [other for other in later if other is not first]


def _archived_text(row: Capture) -> ArchivedText:
    order = row.seen_at, row.pk
    return ArchivedText(row.pk, row.source_id, order, row.sha256, row.text, row.fingerprint)


def _checks(quoted: QuotedCitation, texts: TextsBySource) -> Iterator[CheckResult]:
    cited = texts.captures[quoted.capture]
    first, later = texts.reading(cited)
    if first is None:
        return
    said = quoted.said
    yield from _check(quoted, first, said, elsewhere=texts.of_one_witness(cited))
    for capture in later:
        yield from _check(quoted, capture, said)


def _check(
    quoted: QuotedCitation,
    capture: ArchivedText,
    said: ClaimedValue,
    elsewhere: Iterable[ArchivedText] = (),
) -> Iterator[CheckResult]:
    """Nothing where this capture cannot tell."""
    here = quoted.citation, capture.pk
    found = capture.look_for(quoted)
    if found is None:
        return
    if found.outcome in FOUND:
        says = _states_value(quoted.exact, said)
        yield CheckResult(*here, found.outcome, says, found.rules, found.start, found.end)
    elif any(other.has(quoted) for other in elsewhere if other is not capture):
        yield CheckResult(*here, Outcome.ELSEWHERE, _states_value(quoted.exact, said))
    else:
        instead = capture.folded.restated(quoted.exact) if capture.text else ""
        yield CheckResult(*here, Outcome.MISSING, _says_instead(instead, said))


def _says_instead(passage: str, said: ClaimedValue) -> Says:
    """Of words that are gone: whether the same words stand there with another value."""
    if passage and states_value(passage, said) == Says.DISAGREES:
        return Says.DISAGREES
    return Says.ABSENT


def _chunks(pks: list[int]) -> Iterator[list[int]]:
    return (pks[at : at + AT_ONCE] for at in range(0, len(pks), AT_ONCE))
