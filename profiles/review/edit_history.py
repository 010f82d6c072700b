"""The edit history of everything that is, or was, part of a profile or names its company."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from profiles.facts import RECORD_TYPES
from profiles.models import Body, Citation, Claim, Company, Record, Role, Source
from profiles.models.records import NAMING

Records = dict[str, set[Any]]
"""Ids of records by kind: the rows of each kind have a history of their own."""


def records_ever_in(company: Company) -> Records:
    """The profile's records, those that were deleted or moved elsewhere included."""
    found = by_kind(Record.objects.of_profile(company.record))
    found["person"] |= _values(Role.history.filter(company_id=company.pk), "person_id") - {None}
    # First what hung on the company itself, then what hung on that or on its people.
    for model in sorted(_hanging(), key=lambda model: model.hangs_on != "company"):
        holders = _of_kind(found, model._meta.get_field(model.hangs_on).related_model)
        hung = model.history.filter(**{f"{model.hangs_on}_id__in": holders})
        found[model.kind] |= _values(hung, "record_id")
    return found


def records_ever_naming(company: Company) -> Records:
    """Other profiles' records that name it, or did: its part in their rounds and deals."""
    found = by_kind(Record.objects.naming(company.record))
    for kind, relation in NAMING.items():
        rows = Body.of_kind[kind].history.filter(**{f"{relation}_id": company.pk})
        found[kind] |= _values(rows, "record_id")
    return found


def by_kind(records: QuerySet[Record]) -> Records:
    found: Records = defaultdict(set)
    for pk, kind in records.order_by().values_list("pk", "kind"):
        found[kind].add(pk)
    return found


def together(*some: Records) -> Records:
    found: Records = defaultdict(set)
    for records in some:
        for kind, pks in records.items():
            found[kind] |= pks
    return found


def ids_of(records: Records) -> set[Any]:
    return set().union(*records.values())


def _of_kind(records: Records, model: Any) -> set[Any]:
    """Those that a relation to this model may lead to; one to `Record` leads to any."""
    return ids_of(records) if model is Record else records[model.kind]


def _hanging() -> list[Any]:
    return [entry.model for entry in RECORD_TYPES if entry.model.hangs_on]


def history_of(records: Records, *, since: datetime | None = None) -> Iterator[QuerySet[Any, Any]]:
    """The history rows of these records, their claims and citations, one query for each table."""
    later = Q(history_date__gt=since) if since else Q()
    for kind, pks in records.items():
        yield Body.of_kind[kind].history.filter(later, record_id__in=pks)
    everything = ids_of(records)
    yield Claim.history.filter(later, record_id__in=everything)
    claims = Claim.history.filter(record_id__in=everything).values("id")
    yield Citation.history.filter(later, claim_id__in=claims)


def history_of_sources(keys: Iterable[str], *, since: datetime | None = None) -> QuerySet[Any, Any]:
    later = Q(history_date__gt=since) if since else Q()
    pks = Source.objects.filter(key__in=list(keys)).values("pk")
    return Source.history.filter(later, id__in=pks)


def decisions_of(records: Iterable[Any]) -> Any:
    """(claim, number of the edit, who decided, when) as the claims of these records had it."""
    rows = Claim.history.filter(record_id__in=records).order_by("history_id")
    return rows.values_list("id", "history_id", "decided_by_id", "decided_at")


def names_of(records: Records) -> Iterator[tuple[str, Any]]:
    """Kind, and (record, number of the edit, who, name) of every edit; where a record has no name
    of its own, the number stands for it: what it is called may follow from any of its columns.
    """
    for kind, pks in records.items():
        model = Body.of_kind[kind]
        named = (
            "name" if any(field.name == "name" for field in model._meta.fields) else "history_id"
        )
        rows = model.history.filter(record_id__in=pks).order_by("history_id")
        yield kind, rows.values_list("record_id", "history_id", "history_user_id", named)


def _values(rows: QuerySet[Any, Any], column: str) -> set[Any]:
    return set(rows.order_by().values_list(column, flat=True).distinct())
