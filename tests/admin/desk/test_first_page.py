"""The first page: what needs me now, and where every profile stands."""

import pytest

from profiles.admin.desk.first_page import LIST_SIZE, PAGE_SIZE
from profiles.models import Claim, Company, Link, Source
from profiles.models.submissions import SubmissionStatus
from tests.factories import (
    a_cited_profile,
    a_claim,
    a_company,
    a_release,
    a_submission,
    edit,
    restate,
)

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


def desk(client, **query):
    return client.get("/admin/", query).context["desk"]


def row_of(client, key="acme"):
    [row] = [row for row in desk(client)["profiles"] if row.company.key == key]
    return row


class TestProfiles:
    def test_a_profile_nobody_submitted_is_a_draft(self, as_user, erin):
        a_cited_profile()
        row = row_of(as_user(erin))
        assert (row.state.words, row.release, row.rivals, row.newer) == ("Draft", None, 0, 0)

    def test_facts_that_evidence_sends_back_are_counted_by_cause(self, as_user, erin):
        a_cited_profile()
        client = as_user(erin)
        assert "nothing open" in text_of(client.get("/admin/"))
        edit(Source.objects.get(), standing="retracted")
        [found] = row_of(client).sent_back
        assert (found.cause, found.count) == ("source retracted", Claim.objects.accepted().count())
        text = text_of(client.get("/admin/"))
        assert f"{found.count} source retracted</a>" in text
        assert "reports/?profile=acme&amp;trouble=uncited" in text

    @pytest.mark.parametrize(
        ("state", "words"),
        [
            (SubmissionStatus.WAITING, "Waiting for review"),
            (SubmissionStatus.RETURNED, "Returned with comments"),
            (SubmissionStatus.APPROVED, "Approved, ready to publish"),
            (SubmissionStatus.PUBLISHED, "Published"),
        ],
    )
    def test_it_says_where_each_stands(self, as_user, erin, state, words):
        a_submission(state=state)
        client = as_user(erin)
        assert row_of(client).state.words == words
        assert words in text_of(client.get("/admin/"))

    def test_newer_edits_and_open_rivals_are_counted(self, as_user, erin):
        company = a_release().profile.company
        edit(company, tagline="Better")
        a_claim(company, "founded", "2018")
        client = as_user(erin)
        row = row_of(client)
        assert (row.release.number, row.rivals, row.newer > 1) == (1, 1, True)
        assert "newer edits not in it" in text_of(client.get("/admin/"))

    def test_it_offers_to_submit_what_no_submission_holds(self, as_user, erin, rita):
        company = a_cited_profile()
        link = f"/admin/profiles/submission/new/{company.pk}/"
        assert link in text_of(as_user(erin).get("/admin/"))
        assert link not in text_of(as_user(rita).get("/admin/"))
        a_submission(company)
        assert link not in text_of(as_user(erin).get("/admin/"))
        edit(company, tagline="Better")
        assert link in text_of(as_user(erin).get("/admin/"))

    def test_companies_that_are_only_named_are_not_profiles(self, as_user, erin):
        a_company("some-fund")
        assert list(desk(as_user(erin))["profiles"]) == []

    def test_they_are_paged_and_can_be_searched(self, as_user, erin):
        for number in range(PAGE_SIZE + 1):
            company = Company.objects.create(name=f"Firm {number:02}")
            Link.objects.create(company=company, url="https://example.org")
        client = as_user(erin)
        assert len(desk(client)["profiles"].object_list) == PAGE_SIZE
        assert len(desk(client, page="2")["profiles"].object_list) == 1
        assert len(desk(client, page="nonsense")["profiles"].object_list) == PAGE_SIZE
        found = desk(client, q="firm 03")["profiles"].object_list
        assert [str(row.company) for row in found] == ["Firm 03"]

    def test_a_search_without_a_result_says_so(self, as_user, erin):
        text = text_of(as_user(erin).get("/admin/", {"q": "<nobody>"}))
        assert "No profile has “&lt;nobody&gt;” in its name or key." in text


class TestWhatWaits:
    def test_a_reviewer_sees_what_waits_and_why_some_is_for_others(self, as_user, rita, emil):
        a_submission(a_cited_profile("acme"))
        a_submission(a_cited_profile("mine", by=rita), by=emil)
        waiting = desk(as_user(rita))["waiting"]
        refusals = {str(row.submission.profile.key): row.refusal for row in waiting.rows}
        assert refusals["acme"] == ""
        assert refusals["mine"].startswith("Your own work is in this change")

    def test_what_was_overtaken_says_so(self, as_user, ruth):
        company = a_cited_profile()
        a_submission(company)
        restate(company, "headquarters", "Lyon, France")
        a_release(company, note="Moved.")
        [row] = desk(as_user(ruth))["waiting"].rows
        assert "release 1 is live now" in row.refusal

    def test_what_is_approved_waits_for_a_publisher(self, as_user, paul):
        submission = a_submission(state=SubmissionStatus.APPROVED)
        found = desk(as_user(paul))
        assert [row.submission for row in found["ready"].rows] == [submission]
        assert found["waiting"].rows == []

    def test_what_can_never_be_published_does_not_wait(self, as_user, paul):
        company = a_cited_profile()
        a_submission(company, state=SubmissionStatus.APPROVED)
        restate(company, "headquarters", "Lyon, France")
        a_release(company, note="Moved.")
        assert desk(as_user(paul))["ready"].rows == []

    def test_what_came_back_is_shown_to_who_submitted_it(self, as_user, erin, emil):
        company = a_cited_profile()
        returned = a_submission(company, state=SubmissionStatus.RETURNED)
        assert [row.submission for row in desk(as_user(erin))["returned"].rows] == [returned]
        assert desk(as_user(emil))["returned"].rows == []
        a_submission(company, note="Once more.")
        assert desk(as_user(erin))["returned"].rows == []

    def test_a_long_queue_is_cut_and_counted(self, as_user, rita):
        company = a_cited_profile()
        for number in range(LIST_SIZE + 2):
            restate(company, "headquarters", f"Town {number}")
            a_submission(company, note=f"Moved to {number}.")
        client = as_user(rita)
        waiting = desk(client)["waiting"]
        assert (len(waiting.rows), waiting.more, waiting.total) == (LIST_SIZE, 2, LIST_SIZE + 2)
        assert "and 2 more" in text_of(client.get("/admin/"))


def test_the_latest_releases_are_listed(as_user, erin):
    release = a_release()
    assert desk(as_user(erin))["releases"] == [release]
    assert f"/admin/profiles/release/{release.pk}/" in text_of(as_user(erin).get("/admin/"))


def test_who_may_nothing_sees_nothing(as_user, vic):
    a_release()
    response = as_user(vic).get("/admin/")
    assert response.status_code == 200
    assert response.context["desk"] == {}
    assert "Acme" not in text_of(response)


def test_the_ordinary_lists_stay_below(as_user, erin):
    text = text_of(as_user(erin).get("/admin/"))
    assert 'href="/admin/profiles/company/"' in text
    assert 'href="/admin/profiles/source/"' in text


def test_a_full_desk_takes_few_queries(as_user, rita, django_assert_max_num_queries):
    for number in range(6):
        company = a_cited_profile(f"acme-{number}")
        a_submission(company)
        edit(company, tagline="Better")
        a_claim(company, "founded", "2018")
    client = as_user(rita)
    with django_assert_max_num_queries(42):
        client.get("/admin/")
