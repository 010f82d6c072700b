"""Rows -> document: everything a reader may see of one profile, and nothing uncited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from profiles.document import schema
from profiles.facts import RECORD_TYPES, RecordType
from profiles.models import Body, Citation, Claim, Company, Source
from profiles.models import Record as RecordRow
from profiles.models.fields import PartialDateField, QuantityField
from profiles.models.history import name_of
from profiles.models.records import Body as BodyModel
from profiles.provenance.conflicts import Evidence, evidence_of
from profiles.values.footnotes import footnote_keys


def snapshot(company: Company) -> schema.Document:
    """The candidate for release, in a fixed number of queries. Uncited values are left out."""
    bodies = list(profile_bodies(company.record))
    claims = claims_by_record(bodies)
    names = _names(bodies)
    records = tuple(
        _record(record_type, body, claims[body.pk], names) for record_type, body in bodies
    )
    return schema.Document(
        profile=company.key,
        records=records,
        sources=tuple(_sources(cited_keys(records))),
    )


def profile_bodies(profile: RecordRow) -> Iterator[tuple[RecordType, Body]]:
    """Every row of a profile in reading order, the company first."""
    mine = RecordRow.objects.of_profile(profile).order_by()
    kinds = set(mine.values_list("kind", flat=True).distinct())
    for record_type in (entry for entry in RECORD_TYPES if entry.kind in kinds):
        related = [relation.name for relation in record_type.relations]
        rows = record_type.model.objects.filter(pk__in=mine.values("pk")).select_related(
            "record", *related
        )
        for body in rows:
            yield record_type, body


def claims_by_record(bodies: Iterable[tuple[RecordType, Body]]) -> dict[Any, list[Claim]]:
    """The claims of these rows with citations, captures, sources and deciders loaded."""
    found: dict[Any, list[Claim]] = defaultdict(list)
    claims = Claim.objects.filter(record__in=[body.pk for _, body in bodies])
    for claim in claims.with_evidence():
        found[claim.record_id].append(claim)
    return found


def _record(
    record_type: RecordType, body: Body, claims: Iterable[Claim], names: dict[Any, schema.Reference]
) -> schema.Record:
    evidence = evidence_of(body, claims).values()
    return schema.Record(
        kind=body.kind,
        key=body.record.key,
        name=str(body),
        facts=tuple(_fact(record_type, known) for known in evidence if known.publishable),
        relations={
            relation.name: names[getattr(body, relation.attname)]
            for relation in record_type.relations
            if getattr(body, relation.attname)
        },
        settings={column.name: _plain(body, column.name) for column in record_type.settings},
    )


def _plain(body: Body, setting: str) -> str | int:
    value = getattr(body, setting)
    return value if isinstance(value, int) else str(value)


def _names(bodies: Iterable[tuple[RecordType, Body]]) -> dict[Any, schema.Reference]:
    """How each record that these rows point to is named, also those of other profiles."""
    wanted = {
        getattr(body, relation.attname)
        for record_type, body in bodies
        for relation in record_type.relations
    } - {None}
    records = RecordRow.objects.in_bulk(list(wanted))
    kinds = {record.kind for record in records.values()}
    bodies_by_pk = {
        body.pk: body
        for kind in kinds
        for body in BodyModel.of_kind[kind]
        .objects.filter(pk__in=wanted)
        .select_related(*(relation.name for relation in _relations(kind)))
    }
    return {
        pk: schema.Reference(ref=record.ref, name=str(bodies_by_pk[pk]))
        for pk, record in records.items()
    }


def _relations(kind: str) -> tuple[models.ForeignKey[Any, Any], ...]:
    return next(entry.relations for entry in RECORD_TYPES if entry.kind == kind)


def _fact(record_type: RecordType, evidence: Evidence) -> schema.Fact:
    name = evidence.fact.name
    return schema.Fact(
        name=name,
        label=record_type.label_of(name),
        type=_type(record_type, evidence),
        value=evidence.value,
        text=record_type.display(name, evidence.value),
        claim=_claim(record_type, evidence.accepted) if evidence.accepted else None,
        rivals=tuple(_claim(record_type, rival) for rival in evidence.rivals),
        cited_with="" if evidence.accepted else evidence.fact.cited_with,
    )


def _type(record_type: RecordType, evidence: Evidence) -> schema.FactType:
    column = record_type.field_of(evidence.fact.name)
    if evidence.fact.prose:
        return "prose"
    if column.flatchoices:
        return "choice"
    if isinstance(column, PartialDateField):
        return "date"
    if isinstance(column, QuantityField):
        return "quantity"
    return "url" if evidence.value.startswith(("http://", "https://")) else "text"


def _claim(record_type: RecordType, claim: Claim) -> schema.Claim:
    return schema.Claim(
        value=claim.value,
        text=record_type.display(claim.fact, claim.value),
        printed=claim.printed,
        as_of=str(claim.as_of),
        status=claim.status,
        citations=tuple(_citation(citation) for citation in claim.citations.all()),
        reason=claim.get_reason_display(),
        note=claim.note,
        decided_by=name_of(claim.decided_by) if claim.decided_by else "",
        decided_on=claim.decided_at.date().isoformat() if claim.decided_at else "",
    )


def _citation(citation: Citation) -> schema.Citation:
    return schema.Citation(
        source=citation.capture.source.key,
        edition=citation.capture.edition,
        stance=citation.stance,
        locator=citation.locator,
        quote=citation.exact,
        origin=citation.origin.key if citation.origin else "",
    )


def cited_keys(records: Iterable[schema.Record]) -> set[str]:
    """The keys of every source that facts, rivals or prose of these records name."""
    keys: set[str] = set()
    for record in records:
        for fact in record.facts:
            if fact.type == "prose":
                keys.update(footnote_keys(fact.value))
            for claim in (fact.claim, *fact.rivals):
                for citation in claim.citations if claim else ():
                    keys |= {citation.source, citation.origin} - {""}
    return keys


def _sources(keys: set[str]) -> Iterator[schema.Source]:
    """The cited sources in key order, each with its original and with what it follows."""
    wanted = [models.Q(**{f"{path}key__in": keys}) for path in ("", "copies__", "derivatives__")]
    rows = list(
        Source.objects.filter(wanted[0] | wanted[1] | wanted[2])
        .select_related("canonical", "derived_from")
        .distinct()
    )
    known = {source.key for source in rows}
    for source in sorted(rows, key=lambda row: row.key):
        yield schema.Source(
            key=source.key,
            title=str(source),
            url=source.url,
            publisher=source.publisher,
            author=source.author,
            author_note=source.author_note,
            author_url=source.author_url,
            language=source.language,
            kind=source.get_kind_display(),
            published=str(source.published),
            updated=str(source.updated),
            as_of=str(source.as_of),
            canonical=_key_in(known, source.canonical),
            derived_from=_key_in(known, source.derived_from),
            topics=tuple(source.topics.splitlines()),
            entities=tuple(source.entities.splitlines()),
            alternates=tuple(source.alternates.splitlines()),
            disclaimer=source.disclaimer,
            note=source.note,
            standing=source.standing,
            standing_note=source.standing_note,
        )


def _key_in(known: set[str], source: Source | None) -> str:
    return source.key if source and source.key in known else ""
