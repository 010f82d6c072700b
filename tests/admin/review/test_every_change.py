"""The pages of the review show whatever may change between two releases."""

import pytest
from django.urls import reverse

from profiles.document.schema import Source as Shown
from profiles.models import Source
from tests.factories import a_cited_profile, a_release, a_source, edit

pytestmark = pytest.mark.django_db

OTHER = {
    "key": None,  # it names the source, and never changes
    "title": "Another title",
    "url": "https://example.org/another",
    "publisher": "Another publisher",
    "publisher_kind": "organisation",
    "author": "Doe, Jane",
    "author_note": "A reporter",
    "author_url": "https://example.org/jane",
    "language": "fr",
    "kind": "essay",
    "published": "2024-03",
    "updated": "2024-04",
    "as_of": "2024-02",
    "canonical": "herald",
    "derived_from": "herald",
    "topics": "anvils\nhammers",
    "entities": "Acme\nBeta",
    "alternates": "https://example.org/also",
    "disclaimer": "Written by a robot",
    "note": "Paywalled",
    "standing": "corrected",
    "standing_note": "The date was wrong",
}
EMPTY = {"title": "Gazette", "kind": "news", "standing": "in-force", "language": "en"}


def change(column, value):
    if column in ("canonical", "derived_from"):
        value = Source.objects.filter(key=value).first()
    edit(Source.objects.get(key="gazette"), **{column: value})


def test_no_column_of_a_source_is_left_out():
    assert set(OTHER) == set(Shown.__struct_fields__)


@pytest.mark.parametrize("column", [column for column, value in OTHER.items() if value])
def test_a_source_of_which_anything_changed_and_changed_back(as_user, erin, rita, column):
    company = a_cited_profile()
    a_source("herald")
    a_release(company)
    label = column.replace("_", " ").capitalize()
    for value in (OTHER[column], EMPTY.get(column, "")):
        change(column, value)
        page = reverse("admin:profiles_submission_new", args=[company.pk])
        assert label in as_user(erin).get(page).content.decode()
        release = a_release(company, note=f"Another {column}.")
        page = reverse("admin:profiles_submission_review", args=[release.submission_id])
        assert label in as_user(rita).get(page).content.decode()
        page = reverse("admin:profiles_release_page", args=[release.pk])
        assert label in as_user(rita).get(page).content.decode()
