"""Whatever can differ between two releases, the pages of submission, review and release show it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from msgspec.structs import replace

from profiles.document.seal import canonical, digest
from profiles.models import Source, Submission
from profiles.publishing.actions import publish
from profiles.review.actions import approve
from tests.factories import a_release, a_source, edit, person
from tests.rich_document import a_rich_document

pytestmark = pytest.mark.django_db

NOT_ITS_OWN = {"id", "key", "created_at", "updated_at"}
OTHER_WORDS = {
    "url": "https://example.org/moved",
    "author_url": "https://example.org/ana",
    "published": "2024-05",
    "updated": "2024-06",
    "as_of": "2024-07",
    "published_sort": None,
    "language": "fr",
    "topics": "Rounds\nPeople",
    "entities": "Acme\nGlobex",
    "alternates": "https://example.org/a\nhttps://example.org/b",
}


def columns():
    for column in Source._meta.concrete_fields:
        if column.primary_key or column.name in NOT_ITS_OWN or column.name.endswith("_sort"):
            continue
        if column.is_relation or column.get_internal_type() in ("DateTimeField", "BooleanField"):
            continue
        yield column


def other_words(column):
    if column.choices:
        return next(value for value, _ in reversed(list(column.choices)) if value)
    return OTHER_WORDS.get(column.name, "Otherwise")


@pytest.mark.parametrize("column", list(columns()), ids=lambda column: column.name)
def test_a_source_with_another_column(as_user, ada, column):
    company = a_release().profile.company
    edit(a_source(), **{column.name: other_words(column)})
    client = as_user(ada)
    page = client.get(reverse("admin:profiles_submission_new", args=[company.pk]))
    assert page.status_code == 200
    made = client.post(page.request["PATH_INFO"], {"note": "The source, otherwise."})
    if made.status_code == 409:
        return  # readers could not tell it apart: no change
    assert client.get(made.headers["Location"]).status_code == 200
    submission = Submission.objects.latest("pk")
    release = a_release_of(submission)
    page = reverse("admin:profiles_release_page", args=[release.pk])
    assert client.get(page).status_code == 200


def a_release_of(submission):
    approve(submission=submission, by=person("rita"))
    return publish(submission=submission, by=person("paul"))


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
