"""Deleting takes everything that hangs on a record, says so before, and leaves no orphan."""

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.db.models import RestrictedError
from django.urls import reverse

from profiles.models import Citation, Claim, Company, FundingRound, Investment, Name, Record
from tests.admin.forms import change_url
from tests.factories import (
    a_body,
    a_cited_profile,
    a_company,
    a_release,
    a_round,
    an_investment,
    cited,
)

pytestmark = pytest.mark.django_db


def no_orphans():
    bodies = sum(
        model.objects.count()
        for model in admin.site._registry
        if hasattr(model, "kind") and hasattr(model, "hangs_on")
    )
    return Record.objects.count() == bodies


def confirm(client, row):
    return client.post(change_url(row, "delete"), {"post": "yes"})


def test_the_confirmation_names_claims_and_citations_too(as_user, erin):
    funding_round = a_round(a_company(), amount="EUR 10000000")
    an_investment(funding_round, a_company("fund"))
    text = as_user(erin).get(change_url(funding_round, "delete")).content.decode()
    for said in (
        "Funding round: Acme: Series A",
        "Claim: Amount = EUR 10000000 (1 cited)",
        "Investment: Fund in Acme: Series A",
        "Citations: ",
    ):
        assert said in text


def test_what_hangs_on_a_deleted_round_goes_with_it(as_user, erin):
    funding_round = a_round(a_company())
    an_investment(funding_round, a_company("fund"))
    assert confirm(as_user(erin), funding_round).status_code == 302
    assert (Claim.objects.count(), Citation.objects.count()) == (0, 0)
    assert Investment.objects.count() == 0
    assert no_orphans()


def test_a_company_goes_with_its_whole_profile(as_user, ada):
    company = a_cited_profile()
    an_investment(a_round(company), a_company("fund"))
    cited(a_body(Name, subject=company.record, name="Akme"))
    assert confirm(as_user(ada), company).status_code == 302
    assert [each.name for each in Company.objects.all()] == ["Fund"]
    assert Claim.objects.count() == 0
    assert no_orphans()


def test_the_action_on_a_list_deletes_through_records_too(as_user, erin):
    company = a_company()
    rounds = [a_round(company, label) for label in ("A", "B")]
    form = {"action": "delete_selected", "_selected_action": [each.pk for each in rounds]}
    address = reverse("admin:profiles_fundinground_changelist")
    confirmation = as_user(erin).post(address, form).content.decode()
    assert "Claim: Label = A (1 cited)" in confirmation
    as_user(erin).post(address, form | {"post": "yes"})
    assert FundingRound.objects.count() == 0
    assert Claim.objects.count() == 0
    assert no_orphans()


def test_a_queryset_deletes_through_records_too():
    cited(a_company())
    Company.objects.all().delete()
    assert Claim.objects.count() == 0
    assert no_orphans()


def test_deleting_a_row_around_its_record_would_leave_orphans():
    """The negative control: Django's own deletion of the body alone."""
    company = cited(a_company())
    super(type(company).__mro__[1], company).delete()
    assert not Company.objects.exists()
    assert Claim.objects.exists()
    assert not no_orphans()


def test_an_investor_that_is_named_elsewhere_cannot_be_deleted(as_user, ada):
    fund = a_company("fund")
    an_investment(a_round(a_company()), fund)
    client = as_user(ada)
    assert (
        "Investment: Fund in Acme: Series A"
        in client.get(change_url(fund, "delete")).content.decode()
    )
    answer = confirm(client, fund)
    assert answer.status_code == 200
    assert "would require deleting the following protected" in answer.content.decode()
    assert Company.objects.filter(pk=fund.pk).exists()


def test_a_released_profile_cannot_be_deleted(as_user, ada):
    company = a_release().profile.company
    answer = confirm(as_user(ada), company)
    assert answer.status_code == 200
    assert "Release: acme release 1" in answer.content.decode()
    assert Company.objects.filter(pk=company.pk).exists()


def test_a_reference_made_while_the_confirmation_was_open_is_a_message(as_user, ada, monkeypatch):
    """What the confirmation could not know yet still ends in words, never in a 500."""
    company = a_company()

    def refuse(self, *args, **kwargs):
        raise RestrictedError("It is named elsewhere.", set())

    monkeypatch.setattr(Company, "delete", refuse)
    answer = confirm(as_user(ada), company)
    assert answer.status_code == 302
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert said == ["Nothing was deleted. It is named elsewhere."]
    assert Company.objects.exists()
