"""Seen, accepted, queried: one change at a time, by POST, and what a return carries over."""

import pytest
from django.test import Client
from django.urls import reverse

from profiles.models import Answer, Closing, CoveringNote, Look, Query, Submission
from profiles.models.submissions import SubmissionStatus as Status
from profiles.review.actions import approve
from profiles.review.changed_facts import changes_of
from profiles.review.looks import look_at, looks_of
from profiles.review.policies import Refused
from profiles.review.queries import answer, ask, close
from tests.factories import a_cited_profile, a_release, a_submission, restate

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


def page_of(client, submission, **asked):
    page = reverse("admin:profiles_submission_review", args=[submission.pk])
    return text_of(client.get(page, asked))


def hashes_of(submission):
    return {each.hash for each in changes_of(submission)}


def take(client, submission, number, step, **form):
    changed = changes_of(submission)[number - 1]
    page = reverse("admin:profiles_submission_change", args=[submission.pk, number])
    return client.post(page, {"change": changed.hash, "step": step, **form})


def test_reading_a_change_is_not_having_seen_it(as_user, rita):
    submission = a_submission()
    assert "<strong>0</strong> of" in page_of(as_user(rita), submission, change="2")
    assert not Look.objects.exists()


def test_accepting_goes_on_to_the_next_of_the_same_list(as_user, rita):
    submission = a_submission()
    answered = take(as_user(rita), submission, 1, "accept", show="unseen")
    assert answered.headers["Location"].endswith("?change=2&show=unseen#c2")
    assert "<strong>1</strong> of" in page_of(as_user(rita), submission)
    assert "✓ you accepted it" in page_of(as_user(rita), submission, change="1")


def test_each_reviewer_has_seen_what_they_have_seen(as_user, rita, ruth):
    submission = a_submission()
    take(as_user(rita), submission, 1, "seen")
    assert "<strong>0</strong> of" in page_of(as_user(ruth), submission)


def test_a_query_stands_at_its_fact_and_is_answered_and_closed_there(as_user, rita, erin):
    submission = a_submission()
    take(as_user(rita), submission, 2, "query", text="Which register?")
    query = Query.objects.get()
    assert "Which register?" in page_of(as_user(erin), submission, change="2")
    assert "1 query" in page_of(as_user(rita), submission)
    form = {"step": "answer", "text": "The one of Paris.", "back": "/admin/"}
    page = reverse("admin:profiles_query", args=[query.pk])
    assert as_user(erin).post(page, form).headers["Location"] == "/admin/"
    assert "The one of Paris." in page_of(as_user(rita), submission, change="2")
    as_user(rita).post(page, {"step": "close"})
    assert not Query.objects.open().exists()
    assert "Closed by Rita." in page_of(as_user(rita), submission, change="2")


def test_the_editor_reads_open_queries_on_the_checks_and_on_the_desk(as_user, rita, erin):
    submission = a_submission()
    take(as_user(rita), submission, 2, "query", text="Which register?")
    checks = reverse("admin:profiles_submission_new", args=[submission.profile_id])
    assert "Which register?" in text_of(as_user(erin).get(checks))
    assert "Which register?" in text_of(as_user(erin).get(reverse("admin:index")))
    form = reverse("admin:profiles_company_change", args=[submission.profile_id])
    assert "Which register?" in text_of(as_user(erin).get(form))


def test_an_answer_leads_to_no_other_site(as_user, rita, erin):
    submission = a_submission()
    take(as_user(rita), submission, 2, "query", text="Which register?")
    page = reverse("admin:profiles_query", args=[Query.objects.get().pk])
    form = {"step": "answer", "text": "Yes.", "back": "https://evil.example/"}
    assert "evil" not in as_user(erin).post(page, form).headers["Location"]


def test_an_approval_settles_what_is_open(rita, ruth):
    submission = a_submission()
    ask(submission=submission, change=changes_of(submission)[0].hash, text="Sure?", by=rita)
    approve(submission=submission, by=ruth)
    assert not Query.objects.open().exists()


class TestRefusals:
    def test_of_looking(self, erin, rita):
        submission = a_submission()
        change = changes_of(submission)[0].hash
        for by, said in ((erin, change), (rita, "0" * 64)):
            with pytest.raises(Refused):
                look_at(submission=submission, change=said, outcome="seen", by=by)
        with pytest.raises(Refused, match="seen or accepted"):
            look_at(submission=submission, change=change, outcome="", by=rita)

    def test_of_asking(self, erin, rita):
        submission = a_submission()
        change = changes_of(submission)[0].hash
        for by, said, text in ((erin, change, "Why?"), (rita, change, " "), (rita, "f", "Why?")):
            with pytest.raises(Refused):
                ask(submission=submission, change=said, text=text, by=by)
        with pytest.raises(Refused, match="at most 1000"):
            ask(submission=submission, change=change, text="x" * 1001, by=rita)
        assert not Query.objects.exists()

    def test_of_asking_after_the_decision(self, rita):
        submission = a_submission(state=Status.RETURNED)
        with pytest.raises(Refused, match="its review has ended"):
            ask(submission=submission, change=changes_of(submission)[0].hash, text="?", by=rita)

    def test_of_answering_and_closing(self, rita, erin, vic):
        submission = a_submission()
        query = ask(
            submission=submission, change=changes_of(submission)[0].hash, text="Why?", by=rita
        )
        for by, text in ((vic, "Because."), (erin, "")):
            with pytest.raises(Refused):
                answer(query=query, text=text, by=by)
        with pytest.raises(Refused):
            close(query=query, by=erin)
        close(query=query, by=rita)
        with pytest.raises(Refused, match="settled already"):
            answer(query=query, text="Late.", by=erin)
        with pytest.raises(Refused, match="settled already"):
            close(query=query, by=rita)
        assert (Answer.objects.count(), Closing.objects.count()) == (0, 1)

    def test_over_http(self, as_user, erin, vic, rita):
        submission = a_submission()
        assert take(as_user(erin), submission, 1, "accept").status_code == 302
        assert take(as_user(vic), submission, 1, "accept").status_code == 403
        assert take(as_user(rita), submission, 1, "eat").status_code == 302
        page = reverse("admin:profiles_submission_change", args=[submission.pk, 1])
        assert as_user(rita).get(page).status_code == 405
        client = Client(enforce_csrf_checks=True)
        client.force_login(rita)
        assert take(client, submission, 1, "accept").status_code == 403
        assert not Look.objects.exists()


class TestAfterAReturn:
    def test_what_changed_since_stands_first_and_the_rest_stays_accepted(self, as_user, rita):
        company = a_cited_profile()
        first = a_submission(company)
        for changed in changes_of(first):
            look_at(submission=first, change=changed.hash, outcome="accepted", by=rita)
        as_user(rita).post(
            reverse("admin:profiles_submission_decide", args=[first.pk]),
            {"step": "return", "comment": "The seat is wrong."},
        )
        restate(company, "headquarters", "Lyon, France")
        second = a_submission(company, note="Moved.")
        text = page_of(as_user(rita), second)
        assert "Changed since you last looked" in text
        assert "The seat is wrong." in text
        assert "Lyon, France" in text
        stay = {each.hash for each in changes_of(first)} & {
            each.hash for each in changes_of(second)
        }
        assert stay
        assert set(looks_of(rita, second)) >= stay
        assert f"<strong>{len(stay)}</strong> of" in text

    def test_a_first_submission_has_no_such_filter(self, as_user, rita):
        assert "Changed since" not in page_of(as_user(rita), a_submission())

    def test_the_reply_stays_on_the_desk_and_the_note_is_offered_again(self, as_user, erin, rita):
        company = a_cited_profile()
        a_submission(company, state=Status.RETURNED, note="All about Acme.")
        restate(company, "headquarters", "Lyon, France")
        page = reverse("admin:profiles_submission_new", args=[company.pk])
        offered = text_of(as_user(erin).get(page))
        assert ">All about Acme.</textarea>" in offered
        assert "Cite the founding date." in offered
        as_user(erin).post(page, {"note": "All about Acme.", "reply": "Done, see page 3."})
        second = Submission.objects.latest("pk")
        assert second.note == "All about Acme."
        assert "Done, see page 3." in page_of(as_user(rita), second)


class TestCorrectionOrUpdate:
    @pytest.fixture
    def moved(self, db):
        company = a_release().profile.company
        restate(company, "headquarters", "Lyon, France")
        return company

    def test_the_editor_says_which_it_is(self, as_user, erin, moved):
        page = reverse("admin:profiles_submission_new", args=[moved.pk])
        assert "Correction: we were wrong" in text_of(as_user(erin).get(page))
        key = "company/acme headquarters"
        as_user(erin).post(page, {"note": "Moved.", f"nature:{key}": "update"})
        assert CoveringNote.objects.get().natures == {key: "update"}

    def test_the_reviewer_reads_it(self, as_user, erin, rita, moved):
        page = reverse("admin:profiles_submission_new", args=[moved.pk])
        form = {"note": "Moved.", "nature:company/acme headquarters": "update"}
        as_user(erin).post(page, form)
        newest = Submission.objects.latest("pk")
        assert "Update: the world changed" in page_of(as_user(rita), newest, change="1")

    def test_it_is_never_silent(self, as_user, erin, moved):
        page = reverse("admin:profiles_submission_new", args=[moved.pk])
        answered = as_user(erin).post(page, {"note": "Moved."})
        assert answered.status_code == 409
        assert "correction or an update" in text_of(answered)
        assert Submission.objects.count() == 1
