"""Every edit is signed, however it was made."""

import pytest
from django.contrib.auth.models import User

from profiles.models import Company
from profiles.models.history import acting

pytestmark = pytest.mark.django_db


def test_an_edit_records_who_and_why():
    erin = User.objects.create_user("erin")
    with acting(by=erin, reason="Founding notice"):
        acme = Company.objects.create(name="Acme")
    row = acme.history.get()
    assert (row.history_user, row.history_change_reason) == (erin, "Founding notice")


def test_the_signature_ends_with_the_block():
    with acting(by=User.objects.create_user("erin"), reason="Once"):
        acme = Company.objects.create(name="Acme")
    acme.tagline = "Anvils"
    acme.save()
    row = acme.history.first()
    assert (row.history_user, row.history_change_reason) == (None, None)


def test_history_keeps_the_sortable_columns():
    acme = Company.objects.create(name="Acme", headcount="100-250")
    assert acme.history.get().headcount == "100..250 people"
    assert acme.history.get().headcount_sort == 175
