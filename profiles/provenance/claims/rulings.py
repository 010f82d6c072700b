"""The verbs that decide between rival claims."""

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from profiles.models import Claim, Decision, Reason, Record, Source, Stance
from profiles.models.history import signed
from profiles.models.sources import ORIGINS
from profiles.provenance.sources.witnesses import stands


class RulingRefused(ValidationError):
    """The decision cannot be made as asked; the message says what to do."""


def check_can_accept(*, claim: Claim, reason: str, note: str = "") -> None:
    """Raises `RulingRefused` unless a source that stands is cited and the reason fits."""
    citations = claim.citations.exclude(stance=Stance.CONTRADICTS)
    sources = Source.objects.filter(captures__citations__in=citations).select_related(*ORIGINS)
    if not sources:
        raise RulingRefused("Cite a source for this value before you accept it.")
    if not any(stands(source) for source in sources):
        raise RulingRefused("Every source of this value is retracted: cite another one first.")
    if reason not in Reason.values:
        raise RulingRefused(f"Choose a reason: {', '.join(Reason.values)}.")
    rivals = Claim.objects.filter(record=claim.record, fact=claim.fact).exclude(pk=claim.pk)
    if rivals.exists() and reason == Reason.UNDISPUTED:
        raise RulingRefused("Sources disagree here: choose the reason why this value is right.")


@transaction.atomic
def accept(*, claim: Claim, by: User, reason: str = Reason.UNDISPUTED, note: str = "") -> None:
    """Make this claim the fact's value: the column follows, every open rival is not chosen.

    A rival that was rejected before keeps its own reason; the claim accepted before gets this one.
    Raises `RulingRefused`.
    """
    record = _lock_record_of(claim)
    check_can_accept(claim=claim, reason=reason, note=note)
    rivals = Claim.objects.filter(record=claim.record, fact=claim.fact).exclude(pk=claim.pk)
    for rival in rivals.exclude(decision=Decision.REJECTED):
        _decide(rival, Decision.REJECTED, by=by, reason=reason, note="")
    _decide(claim, Decision.ACCEPTED, by=by, reason=reason, note=note)
    body = record.body
    if str(getattr(body, claim.fact)) != claim.value:
        setattr(body, claim.fact, claim.value)
        with signed(by):
            body.save()
    else:
        record.advance()


@transaction.atomic
def reject(*, claim: Claim, by: User, reason: str, note: str = "") -> None:
    """Set this claim aside with a reason; it stays attached and is shown."""
    if reason not in Reason.values or reason == Reason.UNDISPUTED:
        raise RulingRefused("Choose the reason why this value is not used.")
    record = _lock_record_of(claim)
    _decide(claim, Decision.REJECTED, by=by, reason=reason, note=note)
    record.advance()


@transaction.atomic
def reopen(*, claim: Claim) -> None:
    """Take the decision on this claim back, e.g. because its evidence changed."""
    record = _lock_record_of(claim)
    claim.decision, claim.reason, claim.note = Decision.OPEN, "", ""
    claim.decided_by = claim.decided_at = None
    claim.save()
    record.advance()


def _lock_record_of(claim: Claim) -> Record:
    """The record as it is now; whoever saves it at the same time waits, and nothing is lost."""
    return Record.objects.select_for_update(of=("self",)).get(pk=claim.record_id)


def _decide(claim: Claim, decision: Decision, *, by: User, reason: str, note: str) -> None:
    claim.decision, claim.reason, claim.note = decision, reason, note
    claim.decided_by, claim.decided_at = by, timezone.now()
    with signed(by):
        claim.save()
