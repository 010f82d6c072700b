"""The verb that makes a release."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from profiles.document.schema import Approval, Deeds, Document, Envelope, decode
from profiles.document.seal import canonical, digest
from profiles.models import Record, Release, Review, Submission, Unpublishing
from profiles.models.history import name_of
from profiles.publishing.deeds import deed
from profiles.publishing.links import companies_named, live_releases_naming
from profiles.publishing.log import add_to_log
from profiles.publishing.seals import hash_of_summary, seal_of_release, seal_of_unpublishing
from profiles.publishing.stored_renderings import edition, render_again, store_renderings
from profiles.renderings import Edition, summarise
from profiles.review.actions import locked
from profiles.review.policies import Refused, check_can_publish, check_can_unpublish


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
    summary = summarise(document)
    envelope = canonical(_envelope(submission, document, by=by, at=now, summary=summary))
    release = Release.objects.create(
        profile=submission.profile,
        slug=document.profile,
        number=_next_number(submission),
        submission=submission,
        previous=submission.base,
        envelope=envelope,
        sha256=digest(envelope),
        summary=summary,
        published_by=by,
        published_at=now,
    )
    add_to_log([seal_of_release(release)])
    store_renderings(release)
    if release.number == 1 or hasattr(release.previous, "unpublishing"):
        for other in live_releases_naming(release.slug):
            render_again(other)
    return release


@transaction.atomic
def unpublish(*, release: Release, by: User, explanation: str) -> Unpublishing:
    """Take the profile off the public site, and say why at its address. Raises `Refused`.

    The releases stay, and so does the proof; the next release brings the page back.
    """
    locked(release.submission)
    release = Release.objects.select_related("submission").get(pk=release.pk)
    check_can_unpublish(release=release, by=by)
    if not explanation.strip():
        raise Refused("Say to readers why the profile is gone: they find it at its address.")
    unpublishing = Unpublishing(
        release=release, by=by, at=timezone.now(), explanation=explanation.strip()
    )
    [unpublishing.seal] = add_to_log([seal_of_unpublishing(unpublishing)])
    unpublishing.save()
    for other in live_releases_naming(release.slug):
        render_again(other)
    return unpublishing


def _lock(submission: Submission, named: set[str]) -> None:
    """The profile, and those that it may link to: two that name each other wait for each other."""
    mine = Q(pk=submission.profile_id) | Q(kind="company", key__in=named)
    rows = Record.objects.filter(mine).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))


def candidate_edition(submission: Submission, *, by: User) -> Edition:
    """What publishing this now would show, for a preview; nothing is stored."""
    sealed = bytes(submission.document)
    document = decode(sealed)
    summary = summarise(document)
    envelope = _envelope(submission, document, by=by, at=timezone.now(), summary=summary)
    return edition(sealed, envelope)


def _next_number(submission: Submission) -> int:
    return submission.base.number + 1 if submission.base else 1


def _envelope(
    submission: Submission, document: Document, *, by: User, at: datetime, summary: dict[str, Any]
) -> Envelope:
    approvals = submission.reviews.filter(decision=Review.Decision.APPROVE).select_related("by")
    contributors = submission.contributors.order_by("pk").values_list("pk", flat=True)
    return Envelope(
        profile=document.profile,
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
        deeds=Deeds(
            submitted=deed(submission.submitted_by_id, submission.submitted_at),
            approved=tuple(deed(review.by_id, review.at) for review in approvals),
            published=deed(by.pk, at),
            contributors=tuple(contributors),
        ),
        summary_sha256=hash_of_summary(summary),
    )


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
