"""The verbs that record what a source says."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from profiles.facts import type_of
from profiles.models import Capture, Citation, Claim, Record, Source, Stance, Status
from profiles.provenance.quotes.verification import verify


def latest_capture(source: Source) -> Capture:
    """What to cite of this source now; where nothing was captured yet, a capture without text."""
    return source.latest_capture or Capture.objects.create(
        source=source, edition="not archived", seen_at=timezone.now()
    )


@transaction.atomic
def assert_value(
    *,
    record: Record,
    fact: str,
    value: Any,
    printed: str = "",
    as_of: str = "",
    status: str = Status.REPORTED,
) -> Claim:
    """The claim of this value for this fact, made if nobody claimed it before.

    Raises `ValidationError` for an unknown fact, prose, or a value that cannot be read.
    """
    record_type = type_of(record)
    if fact not in record_type.by_name:
        raise ValidationError(f"A {record.kind} has no fact “{fact}”.")
    if record_type.by_name[fact].prose:
        raise ValidationError(f"“{fact}” is prose: cite it with [^source-key] in its text.")
    value = record_type.read(fact, value)
    if not value:
        raise ValidationError("A claim needs a value.")
    known = Claim.objects.filter(record=record, fact=fact, value=value).first()
    if known:
        return known
    claim = Claim(
        record=record, fact=fact, value=value, printed=printed, as_of=as_of, status=status
    )
    claim.full_clean(exclude=["record"])
    claim.save()
    return claim


@transaction.atomic
def cite(
    *,
    claim: Claim,
    source: Source,
    capture: Capture | None = None,
    locator: str = "",
    quote: str = "",
    stance: str = Stance.SUPPORTS,
    origin: Source | None = None,
) -> Citation:
    """Point the claim at the place that says so, and look for the quote in what is archived.

    The same place twice is one citation.
    `origin`: the source that this one names for it.
    """
    capture = capture or latest_capture(source)
    known = claim.citations.filter(capture=capture, locator=locator, exact=quote).first()
    if known:
        return known
    citation = Citation(
        claim=claim, capture=capture, locator=locator, exact=quote, stance=stance, origin=origin
    )
    citation.full_clean(exclude=["claim", "capture", "origin"])
    citation.save()
    verify([citation])
    return citation


@transaction.atomic
def amend(*, claim: Claim, printed: str, as_of: str, status: str) -> bool:
    """Correct how a claim was recorded; another value is another claim. Tells whether it changed.

    Raises `ValidationError` for a date or a status that cannot be read.
    """
    before = (claim.printed, claim.as_of, claim.status)
    claim.printed, claim.as_of, claim.status = printed, as_of, status
    claim.full_clean(exclude=["record"])
    if before == (claim.printed, claim.as_of, claim.status):
        return False
    claim.save()
    verify(claim.citations.all())
    return True
