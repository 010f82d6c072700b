"""The rows behind a document, what they point to and their claims: a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from profiles.facts import BY_KIND, RECORD_TYPES, RecordType
from profiles.models import Body, Claim, Record
from profiles.models.records import RecordQuerySet

Row = tuple[RecordType, Body]


def profile_bodies(profile: Record) -> list[Row]:
    """Every row of a profile in reading order, the company first."""
    return list(_bodies_of(Record.objects.of_profile(profile)))


def naming_bodies(profile: Record) -> list[Row]:
    """Rows of other profiles that name this company."""
    return list(_bodies_of(Record.objects.naming(profile)))


def _bodies_of(records: RecordQuerySet) -> Iterator[Row]:
    records = records.order_by()
    kinds = set(records.values_list("kind", flat=True).distinct())
    for record_type in (entry for entry in RECORD_TYPES if entry.kind in kinds):
        rows = record_type.model.objects.filter(pk__in=records.values("pk"))
        order = record_type.model._meta.ordering or ()  # whose ties no database orders
        for body in rows.select_related("record").order_by(*order, "record__key"):
            yield record_type, body


def bind(rows: Iterable[Row]) -> dict[Any, Body]:
    """Tie what these rows point to to them, so that they can be named; by the id of its record."""
    pointers = [
        (body, relation, pk)
        for record_type, body in rows
        for relation in record_type.relations
        if (pk := getattr(body, relation.attname))
    ]
    found = load(pk for _, _, pk in pointers)
    for body, relation, pk in pointers:
        is_general = relation.related_model is Record
        setattr(body, relation.name, found[pk].record if is_general else found[pk])
    return found


def load(wanted: Iterable[Any]) -> dict[Any, Body]:
    """The bodies of these records, so that each can be named without another query."""
    records = Record.objects.in_bulk(list(set(wanted)))
    found: dict[Any, Body] = {}
    for kind in {record.kind for record in records.values()}:
        named = [relation.name for relation in BY_KIND[kind].relations]
        for body in BY_KIND[kind].model.objects.filter(pk__in=records).select_related(*named):
            body.record = records[body.pk]
            setattr(body.record, body._meta.model_name or "", body)  # its name is made of it
            found[body.pk] = body
    return found


def claims_by_record(rows: Iterable[Row]) -> dict[Any, list[Claim]]:
    """The claims of these rows with their evidence loaded."""
    found: dict[Any, list[Claim]] = defaultdict(list)
    claims = Claim.objects.filter(record__in={body.pk for _, body in rows})
    for claim in claims.with_evidence():
        found[claim.record_id].append(claim)
    return found
