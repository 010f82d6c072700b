"""The history page of a row of every kind, and every version of it."""

import pytest
from django.contrib import admin
from django.urls import reverse

from profiles.models.history import acting

pytestmark = pytest.mark.django_db

WITH_HISTORY = [
    model for model, page in admin.site._registry.items() if hasattr(page, "history_form_view")
]


@pytest.mark.parametrize("model", WITH_HISTORY, ids=lambda model: model._meta.model_name)
def test_the_history_of_a_row_and_its_versions_can_be_read(the_demo, as_user, ada, erin, model):
    row = model.objects.first()
    name = f"admin:profiles_{model._meta.model_name}"
    with acting(by=erin):
        row.save()
    page = as_user(ada).get(reverse(f"{name}_history", args=[row.pk]))
    assert page.status_code == 200
    for edit in row.history.all():
        version = as_user(ada).get(reverse(f"{name}_simple_history", args=[row.pk, edit.pk]))
        assert version.status_code == 200
