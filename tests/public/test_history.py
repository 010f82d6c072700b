"""Every release stays readable, and an old one says that it is old."""

import pytest

from tests.documents import a_document, a_fact


@pytest.fixture
def two_releases(publish):
    publish(a_document(company=(a_fact("tagline", "Then", "report"),)), note="The first")
    publish(a_document(company=(a_fact("tagline", "Now & here", "report"),)), note="The <second>")


def test_history_lists_releases_newest_first(two_releases, client):
    text = client.get("/companies/acme/history/").content.decode()
    assert text.index("Release 2") < text.index("Release 1")
    assert "The &lt;second&gt;" in text
    assert "reviewed by Rita Reviewer" in text
    assert text.count(">current<") == 1


def test_an_old_release_is_shown_as_it_was_and_says_so(two_releases, client):
    response = client.get("/companies/acme/releases/1/")
    assert b"Then" in response.content
    assert b"This is release 1, kept as it was published." in response.content
    assert b"Read the current release, 2" in response.content


def test_the_newest_release_has_no_such_notice(two_releases, client):
    response = client.get("/companies/acme/releases/2/")
    assert b"Now & here" in response.content
    assert b"kept as it was published" not in response.content


def test_the_notice_changes_the_etag_when_a_newer_release_appears(publish, client):
    publish(a_document())
    tags = []
    for _ in range(3):
        tags.append(client.get("/companies/acme/releases/1/")["ETag"])
        publish(a_document())
    assert len(set(tags)) == 3


def test_an_old_release_comes_whole_to_clients_that_take_brotli(two_releases, client):
    response = client.get("/companies/acme/releases/1/", headers={"Accept-Encoding": "br"})
    assert "Content-Encoding" not in response
    assert b"kept as it was published" in response.content


def test_a_release_that_never_was_is_missing(two_releases, client):
    response = client.get("/companies/acme/releases/9/")
    assert response.status_code == 404
    assert b"no release of that number" in response.content
