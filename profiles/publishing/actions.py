"""The verb that makes a release."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from profiles.document.schema import Approval, Envelope, decode
from profiles.document.seal import canonical, digest
from profiles.models import Record, Release, Review, Submission
from profiles.models.history import name_of
from profiles.publishing.rendered import edition, store_renderings
from profiles.renderings import Edition, summarise
from profiles.review.actions import locked
from profiles.review.policies import check_can_publish


@transaction.atomic
def publish(*, submission: Submission, by: User) -> Release:
    """Number it, chain it to the release before, render it. Raises `Refused`."""
    Record.objects.select_for_update().get(pk=submission.profile_id)
    submission = locked(submission)
    check_can_publish(submission=submission, by=by)
    document = decode(bytes(submission.document))
    now = timezone.now()
    envelope = canonical(_envelope(submission, by=by, at=now))
    release = Release.objects.create(
        profile=submission.profile,
        slug=document.profile,
        number=_next_number(submission),
        submission=submission,
        previous=submission.base,
        envelope=envelope,
        sha256=digest(envelope),
        summary=summarise(document),
        published_by=by,
        published_at=now,
    )
    store_renderings(release)
    return release


def candidate_edition(submission: Submission, *, by: User) -> Edition:
    """What publishing this now would show, for a preview; nothing is stored."""
    return edition(bytes(submission.document), _envelope(submission, by=by, at=timezone.now()))


def _next_number(submission: Submission) -> int:
    return submission.base.number + 1 if submission.base else 1


def _envelope(submission: Submission, *, by: User, at: datetime) -> Envelope:
    approvals = submission.reviews.filter(decision=Review.Decision.APPROVE).select_related("by")
    return Envelope(
        profile=decode(bytes(submission.document)).profile,
        number=_next_number(submission),
        document_sha256=submission.sha256,
        previous_sha256=submission.base.sha256 if submission.base else "",
        note=submission.note,
        submitted_by=name_of(submission.submitted_by),
        submitted_at=_time(submission.submitted_at),
        approvals=tuple(
            Approval(by=name_of(review.by), at=_time(review.at), comment=review.comment)
            for review in approvals
        ),
        published_by=name_of(by),
        published_at=_time(at),
    )


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
