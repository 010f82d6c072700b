"""Whatever changes behind a live profile, no public byte does before the next release."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models, transaction
from django.test import Client

from profiles.facts import RECORD_TYPES
from profiles.models import Citation, Claim, Company, Record, Release, Source
from profiles.models.history import acting
from profiles.publishing.stored_renderings import store_renderings
from profiles.renderings import FORMATS
from tests.factories import a_release, person

SUFFIXES = [each.suffix for each in FORMATS.values() if each.suffix]
CANARY = "Canary in the draft"
NOT_FREE = ("url", "language", "country", "fact", "value")
"""An address, a code, the name of a fact, a value in the form of its column."""


def addresses() -> Iterator[str]:
    for slug in Release.objects.live().values_list("slug", flat=True):
        yield f"/companies/{slug}/"
        yield from (f"/companies/{slug}.{suffix}" for suffix in SUFFIXES)
        for page in ("sources/", "history/", "background/", "releases/1/", "releases/1/proof/"):
            yield f"/companies/{slug}/{page}"
    yield from ("/", "/?q=mistral", "/sitemap.xml", "/llms.txt", "/robots.txt", "/log/checkpoint")


def public() -> dict[str, tuple[int, str, bytes]]:
    client, found = Client(), {}
    for address in addresses():
        answer = client.get(address)
        found[address] = (answer.status_code, answer.get("ETag", ""), answer.content)
    return found


def texts(model: Any) -> list[Any]:
    """The columns that people type into as they like."""
    return [
        column
        for column in model._meta.local_concrete_fields
        if type(column) in (models.CharField, models.TextField)
        and not column.choices
        and column.name not in NOT_FREE
    ]


def change_every_draft() -> int:
    """Of everything that editors write: each row with other words in each of its columns."""
    count = 0
    for model in [*(entry.model for entry in RECORD_TYPES), Source, Claim, Citation]:
        rows, columns = list(model._base_manager.all()), texts(model)
        for row in rows:
            count += 1
            for column in columns:
                setattr(row, column.name, f"{CANARY} {count}"[: column.max_length])
        if columns:
            model._base_manager.bulk_update(rows, [column.name for column in columns], 100)
    return count


def delete_every_draft() -> int:
    with acting(by=person("emil")):
        count, _ = Record.objects.exclude(kind__in=("company", "person")).delete()
        Claim.objects.all().delete()
    return count


@pytest.mark.parametrize("change", [change_every_draft, delete_every_draft])
def test_no_public_byte_changes_with_the_drafts(the_demo, change):
    with transaction.atomic():
        before = public()
        assert {status for status, _, _ in before.values()} <= {200, 404}
        assert change() > 1000
        for release in Release.objects.select_related("submission"):
            assert store_renderings(release) == 0
        after = public()
        transaction.set_rollback(True)
    assert [address for address in before if before[address] != after[address]] == []


@pytest.mark.django_db
def test_the_control_a_release_does(client):
    release = a_release()
    before = client.get("/companies/acme/").content
    company: Any = Company.objects.get(pk=release.profile_id)
    with acting(by=person("erin")):
        claim = company.record.claims.get(fact="headquarters")
        claim.note = CANARY
        claim.save()
    a_release(company, note="A note.")
    after = client.get("/companies/acme/").content
    assert after != before
    assert CANARY.encode() in after
