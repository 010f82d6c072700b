"""The verbs that write: all or nothing, in one short transaction."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F

from profiles.models import Record
from profiles.models.history import acting
from profiles.provenance.quotes.verification import verify
from profiles.workbook.applying.batch import Batch
from profiles.workbook.applying.writing import write_claims, write_records, write_sources
from profiles.workbook.errors import PlanOutdated, WorkbookError
from profiles.workbook.formats.reader import read_workbook
from profiles.workbook.formats.sheets import Sheet
from profiles.workbook.planning.database import chunks, fingerprint
from profiles.workbook.planning.ledger import Counts
from profiles.workbook.planning.plan import Mode, Plan, make_plan

OUTDATED = (
    "Somebody changed these records while the import was on its way. "
    "Nothing was written: look at a new preview, and confirm that one."
)


class PlanRefused(WorkbookError):
    """The workbook has problems; `plan` lists them."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.summary())
        self.plan = plan


@dataclass(frozen=True)
class Applied:
    counts: dict[str, Counts]
    history_rows: int
    plan: Plan


def import_workbook(
    content: bytes | list[Sheet],
    *,
    by: User,
    filename: str = "",
    mode: Mode = Mode.PROPOSE,
    default_source: str = "",
    expected_digest: str | None = None,
    reason: str = "",
) -> Applied:
    """Plan outside the transaction, apply inside it; `content` is a file's bytes or its sheets.

    `expected_digest`: of the plan that somebody saw and confirmed. Raises `UnreadableWorkbook`,
    `PlanRefused` with its problems, and `PlanOutdated`.
    """
    sheets = read_workbook(content, filename) if isinstance(content, bytes) else content
    plan = make_plan(sheets, mode=mode, default_source=default_source, filename=filename)
    if expected_digest is not None and plan.digest != expected_digest:
        raise PlanOutdated(
            "Since the preview the file or the database has changed. "
            "Look at the new preview, and confirm that one."
        )
    return apply_plan(plan, by=by, reason=reason)


def apply_plan(plan: Plan, *, by: User, reason: str = "") -> Applied:
    """Write what the plan says, if that is still what it would say now.

    Raises `PlanRefused` and `PlanOutdated`; then nothing is written.
    """
    if plan.problems:
        raise PlanRefused(plan)
    batch = Batch(by, reason or f"Import {plan.filename or 'of a workbook'}")
    try:
        with transaction.atomic(), acting(by=by, reason=batch.reason):
            plan = _still_current(plan)
            _write(plan, batch)
    except IntegrityError as error:  # PostgreSQL: somebody made the same key in the same moment
        raise PlanOutdated(OUTDATED) from error
    return Applied(plan.counts, batch.history_rows, plan)


def _write(plan: Plan, batch: Batch) -> None:
    captures = write_sources(plan, batch)
    write_records(plan, batch)
    verify(write_claims(plan, captures, batch))
    touched = [draft.record.pk for draft in plan.records if draft.body and draft.record]
    for some in chunks(touched):
        Record.objects.filter(pk__in=some).update(version=F("version") + 1)


def _still_current(plan: Plan) -> Plan:
    """The plan, or the same one made again where something unrelated moved meanwhile."""
    pks = sorted(draft.record.pk for draft in plan.records if draft.record)
    for some in chunks(pks):  # PostgreSQL: nobody else writes these records until we are done
        list(Record.objects.select_for_update().filter(pk__in=some).values_list("pk"))
    if fingerprint() == plan.fingerprint:
        return plan
    again = make_plan(
        plan.sheets, mode=plan.mode, default_source=plan.default_source, filename=plan.filename
    )
    if again.digest != plan.digest:
        raise PlanOutdated(OUTDATED)
    return again
