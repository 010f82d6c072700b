"""Rows whose present content nobody answers for: written without a name, or past the history."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max, Model, QuerySet

from profiles.document.schema import Document
from profiles.models import Body, Capture, Citation, Claim, Company, Record, Source
from profiles.models.history import acting
from profiles.review.contributors import captures_behind, dated_by, pointed_to, records_of
from profiles.review.edit_history import Records, by_kind, ids_of, together
from profiles.review.policies import Refused


class Unanswered(NamedTuple):
    """`why` is the end of a sentence that begins with the row."""

    row: Model
    why: str

    def __str__(self) -> str:
        return f"{self.row._meta.verbose_name} “{self.row}” {self.why}"


NAMELESS = "was written without a name"
UNREMEMBERED = "was changed past its edit history"
TAKEN_ON = "Taken on as it is"


def unanswered(company: Company, candidate: Document) -> Iterator[Unanswered]:
    """Whatever the candidate is made of, a fixed number of queries for each table."""
    own = together(
        by_kind(Record.objects.of_profile(company.record)),
        by_kind(Record.objects.naming(company.record)),
        records_of(dated_by(candidate) | pointed_to(candidate)),
    )
    for rows in _rows_of(own, candidate):
        yield from _in_table(rows)
    for capture in captures_behind(candidate, ids_of(own)).filter(recorded_by=None):
        yield Unanswered(capture, NAMELESS)


def check_is_answered_for(company: Company, candidate: Document) -> None:
    """Raises `Refused` with the first few."""
    found = list(unanswered(company, candidate))
    if found:
        more = f" and {len(found) - 3} more" if len(found) > 3 else ""
        raise Refused(
            f"Nobody answers for this: {'; '.join(map(str, found[:3]))}{more}. Somebody who has "
            f"looked at it takes it on: manage.py answer_for {company.key} --user NAME."
        )


@transaction.atomic
def answer_for(*, company: Company, candidate: Document, by: User) -> list[Unanswered]:
    """Take on what nobody answers for, as it is now. What has somebody stays with them."""
    found = list(unanswered(company, candidate))
    with acting(by=by):
        for row, _ in found:
            if isinstance(row, Capture):
                Capture.objects.filter(pk=row.pk).take_on(by)
            else:
                history: Any = type(row).history  # type: ignore[attr-defined]
                history.bulk_history_create([row], update=True, default_change_reason=TAKEN_ON)
    return found


def _rows_of(records: Records, candidate: Document) -> Iterator[QuerySet[Any]]:
    for kind, pks in records.items():
        yield Body.of_kind[kind].objects.filter(pk__in=pks)
    everything = ids_of(records)
    yield Claim.objects.filter(record__in=everything)
    yield Citation.objects.filter(claim__record__in=everything)
    yield Source.objects.filter(key__in=[source.key for source in candidate.sources])


def _in_table(rows: QuerySet[Any]) -> Iterator[Unanswered]:
    model: Any = rows.model
    columns = [column.attname for column in model.history.model.tracked_fields]
    pk = model._meta.pk.attname
    edits = model.history.filter(**{f"{pk}__in": rows.order_by().values("pk")}).order_by()
    newest = edits.values(pk).annotate(newest=Max("history_id")).values("newest")
    signed, written = {}, {}
    for row, user, *values in model.history.filter(history_id__in=newest).values_list(
        pk, "history_user_id", *columns
    ):
        signed[row], written[row] = user, values
    wrong = {
        row: UNREMEMBERED if written.get(row) != values else NAMELESS
        for row, *values in rows.order_by().values_list("pk", *columns)
        if written.get(row) != values or signed[row] is None
    }
    for row in model.objects.filter(pk__in=wrong):
        yield Unanswered(row, wrong[row.pk])
