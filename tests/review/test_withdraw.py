"""Taking a submission back, and bringing an older release again."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from profiles.models import Submission
from profiles.models.submissions import SubmissionStatus
from profiles.publishing.actions import publish, unpublish
from profiles.review.actions import approve, return_with_comments, submit, submit_again, withdraw
from profiles.review.policies import Refused
from tests.factories import a_cited_profile, a_release, a_submission, person, restate

pytestmark = pytest.mark.django_db

STATUS = SubmissionStatus


def status_of(submission):
    return Submission.objects.get(pk=submission.pk).status


class TestWithdrawing:
    @pytest.mark.parametrize("state", [STATUS.WAITING, STATUS.APPROVED])
    def test_its_author_takes_it_back_while_it_is_not_public(self, erin, state):
        submission = a_submission(state=state)
        withdraw(submission=submission, by=erin, reason="One more round.")
        assert status_of(submission) == STATUS.WITHDRAWN

    @pytest.mark.parametrize("name", ["emil", "rita", "paul", "ada"])
    def test_nobody_else_does(self, name):
        with pytest.raises(Refused, match="Only who submitted this"):
            withdraw(submission=a_submission(), by=person(name))

    @pytest.mark.parametrize("state", [STATUS.RETURNED, STATUS.PUBLISHED])
    def test_not_once_it_is_decided_for_good(self, erin, state):
        with pytest.raises(Refused, match="cannot withdraw it any more"):
            withdraw(submission=a_submission(state=state), by=erin)

    def test_nobody_decides_on_it_any_more(self, erin, rita, paul):
        submission = a_submission()
        withdraw(submission=submission, by=erin)
        for step in (
            lambda: approve(submission=submission, by=rita),
            lambda: return_with_comments(submission=submission, by=rita, comment="No."),
            lambda: publish(submission=submission, by=paul),
            lambda: withdraw(submission=submission, by=erin),
        ):
            with pytest.raises(Refused, match="withdrawn by its author"):
                step()

    def test_it_waits_on_nobodys_desk_and_the_same_can_be_submitted_again(
        self, as_user, erin, rita
    ):
        company = a_cited_profile()
        submission = a_submission(company)
        desk = as_user(rita).get(reverse("admin:index"))
        assert [each.submission for each in desk.context["desk"]["waiting"].rows] == [submission]
        withdraw(submission=submission, by=erin)
        desk = as_user(rita).get(reverse("admin:index"))
        assert desk.context["desk"]["waiting"].rows == []
        assert submit(company=company, by=erin, note="Again.").sha256 == submission.sha256

    def test_from_its_page_where_only_its_author_is_offered_it(self, as_user, erin, emil):
        submission = a_submission()
        page = reverse("admin:profiles_submission_review", args=[submission.pk])
        assert "Withdraw" not in as_user(emil).get(page).content.decode()
        assert "Withdraw" in as_user(erin).get(page).content.decode()
        step = reverse("admin:profiles_submission_decide", args=[submission.pk])
        as_user(erin).post(step, {"step": "withdraw", "comment": "Too early."})
        assert "Too early." in as_user(erin).get(page).content.decode()


class TestAnOlderReleaseAgain:
    @pytest.fixture
    def releases(self):
        company = a_cited_profile()
        first = a_release(company)
        restate(company, "headquarters", "Lyon, France", by=person("emil"))
        return [first, a_release(company, note="Moved.")]

    def test_it_is_reviewed_like_any_other(self, client, releases, erin, rita, paul):
        submission = submit_again(release=releases[0], by=erin, note="It had not moved.")
        assert submission.base == releases[1]
        approve(submission=submission, by=rita)
        third = publish(submission=submission, by=paul)
        assert third.number == 3
        assert third.submission.sha256 == releases[0].submission.sha256
        assert "Paris, France" in client.get("/companies/acme/").content.decode()
        call_command("verify_releases", "--render")

    def test_whose_words_come_back_or_go_does_not_approve(self, releases, ada):
        submission = submit_again(release=releases[0], by=ada, note="It had not moved.")
        assert set(submission.contributors.all()) == {ada, person("erin"), person("emil")}

    def test_from_its_page(self, as_user, releases, erin):
        address = reverse("admin:profiles_release_again", args=[releases[0].pk])
        answer = as_user(erin).post(address, {"note": "It had not moved."})
        assert answer.status_code == 302
        assert as_user(erin).get(answer["Location"]).status_code == 200

    def test_refusals(self, releases, erin, rita):
        with pytest.raises(Refused, match="live already"):
            submit_again(release=releases[1], by=erin, note="Why not.")
        with pytest.raises(Refused, match="why"):
            submit_again(release=releases[0], by=erin, note=" ")
        with pytest.raises(Refused, match="may not submit"):
            submit_again(release=releases[0], by=rita, note="Back.")
        submit_again(release=releases[0], by=erin, note="Back.")
        with pytest.raises(Refused, match="waiting for review already"):
            submit_again(release=releases[0], by=erin, note="Back.")

    def test_one_that_was_taken_off_the_site_comes_back(self, client, releases, erin, rita, paul):
        unpublish(release=releases[1], by=paul, explanation="A mistake.")
        submission = submit_again(release=releases[1], by=erin, note="It was right.")
        approve(submission=submission, by=rita)
        publish(submission=submission, by=paul)
        assert "Lyon, France" in client.get("/companies/acme/").content.decode()
