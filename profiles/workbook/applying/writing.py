"""The drafts of a plan as rows, a few queries per model."""

from collections.abc import Iterable

from django.utils import timezone

from profiles.facts import RECORD_TYPES, RecordType
from profiles.models import Body, Capture, Citation, Claim, Decision, Record, Source
from profiles.models.sources import SOURCE_RELATIONS
from profiles.workbook.applying.batch import Batch
from profiles.workbook.columns import CLAIM_FIELDS
from profiles.workbook.planning.database import Ref, chunks
from profiles.workbook.planning.drafts import (
    CaptureDraft,
    CitationDraft,
    ClaimDraft,
    RecordDraft,
    SourceDraft,
)
from profiles.workbook.planning.plan import Plan

Captures = dict[tuple[str, str], Capture]
DECIDED = ("decided_by", "decided_at")


def write_sources(plan: Plan, batch: Batch) -> Captures:
    """Returns the captures just made, by source key and edition."""
    known = _sources_named(plan)
    _create_sources([draft for draft in plan.sources if not draft.source], known, batch)
    _update_sources([draft for draft in plan.sources if draft.source], known, batch)
    rows = [
        Capture(
            source=known[draft.source],
            edition=draft.edition,
            seen_at=draft.seen_at or timezone.now(),
            sha256=draft.sha256,
            fingerprint=draft.fingerprint,
            depth=Capture.Depth.FINGERPRINT if draft.fingerprint else Capture.Depth.NONE,
        )
        for draft in plan.captures
    ]
    Capture.objects.bulk_create(rows)
    return {(capture.source.key, capture.edition): capture for capture in rows}


def _sources_named(plan: Plan) -> dict[str, Source]:
    keys = {draft.values.get(name, "") for draft in plan.sources for name in SOURCE_RELATIONS}
    keys |= {draft.source for draft in plan.captures}
    rows = (Source.objects.filter(key__in=some) for some in chunks(sorted(keys)))
    return {source.key: source for some in rows for source in some}


def _create_sources(drafts: list[SourceDraft], known: dict[str, Source], batch: Batch) -> None:
    """Originals first, so that a copy finds its original's id."""
    while drafts:
        ready = [draft for draft in drafts if set(draft.relations.values()) - {""} <= set(known)]
        rows = [Source(key=draft.key) for draft in ready]
        for row, draft in zip(rows, ready, strict=True):
            _set_source(row, draft, known)
        batch.create(Source, rows)
        known |= {row.key: row for row in rows}
        drafts = [draft for draft in drafts if draft not in ready]


def _update_sources(drafts: list[SourceDraft], known: dict[str, Source], batch: Batch) -> None:
    rows = [draft.source for draft in drafts if draft.source]
    for row, draft in zip(rows, drafts, strict=True):
        _set_source(row, draft, known)
    batch.update(Source, rows, {column for draft in drafts for column in draft.values})


def _set_source(source: Source, draft: SourceDraft, known: dict[str, Source]) -> None:
    for column, value in draft.values.items():
        if column in SOURCE_RELATIONS:
            setattr(source, column, known[value] if value else None)
        else:
            setattr(source, column, value)


def write_records(plan: Plan, batch: Batch) -> None:
    new = [draft for draft in plan.records if draft.body is None]
    for draft in new:
        draft.record = Record(kind=draft.ref[0], key=draft.ref[1])
        draft.record.version = 1
    records = _records_named(plan)
    bodies: dict[RecordType, list[Body]] = {record_type: [] for record_type in RECORD_TYPES}
    for draft in new:
        body = draft.record_type.model(record=draft.record)
        _set_columns(body, draft, records)
        draft.record.owner_id = body.owner_id  # type: ignore[union-attr]
        bodies[draft.record_type].append(body)
    Record.objects.bulk_create([draft.record for draft in new if draft.record])
    for record_type, rows in bodies.items():
        batch.create(record_type.model, rows)
    _update_bodies(plan, records, batch)


def _records_named(plan: Plan) -> dict[Ref, Record]:
    """Every record that a changed relation names, new ones included."""
    known = {draft.ref: draft.record for draft in plan.records if draft.record}
    named = {ref for draft in plan.records for ref in draft.relations.values() if ref}
    for record_type in RECORD_TYPES:
        keys = sorted(key for kind, key in named - set(known) if kind == record_type.kind)
        for some in chunks(keys):
            for record in Record.objects.filter(kind=record_type.kind, key__in=some):
                known[record.kind, record.key] = record
    return known


def _set_columns(body: Body, draft: RecordDraft, records: dict[Ref, Record]) -> None:
    for name, ref in draft.relations.items():
        setattr(body, f"{name}_id", records[ref].pk if ref else None)
    for name, text in draft.values.items():
        setattr(body, name, draft.record_type.field_of(name).to_python(text))


def _update_bodies(plan: Plan, records: dict[Ref, Record], batch: Batch) -> None:
    for record_type in RECORD_TYPES:
        rows, columns = [], set()
        for draft in plan.records:
            if draft.record_type is record_type and draft.body and draft.row_changes:
                _set_columns(draft.body, draft, records)
                rows.append(draft.body)
                columns |= {*draft.values, *draft.relations}
        batch.update(record_type.model, rows, columns)


def write_claims(plan: Plan, captures: Captures, batch: Batch) -> list[Citation]:
    """What is set aside first: a fact never has two accepted claims, not even for a moment.

    Returns the citations that are new, changed, or of a claim that was.
    """
    drafts = [(record, fact, draft) for record, fact, draft in _claims(plan) if draft.changed]
    for record, fact, draft in drafts:
        draft.claim = _claim_row(record, fact, draft, batch)
    rows = [draft.claim for _, _, draft in drafts if draft.claim]
    old, new = [row for row in rows if row.pk], [row for row in rows if not row.pk]
    columns = {*CLAIM_FIELDS, *DECIDED}
    batch.update(Claim, [c for c in old if c.decision != Decision.ACCEPTED], columns)
    batch.create(Claim, new)
    batch.update(Claim, [c for c in old if c.decision == Decision.ACCEPTED], columns)
    written = _write_citations(plan, captures, batch)
    known = (citation.citation for _, _, draft in drafts for citation in draft.citations)
    return [*written, *(citation for citation in known if citation)]


def _claims(plan: Plan) -> Iterable[tuple[RecordDraft, str, ClaimDraft]]:
    for record in plan.records:
        for fact, claims in record.claims.items():
            for draft in claims.values():
                yield record, fact, draft


def _claim_row(record: RecordDraft, fact: str, draft: ClaimDraft, batch: Batch) -> Claim:
    claim = draft.claim or Claim(record=record.record, fact=fact, value=draft.value)
    ruled = draft.ruled
    for name, text in draft.terms.items():
        setattr(claim, name, text)
    if ruled:
        decided = draft.decision != Decision.OPEN
        claim.decided_by = batch.by if decided else None
        claim.decided_at = timezone.now() if decided else None
    return claim


def _write_citations(plan: Plan, captures: Captures, batch: Batch) -> list[Citation]:
    changed = [
        (draft, citation)
        for _, _, draft in _claims(plan)
        for citation in draft.citations
        if citation.changed
    ]
    keys = {draft.origin for _, draft in changed}
    origins = {source.key: source for source in Source.objects.filter(key__in=keys)}
    new = [
        _citation_row(claim, draft, captures, origins.get(draft.origin))
        for claim, draft in changed
        if not draft.citation
    ]
    batch.create(Citation, new)
    old = []
    for _, draft in changed:
        if draft.citation:
            draft.citation.stance = draft.stance or draft.citation.stance
            draft.citation.origin = origins.get(draft.origin, draft.citation.origin)
            draft.citation.prefix = draft.prefix or draft.citation.prefix
            draft.citation.suffix = draft.suffix or draft.citation.suffix
            old.append(draft.citation)
    batch.update(Citation, old, ["stance", "origin", "prefix", "suffix"])
    return new + old


def _citation_row(
    claim: ClaimDraft, draft: CitationDraft, captures: Captures, origin: Source | None
) -> Citation:
    return Citation(
        claim=claim.claim,
        capture=_capture(draft.capture, captures),
        stance=draft.stance or "supports",
        locator=draft.locator,
        exact=draft.quote,
        prefix=draft.prefix,
        suffix=draft.suffix,
        origin=origin,
    )


def _capture(draft: CaptureDraft, captures: Captures) -> Capture:
    return draft.capture or captures[draft.source, draft.edition]
