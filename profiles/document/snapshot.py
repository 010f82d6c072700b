"""Rows -> document: everything a reader may see of one profile, and nothing uncited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import models
from msgspec import UNSET
from msgspec.structs import replace

from profiles.document import schema
from profiles.document.loading import LoadedProfile, evidence_on
from profiles.document.other_profiles import OWNER, dates_of, owner_of, records_hung_on
from profiles.document.rows import Row, bind, load, naming_bodies
from profiles.document.support import check_of, fingerprints_of, freshness_of
from profiles.facts import RecordType
from profiles.models import Body, Citation, Claim, Company, Source
from profiles.models.fields import PartialDateField, QuantityField
from profiles.models.history import name_of
from profiles.models.sources import SOURCE_RELATIONS
from profiles.provenance.claims.evidence_state import Evidence
from profiles.provenance.disagreements.ruled import as_ruled
from profiles.values.footnotes import footnote_keys

Known = Mapping[Any, Mapping[str, Evidence]]
"""By the id of the record, then by the fact's name."""
Names = Mapping[Any, schema.Reference]


def snapshot(company: Company) -> schema.Document:
    """The candidate for release, in a fixed number of queries. Uncited values are left out.

    Behind the profile's own records stand those of other profiles that name the company.
    """
    return snapshot_of(LoadedProfile(company))


def snapshot_of(profile: LoadedProfile) -> schema.Document:
    """The same, of what was loaded already."""
    own, others = profile.rows, naming_bodies(profile.company.record)
    pointed = bind([*own, *others]) | load(map(owner_of, others))
    names = {pk: _reference(body) for pk, body in pointed.items()}
    known = evidence_on([*others, *map(records_hung_on, others)])
    records = [_record(row, profile.evidence, names) for row in own]
    records += _named_elsewhere(others, known, names)
    keys = cited_keys(records)
    return schema.Document(
        profile=profile.company.key,
        records=tuple(records),
        sources=tuple(_sources(keys)),
        fingerprints=tuple(fingerprints_of(keys)) or UNSET,
    )


def _reference(body: Body) -> schema.Reference:
    return schema.Reference(ref=body.record.ref, name=str(body))


def _record(row: Row, known: Known, names: Names) -> schema.Record:
    record_type, body = row
    return schema.Record(
        kind=body.kind,
        key=body.record.key,
        name=str(body),
        facts=tuple(
            _fact(record_type, each) for each in known[body.pk].values() if each.publishable
        ),
        relations={
            relation.name: names[getattr(body, relation.attname)]
            for relation in record_type.relations
            if getattr(body, relation.attname)
        },
        settings={column.name: _plain(body, column.name) for column in record_type.settings},
    )


def _named_elsewhere(rows: list[Row], known: Known, names: Names) -> Iterator[schema.Record]:
    """With the company whose they are, and with when it was; nothing that states no fact."""
    dated = {pk: replace(names[pk], when=date) for pk, date in dates_of(rows, known).items()}
    for row in rows:
        record = _record(row, known, {**names, **dated})
        if record.facts:
            yield replace(record, relations=record.relations | {OWNER: names[owner_of(row)]})


def _plain(body: Body, setting: str) -> str | int:
    value = getattr(body, setting)
    return value if isinstance(value, int) else str(value)


def _fact(record_type: RecordType, evidence: Evidence) -> schema.Fact:
    name = evidence.fact.name
    return schema.Fact(
        name=name,
        label=record_type.label_of(name),
        type=_type(record_type, evidence),
        value=evidence.value,
        text=record_type.display(name, evidence.value),
        claim=_accepted(record_type, evidence, evidence.accepted) if evidence.accepted else None,
        rivals=tuple(_rival(record_type, evidence, rival) for rival in evidence.rivals),
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


def _accepted(record_type: RecordType, evidence: Evidence, claim: Claim) -> schema.Claim:
    return replace(_claim(record_type, claim), freshness=freshness_of(evidence.fact, claim))


def _rival(record_type: RecordType, evidence: Evidence, claim: Claim) -> schema.Claim:
    found = evidence.disagreement(claim)
    stated = _claim(record_type, claim)
    if found is None:
        return stated
    found = as_ruled(found, claim, evidence.accepted)
    return replace(stated, kind=found.kind.value, explanation=found.explanation)


def _citation(citation: Citation) -> schema.Citation:
    return schema.Citation(
        source=citation.capture.source.key,
        edition=citation.capture.edition,
        stance=citation.stance,
        locator=citation.locator,
        quote=citation.exact,
        origin=citation.origin.key if citation.origin else "",
        check=check_of(citation),
    )


def cited_keys(records: Iterable[schema.Record]) -> set[str]:
    """The keys of every source that facts, rivals or prose of these records name."""
    keys: set[str] = set()
    for record in records:
        for fact in record.facts:
            if fact.type == "prose":
                keys.update(footnote_keys(fact.value))
            for claim in fact.claims:
                for citation in claim.citations:
                    keys |= {citation.source, citation.origin} - {""}
    return keys


def _sources(keys: set[str]) -> Iterator[schema.Source]:
    """The cited sources in key order, each with its original and with what it follows."""
    wanted = [models.Q(**{f"{path}key__in": keys}) for path in ("", "copies__", "derivatives__")]
    rows = list(
        Source.objects.filter(wanted[0] | wanted[1] | wanted[2])
        .select_related(*SOURCE_RELATIONS)
        .distinct()
    )
    known = {source.key for source in rows}
    for source in sorted(rows, key=lambda row: row.key):
        yield schema.Source(
            key=source.key,
            title=str(source),
            url=source.url,
            publisher=source.publisher,
            publisher_kind=source.publisher_kind or UNSET,
            author=source.byline,
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
