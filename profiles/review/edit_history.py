"""The edit history of everything that is, or was, part of a profile or names its company."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from profiles.facts import RECORD_TYPES
from profiles.models import Body, Citation, Claim, Company, Record, Role, Source
from profiles.models.records import NAMING


def records_ever_in(company: Company) -> set[Any]:
    """Ids of the profile's records, those that were deleted or moved elsewhere included."""
    found = set(Record.objects.of_profile(company.record).values_list("pk", flat=True))
    found |= _values(Role.history.filter(company_id=company.pk), "person_id") - {None}
    # First what hung on the company itself, then what hung on that or on its people.
    for model in sorted(_hanging(), key=lambda model: model.hangs_on != "company"):
        hung = model.history.filter(**{f"{model.hangs_on}_id__in": found})
        found |= _values(hung, "record_id")
    return found


def records_ever_naming(company: Company) -> set[Any]:
    """Ids of other profiles' records that name it, or did: its part in their rounds and deals."""
    found = set(Record.objects.naming(company.record).values_list("pk", flat=True))
    for kind, relation in NAMING.items():
        rows = Body.of_kind[kind].history.filter(**{f"{relation}_id": company.pk})
        found |= _values(rows, "record_id")
    return found


def _hanging() -> list[Any]:
    return [entry.model for entry in RECORD_TYPES if entry.model.hangs_on]


def history_of(
    records: Iterable[Any], *, since: datetime | None = None
) -> Iterator[QuerySet[Any, Any]]:
    """The history rows of these records, their claims and citations, one query for each table."""
    records = list(records)
    later = Q(history_date__gt=since) if since else Q()
    for record_type in RECORD_TYPES:
        yield record_type.model.history.filter(later, record_id__in=records)
    yield Claim.history.filter(later, record_id__in=records)
    claims = Claim.history.filter(record_id__in=records).values("id")
    yield Citation.history.filter(later, claim_id__in=claims)


def history_of_sources(keys: Iterable[str], *, since: datetime | None = None) -> QuerySet[Any, Any]:
    later = Q(history_date__gt=since) if since else Q()
    pks = Source.objects.filter(key__in=list(keys)).values("pk")
    return Source.history.filter(later, id__in=pks)


def _values(rows: QuerySet[Any, Any], column: str) -> set[Any]:
    return set(rows.order_by().values_list(column, flat=True).distinct())
