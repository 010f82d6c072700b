"""The verbs of review. Each is one transaction and refuses with a reason."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from profiles.document.loading import LoadedProfile
from profiles.document.seal import canonical, digest
from profiles.document.snapshot import snapshot_of
from profiles.models import Company, Release, Review, Submission, Withdrawal
from profiles.review.checks import check_loaded
from profiles.review.contributors import contribution
from profiles.review.findings import Severity
from profiles.review.made_of import packed
from profiles.review.one_view import one_view
from profiles.review.policies import (
    Refused,
    check_can_approve,
    check_can_return,
    check_can_submit,
    check_can_withdraw,
)
from profiles.review.unanswered import check_is_answered_for


@one_view
def submit(*, company: Company, by: User, note: str) -> Submission:
    """Freeze the profile as it is now. Raises `Refused` with what has to be mended first."""
    check_can_submit(by=by)
    if not note.strip():
        raise Refused("Say in a sentence what changed: reviewers and readers will see it.")
    profile = LoadedProfile(company)
    errors = [each for each in check_loaded(profile) if each.severity == Severity.ERROR]
    if errors:
        raise Refused("Mend this first: " + " ".join(f"{e.ref} {e.message}" for e in errors[:5]))
    base = Release.objects.filter(profile=company.record).order_by("-number").first()
    now, candidate = timezone.now(), snapshot_of(profile)
    sealed = canonical(candidate)
    sha256 = digest(sealed)
    check_is_answered_for(company, candidate)
    if base and base.submission.sha256 == sha256:
        raise Refused(f"Nothing has changed since release {base.number}.")
    behind = contribution(company, candidate=candidate, base=base)
    return _freeze(
        behind.people,
        profile=company.record,
        document=sealed,
        sha256=sha256,
        base=base,
        note=note.strip(),
        submitted_by=by,
        submitted_at=now,
        made_of=packed(behind.made_of),
    )


@transaction.atomic
def approve(*, submission: Submission, by: User, comment: str = "") -> Review:
    """Vouch for exactly the bytes that were submitted. Raises `Refused`."""
    submission = locked(submission)
    check_can_approve(submission=submission, by=by)
    return _decide(submission, Review.Decision.APPROVE, by=by, comment=comment)


@transaction.atomic
def return_with_comments(*, submission: Submission, by: User, comment: str) -> Review:
    """Send it back; the next try is a new submission. Raises `Refused`."""
    submission = locked(submission)
    check_can_return(submission=submission, by=by)
    if not comment.strip():
        raise Refused("Say what has to change before this can be approved.")
    return _decide(submission, Review.Decision.RETURN, by=by, comment=comment)


@transaction.atomic
def withdraw(*, submission: Submission, by: User, reason: str = "") -> Withdrawal:
    """Take it back before it is public. Raises `Refused`."""
    submission = locked(submission)
    check_can_withdraw(submission=submission, by=by)
    return Withdrawal.objects.create(
        submission=submission, by=by, at=timezone.now(), reason=reason.strip()
    )


@one_view
def submit_again(*, release: Release, by: User, note: str) -> Submission:
    """The document of an older release as a new candidate, to be reviewed like any other.

    Everybody counts who had a hand in the release or in one after it: their words come back, or
    go. Raises `Refused`.
    """
    check_can_submit(by=by)
    if not note.strip():
        raise Refused("Say in a sentence why: reviewers and readers will see it.")
    releases = Release.objects.filter(profile=release.profile).order_by("-number")
    newest = releases[0]
    if release == newest and not hasattr(newest, "unpublishing"):
        raise Refused("This release is live already.")
    old = release.submission
    behind = Submission.contributors.through.objects.filter(submission__release__in=releases)
    return _freeze(
        behind.values_list("user_id", flat=True),
        profile=release.profile,
        document=old.document,
        sha256=old.sha256,
        base=newest,
        note=note.strip(),
        submitted_by=by,
        submitted_at=timezone.now(),
        made_of=old.made_of,
    )


def locked(submission: Submission) -> Submission:
    """The row as it is now: of two people who decide at once, the second sees the first."""
    return Submission.objects.select_for_update().get(pk=submission.pk)


def _freeze(people: Iterable[Any], **columns: Any) -> Submission:
    """The candidate, with whoever has a hand in it; who submits it has. Raises `Refused`."""
    same = Submission.objects.waiting().filter(profile=columns["profile"], sha256=columns["sha256"])
    if same.exists():
        raise Refused("Exactly this is waiting for review already.")
    submission = Submission.objects.create(**columns)
    submission.contributors.set({columns["submitted_by"].pk, *people})
    return submission


def _decide(submission: Submission, decision: Review.Decision, *, by: User, comment: str) -> Review:
    return Review.objects.create(
        submission=submission, decision=decision, comment=comment.strip(), by=by, at=timezone.now()
    )
