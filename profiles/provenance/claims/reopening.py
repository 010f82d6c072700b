"""What came to light after a ruling, so that somebody decides again.

Read from edit history in three queries however many facts are asked for: for a fact's page and
for a report, not for the marks of a list. Nothing is reopened by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from profiles.facts import type_of
from profiles.models import Citation, Claim, Decision, Source, Stance, Status
from profiles.provenance.claims.evidence_state import Evidence

# From the weakest to the strongest thing that a source can say of a value.
STRENGTH = [Status.DENIED, Status.RUMOURED, Status.PROJECTED, Status.REPORTED, Status.CONFIRMED]
WITHDRAWN = (Source.Standing.CORRECTED, Source.Standing.RETRACTED)
# An import writes rulings first and their citations soon after, under one reason.
LONGEST_IMPORT = timedelta(hours=1)


def with_later_evidence(found: Iterable[Evidence]) -> list[Evidence]:
    """The same, `reopened_by` filled where evidence changed after the ruling."""
    known = list(found)
    history = _History([claim for each in known if each.accepted for claim in each.claims])
    return [
        replace(each, reopened_by=tuple(dict.fromkeys(_news(each, history))))
        if each.accepted
        else each
        for each in known
    ]


class _History:
    """The past of some claims, their citations and their sources, oldest first."""

    def __init__(self, claims: list[Claim]) -> None:
        sources = {
            citation.capture.source_id for claim in claims for citation in claim.citations.all()
        }
        self.claims = _past("id", Claim.history.filter(id__in=[claim.pk for claim in claims]))
        self.sources = _past("id", Source.history.filter(id__in=sources))
        self.citations = _past(
            "claim_id",
            Citation.history.filter(claim_id__in=list(self.claims)).select_related(
                "capture__source"
            ),
        )


def _past(key: str, rows: Any) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows.order_by("history_date", "history_id"):
        found[getattr(row, key)].append(row)
    return found


@dataclass(frozen=True)
class _Ruled:
    """One claim and the last moment at which somebody looked at it to decide."""

    claim: Claim
    since: datetime
    past: list[Any]
    citations_past: list[Any]

    @property
    def is_accepted(self) -> bool:
        return self.claim.decision == Decision.ACCEPTED

    def known_then(self, row: Any) -> bool:
        """Whether this row of history was there at the ruling, or came with it in one import."""
        if row.history_date <= self.since:
            return True
        decided_at = self.claim.decided_at
        ruling = next((each for each in self.past if each.decided_at == decided_at), None)
        return (
            ruling is not None
            and bool(row.history_change_reason)
            and row.history_change_reason == ruling.history_change_reason
            and row.history_user_id == ruling.history_user_id
            and abs(row.history_date - ruling.history_date) < LONGEST_IMPORT
        )

    def then(self, rows: list[Any]) -> Any:
        """The last of a row's versions that was known at the ruling; None where it is younger."""
        return next((row for row in reversed(rows) if self.known_then(row)), None)


def _news(evidence: Evidence, history: _History) -> Iterator[str]:
    for claim in evidence.claims:
        if evidence.accepted is None or claim.decided_at is None:
            continue
        ruled = _Ruled(
            claim,
            max(claim.decided_at, evidence.accepted.decided_at or claim.decided_at),
            history.claims[claim.pk],
            history.citations[claim.pk],
        )
        words = type_of(evidence.body).display(claim.fact, claim.value)
        yield from _citations_added(ruled, words)
        yield from _another_status(ruled, words)
        if ruled.is_accepted:
            yield from _citations_removed(ruled)
            yield from _sources_withdrawn(ruled, history)


def _citations_added(ruled: _Ruled, words: str) -> Iterator[str]:
    """Against the accepted value, or for one that was not chosen."""
    adverse = Stance.CONTRADICTS if ruled.is_accepted else Stance.SUPPORTS
    told = "contradicts the accepted value" if ruled.is_accepted else f"supports “{words}”"
    for citation in ruled.claim.citations.all():
        versions = [row for row in ruled.citations_past if row.id == citation.pk]
        before = ruled.then(versions)
        if citation.stance == adverse and versions and (not before or before.stance != adverse):
            yield f"{citation.capture.source} {told}, cited after the ruling."


def _citations_removed(ruled: _Ruled) -> Iterator[str]:
    """Unless the same source is cited for the value again, at another place."""
    kept = {citation.capture.source_id for citation in ruled.claim.citations.all()}
    for row in ruled.citations_past:
        gone = row.history_type == "-" and row.stance != Stance.CONTRADICTS
        source = row.capture.source if row.capture else None
        if gone and not ruled.known_then(row) and (source is None or source.pk not in kept):
            yield f"{source or 'A source'} is no longer cited for the accepted value."


def _another_status(ruled: _Ruled, words: str) -> Iterator[str]:
    """An accepted value that became less certain, or one not chosen that became more so."""
    before, now = ruled.then(ruled.past), Status(ruled.claim.status)
    if before is None or before.status == now:
        return
    is_weaker = STRENGTH.index(now) < STRENGTH.index(Status(before.status))
    if is_weaker == ruled.is_accepted:
        was = Status(before.status).label.lower()
        yield f"“{words}” was {was} at the ruling and is {now.label.lower()} now."


def _sources_withdrawn(ruled: _Ruled, history: _History) -> Iterator[str]:
    sources = {
        citation.capture.source
        for citation in ruled.claim.citations.all()
        if citation.stance != Stance.CONTRADICTS
    }
    for source in sorted(sources, key=lambda each: each.key):
        before = ruled.then(history.sources[source.pk])
        if source.standing in WITHDRAWN and before and before.standing != source.standing:
            yield f"{source} was {source.get_standing_display().lower()} after the ruling."
