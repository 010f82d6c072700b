"""Profiles -> sheets that say everything about them, so that importing them changes nothing."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from profiles.facts import BY_KIND
from profiles.models import Body, Capture, Name, Record, Source
from profiles.models.sources import SOURCE_RELATIONS
from profiles.values.footnotes import footnote_keys
from profiles.workbook.columns import (
    CAPTURE_FIELDS,
    CAPTURES,
    CLAIMS,
    SOURCE_FIELDS,
    SOURCES,
    layout,
)
from profiles.workbook.errors import UnknownProfile
from profiles.workbook.exporting.claims import ExportedCitation, claim_rows, fact_cells
from profiles.workbook.formats.placeholders import meant
from profiles.workbook.formats.sheets import CLEAR, Row, Sheet, tidy
from profiles.workbook.planning.database import DatabaseState, Ref, chunks, load
from profiles.workbook.planning.drafts import default_text
from profiles.workbook.planning.fingerprint_cells import in_cells, kept_fingerprints

FIRST_ROW = 2


def export_profiles(slugs: Iterable[str]) -> list[Sheet]:
    """The sheets of these companies' profiles, in the order of a workbook.

    Whatever belongs to them, the companies and people that they name, every source that is cited
    and what it is a copy of. Raises `UnknownProfile`.
    """
    refs = _records_of(list(slugs))
    stored = load(subjects=refs, others=set(), sources=set())
    _add_sources(stored)
    citing = ExportedCitation(stored)
    sheets = [_sources(stored), _captures(stored)]
    sheets += [_records(kind, stored, citing) for kind in BY_KIND]
    return [*sheets, _sheet(CLAIMS, claim_rows(citing))]


def _records_of(slugs: list[str]) -> set[Ref]:
    companies = {record.key: record for record in Record.objects.filter(kind="company")}
    refs: set[Ref] = set()
    for slug in slugs:
        if slug not in companies:
            close = get_close_matches(slug, companies, n=1)
            hint = f" Did you mean “{close[0]}”?" if close else ""
            raise UnknownProfile(f"There is no company “{slug}”.{hint}")
        found = Record.objects.of_profile(companies[slug])
        refs |= set(found.order_by().values_list("kind", "key"))
    return _with_relations(refs)


def _with_relations(refs: set[Ref]) -> set[Ref]:
    """These records, whatever they name, what that names in turn, and what it is called."""
    stored = load(subjects=refs, others=set(), sources=set())
    named = {(record.kind, record.key) for record in stored.by_pk.values()}
    if not named <= refs:
        return _with_relations(refs | named)
    return refs | {(Name.kind, name.key) for name in _names_of(stored.by_pk)}


def _names_of(subjects: Iterable[Any]) -> Iterator[Name]:
    for some in chunks(subjects):
        yield from Name.objects.filter(subject__in=some).select_related("record")


def _add_sources(stored: DatabaseState) -> None:
    cited = [citation for citations in stored.citations.values() for citation in citations]
    keys = {citation.capture.source.key for citation in cited}
    keys |= {citation.origin.key for citation in cited if citation.origin}
    for body in stored.bodies.values():
        for fact in BY_KIND[body.kind].facts:
            if fact.prose:
                keys |= set(footnote_keys(getattr(body, fact.name)))
    known = load(subjects=set(), others=set(), sources=keys)
    stored.sources, stored.source_keys = known.sources, known.source_keys
    stored.captures = known.captures


def _sheet(name: str, rows: Iterable[dict[str, str]]) -> Sheet:
    numbered = (
        Row(number, {column: meant(text) for column, text in cells.items() if text})
        for number, cells in enumerate(rows, start=FIRST_ROW)
    )
    return Sheet(name, list(layout(name)), list(numbered))


def _sources(stored: DatabaseState) -> Sheet:
    return _sheet(SOURCES, (_source(stored.sources[key], stored) for key in sorted(stored.sources)))


def _source(source: Source, stored: DatabaseState) -> dict[str, str]:
    cells = {"key": source.key}
    for column in SOURCE_FIELDS:
        field = Source._meta.get_field(column)
        if column in SOURCE_RELATIONS:
            cells[column] = stored.source_keys.get(getattr(source, f"{column}_id"), "")
        else:
            cells[column] = shown(str(getattr(source, column)), default_text(field))
    return cells


def shown(value: str, default: str) -> str:
    """A blank cell says nothing: an empty value where something else is usual is told."""
    return tidy(value) or (CLEAR if default else "")


def _captures(stored: DatabaseState) -> Sheet:
    known = kept_fingerprints(capture.pk for found in stored.captures.values() for capture in found)
    return _sheet(
        CAPTURES,
        (
            row
            for key in sorted(stored.captures)
            for capture in stored.captures[key]
            for row in _capture(key, capture, known.get(capture.pk, ""))
        ),
    )


def _capture(key: str, capture: Capture, fingerprint: str) -> Iterator[dict[str, str]]:
    """One row, and more where its fingerprint is longer than a cell may be."""
    name = {"source": key, "edition": tidy(capture.edition)}
    first, *more = in_cells(fingerprint)
    texts = {"seen_at": capture.seen_at.isoformat(), "sha256": capture.sha256, "fingerprint": first}
    yield name | {column: texts[column] for column in CAPTURE_FIELDS}
    yield from (name | {"fingerprint": part} for part in more)


def _records(kind: str, stored: DatabaseState, citing: ExportedCitation) -> Sheet:
    bodies = [body for ref, body in sorted(stored.bodies.items()) if ref[0] == kind]
    return _sheet(BY_KIND[kind].sheet, (_record(body, stored, citing) for body in bodies))


def _record(body: Body, stored: DatabaseState, citing: ExportedCitation) -> dict[str, str]:
    record_type = BY_KIND[body.kind]
    cells = {"key": body.record.key}
    for relation in record_type.relations:
        if target := stored.by_pk.get(getattr(body, relation.attname)):
            general = relation.related_model is Record
            cells[relation.name] = target.ref if general else target.key
    for setting in record_type.settings:
        cells[setting.name] = shown(str(getattr(body, setting.name)), default_text(setting))
    for fact in record_type.facts:
        default = default_text(record_type.field_of(fact.name))
        cells[fact.name] = shown(str(getattr(body, fact.name)), default)
        cells |= {name: text for name, text in fact_cells(body, fact.name, citing).items() if text}
    return cells
