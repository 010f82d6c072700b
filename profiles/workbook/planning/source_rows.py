"""Rows of the sheets `sources` and `captures`, checked and drafted."""

import re
from datetime import UTC, datetime

from django.utils.dateparse import parse_date, parse_datetime

from profiles.models import Capture, Source
from profiles.models.sources import SOURCE_RELATIONS
from profiles.workbook.columns import (
    CAPTURES,
    SOURCE_FIELDS,
    SOURCES,
    field_of,
)
from profiles.workbook.formats.sheets import CLEAR, tidy
from profiles.workbook.planning.cells import read_cell
from profiles.workbook.planning.context import PlanningContext
from profiles.workbook.planning.drafts import CaptureDraft, SourceDraft
from profiles.workbook.planning.fingerprint_cells import COLUMN as FINGERPRINT
from profiles.workbook.planning.fingerprint_cells import add_part, kept_fingerprints
from profiles.workbook.planning.headers import Line
from profiles.workbook.planning.ledger import Place

SHA256 = re.compile("[0-9a-f]{64}")


def draft_sources(context: PlanningContext) -> None:
    seen: dict[str, int] = {}
    for line in context.lines.get(SOURCES, []):
        key = _key(line, context)
        if key is None:
            continue
        if key in seen:
            context.ledger.problem(
                line.place("key"),
                f"The key “{key}” is in row {seen[key]} too. Keep one of the two rows.",
            )
            continue
        seen[key] = line.number
        context.sources[key] = SourceDraft(key, context.stored.sources.get(key))
    for line in context.lines.get(SOURCES, []):
        if seen.get(line.get("key")) == line.number:
            _draft_source(line, context.sources[line.get("key")], context)
    _refuse_loops(context)
    if context.default_source:
        context.check_source(context.default_source, Place("", 0))


def _key(line: Line, context: PlanningContext) -> str | None:
    key = line.get("key")
    if not key:
        context.ledger.problem(line.place("key"), "This source has no key. Give it one.")
        return None
    return read_cell(key, field_of(Source, "key"), line.place("key"), context.ledger)


def _draft_source(line: Line, draft: SourceDraft, context: PlanningContext) -> None:
    source = draft.source
    draft.place = line.place()
    draft.relations = _related(source, context) if source else {}
    if source is None:
        context.ledger.change(
            line.place(), draft.key, "create", "", line.get("title"), "new source"
        )
    for column in SOURCE_FIELDS:
        if not (text := line.get(column)):
            continue
        value = _value(column, text, line.place(column), context)
        before = _stored(draft, column)
        if value is None or value == tidy(before):
            continue
        draft.values[column] = value
        if column in SOURCE_RELATIONS:
            draft.relations[column] = value
        if source:
            context.ledger.change(line.place(column), draft.key, "update", before, value)


def _stored(draft: SourceDraft, column: str) -> str:
    if column in SOURCE_RELATIONS:
        return draft.relations.get(column, "")
    return str(getattr(draft.source or Source(), column))


def _value(column: str, text: str, place: Place, context: PlanningContext) -> str | None:
    field = field_of(Source, column)
    if text == CLEAR:
        if field.blank:
            return ""
        context.ledger.problem(place, f"“{column}” may not be empty. Write a value.")
        return None
    if column in SOURCE_RELATIONS:
        return text if context.check_source(text, place) else None
    return read_cell(text, field, place, context.ledger)


def _related(source: Source, context: PlanningContext) -> dict[str, str]:
    """The keys of the other sources that this one names, by column."""
    named = {relation: getattr(source, f"{relation}_id") for relation in SOURCE_RELATIONS}
    return {relation: context.stored.source_keys[pk] for relation, pk in named.items() if pk}


def _refuse_loops(context: PlanningContext) -> None:
    """A copy of a copy is fine; a source that in the end copies or follows itself is not."""
    after = {key: _related(source, context) for key, source in context.stored.sources.items()}
    after |= {key: draft.relations for key, draft in context.sources.items()}
    for key, draft in context.sources.items():
        for relation in SOURCE_RELATIONS:
            first = draft.values.get(relation)
            way = _way(first, key, after) if first else []
            if way and draft.place:
                context.ledger.problem(
                    draft.place.at(relation),
                    f"{' → '.join([key, *way])}: a source cannot be a copy of itself. "
                    f"Leave “{relation}” empty at the original.",
                )


def _way(start: str, goal: str, after: dict[str, dict[str, str]]) -> list[str]:
    """The sources on a way from one to another; none where there is no way."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return way
        for other in set(after.get(way[-1], {}).values()) - seen - {""}:
            seen.add(other)
            ways.append([*way, other])
    return []


def draft_captures(context: PlanningContext) -> None:
    """Reads the sheet, then puts the captures of each source in the order they were seen."""
    for key, known in context.stored.captures.items():
        context.captures[key] = [
            CaptureDraft(key, capture.edition, capture.seen_at, capture.sha256, capture=capture)
            for capture in known
        ]
    seen: dict[tuple[str, str], int] = {}
    rows = context.lines.get(CAPTURES, [])
    kept = _kept_fingerprints(context) if any(line.get(FINGERPRINT) for line in rows) else {}
    for line in rows:
        name = line.get("source"), line.get("edition")
        if name in seen:
            if _goes_on(line):
                _add_part(line, context, kept)
                continue
            context.ledger.problem(
                line.place("edition"),
                f"This edition is in row {seen[name]} too. Keep one of the two rows.",
            )
            continue
        seen[name] = line.number
        _draft_capture(line, context)
        _add_part(line, context, kept)
    for captures in context.captures.values():
        captures.sort(key=lambda capture: capture.seen_at or datetime.max.replace(tzinfo=UTC))


def _kept_fingerprints(context: PlanningContext) -> dict[int, str]:
    return kept_fingerprints(
        each.pk for known in context.stored.captures.values() for each in known
    )


def _goes_on(line: Line) -> bool:
    """Whether a row only adds to the fingerprint of an edition that has one already."""
    return bool(line.get(FINGERPRINT)) and not (line.get("seen_at") or line.get("sha256"))


def _add_part(line: Line, context: PlanningContext, kept: dict[int, str]) -> None:
    for draft in context.captures.get(line.get("source"), ()):
        if draft.edition == line.get("edition"):
            add_part(line, draft, kept, context.ledger)


def _draft_capture(line: Line, context: PlanningContext) -> None:
    key, edition = line.get("source"), line.get("edition")
    if not key or not edition:
        context.ledger.problem(line.place("edition"), "A capture needs a source and an edition.")
        return
    if not context.check_source(key, line.place("source")):
        return
    seen_at = _moment(line, context)
    sha256 = line.get("sha256").casefold()
    if sha256 and not SHA256.fullmatch(sha256):
        context.ledger.problem(line.place("sha256"), "A SHA-256 is 64 digits 0–9 and a–f.")
        return
    for known in context.captures[key]:
        if known.edition == edition:
            _refuse_difference(line, known, seen_at, sha256, context)
            return
    _new_capture(line, seen_at, sha256, context)


def _new_capture(
    line: Line, seen_at: datetime | None, sha256: str, context: PlanningContext
) -> None:
    key, place = line.get("source"), line.place("edition")
    field = field_of(Capture, "edition")
    edition = read_cell(line.get("edition"), field, place, context.ledger)
    if not line.get("seen_at"):
        context.ledger.problem(
            line.place("seen_at"), "Write when this edition was seen, for example 2026-07-01."
        )
    if edition is None or seen_at is None:
        return
    context.captures[key].append(CaptureDraft(key, edition, seen_at, sha256))
    context.ledger.change(place, f"{key}@{edition}", "create", "", edition, "new capture")


def _moment(line: Line, context: PlanningContext) -> datetime | None:
    """In UTC where the cell names no offset; a day alone is its midnight."""
    text = line.get("seen_at")
    try:
        moment = parse_datetime(text)
        if moment is None and (day := parse_date(text)):
            moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - made UTC below
    except ValueError:
        moment = None
    if moment is None:
        if text:
            context.ledger.problem(
                line.place("seen_at"),
                f"Cannot read “{text}” as a time. Write for example 2026-07-01T09:30.",
            )
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _refuse_difference(
    line: Line, known: CaptureDraft, seen_at: datetime | None, sha256: str, context: PlanningContext
) -> None:
    """Captures are written once: a row for a known one may only repeat it."""
    for column, asked, kept in (
        ("seen_at", seen_at, known.seen_at),
        ("sha256", sha256, known.sha256),
    ):
        if asked and asked != kept:
            context.ledger.problem(
                line.place(column),
                f"This edition is already kept, with {kept or 'nothing'} here, and a capture "
                "never changes. Restore the cell, or give what you saw another edition.",
            )
