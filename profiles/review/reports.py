"""Which facts rest on nothing, on little or on something old: one row for each trouble of a fact.

Findings (`review.checks`) say what stops a submission; a report says how well the rest is founded.
What is empty, or covered by the fact that it is cited with, is in no report.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format

from profiles.document.loading import LoadedProfile
from profiles.document.rows import bind
from profiles.models import Company, Source
from profiles.models.sources import ORIGINS
from profiles.provenance.claims.evidence_state import Evidence, State
from profiles.provenance.claims.freshness import known_on, overdue
from profiles.provenance.claims.reopening import with_later_evidence
from profiles.provenance.quotes.matching import is_checkable
from profiles.provenance.quotes.verdicts import quote_troubles
from profiles.provenance.sources.witnesses import stands, witnesses
from profiles.review.findings import Entry, Profile
from profiles.values.footnotes import footnote_keys


class Trouble(TextChoices):
    UNCITED = "uncited", "Uncited"
    CONTESTED = "contested", "Contested"
    SINGLE_SOURCE = "single-source", "Single source"
    STALE = "stale", "Stale"
    UNVERIFIABLE = "unverifiable", "Unverifiable"
    PLACELESS = "placeless", "No place given"
    MISQUOTED = "misquoted", "Misquoted"
    DRIFTED = "drifted", "Drifted"
    REOPENED = "reopened", "Ruled before new evidence"


@dataclass(frozen=True, slots=True)
class Row:
    """One trouble of one fact; `ref` is `kind/key` of the record, `name` its name."""

    profile: str
    company: str
    """The name of the profile's company."""
    ref: str
    name: str
    record_id: Any
    fact: str
    label: str
    value: str
    """In words: `€385M`, `April 2023`, a choice's label; empty where only claims give one."""
    trouble: Trouble
    why: str
    """One sentence."""

    def __str__(self) -> str:
        return f"{self.trouble}: {self.profile}: {self.ref} {self.fact}: {self.why}"


def report(
    companies: Iterable[Company], troubles: Collection[Trouble] | None = None
) -> Iterator[Row]:
    """The troubles of these profiles, all or those asked for, in reading order.

    A fixed number of queries for each profile, however many facts it has.
    """
    asked = [trouble for trouble in Trouble if troubles is None or trouble in troubles]
    for company in companies:
        yield from troubles_of(ProfileEvidence(company), asked)


def troubles_of(ground: "ProfileEvidence", asked: Iterable[Trouble] = Trouble) -> Iterator[Row]:
    """The troubles of one profile."""
    company, asked = ground.profile.company, list(asked)
    for entry in ground.profile.entries:
        for evidence in entry.evidence.values():
            for trouble in asked:
                if why := WHY[trouble](ground, evidence):
                    yield _row(company, entry, evidence, trouble, why)


def _row(company: Company, entry: Entry, evidence: Evidence, trouble: Trouble, why: str) -> Row:
    fact = evidence.fact.name
    return Row(
        profile=company.key,
        company=company.name,
        ref=entry.body.record.ref,
        name=str(entry.body),
        record_id=entry.body.pk,
        fact=fact,
        label=entry.record_type.label_of(fact),
        value=entry.record_type.in_words(fact, evidence.value),
        trouble=trouble,
        why=why,
    )


class ProfileEvidence:
    """What a profile's facts stand on, each part loaded once and only where it is asked for."""

    def __init__(self, company: Company) -> None:
        self.profile = Profile(LoadedProfile(company))
        bind([(entry.record_type, entry.body) for entry in self.profile.entries])
        self.types = {entry.body.pk: entry.record_type for entry in self.profile.entries}
        self.today = timezone.localdate()

    @cached_property
    def _facts(self) -> list[Evidence]:
        return [each for entry in self.profile.entries for each in entry.evidence.values()]

    @cached_property
    def _footnotes(self) -> set[str]:
        """The keys that the prose names."""
        return {key for each in self._facts if each.fact.prose for key in each.sources}

    @cached_property
    def _footnoted(self) -> dict[str, Source]:
        """The sources that the prose names, by key."""
        sources = Source.objects.filter(key__in=self._footnotes).select_related(*ORIGINS)
        return {source.key: source for source in sources}

    @property
    def unknown_footnotes(self) -> frozenset[str]:
        """The keys in the prose that name no source yet."""
        return frozenset(self._footnotes - set(self._footnoted))

    def standing(self, evidence: Evidence) -> tuple[Source, ...]:
        """The sources behind a value, or in the prose, that stand."""
        if not evidence.fact.prose:
            return evidence.standing
        named = (self._footnoted.get(key) for key in footnote_keys(evidence.value))
        found = {source.pk: source for source in named if source and stands(source)}
        return tuple(found.values())

    @cached_property
    def news(self) -> dict[int, tuple[str, ...]]:
        """Id of the accepted claim -> what came to light after it was ruled on."""
        ruled = with_later_evidence(each for each in self._facts if each.accepted)
        return {each.accepted.pk: each.reopened_by for each in ruled if each.accepted}


def _uncited(ground: ProfileEvidence, evidence: Evidence) -> str:
    """Whether nothing that stands supports the value as it is; why."""
    match evidence.state:
        case State.UNCITED:
            return "No source is cited for it."
        case State.WAITING:
            return "It has sources, but nobody has accepted a value."
        case State.RETRACTED:
            return "Every source that supports it is retracted."
        case State.CHANGED if evidence.value and evidence.accepted:
            record_type = ground.types[evidence.body.pk]
            cited = record_type.in_words(evidence.fact.name, evidence.accepted.value)
            return f"Its sources were cited for “{cited[:60]}”."
        case State.CITED if evidence.fact.prose and not ground.standing(evidence):
            return "None of its footnotes names a source that stands."
    return ""


def _contested(ground: ProfileEvidence, evidence: Evidence) -> str:
    if not evidence.is_contested:
        return ""
    record_type, fact = ground.types[evidence.body.pk], evidence.fact.name
    values = [record_type.in_words(fact, claim.value)[:60] for claim in evidence.open]
    return f"Nobody has ruled on {', '.join(f'“{value}”' for value in values)}."


def _single_source(ground: ProfileEvidence, evidence: Evidence) -> str:
    standing = ground.standing(evidence) if _is_supported(evidence) else ()
    if witnesses(standing) != 1:
        return ""
    if len(standing) == 1:
        return f"Only “{standing[0]}” says so."
    return f"{len(standing)} articles say so, of 1 independent source."


def _stale(ground: ProfileEvidence, evidence: Evidence) -> str:
    late = overdue(evidence, ground.today) if _is_supported(evidence) else None
    known = known_on(evidence.accepted) if evidence.accepted else None
    return (
        f"Last known on {date_format(known)}: overdue by {late.days} days."
        if late and known
        else ""
    )


def _unverifiable(ground: ProfileEvidence, evidence: Evidence) -> str:
    """Whether no quote was compared with a text. Prose is cited by footnotes, without quotes."""
    verdicts = evidence.verdicts if _is_supported(evidence) else ()
    if not verdicts or any(each.checks for each in verdicts):
        return ""
    if any(is_checkable(each.citation.exact) for each in verdicts):
        return "No text of its sources is captured, so no quote could be checked."
    return "No citation quotes its source."


def _placeless(ground: ProfileEvidence, evidence: Evidence) -> str:
    bare = evidence.placeless if _is_supported(evidence) else []
    if not bare:
        return ""
    sources = dict.fromkeys(f"“{citation.capture.source}”" for citation in bare)
    return f"Neither a quote nor a place says where {', '.join(sources)} gives it."


def _misquoted(ground: ProfileEvidence, evidence: Evidence) -> str:
    return quote_troubles(evidence.misquoted)


def _drifted(ground: ProfileEvidence, evidence: Evidence) -> str:
    return quote_troubles(evidence.drifted)


def _reopened(ground: ProfileEvidence, evidence: Evidence) -> str:
    return " ".join(ground.news[evidence.accepted.pk]) if evidence.accepted else ""


def _is_supported(evidence: Evidence) -> bool:
    """Whether the value in use is the one that its sources were cited for."""
    if evidence.fact.prose:
        return bool(evidence.value)
    return evidence.accepted is not None and evidence.accepted.value == evidence.value


WHY: dict[Trouble, Callable[[ProfileEvidence, Evidence], str]] = {
    Trouble.UNCITED: _uncited,
    Trouble.CONTESTED: _contested,
    Trouble.SINGLE_SOURCE: _single_source,
    Trouble.STALE: _stale,
    Trouble.UNVERIFIABLE: _unverifiable,
    Trouble.PLACELESS: _placeless,
    Trouble.MISQUOTED: _misquoted,
    Trouble.DRIFTED: _drifted,
    Trouble.REOPENED: _reopened,
}
"""Each trouble with what says of a fact, in one sentence, that it has it; empty where not."""
