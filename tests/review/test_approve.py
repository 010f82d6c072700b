"""Approving and returning: once, by somebody who may, and only what is still current."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from profiles.models import Review, Submission
from profiles.models.submissions import SubmissionStatus
from profiles.review.actions import approve, return_with_comments
from profiles.review.policies import TRANSITIONS, Refused, can, check_can_approve
from tests.factories import a_cited_profile, a_release, a_submission, restate

pytestmark = pytest.mark.django_db


def fresh(submission):
    return Submission.objects.get(pk=submission.pk)


def test_a_reviewer_approves(rita):
    submission = a_submission()
    review = approve(submission=submission, by=rita, comment=" Compared. ")
    assert (review.by, review.comment) == (rita, "Compared.")
    assert fresh(submission).status == SubmissionStatus.APPROVED


@pytest.mark.parametrize("name", ["emil", "paul", "vic"])
def test_nobody_approves_without_the_right(name, request):
    submission = a_submission()
    by = request.getfixturevalue(name)
    with pytest.raises(Refused, match="may not review"):
        approve(submission=submission, by=by)
    with pytest.raises(Refused, match="may not review"):
        return_with_comments(submission=submission, by=by, comment="No.")
    assert fresh(submission).status == SubmissionStatus.WAITING


def test_it_is_approved_once(rita, ruth):
    submission = a_submission(state=SubmissionStatus.APPROVED)
    for reviewer in (rita, ruth):
        with pytest.raises(Refused, match="cannot approve it any more"):
            approve(submission=submission, by=reviewer)
    assert Review.objects.count() == 1


def test_it_is_not_approved_after_it_came_back(ruth):
    submission = a_submission(state=SubmissionStatus.RETURNED)
    with pytest.raises(Refused, match="returned with comments"):
        approve(submission=submission, by=ruth)


def test_it_is_not_returned_after_it_was_approved(ruth):
    submission = a_submission(state=SubmissionStatus.APPROVED)
    with pytest.raises(Refused, match="cannot return it any more"):
        return_with_comments(submission=submission, by=ruth, comment="Wait.")


def test_a_decision_made_meanwhile_counts_although_the_page_did_not_show_it(rita, ruth):
    """The rows loaded for the page are old news by the time somebody presses the button."""
    seen = Submission.objects.for_desk().get(pk=a_submission().pk)
    assert seen.status == SubmissionStatus.WAITING
    return_with_comments(submission=fresh(seen), by=rita, comment="Cite the founding date.")
    assert seen.status == SubmissionStatus.WAITING, "the control: these rows are stale"
    with pytest.raises(Refused, match="returned with comments"):
        approve(submission=seen, by=ruth)


@pytest.mark.parametrize("comment", ["", "  \n"])
def test_a_return_needs_a_comment(rita, comment):
    submission = a_submission()
    with pytest.raises(Refused, match="what has to change"):
        return_with_comments(submission=submission, by=rita, comment=comment)
    assert fresh(submission).status == SubmissionStatus.WAITING


def test_the_database_holds_that_a_return_says_why(rita):
    submission = a_submission()
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(
            submission=submission, decision=Review.Decision.RETURN, by=rita, at=timezone.now()
        )


def test_the_database_holds_that_each_person_decides_once(rita):
    submission = a_submission(state=SubmissionStatus.APPROVED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(
            submission=submission, decision=Review.Decision.APPROVE, by=rita, at=timezone.now()
        )


def test_a_candidate_on_an_old_base_is_not_approved(ruth):
    company = a_cited_profile()
    old = a_submission(company)
    restate(company, "headquarters", "Lyon, France")
    a_release(company, note="Moved.")
    with pytest.raises(Refused, match="on top of release none, and release 1 is live now"):
        approve(submission=old, by=ruth)


def test_a_candidate_on_an_old_base_can_still_be_returned(ruth):
    """Otherwise it would wait on everybody's desk for ever."""
    company = a_cited_profile()
    old = a_submission(company)
    restate(company, "headquarters", "Lyon, France")
    a_release(company, note="Moved.")
    return_with_comments(submission=old, by=ruth, comment="Overtaken by release 1.")
    assert fresh(old).status == SubmissionStatus.RETURNED


def test_can_says_whether_the_check_would_pass(rita, vic):
    submission = a_submission()
    assert can(check_can_approve, submission=submission, by=rita)
    assert not can(check_can_approve, submission=submission, by=vic)


def test_every_status_has_its_row_and_leads_somewhere_known():
    assert set(TRANSITIONS) == set(SubmissionStatus)
    for steps in TRANSITIONS.values():
        assert set(steps.values()) <= set(SubmissionStatus)
