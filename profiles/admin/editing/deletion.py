"""Deleting records: always through `Record`, after naming everything that goes with them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.http import HttpRequest

from profiles.facts import type_of
from profiles.models import Body, Citation, Claim, Record


class RecordDeletion:
    """For a ModelAdmin of a `Body`: `Body.delete` does the work, this says what it will take."""

    admin_site: Any

    def get_deleted_objects(
        self, objs: Iterable[Body], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        """As `ModelAdmin.get_deleted_objects`: what goes, counts, missing rights, what forbids it.

        Claims and citations go with their record, whoever may delete the record.
        """
        collector = _collect(objs)
        bodies = [row for rows in collector.data.values() for row in rows if isinstance(row, Body)]
        lacking = {
            str(body._meta.verbose_name)
            for body in bodies
            if not self.admin_site.get_model_admin(type(body)).has_delete_permission(request, body)
        }
        protected = sorted(
            {f"{str(row._meta.verbose_name).capitalize()}: {row}" for row in collector.protected}
        )
        counts = {
            str(model._meta.verbose_name_plural): len(rows)
            for model, rows in collector.data.items()
            if issubclass(model, Body | Claim | Citation)
        }
        return _described(bodies, collector), counts, lacking, protected


def _collect(bodies: Iterable[Body]) -> NestedObjects:
    records = Record.objects.filter(pk__in=[body.pk for body in bodies])
    collector = NestedObjects(using=router.db_for_write(Record), origin=records)
    collector.collect(records)
    return collector


def _described(bodies: list[Body], collector: NestedObjects) -> list[Any]:
    """A nested list of texts: each record, then its claims."""
    claims: dict[Any, list[str]] = defaultdict(list)
    citations: dict[Any, int] = defaultdict(int)
    rows: Any = collector.data
    for citation in rows.get(Citation, ()):
        citations[citation.claim_id] += 1
    for claim in rows.get(Claim, ()):
        label = type_of(claim.record).label_of(claim.fact)
        claims[claim.record_id].append(
            f"Claim: {label} = {claim.value[:80]} ({citations[claim.pk]} cited)"
        )
    described: list[Any] = []
    for body in bodies:
        described.append(f"{str(body._meta.verbose_name).capitalize()}: {body}")
        if claims[body.pk]:
            described.append(sorted(claims[body.pk]))
    return described
