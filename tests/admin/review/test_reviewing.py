"""The page of one submission: what changed, its evidence, and the decision."""

import pytest
from django.test import Client
from django.urls import reverse

from profiles.models import Release, Rendering, Review, Submission
from profiles.models.submissions import SubmissionStatus
from tests.factories import (
    a_cited_profile,
    a_claim,
    a_release,
    a_round,
    a_source,
    a_submission,
    edit,
    restate,
    rule,
)

pytestmark = pytest.mark.django_db

APPROVED = SubmissionStatus.APPROVED


def address(submission):
    return reverse("admin:profiles_submission_review", args=[submission.pk])


def decide(client, submission, step, comment=""):
    page = reverse("admin:profiles_submission_decide", args=[submission.pk])
    return client.post(page, {"step": step, "comment": comment})


def text_of(response):
    return " ".join(response.content.decode().split())


def status_of(submission):
    return Submission.objects.get(pk=submission.pk).status


class TestWhatItShows:
    def test_the_candidate_and_its_circumstances(self, as_user, rita):
        submission = a_submission()
        text = text_of(as_user(rita).get(address(submission)))
        assert "First profile." in text
        assert "waiting for review" in text
        assert submission.sha256 in text
        assert "nothing: the first release" in text
        assert "Paris, France" in text

    def test_the_difference_with_both_sides_and_the_evidence(self, as_user, rita):
        company = a_release().profile.company
        claim = a_claim(
            company,
            "headquarters",
            "Lyon, France",
            source=a_source("herald"),
            quote="seat: Lyon",
            locator="line 3",
        )
        rule(claim, reason="primary", note="The register says so.")
        company.refresh_from_db()
        text = text_of(as_user(rita).get(address(a_submission(company, note="Moved."))))
        assert "What changes since release 1" in text
        for part in ("Paris, France", "Lyon, France", "seat: Lyon", "(line 3)", "Herald"):
            assert part in text
        assert "Primary source: The register says so." in text
        assert "not chosen" in text
        assert "April 2019" not in text, "what stayed the same is not shown"

    def test_a_value_that_can_be_true_as_well_is_not_called_rejected(self, as_user, rita):
        company = a_release().profile.company
        a_claim(company, "founded", "2019", source=a_source("herald"))
        text = text_of(as_user(rita).get(address(a_submission(company, note="One more."))))
        assert "1 also given" in text
        assert "Both can be true: April 2019 lies within 2019." in text
        assert "not chosen" not in text

    def test_what_was_edited_since_is_counted_and_not_shown(self, as_user, rita):
        company = a_cited_profile()
        submission = a_submission(company)
        edit(company, tagline="Secret plan")
        text = text_of(as_user(rita).get(address(submission)))
        assert "<strong>1 newer edit</strong> is not in this review" in text
        assert "Secret plan" not in text

    def test_nothing_is_said_of_newer_edits_where_there_are_none(self, as_user, rita):
        assert "newer edit" not in text_of(as_user(rita).get(address(a_submission())))

    def test_a_newer_submission_is_announced(self, as_user, rita):
        company = a_cited_profile()
        old = a_submission(company)
        restate(company, "headquarters", "Lyon, France")
        new = a_submission(company, note="Moved.")
        client = as_user(rita)
        assert f'href="{address(new)}"' in text_of(client.get(address(old)))
        assert "A newer submission" not in text_of(client.get(address(new)))

    def test_values_are_escaped(self, as_user, rita):
        company = a_cited_profile()
        restate(company, "headquarters", "<script>alert(1)</script>")
        text = text_of(as_user(rita).get(address(a_submission(company))))
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text

    def test_the_evidence_of_the_chosen_change_stands_open_without_a_script(self, as_user, rita):
        text = text_of(as_user(rita).get(address(a_submission())))
        assert '<p class="mark amber">“? no quote</p>' in text

    def test_no_inline_script_or_style(self, as_user, rita):
        text = text_of(as_user(rita).get(address(a_submission())))
        assert "<style" not in text
        assert "style=" not in text
        assert "<script>" not in text
        assert "onclick" not in text

    def test_the_number_of_queries_does_not_grow(
        self, as_user, rita, django_assert_max_num_queries
    ):
        company = a_cited_profile()
        for number in range(6):
            a_round(company, f"Round {number}")
        client, page = as_user(rita), address(a_submission(company))
        with django_assert_max_num_queries(60):
            client.get(page)


class TestButtons:
    def buttons(self, client, submission):
        """Name of the step -> whether its button works."""
        text = text_of(client.get(address(submission)))
        return {
            step: f'value="{step}" disabled' not in text
            for step in ("approve", "return", "publish")
        }

    def test_a_reviewer_may_approve_and_return(self, as_user, rita):
        works = self.buttons(as_user(rita), a_submission())
        assert works == {"approve": True, "return": True, "publish": False}

    def test_an_editor_may_do_nothing_and_reads_why(self, as_user, emil):
        submission = a_submission()
        client = as_user(emil)
        assert not any(self.buttons(client, submission).values())
        assert "You may not review submissions." in text_of(client.get(address(submission)))

    def test_whoever_contributed_reads_why(self, as_user, rita, emil):
        submission = a_submission(a_cited_profile(by=rita), by=emil)
        client = as_user(rita)
        assert self.buttons(client, submission)["approve"] is False
        assert "Your own work is in this change" in text_of(client.get(address(submission)))

    def test_a_publisher_may_publish_what_is_approved(self, as_user, paul):
        works = self.buttons(as_user(paul), a_submission(state=APPROVED))
        assert works == {"approve": False, "return": False, "publish": True}

    def test_nothing_is_left_to_do_once_it_is_published(self, as_user, ada):
        page = text_of(as_user(ada).get(address(a_release().submission)))
        assert "there is nothing left to decide" in page
        assert 'name="step"' not in page


class TestDeciding:
    def test_approving(self, as_user, rita):
        submission = a_submission()
        response = decide(as_user(rita), submission, "approve", "Compared.")
        assert response.headers["Location"] == address(submission)
        review = Review.objects.get()
        assert (review.decision, review.by, review.comment) == ("approve", rita, "Compared.")

    def test_returning(self, as_user, rita):
        submission = a_submission()
        decide(as_user(rita), submission, "return", "Cite the founding date.")
        assert status_of(submission) == SubmissionStatus.RETURNED

    def test_returning_without_a_comment(self, as_user, rita):
        submission = a_submission()
        response = decide(as_user(rita), submission, "return", " ")
        assert response.status_code == 409
        assert "Say what has to change" in text_of(response)
        assert status_of(submission) == SubmissionStatus.WAITING

    def test_publishing(self, as_user, paul):
        submission = a_submission(state=APPROVED)
        decide(as_user(paul), submission, "publish")
        assert Release.objects.get().submission == submission

    def test_publishing_without_approval(self, as_user, ada):
        response = decide(as_user(ada), a_submission(), "publish")
        assert response.status_code == 409
        assert "waiting for review" in text_of(response)
        assert not Release.objects.exists()

    @pytest.mark.parametrize("step", ["approve", "return", "publish"])
    def test_an_editor_can_do_none_of_it(self, as_user, emil, step):
        state = APPROVED if step == "publish" else SubmissionStatus.WAITING
        submission = a_submission(state=state)
        assert decide(as_user(emil), submission, step, "Because.").status_code == 409
        assert status_of(submission) == state

    def test_a_superuser_cannot_approve_their_own_work(self, as_user, ada, erin):
        submission = a_submission(a_cited_profile(by=ada), by=erin)
        response = decide(as_user(ada), submission, "approve", "Looks fine to me.")
        assert response.status_code == 409
        assert "Your own work is in this change" in text_of(response)
        assert "You wrote: Looks fine to me." in text_of(response)
        assert status_of(submission) == SubmissionStatus.WAITING

    def test_approving_twice(self, as_user, rita, ruth):
        submission = a_submission()
        assert decide(as_user(rita), submission, "approve").status_code == 302
        assert decide(as_user(ruth), submission, "approve").status_code == 409
        assert decide(as_user(rita), submission, "approve").status_code == 409
        assert Review.objects.count() == 1

    def test_approving_after_the_return(self, as_user, ruth):
        submission = a_submission(state=SubmissionStatus.RETURNED)
        response = decide(as_user(ruth), submission, "approve")
        assert response.status_code == 409
        assert status_of(submission) == SubmissionStatus.RETURNED

    def test_publishing_when_another_release_went_live(self, as_user, paul):
        company = a_cited_profile()
        overtaken = a_submission(company, state=APPROVED)
        restate(company, "headquarters", "Lyon, France")
        a_release(company, note="Moved.")
        response = decide(as_user(paul), overtaken, "publish")
        assert response.status_code == 409
        assert "release 1 is live now" in text_of(response)
        assert Release.objects.count() == 1

    @pytest.mark.parametrize("step", ["", "delete", "status"])
    def test_an_unknown_step(self, as_user, ada, step):
        assert decide(as_user(ada), a_submission(), step).status_code == 409

    def test_only_by_post(self, as_user, rita):
        submission = a_submission()
        page = reverse("admin:profiles_submission_decide", args=[submission.pk])
        assert as_user(rita).get(page, {"step": "approve"}).status_code == 405
        assert as_user(rita).post(address(submission), {"step": "approve"}).status_code == 405
        assert status_of(submission) == SubmissionStatus.WAITING

    def test_not_by_a_forged_post(self, rita):
        submission = a_submission()
        client = Client(enforce_csrf_checks=True)
        client.force_login(rita)
        assert decide(client, submission, "approve").status_code == 403
        assert status_of(submission) == SubmissionStatus.WAITING

    def test_nobody_without_the_right_to_look_can_decide(self, as_user, vic):
        submission = a_submission()
        client = as_user(vic)
        assert client.get(address(submission)).status_code == 403
        assert decide(client, submission, "approve").status_code == 403

    def test_a_visitor_is_asked_to_log_in(self, client):
        submission = a_submission()
        assert decide(client, submission, "approve").status_code == 302
        assert status_of(submission) == SubmissionStatus.WAITING


class TestPreview:
    def page(self, submission):
        return reverse("admin:profiles_submission_preview", args=[submission.pk])

    def test_it_is_the_frozen_candidate_and_says_so(self, as_user, rita):
        company = a_cited_profile()
        submission = a_submission(company)
        restate(company, "headquarters", "Lyon, France")
        response = as_user(rita).get(self.page(submission))
        text = text_of(response)
        assert "Candidate, not published." in text
        assert "Paris, France" in text
        assert "Lyon" not in text

    def test_it_is_kept_out_of_caches_and_search_engines(self, as_user, rita):
        response = as_user(rita).get(self.page(a_submission()))
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "no-store" in response.headers["Cache-Control"]

    def test_it_stores_nothing(self, as_user, rita):
        as_user(rita).get(self.page(a_submission()))
        assert not Rendering.objects.exists()
        assert not Release.objects.exists()

    def test_it_is_not_for_everybody(self, as_user, vic, client):
        page = self.page(a_submission())
        assert as_user(vic).get(page).status_code == 403
        assert client.get(page).status_code == 302

    def test_the_public_page_does_not_exist_yet(self, client):
        a_submission()
        assert client.get("/companies/acme/").status_code == 404
