"""Who may decide what, and when: `check_can_x` raises `Refused` and says what to do."""

from typing import Any

from django.contrib.auth.models import User

from profiles.models import AccountChange, Release, Submission
from profiles.models.submissions import SubmissionStatus


class Refused(Exception):
    """The step is not allowed; the message is for the person who asked."""


# The one table of the review's steps: from each status, what may happen and where it leads.
TRANSITIONS: dict[SubmissionStatus, dict[str, SubmissionStatus]] = {
    SubmissionStatus.WAITING: {
        "approve": SubmissionStatus.APPROVED,
        "return": SubmissionStatus.RETURNED,
        "withdraw": SubmissionStatus.WITHDRAWN,
    },
    SubmissionStatus.APPROVED: {
        "publish": SubmissionStatus.PUBLISHED,
        "withdraw": SubmissionStatus.WITHDRAWN,
    },
    SubmissionStatus.RETURNED: {},
    SubmissionStatus.WITHDRAWN: {},
    SubmissionStatus.PUBLISHED: {"unpublish": SubmissionStatus.UNPUBLISHED},
    SubmissionStatus.UNPUBLISHED: {},
}


def check_step(*, submission: Submission, step: str) -> None:
    status = submission.status
    if step in TRANSITIONS[status]:
        return
    if status == SubmissionStatus.WAITING:
        raise Refused(
            f"This submission is {status}: it has to be approved before one can {step} it."
        )
    raise Refused(f"This submission is {status}, so one cannot {step} it any more.")


def diagram() -> str:
    """The steps as a Mermaid state diagram, as `.docs/proof.md` shows it."""
    arrows = [
        f"    {before.name} --> {after.name}: {step}"
        for before, steps in TRANSITIONS.items()
        for step, after in steps.items()
    ]
    return "\n".join(["stateDiagram-v2", "    [*] --> WAITING: submit", *arrows])


def check_permission(*, by: User, permission: str, action: str) -> None:
    if not by.has_perm(f"profiles.{permission}"):
        raise Refused(f"You may not {action}. Ask an administrator for the right to.")


def check_password_is_own(by: User) -> None:
    """Who manages accounts cannot decide with them."""
    account: Any = by  # whose changes a page that asks for many submissions has loaded
    passwords = (each for each in account.changes.all() if each.kind == AccountChange.Kind.PASSWORD)
    newest = next(passwords, None)
    if newest and newest.by_id != by.pk:
        raise Refused(
            f"{newest.by} set your password, and could act as you. Change it first, then decide."
        )


def check_can_submit(*, by: User) -> None:
    check_permission(by=by, permission="submit_profile", action="submit profiles")


def check_can_withdraw(*, submission: Submission, by: User) -> None:
    if submission.submitted_by_id != by.pk:
        raise Refused("Only who submitted this can withdraw it. A reviewer can return it.")
    check_step(submission=submission, step="withdraw")


def check_can_unpublish(*, release: Release, by: User) -> None:
    check_permission(by=by, permission="publish_release", action="take profiles off the site")
    check_password_is_own(by)
    if Release.objects.filter(slug=release.slug, number__gt=release.number).exists():
        raise Refused("A newer release is live. Take that one off the site.")
    check_step(submission=release.submission, step="unpublish")


def check_can_return(*, submission: Submission, by: User) -> None:
    check_permission(by=by, permission="review_submission", action="review submissions")
    check_password_is_own(by)
    check_step(submission=submission, step="return")


def check_can_approve(*, submission: Submission, by: User) -> None:
    """Four eyes: nobody approves a change that holds anything of their own, superusers included."""
    check_permission(by=by, permission="review_submission", action="review submissions")
    check_password_is_own(by)
    if submission.contributors.filter(pk=by.pk).exists():
        raise Refused(
            "Your own work is in this change, so somebody else has to approve it. "
            "Ask another reviewer."
        )
    check_step(submission=submission, step="approve")
    check_is_current(submission=submission)


def check_can_publish(*, submission: Submission, by: User) -> None:
    check_permission(by=by, permission="publish_release", action="publish releases")
    check_password_is_own(by)
    check_step(submission=submission, step="publish")
    check_is_current(submission=submission)


def check_is_current(*, submission: Submission) -> None:
    """A candidate builds on one release; once another is live, it would take that one back."""
    from_base = submission.base.number if submission.base else 0
    newest = submission.profile.releases.order_by("-number").first()
    if newest and newest.number != from_base:
        raise Refused(
            f"This was submitted on top of release {from_base or 'none'}, and release "
            f"{newest.number} is live now. Submit the profile again."
        )


def refusal(check: Any, **facts: Any) -> str:
    """What a `check_can_x` says against it; nothing if it lets this through."""
    try:
        check(**facts)
    except Refused as refused:
        return str(refused)
    return ""


def can(check: Any, **facts: Any) -> bool:
    """Whether a `check_can_x` would let this through."""
    return not refusal(check, **facts)
