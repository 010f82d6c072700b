"""What the database knows of the keys that a workbook names, read in a handful of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Count, Max, Sum

from profiles.facts import BY_KIND
from profiles.models import Body, Capture, Citation, Claim, Record, Source
from profiles.models.sources import LONG_TEXTS, SOURCE_RELATIONS

CHUNK = 900  # SQLite takes at most 999 parameters a query

Ref = tuple[str, str]  # kind, key


@dataclass
class DatabaseState:
    sources: dict[str, Source] = field(default_factory=dict)
    captures: dict[str, list[Capture]] = field(default_factory=lambda: defaultdict(list))
    """By source key, oldest first: the last is the latest."""
    records: dict[Ref, Record] = field(default_factory=dict)
    bodies: dict[Ref, Body] = field(default_factory=dict)
    claims: dict[UUID, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    citations: dict[int, list[Citation]] = field(default_factory=lambda: defaultdict(list))
    by_pk: dict[UUID, Record] = field(default_factory=dict)
    source_keys: dict[int, str] = field(default_factory=dict)
    _all_keys: dict[str, list[str]] = field(default_factory=dict)

    def keys_of(self, kind: str) -> list[str]:
        """Every key of a kind, or of the sources: for a hint, when something was not found."""
        if kind not in self._all_keys:
            rows = Record.objects.filter(kind=kind) if kind in BY_KIND else Source.objects.all()
            self._all_keys[kind] = list(rows.order_by().values_list("key", flat=True))
        return self._all_keys[kind]


def load(*, subjects: set[Ref], others: set[Ref], sources: set[str]) -> DatabaseState:
    """`subjects` with their columns and claims; `others` only as records to refer to."""
    base = DatabaseState()
    _load_sources(base, sources)
    for kind, keys in _by_kind(subjects | others).items():
        for some in chunks(keys):
            for record in Record.objects.filter(kind=kind, key__in=some).order_by():
                base.records[record.kind, record.key] = record
                base.by_pk[record.pk] = record
    _load_bodies(base, [base.records[ref] for ref in sorted(subjects) if ref in base.records])
    return base


def fingerprint() -> str:
    """Moves whenever anything that a plan reads is written: every edit leaves a history row."""
    latest = [
        (model.__name__, model._default_manager.aggregate(last=Max("history_id"))["last"])
        for model in apps.get_app_config("profiles").get_models()
        if hasattr(model, "history_id")
    ]
    records = Record.objects.aggregate(count=Count("pk"), versions=Sum("version"))
    captures = Capture.objects.aggregate(count=Count("pk"), last=Max("pk"))
    return repr((latest, records, captures))


def chunks(things: Iterable[Any]) -> Iterator[list[Any]]:
    rest = list(things)
    for start in range(0, len(rest), CHUNK):
        yield rest[start : start + CHUNK]


def _by_kind(refs: Iterable[Ref]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for kind, key in sorted(refs):
        kinds[kind].append(key)
    return kinds


def _load_sources(base: DatabaseState, keys: set[str]) -> None:
    for some in chunks(sorted(keys)):
        _keep(base, Source.objects.filter(key__in=some))
    while missing := _unknown_relations(base):
        for some in chunks(sorted(missing)):
            _keep(base, Source.objects.filter(pk__in=some))
    for some in chunks(sorted(base.source_keys)):
        found = Capture.objects.filter(source__in=some).without_texts().order_by("seen_at", "pk")
        for capture in found:
            base.captures[base.source_keys[capture.source_id]].append(capture)


def _keep(base: DatabaseState, sources: Iterable[Source]) -> None:
    for source in sources:
        base.sources[source.key] = source
        base.source_keys[source.pk] = source.key


def _unknown_relations(base: DatabaseState) -> set[int]:
    named = {
        getattr(source, f"{relation}_id")
        for source in base.sources.values()
        for relation in SOURCE_RELATIONS
    }
    return named - {None} - set(base.source_keys)


def _load_bodies(base: DatabaseState, records: list[Record]) -> None:
    kinds: dict[str, list[UUID]] = defaultdict(list)
    for record in records:
        kinds[record.kind].append(record.pk)
    for kind, pks in kinds.items():
        for some in chunks(pks):
            for body in BY_KIND[kind].model._default_manager.filter(pk__in=some).order_by():
                record = base.by_pk[body.pk]
                body.record = record
                base.bodies[record.kind, record.key] = body
    _load_claims(base, [record.pk for record in records])
    _load_relations(base)


def _load_claims(base: DatabaseState, pks: list[UUID]) -> None:
    for some in chunks(pks):
        for claim in Claim.objects.filter(record__in=some).order_by("pk"):
            base.claims[claim.record_id].append(claim)
        found = Citation.objects.filter(claim__record__in=some).order_by("pk")
        found = found.select_related("capture__source", "origin")
        for citation in found.defer(*(f"capture__{name}" for name in LONG_TEXTS)):
            base.citations[citation.claim_id].append(citation)


def _load_relations(base: DatabaseState) -> None:
    """The records that rows refer to now, so that a change can name them."""
    named = {
        getattr(body, relation.attname)
        for body in base.bodies.values()
        for relation in BY_KIND[body.kind].relations
    }
    for some in chunks(named - {None} - set(base.by_pk)):
        for record in Record.objects.filter(pk__in=some).order_by():
            base.by_pk[record.pk] = record
