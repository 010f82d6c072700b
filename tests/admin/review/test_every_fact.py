"""The review page of a submission in which every fact of every kind is new, other or gone."""

import pytest
from django.urls import reverse
from django.utils import timezone
from msgspec.structs import replace

from profiles.document.seal import canonical, digest
from profiles.models import Submission
from tests.factories import a_release, person
from tests.rich_document import a_rich_document

pytestmark = pytest.mark.django_db


def otherwise(fact):
    """The same fact with another value of its type."""
    said = {"date": "2001-02", "quantity": "USD 7", "url": "https://example.org/7"}
    value = said.get(fact.type, "Otherwise")
    return replace(fact, value=value, text=value, claim=None, cited_with="name")


def restated(document):
    """Every fact, relation and source gone or said otherwise."""
    records = tuple(
        replace(record, facts=tuple(map(otherwise, record.facts[::2])), relations={})
        for record in document.records
    )
    columns = {"topics": ("a",), "entities": ("b",), "alternates": ("c",)}
    sources = tuple(
        replace(source, publisher_kind="person", **columns) for source in document.sources
    )
    return replace(document, records=records, sources=sources)


def frozen(release, document):
    """A submission of a document that no rows stand behind."""
    sealed = canonical(document)
    return Submission.objects.create(
        profile=release.profile,
        document=sealed,
        sha256=digest(sealed),
        base=release,
        note="All of it.",
        submitted_by=person("erin"),
        submitted_at=timezone.now(),
    )


@pytest.mark.parametrize("make", [a_rich_document, lambda: restated(a_rich_document())])
def test_every_fact_of_every_kind_of_record(as_user, rita, make):
    """What is new, and what goes."""
    page = reverse("admin:profiles_submission_review", args=[frozen(a_release(), make()).pk])
    assert as_user(rita).get(page).status_code == 200
