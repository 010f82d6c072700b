"""A profile off the public site: its addresses say why, the proof stays, the next one is back."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from profiles.publishing.actions import publish, unpublish
from profiles.review.actions import approve
from profiles.review.policies import Refused
from tests.factories import (
    a_cited_profile,
    a_release,
    a_round,
    a_submission,
    an_investment,
    person,
    restate,
)
from tests.publishing.test_chain import run

pytestmark = pytest.mark.django_db

WHY = "A court told us to."
ADDRESSES = [
    "/companies/acme/",
    "/companies/acme.json",
    "/companies/acme.md",
    "/companies/acme/sources/",
    "/companies/acme/history/",
    "/companies/acme/releases/1/",
]


@pytest.fixture
def release():
    return a_release()


@pytest.fixture
def gone(release, paul):
    return unpublish(release=release, by=paul, explanation=WHY)


@pytest.mark.parametrize("address", ADDRESSES)
def test_its_addresses_say_that_it_is_gone_and_why(client, release, paul, address):
    assert client.get(address).status_code == 200, "the control"
    unpublish(release=release, by=paul, explanation=WHY)
    page = client.get(address)
    assert page.status_code == 410
    assert WHY in page.content.decode()
    assert "Paris" not in page.content.decode()


@pytest.mark.parametrize("address", ["/", "/sitemap.xml", "/llms.txt"])
def test_no_list_leads_to_it(client, gone, address):
    a_release(a_cited_profile("other"))
    listed = client.get(address).content.decode()
    assert "/companies/acme" not in listed
    assert "/companies/other" in listed


def test_another_address_is_simply_not_there(client, gone):
    assert client.get("/companies/nobody/").status_code == 404


def test_pages_of_others_do_not_link_to_it_any_more(client, paul):
    fund = a_release(a_cited_profile("some-fund"))
    company = a_cited_profile()
    an_investment(a_round(company), fund.profile.company)
    a_release(company)
    link = "/companies/some-fund/"
    assert link in client.get("/companies/acme/").content.decode()
    unpublish(release=fund, by=paul, explanation=WHY)
    assert link not in client.get("/companies/acme/").content.decode()
    call_command("verify_releases", "--render")


def test_the_next_release_brings_it_back(client, gone):
    company = gone.release.profile.company
    restate(company, "headquarters", "Lyon, France")
    a_release(company, note="Back.")
    assert client.get("/companies/acme/").status_code == 200
    assert client.get("/companies/acme/releases/1/").status_code == 200
    call_command("verify_releases", "--render")


def test_the_desk_says_so(as_user, gone, paul):
    page = as_user(paul).get(reverse("admin:profiles_release_page", args=[gone.release_id]))
    assert "Off the public site" in page.content.decode()
    desk = as_user(paul).get(reverse("admin:index")).content.decode()
    assert "Taken off the public site" in desk


def test_it_is_done_from_the_page_of_the_release(as_user, release, paul, client):
    address = reverse("admin:profiles_release_unpublish", args=[release.pk])
    assert as_user(paul).get(address).status_code == 405
    assert as_user(paul).post(address, {"explanation": WHY}).status_code == 302
    assert client.get("/companies/acme/").status_code == 410


class TestRefusals:
    @pytest.mark.parametrize("name", ["erin", "rita", "vic"])
    def test_whoever_may_not_publish(self, release, name):
        with pytest.raises(Refused, match="may not take profiles off"):
            unpublish(release=release, by=person(name), explanation=WHY)

    def test_no_explanation(self, release, paul, as_user):
        with pytest.raises(Refused, match="Say to readers why"):
            unpublish(release=release, by=paul, explanation="  ")
        address = reverse("admin:profiles_release_unpublish", args=[release.pk])
        assert as_user(paul).post(address, {"explanation": ""}).status_code == 409

    def test_twice(self, gone, paul):
        with pytest.raises(Refused, match="cannot unpublish it any more"):
            unpublish(release=gone.release, by=paul, explanation=WHY)

    def test_an_older_release(self, release, paul):
        restate(release.profile.company, "headquarters", "Lyon, France")
        a_release(release.profile.company, note="Moved.")
        with pytest.raises(Refused, match="newer release is live"):
            unpublish(release=release, by=paul, explanation=WHY)


class TestProof:
    def test_it_is_in_the_log(self, gone):
        call_command("verify_releases")
        assert b"unpublishing" in bytes(gone.seal.leaf)

    def test_another_explanation_is_seen(self, gone):
        run("UPDATE profiles_unpublishing SET explanation = 'No reason.'")
        with pytest.raises(CommandError):
            call_command("verify_releases")

    def test_bringing_it_back_without_a_release_is_seen(self, gone):
        run("DELETE FROM profiles_unpublishing")
        with pytest.raises(CommandError):
            call_command("verify_releases")


def test_an_approved_submission_of_it_can_still_be_published(client, gone, rita, paul):
    company = gone.release.profile.company
    restate(company, "headquarters", "Lyon, France")
    submission = a_submission(company, note="Back.")
    approve(submission=submission, by=rita)
    publish(submission=submission, by=paul)
    assert client.get("/companies/acme/").status_code == 200
