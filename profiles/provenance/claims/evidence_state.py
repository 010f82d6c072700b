"""The state of each fact: cited, changed since, contested, undecided, bare, or cited in vain.

Open claims that can all be true beside the value in use raise no alarm (`provenance.rivalry`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from profiles.facts import Fact, type_of
from profiles.models import Body, Citation, Claim, Decision, Source, Stance
from profiles.provenance.claims.lost_support import (
    Cause,
    cause_of_lost_support,
    has_no_standing_source,
)
from profiles.provenance.disagreements.between_claims import anybody_disagrees, disagreement
from profiles.provenance.disagreements.kinds import Disagreement
from profiles.provenance.quotes.verdicts import Verdict, unanswered, verdicts_on
from profiles.provenance.sources.witnesses import stands, witnesses
from profiles.values.footnotes import footnote_keys


class State(StrEnum):
    EMPTY = "empty"
    CITED = "cited"
    COVERED = "covered"
    CHANGED = "changed since cited"
    CONTESTED = "rivals open"
    WAITING = "waiting for a decision"
    UNCITED = "uncited"
    RETRACTED = Cause.RETRACTED
    MISQUOTED = Cause.MISQUOTED
    DRIFTED = Cause.DRIFTED


@dataclass(frozen=True)
class Evidence:
    """Everything known about one fact of one record."""

    fact: Fact
    value: str
    claims: tuple[Claim, ...]
    body: Body
    covered: bool = False
    reopened_by: tuple[str, ...] = ()
    """What came to light after the ruling; only `reopening.with_later_evidence` looks for it."""

    @cached_property
    def accepted(self) -> Claim | None:
        return next((c for c in self.claims if c.decision == Decision.ACCEPTED), None)

    @property
    def rivals(self) -> tuple[Claim, ...]:
        """Every other claim, whether it was ruled on or not."""
        return tuple(claim for claim in self.claims if claim.decision != Decision.ACCEPTED)

    @property
    def open(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.decision == Decision.OPEN)

    @property
    def placeless(self) -> list[Citation]:
        """Of the value in use: with which nobody could find what it is cited for."""
        cited = self.accepted.citations.all() if self.accepted else ()
        return [each for each in cited if not each.exact and not each.locator]

    @cached_property
    def is_contested(self) -> bool:
        """Whether an open claim disagrees with the accepted one, or with another open one.

        Before any is accepted, the value in use counts as one of them.
        """
        if not self.open:
            return False
        in_use = [self.accepted] if self.accepted else []
        uncited = "" if self.accepted else self.value
        claims = [*in_use, *self.open]
        return anybody_disagrees(claims, type_of(self.body), self.fact.name, uncited)

    @property
    def also_given(self) -> tuple[Claim, ...]:
        """Open claims that can be true beside the accepted one: nobody has to rule on them."""
        return self.open if self.accepted and not self.is_contested else ()

    def disagreement(self, claim: Claim) -> Disagreement | None:
        """How a claim differs from the accepted one, or from the first while none is accepted.

        None for that one itself.
        """
        standard = self.accepted or self.claims[0]
        return None if claim == standard else disagreement(standard, claim, self.body)

    @property
    def sources(self) -> set[str]:
        """Keys of the sources behind the accepted value, or in the prose."""
        if self.fact.prose:
            return set(footnote_keys(self.value))
        if not self.accepted:
            return set()
        return {citation.capture.source.key for citation in self.accepted.citations.all()}

    @cached_property
    def supporting(self) -> tuple[Source, ...]:
        """The sources that support the accepted value, each once, retracted ones too."""
        citations = self.accepted.citations.all() if self.accepted else ()
        found = {
            each.capture.source.pk: each.capture.source
            for each in citations
            if each.stance == Stance.SUPPORTS
        }
        return tuple(found.values())

    @cached_property
    def standing(self) -> tuple[Source, ...]:
        """Those of them that stand: not retracted, and of no retracted origin."""
        return tuple(source for source in self.supporting if stands(source))

    @property
    def retracted(self) -> bool:
        """Whether it had sources, and none of them stands any more."""
        return self.accepted is not None and has_no_standing_source(self.accepted)

    @property
    def witnesses(self) -> int:
        """How many of those that stand are independent of each other."""
        return witnesses(self.standing)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """On the quotes that support the accepted value."""
        return verdicts_on(self.accepted) if self.accepted else ()

    @cached_property
    def misquoted(self) -> tuple[Verdict, ...]:
        """Quotes that never were in their source, or that say another value."""
        return tuple(each for each in self.verdicts if each.is_misquoted)

    @cached_property
    def drifted(self) -> tuple[Verdict, ...]:
        """Quotes that are gone, unless somebody looked since or cites what took their place."""
        return unanswered(self.verdicts, self.accepted) if self.accepted else ()

    @cached_property
    def state(self) -> State:
        if self.is_contested:
            return State.CONTESTED
        if self.accepted and self.accepted.value != self.value:
            return State.CHANGED
        if self.open and not self.accepted:
            return State.WAITING
        if not self.value:
            return State.EMPTY
        if self.accepted and (cause := cause_of_lost_support(self.accepted)):
            return State(cause)
        if self.sources:
            return State.CITED
        return State.COVERED if self.covered else State.UNCITED

    @property
    def publishable(self) -> bool:
        """What its quotes lack, the checks say: it keeps no value out of a release."""
        return self.state in (State.CITED, State.COVERED, State.MISQUOTED, State.DRIFTED)


def evidence_of(body: Body, claims: Iterable[Claim]) -> dict[str, Evidence]:
    """The evidence for each fact of a row, in the registry's order; `claims` are this record's.

    Pass claims `with_evidence()`: nothing else is queried.
    """
    by_fact: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_fact[claim.fact].append(claim)
    found: dict[str, Evidence] = {}
    for fact in type_of(body).facts:
        value, known = str(getattr(body, fact.name)), tuple(by_fact[fact.name])
        found[fact.name] = Evidence(fact, value, known, body)
    return {name: _covered(evidence, found) for name, evidence in found.items()}


def _covered(evidence: Evidence, found: Mapping[str, Evidence]) -> Evidence:
    lead = found.get(evidence.fact.cited_with)
    if lead is None or evidence.claims:
        return evidence
    return replace(evidence, covered=bool(lead.sources) and not lead.retracted)


def evidence_for(body: Body) -> dict[str, Evidence]:
    """The same for one record, in a fixed number of queries."""
    claims = Claim.objects.filter(record_id=body.pk).with_evidence()
    return evidence_of(body, claims)
