"""The background page: served where the newest release has one, and missing where it has none."""

import pytest

from tests.documents import a_document
from tests.rich_document import a_rich_document

BACKGROUND = "/companies/acme/background/"


def test_it_is_the_stored_bytes_in_one_query(publish, client, django_assert_num_queries):
    stored = publish(a_rich_document()).renderings.get(format="background")
    with django_assert_num_queries(1):
        response = client.get(BACKGROUND)
    assert response.content == bytes(stored.body)


def test_a_profile_without_any_has_none(publish, client):
    assert not publish(a_document()).renderings.filter(format="background").exists()
    response = client.get(BACKGROUND)
    assert response.status_code == 404
    assert b"no background page" in response.content


def test_that_of_an_earlier_release_does_not_stand_in(publish, client):
    publish(a_rich_document())
    publish(a_document())
    assert client.get(BACKGROUND).status_code == 404
    assert b"/background/" not in client.get("/companies/acme/history/").content
    assert b"/background/" not in client.get("/sitemap.xml").content


@pytest.mark.parametrize("address", ["/companies/acme/history/", "/sitemap.xml"])
def test_it_is_announced_where_it_is(publish, client, address):
    publish(a_rich_document())
    assert b"/companies/acme/background/" in client.get(address).content


def test_an_old_release_leads_to_its_own_background_and_back(publish, client):
    publish(a_rich_document())
    publish(a_rich_document())
    old = "/companies/acme/releases/1/"
    profile = client.get(old).content
    assert f"href={old}background/#events".encode() in profile
    assert f"href={BACKGROUND}".encode() not in profile
    background = client.get(f"{old}background/").content
    assert b"This is release 1, kept as it was published." in background
    assert f"href={old}#round-seed".encode() in background


def test_a_release_without_any_has_none(publish, client):
    publish(a_document())
    assert client.get("/companies/acme/releases/1/background/").status_code == 404
