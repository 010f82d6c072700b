"""Sheets -> a plan: every problem and every change, computed without a single write."""

import json
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256

from profiles.facts import type_of
from profiles.models import Claim
from profiles.values.footnotes import footnote_keys
from profiles.workbook.formats.sheets import Sheet, tidy
from profiles.workbook.planning.changes import report_fact
from profiles.workbook.planning.claim_rows import (
    AskedClaims,
    RequestedClaims,
    claims_in_cells,
    claims_in_sheet,
)
from profiles.workbook.planning.context import Mode, PlanningContext
from profiles.workbook.planning.database import DatabaseState, Ref, fingerprint, load
from profiles.workbook.planning.drafts import (
    CaptureDraft,
    CitationDraft,
    ClaimDraft,
    RecordDraft,
    SourceDraft,
)
from profiles.workbook.planning.fact_outcome import FactOutcome
from profiles.workbook.planning.headers import lines_of
from profiles.workbook.planning.ledger import Change, Counts, Ledger, Place, Problem
from profiles.workbook.planning.likely_duplicates import namesakes
from profiles.workbook.planning.named_keys import Names, names_in
from profiles.workbook.planning.record_rows import draft_record, refuse_incomplete
from profiles.workbook.planning.source_rows import draft_captures, draft_sources
from profiles.workbook.planning.unique import refuse_repeats

__all__ = ["Change", "Counts", "Mode", "Plan", "Problem", "make_plan"]


@dataclass(frozen=True)
class Plan:
    """What an import would do. It may be applied only where `problems` is empty.

    `digest` names the content of the workbook together with everything that it would change: the
    same bytes against a database that has moved on give another one.
    """

    sheets: list[Sheet]
    mode: Mode
    default_source: str
    filename: str
    problems: list[Problem]
    changes: list[Change]
    counts: dict[str, Counts]
    digest: str
    fingerprint: str
    sources: list[SourceDraft]
    captures: list[CaptureDraft]
    records: list[RecordDraft]

    def summary(self) -> str:
        if self.problems:
            number = len(self.problems)
            return f"{number} problem{'s' * (number > 1)}: nothing can be imported yet."
        totals = [sum(column) for column in zip(*map(_numbers, self.counts.values()), strict=True)]
        if not any(verb.verb != "kept" for verb in self.changes):
            return "Nothing to do: everything in this workbook is in the database already."
        created, changed, unchanged, proposed = totals
        return (
            f"Rows: {created} new, {changed} changed, {unchanged} unchanged. "
            f"Rival claims to rule on: {proposed}."
        )


def _numbers(counts: Counts) -> tuple[int, int, int, int]:
    return counts.created, counts.changed, counts.unchanged, counts.proposed


def make_plan(
    sheets: list[Sheet],
    *,
    mode: Mode = Mode.PROPOSE,
    default_source: str = "",
    filename: str = "",
) -> Plan:
    """Reads the database and writes nothing; reports all problems at once."""
    seen = fingerprint()
    ledger = Ledger()
    lines = lines_of(sheets, ledger)
    names = names_in(lines, ledger)
    context = PlanningContext(
        Mode(mode), filename, default_source, lines, _base(names, default_source), ledger
    )
    context.refs = names.rows
    draft_sources(context)
    draft_captures(context)
    _draft_records(context)
    numbers = {sheet: [line.number for line in rows] for sheet, rows in lines.items()}
    order = {sheet: place for place, sheet in enumerate(lines)}
    ledger.changes.sort(key=lambda change: (order[change.sheet], change.row))
    ledger.problems.sort(key=lambda found: (order.get(found.sheet, -1), found.row))
    return Plan(
        sheets=sheets,
        mode=context.mode,
        default_source=default_source,
        filename=filename,
        problems=ledger.problems,
        changes=ledger.changes,
        counts=ledger.counts(numbers),
        digest=_digest(context, sheets),
        fingerprint=seen,
        sources=[draft for draft in context.sources.values() if not draft.source or draft.values],
        captures=[c for captures in context.captures.values() for c in captures if not c.capture],
        records=[draft for draft in context.records.values() if draft.touched],
    )


def _base(names: Names, default_source: str) -> DatabaseState:
    return load(
        subjects=set(names.rows) | names.claimed,
        others=names.others,
        sources=names.sources | ({default_source} - {""}),
    )


def _draft_records(context: PlanningContext) -> None:
    context.namesakes = namesakes(context)
    cells: dict[Ref, dict[str, RequestedClaims]] = {}
    for line in context.record_lines():
        if draft := draft_record(line, context):
            context.records[draft.ref] = draft
            cells[draft.ref] = claims_in_cells(line, draft, context)
    claims = claims_in_sheet(context)
    for ref, fact in claims:
        if ref not in context.records:
            place = next(iter(claims[ref, fact].values())).place
            record, body = context.stored.records.get(ref), context.stored.bodies.get(ref)
            context.records[ref] = RecordDraft(ref, place, record, body)
    for ref, draft in context.records.items():
        _settle(draft, cells.get(ref, {}), claims, context)
        refuse_incomplete(draft, context)
    refuse_repeats(context)


def _settle(
    draft: RecordDraft,
    cells: dict[str, RequestedClaims],
    claims: AskedClaims,
    context: PlanningContext,
) -> None:
    stored: dict[str, list[Claim]] = defaultdict(list)
    for claim in context.stored.claims[draft.record.pk] if draft.record else ():
        stored[claim.fact].append(claim)
    for fact in type_of(draft.ref[0]).facts:
        cell, asked = cells.get(fact.name), claims.get((draft.ref, fact.name), {})
        if fact.prose and cell:
            _check_footnotes(cell, context)
        if cell is None and not asked:
            continue
        if stored[fact.name]:
            draft.claims[fact.name] = _stored_claims(stored[fact.name], draft.place, context)
        FactOutcome(draft, fact.name, cell, asked, context).settle()
        report_fact(draft, fact.name, cell.place if cell else None, context)


def _check_footnotes(cell: RequestedClaims, context: PlanningContext) -> None:
    for key in footnote_keys(cell.value):
        context.check_source(key, cell.place)


def _stored_claims(
    claims: list[Claim], place: Place, context: PlanningContext
) -> dict[str, ClaimDraft]:
    found: dict[str, ClaimDraft] = {}
    for claim in claims:
        draft = ClaimDraft(tidy(claim.value), place, claim)
        for citation in context.stored.citations[claim.pk]:
            capture = citation.capture
            seen = CaptureDraft(capture.source.key, capture.edition, capture=capture)
            draft.citations.append(
                CitationDraft(seen, True, citation.locator, citation.exact, "", place, citation)
            )
        found.setdefault(draft.value, draft)
    return found


def _digest(context: PlanningContext, sheets: list[Sheet]) -> str:
    content = [
        [sheet.name, sheet.header, [[row.number, row.cells] for row in sheet.rows]]
        for sheet in sheets
    ]
    touched = [
        [draft.label, draft.record.version if draft.record else 0]
        for draft in context.records.values()
        if draft.touched
    ]
    whole = [
        content,
        context.mode,
        context.default_source,
        context.filename,
        touched,
        context.ledger.changes,
    ]
    return sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()
