"""What many profiles have still to do, in a few queries: open rivals, edits nobody submitted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, UUIDField, Value
from django.db.models.functions import Cast

from profiles.facts import RECORD_TYPES, type_of
from profiles.models import Citation, Claim, Decision, Record, Role
from profiles.provenance.rivalry import anybody_disagrees

OWNERS = ("record_id", "record__owner_id", "record__owner__owner_id")

Roots = Mapping[Any, set[Any]]


def open_rivals_of(profiles: Iterable[Any]) -> Counter[Any]:
    """Id of the company -> how many claims of its profile somebody has to rule on.

    One that can be true beside the accepted claim, and beside the other open ones, is not counted.
    """
    roots = _roots(profiles)
    by_fact: dict[tuple[Any, str], list[Claim]] = defaultdict(list)
    for claim in _undecided(roots):
        by_fact[claim.record_id, claim.fact].append(claim)
    found: Counter[Any] = Counter()
    for claims in by_fact.values():
        waiting = _waiting(claims)
        for pk in _profiles_of(_chain(claims[0].record), roots):
            found[pk] += waiting
    return +found


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
    """The open claims below these roots, with the accepted ones of the same facts."""
    is_open = Claim.objects.open().filter(record=OuterRef("record"), fact=OuterRef("fact"))
    claims = Claim.objects.exclude(decision=Decision.REJECTED).filter(Exists(is_open))
    return claims.filter(_under(roots, OWNERS)).with_evidence().select_related("record__owner")


def newer_edits_of(since: Mapping[Any, datetime]) -> Counter[Any]:
    """Id of the company -> how many rows of edit history it gained after its own moment."""
    found: Counter[Any] = Counter()
    if not since:
        return found
    roots = _roots(since)
    for *chain, at in _history(roots, min(since.values())):
        found.update(pk for pk in _profiles_of(chain, roots) if at > since[pk])
    return found


def _roots(profiles: Iterable[Any]) -> Roots:
    """Id of a company or of one of its people -> the companies in whose profiles it is."""
    roots: dict[Any, set[Any]] = defaultdict(set)
    for pk in profiles:
        roots[pk].add(pk)
    named = Role.objects.filter(company__in=list(roots)).exclude(person=None)
    for person, company in named.values_list("person_id", "company_id"):
        roots[person].add(company)
    return roots


def _under(roots: Roots, columns: Iterable[str]) -> Q:
    condition = Q()
    for column in columns:
        condition |= Q(**{f"{column}__in": list(roots)})
    return condition


def _profiles_of(chain: Iterable[Any], roots: Roots) -> set[Any]:
    return {pk for link in chain if link in roots for pk in roots[link]}


def _history(roots: Roots, since: datetime) -> QuerySet[Any, Any]:
    """(record, its owner, the owner's owner, what it hung on, when), as one query."""
    tables = [
        _edits(entry.model.history, OWNERS, entry.owner_path or None) for entry in RECORD_TYPES
    ]
    tables.append(_edits(Claim.history, OWNERS, None))
    tables.append(_edits(Citation.history, tuple(f"claim__{name}" for name in OWNERS), None))
    later = [
        table.filter(_under(roots, ("a", "b", "c", "d")), history_date__gt=since)
        .order_by()
        .values_list("a", "b", "c", "d", "history_date")
        for table in tables
    ]
    return later[0].union(*later[1:], all=True)


def _edits(rows: Any, owners: tuple[str, ...], hung_on: str | None) -> QuerySet[Any, Any]:
    a, b, c = owners
    d = F(hung_on) if hung_on else Cast(Value(None), UUIDField())
    return rows.annotate(a=F(a), b=F(b), c=F(c), d=d)
