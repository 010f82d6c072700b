"""The page on which a profile is checked and submitted."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from profiles.models import Submission
from profiles.review.changed_facts import changes_of
from tests.factories import (
    a_cited_profile,
    a_claim,
    a_company,
    a_release,
    a_round,
    a_submission,
    edit,
    restate,
    rule,
)

pytestmark = pytest.mark.django_db


def address(company):
    return reverse("admin:profiles_submission_new", args=[company.pk])


def text_of(response):
    return " ".join(response.content.decode().split())


def test_its_address_is_a_contract():
    company = a_company()
    assert address(company) == f"/admin/profiles/submission/new/{company.pk}/"


def test_it_shows_what_would_be_published(as_user, erin):
    response = as_user(erin).get(address(a_cited_profile()))
    text = text_of(response)
    assert "Nothing of this profile is public yet" in text
    assert "Every check passes" in text
    assert "Paris, France" in text
    assert "disabled" not in text


def test_errors_come_first_and_lead_to_where_they_are_mended(as_user, erin):
    company = a_cited_profile()
    a_claim(company, "founded", "2018")
    edit(company, tagline="Better")
    text = text_of(as_user(erin).get(address(company)))
    assert text.index("Nobody has ruled on “2018”") < text.index("Tagline has no source")
    assert f'href="/admin/profiles/fact/{company.pk}/founded/"' in text
    assert f'href="/admin/profiles/fact/{company.pk}/tagline/"' in text


def test_the_button_is_off_with_the_reason_and_the_verb_refuses_anyway(as_user, erin):
    company = a_cited_profile()
    a_claim(company, "founded", "2018")
    client = as_user(erin)
    text = text_of(client.get(address(company)))
    assert 'disabled aria-describedby="obstacle"' in text
    assert "Mend the error first." in text
    response = client.post(address(company), {"note": "First profile."})
    assert response.status_code == 409
    assert "Mend this first: company/acme" in text_of(response)
    assert "First profile.</textarea>" in text_of(response), "what was typed is kept"
    assert not Submission.objects.exists()


def test_a_stated_total_is_shown_with_what_the_rounds_sum_to(as_user, erin):
    company = a_cited_profile()
    edit(company, total_funding="EUR 30000000")
    a_round(company, amount="EUR 10000000")
    text = text_of(as_user(erin).get(address(company)))
    assert "The stated total is €30M, the rounds sum to €10M." in text


def test_it_compares_with_the_live_release(as_user, erin):
    company = a_release().profile.company
    restate(company, "headquarters", "Lyon, France")
    text = text_of(as_user(erin).get(address(company)))
    assert "What changes since release 1" in text
    assert "Paris, France" in text
    assert "Lyon, France" in text
    assert "2019-04" not in text, "what stayed the same is not shown"


def test_an_unchanged_profile_cannot_be_submitted(as_user, erin):
    company = a_release().profile.company
    client = as_user(erin)
    assert "Nothing has changed since release 1." in text_of(client.get(address(company)))
    assert client.post(address(company), {"note": "Again."}).status_code == 409


def test_it_names_who_cannot_approve(as_user, erin, emil):
    company = a_cited_profile()
    edit(company, tagline="Better", by=emil)
    text = text_of(as_user(erin).get(address(company)))
    assert "2 people contributed and cannot approve it: Erin, Emil." in text


def test_posting_submits_and_leads_to_the_review(as_user, erin):
    company = a_cited_profile()
    response = as_user(erin).post(address(company), {"note": "First profile."})
    submission = Submission.objects.get()
    assert (submission.submitted_by, submission.note) == (erin, "First profile.")
    assert response.headers["Location"] == f"/admin/profiles/submission/{submission.pk}/"


def test_a_note_is_needed(as_user, erin):
    response = as_user(erin).post(address(a_cited_profile()), {"note": " "})
    assert response.status_code == 409
    assert "Say in a sentence what changed" in text_of(response)


@pytest.mark.parametrize("name", ["rita", "paul"])
def test_others_may_look_but_not_submit(as_user, name, request):
    company = a_cited_profile()
    client = as_user(request.getfixturevalue(name))
    text = text_of(client.get(address(company)))
    assert "You may not submit profiles." in text
    assert client.post(address(company), {"note": "Mine."}).status_code == 409
    assert not Submission.objects.exists()


def test_who_may_see_no_company_sees_nothing(as_user, vic):
    company = a_cited_profile()
    client = as_user(vic)
    assert client.get(address(company)).status_code == 403
    assert client.post(address(company), {"note": "Mine."}).status_code == 403


def test_a_visitor_is_asked_to_log_in(client):
    response = client.get(address(a_cited_profile()))
    assert response.status_code == 302
    assert "/admin/login/" in response.headers["Location"]


def test_an_unknown_company_is_not_found(as_user, erin):
    unknown = "00000000-0000-0000-0000-000000000000"
    page = reverse("admin:profiles_submission_new", args=[unknown])
    assert as_user(erin).get(page).status_code == 404


def test_other_methods_are_refused(as_user, erin):
    assert as_user(erin).delete(address(a_cited_profile())).status_code == 405


def test_the_form_is_protected_against_forged_posts(erin):
    company = a_cited_profile()
    client = Client(enforce_csrf_checks=True)
    client.force_login(erin)
    assert client.post(address(company), {"note": "Forged."}).status_code == 403
    assert not Submission.objects.exists()


def test_citations_without_a_place_lead_to_the_report_that_names_them(as_user, erin):
    company = a_cited_profile(tagline="Robots that cook")
    rule(a_claim(company, "tagline"))
    desk = as_user(erin)
    page = desk.get(reverse("admin:profiles_submission_new", args=[company.pk])).content.decode()
    link = reverse("admin:profiles_reports") + "?profile=acme&amp;trouble=placeless"
    assert f'<a href="{link}"><strong>Acme</strong>: Several facts</a>' in page
    report = desk.get(unescape(link)).content.decode()
    assert "Neither a quote nor a place says where “Gazette” gives it." in report


def test_a_citation_without_a_place_says_so_to_the_reviewer(as_user, rita):
    company = a_cited_profile(tagline="Robots that cook")
    rule(a_claim(company, "tagline"))
    submission = a_submission(company)
    (tagline,) = [each for each in changes_of(submission) if each.fact == "tagline"]
    page = reverse("admin:profiles_submission_review", args=[submission.pk])
    said = as_user(rita).get(page, {"change": tagline.number}).content.decode()
    assert said.count("no place given") == 1
