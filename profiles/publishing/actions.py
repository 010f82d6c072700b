"""The verb that makes a release."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from profiles.document.schema import Approval, Envelope, decode
from profiles.document.seal import canonical, digest
from profiles.models import Record, Release, Review, Submission
from profiles.models.history import name_of
from profiles.publishing.links import companies_named, live_releases_naming
from profiles.publishing.stored_renderings import edition, render_again, store_renderings
from profiles.renderings import Edition, summarise
from profiles.review.actions import locked
from profiles.review.policies import check_can_publish


@transaction.atomic
def publish(*, submission: Submission, by: User) -> Release:
    """Number it, chain it to the release before, render it. Raises `Refused`.

    Pages of others that name a company link to it from its first release on.
    """
    document = decode(bytes(submission.document))
    _lock(submission, companies_named(document))
    submission = locked(submission)
    check_can_publish(submission=submission, by=by)
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
    if release.number == 1:
        for other in live_releases_naming(release.slug):
            render_again(other)
    return release


def _lock(submission: Submission, named: set[str]) -> None:
    """The profile, and those that it may link to: two that name each other wait for each other."""
    mine = Q(pk=submission.profile_id) | Q(kind="company", key__in=named)
    rows = Record.objects.filter(mine).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))


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
