"""What many profiles have still to do, in a few queries.

Open rivals, facts whose sources changed or fell, edits nobody submitted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, UUIDField, Value
from django.db.models.functions import Cast

from profiles.facts import RECORD_TYPES, RecordType, type_of
from profiles.models import Citation, Claim, Decision, Record, Role
from profiles.models.claims import ClaimQuerySet
from profiles.models.records import NAMING
from profiles.provenance.claims.lost_support import (
    Cause,
    cause_of_lost_support,
    with_doubtful_support,
)
from profiles.provenance.disagreements.between_claims import anybody_disagrees

OWNERS = ("record_id", "record__owner_id", "record__owner__owner_id")
NAMED = tuple(f"record__{kind}__{relation}_id" for kind, relation in NAMING.items())
"""The companies of other profiles that a record names, whose pages show it too."""
NAMES = tuple(f"named_in_{kind}" for kind in NAMING)

Roots = Mapping[Any, set[Any]]


def open_rivals_of(profiles: Iterable[Any]) -> Counter[Any]:
    """Id of the company -> how many claims that its page would show somebody has to rule on.

    One that can be true beside the accepted claim, and beside the other open ones, is not counted.
    """
    roots = roots_of(profiles)
    by_fact: dict[tuple[Any, str], list[Any]] = defaultdict(list)
    for claim in _undecided(roots):
        by_fact[claim.record_id, claim.fact].append(claim)
    found: Counter[Any] = Counter()
    for claims in by_fact.values():
        waiting = _waiting(claims)
        named = [getattr(claims[0], name) for name in NAMES]
        for pk in _profiles_of(_chain(claims[0].record), named, roots):
            found[pk] += waiting
    return +found


def lost_support_of(profiles: Iterable[Any]) -> dict[Any, Counter[Cause]]:
    """Id of the company -> by cause, how many of its facts evidence sent back to be looked at."""
    roots = roots_of(profiles)
    found: dict[Any, Counter[Cause]] = defaultdict(Counter)
    for claim in _shown(with_doubtful_support(Claim.objects.accepted()), roots):
        if cause := cause_of_lost_support(claim):
            named = [getattr(claim, name) for name in NAMES]
            for pk in _profiles_of(_chain(claim.record), named, roots):
                found[pk][cause] += 1
    return found


def _waiting(claims: list[Claim]) -> int:
    """How many of one fact's claims, without the rejected ones, wait for a ruling."""
    is_open = sum(claim.decision == Decision.OPEN for claim in claims)
    record_type, fact = type_of(claims[0].record), claims[0].fact
    has_accepted = is_open < len(claims)
    return 0 if has_accepted and not anybody_disagrees(claims, record_type, fact) else is_open


def _chain(record: Record) -> tuple[Any, ...]:
    """The record, its owner and the owner's owner."""
    owner = record.owner
    return record.pk, record.owner_id, owner.owner_id if owner else None


def _undecided(roots: Roots) -> QuerySet[Claim]:
    """The open claims of what these roots show, with the accepted ones of the same facts."""
    is_open = Claim.objects.open().filter(record=OuterRef("record"), fact=OuterRef("fact"))
    return _shown(Claim.objects.exclude(decision=Decision.REJECTED).filter(Exists(is_open)), roots)


def _shown(claims: ClaimQuerySet, roots: Roots) -> QuerySet[Claim]:
    """Those on the pages of these roots, each with whom its record names."""
    mine = _among(roots, OWNERS) | _among(_companies(roots), NAMED)
    named = {name: F(column) for name, column in zip(NAMES, NAMED, strict=True)}
    found = claims.filter(mine).annotate(**named).with_evidence()
    return found.select_related("record__owner")


def newer_edits_of(since: Mapping[Any, datetime]) -> Counter[Any]:
    """Id of the company -> how many rows of edit history it gained after its own moment."""
    found: Counter[Any] = Counter()
    if not since:
        return found
    roots = roots_of(since)
    for a, b, c, d, *named, at in _history(roots, min(since.values())):
        profiles = _profiles_of((a, b, c, d), named, roots)
        found.update(pk for pk in profiles if at > since[pk])
    return found


def roots_of(profiles: Iterable[Any]) -> Roots:
    """Id of a company or of one of its people -> the companies in whose profiles it is."""
    roots: dict[Any, set[Any]] = defaultdict(set)
    for pk in profiles:
        roots[pk].add(pk)
    named = Role.objects.filter(company__in=list(roots)).exclude(person=None)
    for person, company in named.values_list("person_id", "company_id"):
        roots[person].add(company)
    return roots


def _companies(roots: Roots) -> set[Any]:
    return {pk for pk, profiles in roots.items() if pk in profiles}


def _among(pks: Iterable[Any], columns: Iterable[str]) -> Q:
    condition = Q()
    for column in columns:
        condition |= Q(**{f"{column}__in": list(pks)})
    return condition


def _profiles_of(chain: Iterable[Any], named: Iterable[Any], roots: Roots) -> set[Any]:
    """Whose page shows a record: the profiles that own it, and the companies that it names."""
    owners = {pk for link in chain if link in roots for pk in roots[link]}
    return owners | {pk for pk in named if pk in roots.get(pk, ())}


def _history(roots: Roots, since: datetime) -> QuerySet[Any, Any]:
    """(record, its owner, the owner's owner, what it hung on, whom it names, when): one query."""
    tables = [_edits_of(entry) for entry in RECORD_TYPES]
    tables.append(_edits(Claim.history, (*OWNERS, None, *NAMED)))
    cited = tuple(f"claim__{name}" for name in OWNERS)
    tables.append(_edits(Citation.history, (*cited, None, *(f"claim__{n}" for n in NAMED))))
    mine = _among(roots, "abcd") | _among(_companies(roots), NAMES)
    later = [
        table.filter(mine, history_date__gt=since)
        .order_by()
        .values_list(*"abcd", *NAMES, "history_date")
        for table in tables
    ]
    return later[0].union(*later[1:], all=True)


def _edits_of(entry: RecordType) -> QuerySet[Any, Any]:
    """Of a record's own rows: whom a row names stands in it, also where it was deleted."""
    named = [f"{NAMING[entry.kind]}_id"] if entry.kind in NAMING else []
    blanks = [None] * (len(NAMES) - len(named))
    return _edits(entry.model.history, (*OWNERS, entry.owner_path or None, *named, *blanks))


def _edits(rows: Any, columns: Iterable[str | None]) -> QuerySet[Any, Any]:
    """History rows with these columns under short names; None for one that there is not."""
    nothing = Cast(Value(None), UUIDField())
    found = {
        name: F(column) if column else nothing
        for name, column in zip((*"abcd", *NAMES), columns, strict=True)
    }
    return rows.annotate(**found)
