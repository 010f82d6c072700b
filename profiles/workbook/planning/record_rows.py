"""Rows of the record sheets: keys, relations and settings, checked and drafted."""

from functools import partial
from typing import Any

from profiles.facts import BY_SHEET
from profiles.models import Record
from profiles.workbook.columns import is_required, owner_column
from profiles.workbook.formats.sheets import CLEAR, alike, tidy
from profiles.workbook.planning.cells import read_cell
from profiles.workbook.planning.context import PlanningContext
from profiles.workbook.planning.database import Ref
from profiles.workbook.planning.drafts import RecordDraft
from profiles.workbook.planning.headers import Line
from profiles.workbook.planning.ledger import did_you_mean
from profiles.workbook.planning.likely_duplicates import refuse_capital_twin
from profiles.workbook.planning.named_keys import candidates, kinds_of

KEY = Record._meta.get_field("key")
CALLED = ("name", "label", "title", "heading", "question")


def draft_record(line: Line, context: PlanningContext) -> RecordDraft | None:
    """The draft of one row, without its facts; None for a row that another one repeats."""
    record_type = BY_SHEET[line.sheet]
    ref = record_type.kind, line.get("key")
    if context.refs.get(ref) != line.place():
        return None
    read_cell(ref[1], KEY, line.place("key"), context.ledger)
    draft = RecordDraft(
        ref, line.place(), context.stored.records.get(ref), context.stored.bodies.get(ref)
    )
    if draft.body is None:
        name = next((line.get(column) for column in CALLED if line.get(column)), ref[1])
        refuse_capital_twin(line, ref, context)
        words = f"new {record_type.kind}{_beside(context.namesakes.get(ref))}"
        context.ledger.change(line.place(), ref[1], "create", "", name, words)
    for relation in record_type.relations:
        _draft_relation(line, relation, draft, context)
    for setting in record_type.settings:
        if text := line.get(setting.name):
            _draft_setting(line, setting, text, draft, context)
    return draft


def _beside(namesake: str | None) -> str:
    if namesake is None:
        return ""
    return f"; {namesake} has this name too: if it is the same, write its key"


def _draft_setting(
    line: Line, field: Any, text: str, draft: RecordDraft, context: PlanningContext
) -> None:
    value = cleared_or_read(line, field, text, draft, context)
    before = draft.stored(field.name)
    if value is None or value == tidy(before):
        return
    draft.values[field.name] = value
    if draft.body:
        context.ledger.change(line.place(field.name), draft.ref[1], "update", before, value)


def cleared_or_read(
    line: Line, field: Any, text: str, draft: RecordDraft, context: PlanningContext
) -> str | None:
    """The canonical text of a cell, nothing for `(clear)`; None after reporting a problem."""
    place = line.place(field.name)
    if draft.body and alike(text, draft.final(field.name)):
        return draft.final(field.name)
    if text != CLEAR:
        read = partial(draft.record_type.read, field.name)
        return read_cell(text, field, place, context.ledger, read)
    if field.blank:
        return ""
    context.ledger.problem(place, f"“{field.name}” may not be empty. Write a value.")
    return None


def _draft_relation(
    line: Line, relation: Any, draft: RecordDraft, context: PlanningContext
) -> None:
    text, place = line.get(relation.name), line.place(relation.name)
    if not text:
        if draft.body is None and not relation.null:
            context.ledger.problem(
                place, f"A new {draft.ref[0]} needs a {relation.name}: write its key."
            )
        return
    if text == CLEAR:
        if not relation.null:
            context.ledger.problem(place, f"“{relation.name}” may not be empty. Write a key.")
            return
        ref = None
    elif (ref := _resolved(text, relation, line, context)) is None:
        return
    _draft_target(line, relation, ref, draft, context)


def _draft_target(
    line: Line, relation: Any, ref: Ref | None, draft: RecordDraft, context: PlanningContext
) -> None:
    if draft.body is None:
        draft.relations[relation.name] = ref
        return
    before = context.stored.by_pk.get(getattr(draft.body, relation.attname))
    if (before and (before.kind, before.key)) == ref:
        return
    if relation.name == owner_column(draft.record_type):
        context.ledger.problem(
            line.place(relation.name),
            f"{draft.label} belongs to “{before.key if before else ''}” and stays there. "
            "To move it, make a new record with another key.",
        )
        return
    draft.relations[relation.name] = ref
    context.ledger.change(
        line.place(relation.name),
        draft.ref[1],
        "update",
        before.ref if before else "",
        "/".join(ref) if ref else "",
    )


def _resolved(text: str, relation: Any, line: Line, context: PlanningContext) -> Ref | None:
    """The one record that `key` or `kind/key` names; None after reporting a problem."""
    kinds, place = kinds_of(relation), line.place(relation.name)
    possible = candidates(text, kinds)
    if possible[0][0] not in kinds:
        context.ledger.problem(
            place, f"“{text}” is of the wrong kind here. Name a {' or a '.join(kinds)}."
        )
        return None
    found = [ref for ref in possible if context.exists(ref)]
    if len(found) == 1:
        return found[0]
    if found:
        refs = " or ".join("/".join(ref) for ref in found)
        context.ledger.problem(place, f"“{text}” can be either. Write {refs}.")
        return None
    key = possible[0][1]
    known = [ref[1] for ref in context.refs if ref[0] in kinds]
    known += [other for kind in kinds for other in context.stored.keys_of(kind)]
    context.ledger.problem(
        place,
        f"There is no {' or '.join(kinds)} “{key}”, neither here nor in the database."
        f"{did_you_mean(key, known)} Add its row, or correct the key.",
    )
    return None


def refuse_incomplete(draft: RecordDraft, context: PlanningContext) -> None:
    """A new record states what its model demands, in a cell or in an accepted claim."""
    if draft.body is not None:
        return
    facts = (draft.record_type.field_of(fact.name) for fact in draft.record_type.facts)
    for field in (*draft.record_type.settings, *facts):
        place = draft.place.at(field.name)
        if (
            is_required(field)
            and not draft.final(field.name)
            and not context.ledger.has_problem(place)
        ):
            context.ledger.problem(place, f"A new {draft.ref[0]} needs a {field.name}.")
