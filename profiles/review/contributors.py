"""Whose values, imports or citations are in a change."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from profiles.facts import RECORD_TYPES
from profiles.models import Citation, Claim, Company, Record, Source


def contributors(company: Company, *, since: datetime | None) -> set[Any]:
    """Ids of the users who touched any row of the profile after `since`, deleted rows included."""
    mine = set(Record.objects.of_profile(company.record).values_list("pk", flat=True))
    later = Q(history_date__gt=since) if since else Q()
    people: set[Any] = set()
    for record_type in RECORD_TYPES:
        whose = Q(record_id__in=mine)
        if any(relation.name == "company" for relation in record_type.relations):
            whose |= Q(company_id=company.pk)
        people |= _users(record_type.model.history.filter(later & whose))
    claims = Claim.history.filter(later, record_id__in=mine)
    people |= _users(claims)
    known = Claim.history.filter(record_id__in=mine).values("id")
    people |= _users(Citation.history.filter(later, claim_id__in=known))
    sources = Source.objects.filter(captures__citations__claim__record__in=mine).values("pk")
    people |= _users(Source.history.filter(later, id__in=sources))
    deciders = Claim.objects.filter(record__in=mine).exclude(decided_by=None)
    if since:
        deciders = deciders.filter(decided_at__gt=since)
    return people | set(deciders.values_list("decided_by", flat=True))


def newer_edits(company: Company, *, since: datetime) -> int:
    """How many rows of edit history the profile gained after `since`."""
    mine = Record.objects.of_profile(company.record).values("pk")
    rows = sum(
        record_type.model.history.filter(record_id__in=mine, history_date__gt=since).count()
        for record_type in RECORD_TYPES
    )
    return rows + Claim.history.filter(record_id__in=mine, history_date__gt=since).count()


def _users(history: Any) -> set[Any]:
    found = history.exclude(history_user=None).values_list("history_user", flat=True)
    return set(found.order_by().distinct())
