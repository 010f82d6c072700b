"""The facts that many citations are asked for: their values and claims, in a handful of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from profiles.facts import BY_KIND, Fact, RecordType, type_of
from profiles.models import Body, Citation, Claim, Decision, Record, Source

Place = tuple[str, str]
"""Locator and quote."""


@dataclass
class CurrentClaim:
    """One claim of a fact, stored or to be made, and where this source is cited for it."""

    claim: Claim
    places: set[Place] = field(default_factory=set)
    """In the capture that would be cited."""
    is_cited: bool = False
    """By this source, whichever of its captures."""
    accepts: bool = False
    """Whether the claim is to be accepted; until then its `decision` is the stored one."""

    @property
    def is_accepted(self) -> bool:
        return self.accepts or self.claim.decision == Decision.ACCEPTED


@dataclass
class RequestedFact:
    """One fact of one record, as it stands and as the rows before leave it."""

    body: Body
    fact: Fact
    claims: list[CurrentClaim]

    @property
    def record_type(self) -> RecordType:
        return type_of(self.body)

    @property
    def in_use(self) -> str:
        return str(getattr(self.body, self.fact.name))

    def standing_of(self, value: str) -> CurrentClaim | None:
        return next((each for each in self.claims if each.claim.value == value), None)

    def words(self, value: str) -> str:
        return self.record_type.in_words(self.fact.name, value)


@dataclass
class Facts:
    """By `kind/key`, the bodies that there are; by record and name, their facts."""

    bodies: dict[str, Body]
    _claims: dict[tuple[Any, str], list[CurrentClaim]]
    _facts: dict[tuple[Any, str], RequestedFact] = field(default_factory=dict)

    @classmethod
    def of(cls, refs: Iterable[str], source: Source, capture_id: int | None) -> "Facts":
        bodies = {body.record.ref: body for body in _bodies(set(refs))}
        pks = [body.pk for body in bodies.values()]
        return cls(bodies, _standings(pks, source, capture_id))

    def find(self, ref: str, name: str) -> RequestedFact | None:
        """None where there is no such record, or it has no such fact."""
        body = self.bodies.get(ref)
        if body is None or name not in type_of(body).by_name:
            return None
        key = (body.pk, name)
        if key not in self._facts:
            fact = type_of(body).by_name[name]
            self._facts[key] = RequestedFact(body, fact, self._claims.get(key, []))
        return self._facts[key]


def _bodies(refs: set[str]) -> Iterator[Body]:
    keys = {ref.partition("/")[2] for ref in refs}
    found = [row for row in Record.objects.filter(key__in=keys).order_by() if row.ref in refs]
    records = {record.pk: record for record in found}
    for kind in sorted({record.kind for record in found}):
        pks = [record.pk for record in found if record.kind == kind]
        for body in BY_KIND[kind].model.objects.filter(pk__in=pks).order_by():
            body.record = records[body.pk]
            yield body


def _standings(
    pks: list[Any], source: Source, capture_id: int | None
) -> dict[tuple[Any, str], list[CurrentClaim]]:
    by_claim = {
        claim.pk: CurrentClaim(claim)
        for claim in Claim.objects.filter(record__in=pks).order_by("pk")
    }
    for citation in _citations(pks, source):
        standing = by_claim[citation.claim_id]
        standing.is_cited = True
        if citation.capture_id == capture_id:
            standing.places.add((citation.locator, citation.exact))
    found: dict[tuple[Any, str], list[CurrentClaim]] = defaultdict(list)
    for standing in by_claim.values():
        found[standing.claim.record_id, standing.claim.fact].append(standing)
    return found


def _citations(pks: list[Any], source: Source) -> Iterable[Citation]:
    if source._state.adding:
        return ()
    return Citation.objects.filter(claim__record__in=pks, capture__source=source).order_by()
