"""Whose values, imports or citations are in a change."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from profiles.document.diff import Kind, differences
from profiles.document.schema import Document, decode
from profiles.models import Claim, Company, Record, Release
from profiles.review.edits import ever_naming, ever_part_of, history_of, history_of_sources


def contributors(company: Company, *, candidate: Document, base: Release | None) -> set[Any]:
    """Ids of the users behind what `candidate` says and `base` did not.

    Everybody counts who, since the base was submitted, touched any part of the profile or what
    other profiles say of the company: also who deleted a row, or undid an edit. Of what is new in
    the candidate, everybody who ever touched it counts: a value may be older than its first
    citation.
    """
    since = base.submission.submitted_at if base else None
    published = decode(bytes(base.submission.document)) if base else None
    new_refs = {
        difference.ref
        for difference in differences(published, candidate)
        if difference.kind == Kind.ADDED
    }
    people = _touched(_seen_on_its_page(company), since=since)
    people |= _touched(_records(_dated_by(candidate)), since=since)
    people |= _touched(_records(new_refs | _dated_by(candidate, new_refs)), since=None)
    keys = {source.key for source in candidate.sources}
    people |= _users(history_of_sources(keys, since=since))
    people |= _users(history_of_sources(key for key in keys if f"source/{key}" in new_refs))
    return people


def newer_edits(company: Company, *, since: datetime) -> int:
    """How many rows of edit history the profile gained after `since`."""
    return sum(rows.count() for rows in history_of(_seen_on_its_page(company), since=since))


def _seen_on_its_page(company: Company) -> set[Any]:
    return ever_part_of(company) | ever_naming(company)


def _dated_by(document: Document, refs: set[str] | None = None) -> set[str]:
    """The rounds and deals of other profiles whose dates it tells, or these records of it do."""
    records = [record for record in document.records if refs is None or record.ref in refs]
    return {other.ref for record in records for other in record.relations.values() if other.when}


def _records(refs: set[str]) -> set[Any]:
    keys = [ref.partition("/")[2] for ref in refs]
    rows = Record.objects.filter(key__in=keys).values_list("pk", "kind", "key")
    return {pk for pk, kind, key in rows if f"{kind}/{key}" in refs}


def _touched(records: set[Any], *, since: datetime | None) -> set[Any]:
    if not records:
        return set()
    people: set[Any] = set()
    for rows in history_of(records, since=since):
        people |= _users(rows)
    deciders = Claim.objects.filter(record__in=records).exclude(decided_by=None)
    if since:
        deciders = deciders.filter(decided_at__gt=since)
    return people | set(deciders.order_by().values_list("decided_by", flat=True).distinct())


def _users(history: QuerySet[Any, Any]) -> set[Any]:
    found = history.exclude(history_user=None).order_by()
    return set(found.values_list("history_user", flat=True).distinct())
