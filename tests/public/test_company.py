"""A company's page: the stored bytes, the format that was asked for, and nothing else."""

import gzip

import brotli
import pytest
from django.test import Client

from profiles.renderings import FORMATS
from tests.documents import a_document, a_fact
from tests.rich_document import a_rich_document

PAGE = "/companies/acme/"
SUFFIXES = [each.suffix for each in FORMATS.values() if each.suffix]


def test_the_page_is_the_stored_bytes_in_one_query(publish, client, django_assert_num_queries):
    stored = publish(a_rich_document()).renderings.get(format="html")
    with django_assert_num_queries(1):
        response = client.get(PAGE)
    assert response.content == bytes(stored.body)
    assert response["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_format_has_its_address_and_is_one_query(
    publish, client, suffix, django_assert_num_queries
):
    stored = publish(a_document()).renderings.get(format=suffix)
    with django_assert_num_queries(1):
        response = client.get(f"/companies/acme.{suffix}")
    assert response.content == bytes(stored.body)
    assert response["Content-Type"].startswith(stored.media_type)
    assert response["Link"] == '</companies/acme/>; rel="canonical"'


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("text/markdown", "text/markdown"),
        ("text/markdown;q=0.5, application/json", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ("text/plain", "text/plain"),
        ("image/png", "text/html"),
    ],
)
def test_accept_chooses_the_format(publish, client, accept, media_type):
    publish(a_document())
    headers = {"Accept": accept} if accept else {}
    response = client.get(PAGE, headers=headers)
    assert response["Content-Type"].startswith(media_type)


def test_the_page_varies_by_accept_and_never_by_cookie(publish, client):
    publish(a_document())
    assert client.get(PAGE)["Vary"] == "Accept, Accept-Encoding"
    assert client.get("/companies/acme.md")["Vary"] == "Accept-Encoding"
    assert "Set-Cookie" not in client.get(PAGE)


def test_somebody_who_is_logged_in_gets_the_same_response(publish, admin_client):
    publish(a_document())
    response = admin_client.get(PAGE)
    assert response["Vary"] == "Accept, Accept-Encoding"
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"


def test_other_formats_are_announced(publish, client):
    publish(a_document())
    link = client.get(PAGE)["Link"]
    for suffix in SUFFIXES:
        assert f'</companies/acme.{suffix}>; rel="alternate"' in link


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.0,gzip;q=0", ""),
        ("deflate", ""),
        ("", ""),
    ],
)
def test_the_smallest_coding_that_the_client_takes(publish, client, accepted, coding):
    body = bytes(publish(a_rich_document()).renderings.get(format="html").body)
    response = client.get(PAGE, headers={"Accept-Encoding": accepted})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding]
    assert response.get("Content-Encoding", "") == coding
    assert unpack(response.content) == body


def test_each_coding_has_its_own_etag(publish, client):
    publish(a_document())
    tags = {client.get(PAGE, headers={"Accept-Encoding": c})["ETag"] for c in ("br", "gzip", "")}
    assert len(tags) == 3


def test_bytes_that_the_client_has_are_not_sent_again(publish, client):
    publish(a_document())
    tag = client.get(PAGE)["ETag"]
    response = client.get(PAGE, headers={"If-None-Match": tag})
    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == tag
    assert response["Vary"] == "Accept, Accept-Encoding"


def test_new_bytes_are_sent(publish, client):
    publish(a_document())
    tag = client.get(PAGE)["ETag"]
    publish(a_document(company=(a_fact("tagline", "New", "report"),)))
    response = client.get(PAGE, headers={"If-None-Match": tag})
    assert response.status_code == 200
    assert b"New" in response.content


def test_the_newest_build_of_the_newest_release_is_served(publish, client, rebuild):
    first = publish(a_document())
    newest = publish(a_document())
    rebuild(newest, b"rebuilt")
    rebuild(first, b"old and rebuilt")
    assert client.get(PAGE).content == b"rebuilt"


def test_head_has_the_headers_and_no_body(publish, client):
    publish(a_document())
    response = client.head(PAGE)
    assert response.status_code == 200
    assert response.content == b""
    assert response["ETag"]


@pytest.mark.parametrize("address", [PAGE, "/", "/companies/acme/history/", "/companies/acme.md"])
def test_posting_is_refused(publish, address):
    publish(a_document())
    response = Client(enforce_csrf_checks=True).post(address)
    assert response.status_code == 405


@pytest.mark.parametrize(
    "address",
    [
        "/companies/nobody/",
        "/companies/nobody.md",
        "/companies/nobody/sources/",
        "/companies/nobody/history/",
        "/companies/nobody/releases/1/",
    ],
)
@pytest.mark.django_db
def test_an_unknown_company_is_a_page_that_says_what_to_do(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert b"all companies" in response.content
    assert b'action="/"' in response.content


def test_an_address_without_its_slash_leads_to_the_page(publish, client):
    publish(a_document())
    assert client.get("/companies/acme").headers["Location"] == PAGE


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}sources/", f"{PAGE}releases/1/"])
def test_only_our_own_files_run_and_only_we_are_asked(publish, client, address):
    publish(a_document())
    policy = client.get(address)["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules.get("connect-src", rules["default-src"]) == "'self'"


def test_the_source_list_is_served(publish, client):
    publish(a_rich_document())
    response = client.get("/companies/acme/sources/")
    assert b"<h1>Sources of Acme & Co</h1>" in response.content
