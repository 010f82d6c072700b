"""Who may do what at the desk. Rita may look at records; Vic may only enter."""

import pytest
from django.urls import reverse

from profiles.facts import RECORD_TYPES
from profiles.models import Body, Claim, Company, FundingRound, Name, Source
from tests.admin.forms import change_url
from tests.factories import a_body, a_company, a_round, a_source, cited

pytestmark = pytest.mark.django_db

LISTS = [
    reverse_name
    for each in RECORD_TYPES
    for reverse_name in [f"admin:profiles_{each.model._meta.model_name}_changelist"]
]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_for_those_who_may_view(as_user, vic, rita, erin, name):
    assert as_user(vic).get(reverse(name)).status_code == 403
    assert as_user(rita).get(reverse(name)).status_code == 200
    assert as_user(erin).get(reverse(name)).status_code == 200


def test_a_reviewer_sees_a_form_without_inputs_and_can_save_nothing(as_user, rita):
    company = cited(a_company(tagline="Old words"), "name")
    a_body(Name, subject=company.record, name="Akme")
    page = as_user(rita).get(change_url(company))
    assert page.status_code == 200
    assert 'name="tagline"' not in page.content.decode()
    assert 'name="names-0-name"' not in page.content.decode()
    assert "1 source" in page.content.decode()

    form = {"name": "Mine", "form": "company", "tagline": "Mine", "version": "1"}
    assert as_user(rita).post(change_url(company), form).status_code == 403
    assert Company.objects.get(pk=company.pk).tagline == "Old words"


def test_claims_are_looked_at_by_some_and_ruled_on_by_others(as_user, vic, rita):
    company = cited(a_company(), "name")
    page = reverse("admin:profiles_fact", args=[company.pk, "name"])
    assert as_user(vic).get(page).status_code == 403
    seen = as_user(rita).get(page)
    assert seen.status_code == 200
    assert 'name="fact_action"' not in seen.content.decode()
    form = {"fact_action": "reopen", "claim": Claim.objects.get().pk, "version": "1"}
    assert as_user(rita).post(page, form).status_code == 403
    assert Claim.objects.get().decision == "accepted"


@pytest.mark.parametrize("model", ["claim", "citation", "record", "capture"])
def test_evidence_is_not_changed_by_stock_forms(as_user, ada, vic, model):
    company = cited(a_company(), "name")
    rows = {
        "claim": Claim.objects.get(),
        "citation": Claim.objects.get().citations.get(),
        "record": company.record,
        "capture": a_source().captures.get(),
    }
    answer = as_user(ada).post(change_url(rows[model]), {"value": "Mine", "text": "Mine"})
    assert answer.status_code in (302, 403)
    assert as_user(vic).get(change_url(rows[model])).status_code == 403
    assert Claim.objects.get().value == company.name
    assert a_source().captures.get().text == ""
    if model != "capture":
        assert as_user(ada).get(reverse(f"admin:profiles_{model}_add")).status_code == 403


def test_a_capture_is_never_deleted(as_user, ada):
    capture = a_source().captures.get()
    answer = as_user(ada).post(change_url(capture, "delete"), {"post": "yes"})
    assert answer.status_code == 403


def test_editors_delete_rounds_but_no_companies(as_user, erin):
    company = a_company()
    funding_round = a_round(company)
    assert as_user(erin).post(change_url(company, "delete"), {"post": "yes"}).status_code == 403
    as_user(erin).post(change_url(funding_round, "delete"), {"post": "yes"})
    assert Company.objects.exists()
    assert not FundingRound.objects.exists()


def test_the_flat_export_needs_the_right_to_export(as_user, vic, rita, erin):
    a_company()
    address = reverse("admin:profiles_company_export")
    assert as_user(vic).get(address).status_code == 403
    rita.user_permissions.clear()
    rita.groups.clear()
    assert as_user(rita).get(address).status_code == 403
    answer = as_user(erin).post(address, {"format": "0", "resource": "0"})
    assert answer["Content-Type"] == "text/csv"
    assert b"acme" in answer.content


@pytest.mark.parametrize("model", [*Body.of_kind.values(), Source])
def test_nothing_can_be_imported_flat(as_user, ada, model):
    assert as_user(ada).get(f"/admin/profiles/{model._meta.model_name}/import/").status_code in (
        302,
        404,
    )


def test_a_list_of_names_to_choose_from_needs_the_right_to_view(as_user, vic, erin):
    a_company()
    address = reverse("admin:autocomplete")
    query = {"app_label": "profiles", "model_name": "investment", "field_name": "investor"}
    assert as_user(vic).get(address, query).status_code == 403
    assert as_user(erin).get(address, query).status_code == 200
