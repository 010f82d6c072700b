"""The difference between two documents as a reviewer reads it: by record, with the evidence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from profiles.admin.display.word_diff import Piece, compare_words
from profiles.document.diff import Difference, Kind, differences, words
from profiles.document.evidence_changes import evidence_changes
from profiles.document.schema import Citation, Claim, Document, Fact, Source
from profiles.facts import BY_KIND
from profiles.values.footnotes import footnote_keys

TONES = {Kind.ADDED: "good", Kind.REMOVED: "bad", Kind.CHANGED: "amber", Kind.EVIDENCE: "quiet"}


@dataclass(frozen=True, slots=True)
class CitationLine:
    """One place in one source; prose names sources without a place."""

    source: Source
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One claim with its citations."""

    words: str
    claim: Claim
    citations: list[CitationLine]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that stands behind a fact in one document."""

    accepted: Exhibit | None
    rivals: list[Exhibit]
    footnotes: list[CitationLine]
    cited_with: str

    @property
    def not_chosen(self) -> list[Exhibit]:
        return [rival for rival in self.rivals if not rival.claim.also_given]

    @property
    def also_given(self) -> list[Exhibit]:
        """What can be true as well: nobody had to choose."""
        return [rival for rival in self.rivals if rival.claim.also_given]


@dataclass(frozen=True, slots=True)
class Change:
    difference: Difference
    tone: str
    before: list[Piece]
    after: list[Piece]
    is_long: bool
    sentences: list[str]
    was: Evidence | None
    now: Evidence | None


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one record."""

    ref: str
    kind: str
    name: str
    changes: list[Change]
    compares: bool
    """Whether anything has a before."""


@dataclass(frozen=True, slots=True)
class Changes:
    groups: list[Group]
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def changes_between(before: Document | None, after: Document) -> Changes:
    found = differences(before, after)
    by_ref: dict[str, list[Difference]] = {}
    for difference in found:
        by_ref.setdefault(difference.ref, []).append(difference)
    counts = Counter(difference.kind for difference in found)
    return Changes(
        groups=[_group(each, before, after) for each in by_ref.values()],
        counts={str(kind): counts[kind] for kind in Kind if counts[kind]},
    )


def _group(found: list[Difference], before: Document | None, after: Document) -> Group:
    first = found[0]
    return Group(
        ref=first.ref,
        kind=kind_name(first.ref.partition("/")[0]),
        name=first.record,
        changes=[change_of(difference, before, after) for difference in found],
        compares=any(difference.before for difference in found),
    )


def kind_name(kind: str) -> str:
    name = BY_KIND[kind].model._meta.verbose_name if kind in BY_KIND else kind
    return str(name).capitalize()


def change_of(difference: Difference, before: Document | None, after: Document) -> Change:
    old, new = difference.fact_before, difference.fact_after
    pieces = compare_words(difference.before, difference.after)
    return Change(
        difference=difference,
        tone=TONES[difference.kind],
        before=pieces[0],
        after=pieces[1],
        is_long=max(len(difference.before), len(difference.after)) > 200,
        sentences=_sentences(difference, before, after),
        was=_evidence(old, before) if old and before else None,
        now=_evidence(new, after) if new else None,
    )


def _sentences(difference: Difference, before: Document | None, after: Document) -> list[str]:
    """Where the value stayed, what else did not; otherwise the evidence itself is read anyway."""
    old, new = difference.fact_before, difference.fact_after
    is_hidden = difference.kind == Kind.EVIDENCE
    if not (is_hidden and old and new):
        return []
    sources = [*(before.sources if before else ()), *after.sources]
    return evidence_changes(old, new, {source.key: source.title for source in sources})


def _evidence(fact: Fact, document: Document) -> Evidence:
    sources = {source.key: source for source in document.sources}
    keys = footnote_keys(fact.value) if fact.type == "prose" else []
    return Evidence(
        accepted=_exhibit(fact, fact.claim, sources) if fact.claim else None,
        rivals=[_exhibit(fact, rival, sources) for rival in fact.rivals],
        footnotes=[CitationLine(sources[key]) for key in keys if key in sources],
        cited_with=fact.cited_with,
    )


def _exhibit(fact: Fact, claim: Claim, sources: dict[str, Source]) -> Exhibit:
    return Exhibit(words(fact, claim), claim, list(_cited(claim.citations, sources)))


def _cited(citations: Iterable[Citation], sources: dict[str, Source]) -> Iterable[Any]:
    return (
        CitationLine(sources[each.source], each) for each in citations if each.source in sources
    )
