"""What many profiles have still to do, in a few queries: open rivals, edits nobody submitted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet, UUIDField, Value
from django.db.models.functions import Cast

from profiles.facts import RECORD_TYPES
from profiles.models import Citation, Claim, Role

OWNERS = ("record_id", "record__owner_id", "record__owner__owner_id")

Roots = Mapping[Any, set[Any]]


def open_rivals_of(profiles: Iterable[Any]) -> Counter[Any]:
    """Id of the company -> how many claims of its profile nobody has ruled on."""
    roots = _roots(profiles)
    rows = Claim.objects.open().filter(_under(roots, OWNERS)).order_by()
    found: Counter[Any] = Counter()
    for chain in rows.values_list(*OWNERS):
        found.update(_profiles_of(chain, roots))
    return found


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
