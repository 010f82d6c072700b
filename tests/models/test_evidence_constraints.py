"""What belongs together is held by the database."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from profiles.models import Capture, Citation, Claim, Company, Source
from profiles.models.immutable import ImmutableRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return Company.objects.create(name="Acme")


@pytest.fixture
def capture():
    source = Source.objects.create(key="gazette", title="Gazette")
    return Capture.objects.create(source=source, edition="1", seen_at=timezone.now(), text="Hi")


def claim(acme, **fields):
    return Claim.objects.create(
        **{"record": acme.record, "fact": "founded", "value": "2023"} | fields
    )


def decided(by, **fields):
    return {"decided_by": by, "decided_at": timezone.now(), "reason": "newer"} | fields


def test_at_most_one_claim_of_a_fact_is_accepted(acme, admin_user):
    claim(acme, decision="accepted", **decided(admin_user))
    with pytest.raises(IntegrityError), transaction.atomic():
        claim(acme, value="2024", decision="accepted", **decided(admin_user))
    claim(acme, value="2024", decision="rejected", **decided(admin_user))


@pytest.mark.parametrize("missing", ["decided_by", "decided_at", "reason"])
def test_a_decided_claim_says_who_when_and_why(acme, admin_user, missing):
    signature = decided(admin_user)
    del signature[missing]
    with pytest.raises(IntegrityError), transaction.atomic():
        claim(acme, decision="rejected", **signature)


def test_an_open_claim_has_no_decider(acme, admin_user):
    with pytest.raises(IntegrityError), transaction.atomic():
        claim(acme, decision="open", **decided(admin_user))


def test_one_value_of_a_fact_is_one_claim_however_long(acme):
    claim(acme, value="x" * 8000)
    with pytest.raises(IntegrityError), transaction.atomic():
        claim(acme, value="x" * 8000)
    claim(acme, value="x" * 7999 + "y")


@pytest.mark.parametrize("broken", [{"value": ""}, {"fact": ""}])
def test_a_claim_names_a_fact_and_a_value(acme, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        claim(acme, **broken)


def test_one_place_is_cited_once(acme, capture):
    founded = claim(acme)
    Citation.objects.create(claim=founded, capture=capture, locator="line 1", exact="2023")
    with pytest.raises(IntegrityError), transaction.atomic():
        Citation.objects.create(claim=founded, capture=capture, locator="line 1", exact="2023")


def test_a_cited_source_cannot_be_deleted(acme, capture):
    Citation.objects.create(claim=claim(acme), capture=capture)
    with pytest.raises(ProtectedError):
        capture.source.delete()


def test_a_capture_keeps_its_hash_and_is_written_once(capture):
    assert capture.sha256 == "3639efcd08abb273b1619e82e78c29a7df02c1051b1820e99fc395dcaa3326b8"
    capture.text = "Other"
    for change in (
        capture.save,
        capture.delete,
        lambda: Capture.objects.update(text="Other"),
        lambda: Capture.objects.all().delete(),
        lambda: Capture.objects.bulk_update([capture], ["text"]),
    ):
        with pytest.raises(ImmutableRow):
            change()
    assert Capture.objects.get().text == "Hi"


def test_captured_text_has_a_hash(capture):
    with pytest.raises(IntegrityError), transaction.atomic():
        Capture.objects.bulk_create(
            [Capture(source=capture.source, edition="2", seen_at=timezone.now(), text="x")]
        )


def test_a_source_is_not_a_copy_of_itself(capture):
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.update(canonical=capture.source)


def test_a_user_who_ruled_cannot_be_deleted(acme):
    erin = User.objects.create_user("erin")
    claim(acme, decision="accepted", **decided(erin))
    with pytest.raises(ProtectedError):
        erin.delete()
