"""What whoever checks the log gets: enough to check it, and nothing has to be believed."""

import json
from base64 import b64decode
from hashlib import sha256

import pytest

from profiles.publishing import merkle
from profiles.publishing.notes import read
from tests.factories import a_cited_profile, a_release
from tests.publishing.test_log import climbed, is_beginning

pytestmark = pytest.mark.django_db


def path_of(response):
    return [b64decode(node) for node in response.json()["path"]]


def head_of(client):
    return read(client.get("/log/checkpoint").content.decode())


def test_the_page_that_is_served_is_under_the_head(client):
    """From the bytes of the page to the head, by nothing but hashes."""
    a_release(a_cited_profile("other"))
    release = a_release()
    page = client.get("/companies/acme/", headers={"Accept": "text/html"})
    seal = release.renderings.get(format="html").seal_id
    entry = client.get(f"/log/entries/{seal}")
    told = {each["format"]: each for each in json.loads(entry.content)["formats"]}["html"]
    assert told["sha256"] == sha256(page.content).hexdigest()
    assert (told["media_type"], told["etag"]) == ("text/html", page["ETag"][1:33])
    head, proof = head_of(client), client.get(f"/log/inclusion/{seal}")
    leaf = merkle.hash_of_leaf(entry.content)
    assert climbed(leaf, seal, head.size, path_of(proof)) == head.root


def test_the_log_of_yesterday_is_the_beginning_of_todays(client):
    a_release()
    old = head_of(client)
    a_release(a_cited_profile("other"))
    new, proof = head_of(client), client.get(f"/log/consistency/{old.size}")
    assert is_beginning(old.size, new.size, path_of(proof), old.root, new.root)


@pytest.mark.parametrize("address", ["checkpoint", "entries/0", "inclusion/0", "consistency/1"])
def test_what_is_not_there(client, address):
    assert client.get(f"/log/{address}").status_code == 404


def test_entries_are_kept_for_ever_by_caches_and_heads_are_not(client):
    a_release()
    assert "immutable" in client.get("/log/entries/0")["Cache-Control"]
    assert "max-age=0" in client.get("/log/checkpoint")["Cache-Control"]


def test_a_page_without_a_seal_is_never_served(client):
    release = a_release()
    row = release.renderings.get(format="html")
    row.pk, row.build, row.seal, row.body = None, "forged", None, b"<p>Forged"
    row.body_gzip = row.body_brotli = b"<p>Forged"
    row.save()
    assert b"Forged" not in client.get("/companies/acme/").content
