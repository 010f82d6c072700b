"""The history of every record that can be edited, as pages of the admin."""

import pytest
from django.contrib import admin
from django.urls import reverse

from profiles.models import Deal, Event, Participant, Party
from tests.factories import a_body, a_company, a_person

pytestmark = pytest.mark.django_db


def a_party():
    deal = a_body(Deal, company=a_company(), title="A pact")
    return a_body(Party, deal=deal, who=a_company("globex").record)


def a_participant():
    event = a_body(Event, company=a_company(), title="A fair")
    return a_body(Participant, event=event, who=a_person().record)


@pytest.mark.parametrize("make", [a_party, a_participant])
def test_the_history_of_who_took_part(as_user, erin, make):
    row = make()
    assert type(row) in admin.site._registry
    name = row._meta.model_name
    page = reverse(f"admin:profiles_{name}_history", args=[row.pk])
    response = as_user(erin).get(page)
    assert response.status_code == 200
    version = row.history.get().pk
    page = reverse(f"admin:profiles_{name}_simple_history", args=[row.pk, version])
    assert as_user(erin).get(page).status_code == 200
