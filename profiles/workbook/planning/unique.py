"""What must be unique beside the key, such as an investor in a round."""

from typing import Any

from django.db.models import UniqueConstraint

from profiles.facts import RECORD_TYPES, RecordType
from profiles.workbook.planning.context import PlanningContext
from profiles.workbook.planning.database import Ref, chunks
from profiles.workbook.planning.drafts import RecordDraft


def refuse_repeats(context: PlanningContext) -> None:
    for record_type in RECORD_TYPES:
        for constraint in record_type.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and constraint.fields:
                _check(record_type, constraint, context)


def _check(record_type: RecordType, constraint: UniqueConstraint, context: PlanningContext) -> None:
    drafts = [
        draft
        for draft in context.records.values()
        if draft.record_type is record_type and (draft.body is None or draft.relations)
    ]
    taken = _taken(record_type, constraint, drafts, context)
    for draft in drafts:
        values = tuple(_target(draft, name, context) for name in constraint.fields)
        if None in values:
            continue
        if values in taken:
            message = constraint.get_violation_error_message()
            where = f"{message} It is {record_type.kind}/{taken[values]}: use that key."
            context.ledger.problem(draft.place.at(constraint.fields[-1]), where)
        taken[values] = draft.ref[1]


def _taken(
    record_type: RecordType,
    constraint: UniqueConstraint,
    drafts: list[RecordDraft],
    context: PlanningContext,
) -> dict[Any, str]:
    """Who holds each combination in the database, but for the rows drafted here."""
    first, *_ = constraint.fields
    targets = {_target(draft, first, context) for draft in drafts} - {None}
    pks = [context.stored.records[ref].pk for ref in targets if ref in context.stored.records]
    ours = {draft.record.pk for draft in drafts if draft.record}
    refs = {pk: (record.kind, record.key) for pk, record in context.stored.by_pk.items()}
    taken = {}
    for some in chunks(pks):
        rows = record_type.model._default_manager.filter(**{f"{first}__in": some})
        for body in rows.select_related("record"):
            if body.pk not in ours:
                values = [getattr(body, f"{name}_id") for name in constraint.fields]
                taken[tuple(refs.get(value, value) for value in values)] = body.record.key
    return taken


def _target(draft: RecordDraft, name: str, context: PlanningContext) -> Ref | None:
    if name in draft.relations:
        return draft.relations[name]
    record = context.stored.by_pk.get(getattr(draft.body, f"{name}_id")) if draft.body else None
    return (record.kind, record.key) if record else None
