"""Whether captures hold the quotes of citations, and whether the quotes say the claims' values.

A citation is checked against the capture that it names and against every later one of its source.
Where that capture has no text, the one of the same bytes counts for it, or else later ones. A
quote that is missing where it should be is looked for in the source's other captures and in those
of its original and copies. No text or no quote: no check.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from profiles.facts import type_of
from profiles.models import Capture, Citation, QuoteCheck
from profiles.models.fields import PartialDateField, QuantityField
from profiles.provenance.copies import family, originals
from profiles.provenance.quotes import Folded, Place, is_checkable
from profiles.provenance.spoken import Said, Says, says

Outcome = QuoteCheck.Outcome
AT_ONCE = 500  # citations whose captures' texts are in memory at the same time
FOUND = ("outcome", "rules", "start", "end", "says")


@transaction.atomic
def verify(citations: Iterable[Citation]) -> list[QuoteCheck]:
    """Check these citations anew; the checks that stood before are replaced. Returns the checks."""
    by_capture = sorted({(citation.capture_id, citation.pk) for citation in citations})
    found: list[QuoteCheck] = []
    for some in _chunks([pk for _, pk in by_capture]):
        found += _verify_some(some)
    return found


def _verify_some(pks: list[int]) -> list[QuoteCheck]:
    rows = Citation.objects.filter(pk__in=pks).order_by("pk").values_list(*COLUMNS)
    quoted = [each for each in map(Quoted._make, rows) if is_checkable(each.exact)]
    shelf = Shelf.of(each.capture for each in quoted)
    checks = [check for each in quoted for check in _checks(each, shelf)]
    _store(checks, pks)
    return checks


def _store(checks: list[QuoteCheck], pks: list[int]) -> None:
    """What was found before is only dated anew; what is found no longer goes."""
    stored = {
        (row.citation_id, row.capture_id): row
        for row in QuoteCheck.objects.filter(citation__in=pks)
    }
    changed = []
    for check in checks:
        before = stored.pop((check.citation_id, check.capture_id), None)
        if before and all(getattr(before, name) == getattr(check, name) for name in FOUND):
            check.pk = before.pk
        else:
            changed.append(check)
    same = [check.pk for check in checks if check.pk]
    QuoteCheck.objects.filter(pk__in=same).update(checked_at=timezone.now())
    QuoteCheck.objects.filter(pk__in=[row.pk for row in stored.values()]).delete()
    QuoteCheck.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["citation", "capture"],
        update_fields=[*FOUND, "checked_at"],
    )


class Quoted(NamedTuple):
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

    @property
    def said(self) -> Said:
        """The claim's value as its fact's own type, and the words for it."""
        record_type = type_of(self.kind)
        column = record_type.field_of(self.fact)
        printed = (self.printed,) if self.printed else ()
        if isinstance(column, PartialDateField | QuantityField):
            return Said(column.value_class.trusted(self.value), printed)
        return Said(self.value, (*printed, record_type.display(self.fact, self.value)))


CLAIM = ("claim__record__kind", "claim__fact", "claim__value", "claim__printed")
COLUMNS = ("pk", "capture_id", "exact", "prefix", "suffix", *CLAIM)


@dataclass
class Archived:
    """One capture; its text, if it has any, is folded at most once."""

    pk: int
    source: int
    order: tuple[object, int]
    sha256: str
    text: str

    @cached_property
    def folded(self) -> Folded:
        return Folded(self.text)


@dataclass
class Shelf:
    """Every capture of some captures' sources, and of their copies and originals."""

    captures: dict[int, Archived]
    witness: dict[int, int]
    """Source -> the original that it is a copy of in the end, or itself."""

    @classmethod
    def of(cls, captures: Iterable[int]) -> "Shelf":
        named = Capture.objects.filter(pk__in=set(captures))
        sources = set(named.values_list("source", flat=True))
        rows = Capture.objects.filter(source__in=family(sources)).order_by("seen_at", "pk")
        return cls({row.pk: _archived(row) for row in rows}, originals(sources))

    @cached_property
    def _by_witness(self) -> dict[int, list[Archived]]:
        found: dict[int, list[Archived]] = defaultdict(list)
        for capture in self.captures.values():
            if capture.text:
                found[self.witness[capture.source]].append(capture)
        return found

    def of_one_witness(self, capture: Archived) -> list[Archived]:
        """Captures with text of the same witness, oldest first."""
        return self._by_witness.get(self.witness[capture.source], [])

    def reading(self, cited: Archived) -> tuple[Archived | None, list[Archived]]:
        """The capture that counts as the one cited, and the later ones of its source."""
        own = [other for other in self.of_one_witness(cited) if other.source == cited.source]
        later = [other for other in own if other.order > cited.order]
        if cited.text:
            return cited, later
        twins = [other for other in own if other.sha256 == cited.sha256 != ""]
        first = next(iter(twins or later), None)
        return first, [other for other in later if other is not first]


def _archived(row: Capture) -> Archived:
    return Archived(row.pk, row.source_id, (row.seen_at, row.pk), row.sha256, row.text)


def _checks(quoted: Quoted, shelf: Shelf) -> Iterator[QuoteCheck]:
    cited = shelf.captures[quoted.capture]
    first, later = shelf.reading(cited)
    if first is None:
        return
    said = quoted.said
    yield _check(quoted, first, said, elsewhere=shelf.of_one_witness(cited))
    for capture in later:
        yield _check(quoted, capture, said)


def _check(
    quoted: Quoted, capture: Archived, said: Said, elsewhere: Iterable[Archived] = ()
) -> QuoteCheck:
    check = QuoteCheck(
        citation_id=quoted.citation, capture_id=capture.pk, checked_at=timezone.now()
    )
    if place := _find(quoted, capture):
        check.outcome = Outcome.NORMALISED if place.rules else Outcome.EXACT
        check.rules = ", ".join(place.rules)
        check.start, check.end = place.start, place.end
        check.says = says(quoted.exact, said)
    elif any(_find(quoted, other) for other in elsewhere if other is not capture):
        check.outcome, check.says = Outcome.ELSEWHERE, says(quoted.exact, said)
    else:
        check.outcome = Outcome.MISSING
        check.says = _says_instead(capture.folded.restated(quoted.exact), said)
    return check


def _find(quoted: Quoted, capture: Archived) -> Place | None:
    return capture.folded.find(quoted.exact, quoted.prefix, quoted.suffix)


def _says_instead(passage: str, said: Said) -> Says:
    """Of words that are gone: whether the same words stand there with another value."""
    if passage and says(passage, said) == Says.DISAGREES:
        return Says.DISAGREES
    return Says.ABSENT


def _chunks(pks: list[int]) -> Iterator[list[int]]:
    return (pks[at : at + AT_ONCE] for at in range(0, len(pks), AT_ONCE))
