"""How long a value counts as current, and who looked again."""

from datetime import date, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from profiles.facts import Fact
from profiles.models import Claim, Confirmation, Decision, Record, Source
from profiles.provenance.claims.evidence_state import Evidence
from profiles.provenance.claims.rulings import RulingRefused
from profiles.values.dates import PartialDate


@transaction.atomic
def confirm(*, claim: Claim, by: User, note: str = "") -> Confirmation:
    """Record that somebody looked again today and found the value unchanged.

    Raises `RulingRefused` for a value that is not the one in use.
    """
    record = Record.objects.select_for_update(of=("self",)).get(pk=claim.record_id)
    if claim.decision != Decision.ACCEPTED:
        raise RulingRefused("Only the value in use can be confirmed. Accept it first.")
    confirmation = Confirmation(claim=claim, by=by, at=timezone.now(), note=note)
    confirmation.full_clean(exclude=["claim", "by"])
    confirmation.save()
    record.advance()
    return confirmation


def known_on(claim: Claim) -> date | None:
    """The last day for which somebody says so: a confirmation, the as-of date, or the source's.

    When a claim was recorded or ruled on does not count: that is no look at the world.
    """
    days = [confirmation.at.date() for confirmation in claim.confirmations.all()]
    if claim.as_of:
        days.append(claim.as_of.latest)
    else:
        sources = [citation.capture.source for citation in claim.citations.all()]
        days += [day.latest for source in sources if (day := _speaks_of(source))]
    return max(days, default=None)


def due(fact: Fact, claim: Claim) -> date | None:
    """When the value has to be looked at again; None for what stays true, or has no date."""
    known = known_on(claim)
    if fact.fresh_for is None or known is None or known > date.max - fact.fresh_for:
        return None
    return known + fact.fresh_for


def overdue(evidence: Evidence, today: date) -> timedelta | None:
    """By how much the value in use is past its day; None where it is not."""
    if evidence.accepted is None:
        return None
    day = due(evidence.fact, evidence.accepted)
    return today - day if day and day < today else None


def _speaks_of(source: Source) -> PartialDate | None:
    return source.as_of or source.updated or source.published or None
