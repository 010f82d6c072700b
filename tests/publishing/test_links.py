"""Pages that name a company link to it as soon as it has a page; old releases stay as they were."""

import pytest

from profiles.models import Release
from profiles.publishing.chain import breaks
from profiles.publishing.stored_renderings import store_renderings
from tests.factories import (
    a_cited_profile,
    a_company,
    a_release,
    a_round,
    an_investment,
    restate,
)
from tests.renderings.reading import read

pytestmark = pytest.mark.django_db
LINK = "/companies/fund/"


@pytest.fixture
def fund():
    return a_cited_profile("fund")


@pytest.fixture
def acme(fund):
    company = a_cited_profile()
    an_investment(a_round(company), fund)
    return company


def body(release, name="html"):
    return release.renderings.get(format=name).body


def links(release):
    return [link["href"] for link in read(bytes(body(release)).decode()).links]


def test_a_name_is_linked_once_it_has_a_page(acme, fund):
    release = a_release(acme)
    assert LINK not in links(release)
    before = release.renderings.get(format="html").etag
    a_release(fund)
    assert LINK in links(release)
    assert b"companies/fund/>)" in bytes(body(release, "md"))
    assert release.renderings.get(format="html").etag != before
    assert release.renderings.count() == len(set(release.renderings.values_list("format")))
    assert list(breaks()) == []


def test_the_later_page_has_its_links_at_once(acme, fund):
    a_release(fund)
    assert LINK in links(a_release(acme))
    assert list(breaks()) == []


def test_both_sides_lead_to_each_other(acme, fund):
    a_release(acme)
    assert "/companies/acme/#round-acme-series-a" in links(a_release(fund))


def test_what_does_not_change_keeps_its_bytes(acme, fund):
    release = a_release(acme)
    kept = release.renderings.get(format="txt").pk
    a_release(fund)
    assert release.renderings.get(format="txt").pk == kept


def test_pages_that_do_not_name_it_are_left_alone(acme, fund):
    other = a_cited_profile("other")
    an_investment(a_round(other), a_company("fund-ii"))
    release = a_release(other)
    before = set(release.renderings.values_list("pk", flat=True))
    a_release(fund)
    assert set(release.renderings.values_list("pk", flat=True)) == before


def test_an_old_release_stays_as_it_was(acme, fund):
    old = a_release(acme)
    restate(acme, "headquarters", "Lyon, France")
    new = a_release(acme, note="Moved.")
    a_release(fund)
    assert LINK not in links(old)
    assert LINK in links(new)
    assert list(breaks()) == []


def test_rendering_an_old_release_again_gives_the_links_that_it_had(acme, fund):
    without = a_release(acme)
    restate(acme, "headquarters", "Lyon, France")
    linked = a_release(acme, note="Moved.")
    a_release(fund)
    restate(acme, "headquarters", "Nice, France")
    a_release(acme, note="Moved again.")
    for release, has_link in ((without, False), (linked, True)):
        stored, led_to = bytes(body(release)), links(release)
        release.renderings.all().delete()
        store_renderings(Release.objects.get(pk=release.pk))
        assert bytes(body(release)) == stored
        assert (LINK in led_to) is has_link


def test_another_release_of_it_renders_nothing_again(acme, fund):
    release = a_release(acme)
    a_release(fund)
    before = set(release.renderings.values_list("pk", flat=True))
    restate(fund, "headquarters", "Lyon, France")
    a_release(fund, note="Moved.")
    assert set(release.renderings.values_list("pk", flat=True)) == before
