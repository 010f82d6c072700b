"""The verb that cites one source for many facts at once: all of them or none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from profiles.models import Citation, Claim, Decision, Reason, Record, Source
from profiles.models.history import acting
from profiles.provenance.bulk.facts import CurrentClaim
from profiles.provenance.bulk.plan import Plan, RequestedCitation, make_plan
from profiles.provenance.claims.assert_and_cite import latest_capture
from profiles.provenance.quotes.lookup import SourceTexts
from profiles.provenance.quotes.verification import verify

MOST_ROWS = 500
DECIDED = ("decision", "reason", "decided_by", "decided_at")


@dataclass(frozen=True, slots=True)
class Batch:
    """What every row of edit history is signed with."""

    by: User
    reason: str
    at: datetime

    @property
    def signed(self) -> dict[str, Any]:
        return {
            "default_user": self.by,
            "default_change_reason": self.reason,
            "default_date": self.at,
        }


class CitingRefused(ValidationError):
    """Nothing was written; the message says what to do."""


class PlanOutdated(Exception):
    """Nothing was written: `plan` is what would be done now, and `news` what is new in it."""

    def __init__(self, plan: Plan, news: Sequence[str]) -> None:
        super().__init__("Something has changed since this was checked. Nothing was written.")
        self.plan, self.news = plan, news


def cite_many(
    *,
    asked: Iterable[RequestedCitation],
    source: Source,
    by: User,
    seen: Sequence[str] | None = None,
    with_missing: bool = False,
) -> list[Citation]:
    """Cite the source's latest capture for every row, as `assert_value`, `cite` and `accept` do.

    The value of a fact is never changed: another value becomes a claim that waits. One batch in
    edit history, signed by `by`, all with one date. A source that is not saved yet is saved.
    `seen`: of the plan that somebody confirmed (`Plan.seen`). `with_missing`: cite the quotes that
    were not found, too. Raises `CitingRefused` and `PlanOutdated`.
    """
    asked = list(asked)
    plan = make_plan(asked, SourceTexts.of(source))  # texts are read before anybody has to wait
    check_can_cite(plan, seen=seen, with_missing=with_missing)
    try:
        with transaction.atomic(), acting(by=by, reason=reason_for(plan)):
            plan = _locked(plan)
            check_can_cite(plan, seen=seen, with_missing=with_missing)
            return _write(plan, by)
    except IntegrityError:  # PostgreSQL: somebody made the same source or claim in the same moment
        raise CitingRefused(
            "Somebody wrote the same in the same moment. Nothing was written: check again."
        ) from None


def check_can_cite(plan: Plan, *, seen: Sequence[str] | None, with_missing: bool) -> None:
    """Raises `PlanOutdated` where it is not the plan that was seen, and `CitingRefused`."""
    if seen is not None and list(seen) != plan.seen:
        raise PlanOutdated(plan, plan.news_since(seen))
    if len(plan.rows) > MOST_ROWS:
        raise CitingRefused(f"At most {MOST_ROWS} facts at once: cite the rest afterwards.")
    if plan.refused:
        raise CitingRefused(f"{_rows(len(plan.refused))} refused: mend them or leave them out.")
    if not plan.writing:
        raise CitingRefused("There is nothing to cite: every fact here is cited already.")
    if plan.missing and not with_missing:
        quotes = "quote is" if len(plan.missing) == 1 else "quotes are"
        raise CitingRefused(
            f"{len(plan.missing)} {quotes} not in the latest capture. "
            "Mend them, leave them out, or tick that they are to be cited too."
        )


def reason_for(plan: Plan) -> str:
    number = len(plan.writing)
    return f"Cited {number} fact{'s' * (number != 1)} from {plan.source.key}"


def _rows(number: int) -> str:
    return "1 row is" if number == 1 else f"{number} rows are"


def _locked(plan: Plan) -> Plan:
    """The plan made again while nobody else can write these records; texts are not read again."""
    pks = {row.body.pk for row in plan.writing if row.body}
    list(Record.objects.select_for_update().filter(pk__in=pks).order_by("pk").values_list("pk"))
    reading = plan.reading if plan.reading.is_current else SourceTexts.of(plan.source)
    return make_plan((row.asked for row in plan.rows), reading)


def _write(plan: Plan, by: User) -> list[Citation]:
    if plan.source._state.adding:
        plan.source.save()
    batch = Batch(by, reason_for(plan), timezone.now())
    _write_claims(plan, batch)
    capture = plan.reading.cited or latest_capture(plan.source)
    rows = [
        Citation(claim=claim, capture=capture, locator=asked.locator, exact=asked.quote)
        for claim, asked in _cited(plan)
    ]
    citations = bulk_create_with_history(rows, Citation, **batch.signed)
    verify(citations)
    return citations


def _cited(plan: Plan) -> Iterator[tuple[Claim, RequestedCitation]]:
    for row in plan.writing:
        if row.standing:
            yield row.standing.claim, row.asked


def _write_claims(plan: Plan, batch: Batch) -> None:
    """Those that are accepted are decided in the same stroke; their columns say the value."""
    standings = {id(row.standing): row.standing for row in plan.writing if row.standing}
    decided = [each for each in standings.values() if each.accepts]
    for each in decided:
        _accept(each, batch)
    claims = [each.claim for each in standings.values()]
    new = [claim for claim in claims if claim.pk is None]
    old = [each.claim for each in decided if each.claim.pk is not None]
    if old:
        bulk_update_with_history(old, Claim, DECIDED, **batch.signed)
    if new:
        bulk_create_with_history(new, Claim, **batch.signed)
    records = {each.claim.record_id for each in decided}
    Record.objects.filter(pk__in=records).update(version=F("version") + 1)


def _accept(standing: CurrentClaim, batch: Batch) -> None:
    claim = standing.claim
    claim.decision, claim.reason = Decision.ACCEPTED, Reason.UNDISPUTED
    claim.decided_by, claim.decided_at = batch.by, batch.at
