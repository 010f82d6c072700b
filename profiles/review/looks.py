"""What a reviewer has seen and accepted, change by change; what stays the same stays seen."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from profiles.models import Look, Submission
from profiles.models.submissions import SubmissionStatus
from profiles.review.changed_facts import changes_of
from profiles.review.policies import Refused, check_permission


@transaction.atomic
def look_at(*, submission: Submission, change: str, outcome: str, by: User) -> Look:
    """Remember that this person saw or accepted one change. Raises `Refused`."""
    check_can_look(submission=submission, by=by)
    if outcome not in Look.Outcome.values:
        raise Refused("Choose whether the change is seen or accepted.")
    if all(each.hash != change for each in changes_of(submission)):
        raise Refused("This change is not in the submission. Open the review again.")
    return Look.objects.create(
        submission=submission, change=change, outcome=outcome, by=by, at=timezone.now()
    )


def check_can_look(*, submission: Submission, by: User) -> None:
    check_permission(by=by, permission="review_submission", action="review submissions")
    if submission.status != SubmissionStatus.WAITING:
        raise Refused(f"This submission is {submission.status}: its review has ended.")


def looks_of(user: User, submission: Submission) -> dict[str, Look.Outcome]:
    """Hash of a change -> what this person said of it last, here or in an earlier submission."""
    rows = Look.objects.filter(
        submission__profile=submission.profile_id, submission__pk__lte=submission.pk, by=user
    )
    said = rows.order_by("pk").values_list("change", "outcome")
    return {change: Look.Outcome(outcome) for change, outcome in said}
