"""A stranger checks what they downloaded, with a script that knows nothing of this site."""

import json
import subprocess
import sys
from base64 import b64encode

import pytest
from django.contrib.staticfiles import finders

from profiles.models import Checkpoint
from tests.factories import a_cited_profile, a_release, restate

pytestmark = pytest.mark.django_db
SCRIPT = finders.find("public/check_proof.py")
SEED = b64encode(bytes(range(32))).decode()


@pytest.fixture
def releases(settings):
    settings.LOG_KEY = SEED
    first = a_release()
    restate(first.profile.company, "headquarters", "Lyon, France")
    second = a_release(first.profile.company, note="Moved.")
    a_release(a_cited_profile("other"))
    return [first, second]


@pytest.fixture
def downloaded(client, releases, tmp_path):
    (tmp_path / "proof.json").write_bytes(
        client.get("/companies/acme/releases/2/proof/proof.json").content
    )
    for name, address in {"page.html": "/", "page.md": ".md", "page.json": ".json"}.items():
        page = client.get(f"/companies/acme{address}", headers={"Accept": "text/html"})
        (tmp_path / name).write_bytes(page.content)
    return tmp_path


def check(folder, *arguments):
    """Isolated: nothing of ours can be imported."""
    command = [sys.executable, "-I", SCRIPT, "proof.json", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.returncode, done.stdout


def alter(folder, name, old, new):
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1))


def test_everything_holds(downloaded):
    key = json.loads((downloaded / "proof.json").read_text())["key"]
    pages = ["page.html", "page.md", "page.json"]
    code, said = check(downloaded, *pages, "--key", key, "--fact", "company/acme headquarters")
    assert code == 0, said
    assert "signed with your key" in said
    assert "approved by Rita, whose work is not in it" in said
    assert "company/acme headquarters: Lyon, France: supports: " in said
    assert all(f"{page} is the" in said for page in pages)


@pytest.mark.parametrize(
    ("name", "old", "new", "why"),
    [
        ("page.html", "Lyon", "Lyons", "page.html is not a page that was sealed"),
        ("proof.json", "Lyon", "Lyons", "the document is not the one that was released"),
        ("proof.json", "Moved.", "Moved!", "release 2 is not in the log"),
        ("proof.json", "Rita", "Ruth", "release 1 is not in the log"),
        ("proof.json", '"index": ', '"index": 1', "is not"),
        (
            "proof.json",
            '"checkpoint": "',
            '"checkpoint": "x',
            "signature of the log's head is forged",
        ),
        ("proof.json", '"path": ["', '"path": ["AAAA', "is not in the log"),
        ("proof.json", '{"', "{", "cannot be read"),
    ],
)
def test_whatever_was_altered_fails(downloaded, name, old, new, why):
    assert check(downloaded, "page.html")[0] == 0, "the control"
    alter(downloaded, name, old, new)
    code, said = check(downloaded, "page.html")
    assert (code, "FAILS: " in said, why in said) == (1, True, True), said


def test_another_key_fails(downloaded):
    name, _, _ = json.loads((downloaded / "proof.json").read_text())["key"].partition("+")
    key = f"{name}+00000000+{b64encode(bytes([1, *range(32)])).decode()}"
    assert "is not signed by" in check(downloaded, "--key", key)[1]
    assert "not an Ed25519 key" in check(downloaded, "--key", f"{name}+0+AAAA")[1]


def test_a_head_that_was_kept(downloaded, client):
    kept = Checkpoint.objects.first()
    (downloaded / "head.txt").write_text(kept.note)
    answer = client.get(f"/log/consistency/{kept.size}").content
    (downloaded / "consistency.json").write_bytes(answer)
    asked = ["--head", "head.txt", "--consistency", "consistency.json"]
    assert "continues the head that you kept" in check(downloaded, *asked)[1]
    root = b64encode(b"r" * 32).decode()
    alter(downloaded, "head.txt", b64encode(bytes.fromhex(kept.root)).decode(), root)
    assert "the log was rewritten since" in check(downloaded, *asked)[1]


def test_a_fact_that_has_no_source(downloaded):
    assert "no source is cited for it" in check(downloaded, "--fact", "it")[1]


def test_an_unsigned_log_is_said_to_be_one(client):
    a_release()
    page = client.get("/companies/acme/releases/1/proof/").content.decode()
    assert "does not sign its log yet" in page


class TestThePage:
    def test_it_leads_from_the_facts_to_the_log(self, client, releases):
        page = client.get("/companies/acme/releases/2/proof/").content.decode()
        assert "Lyon, France" in page
        assert "Rita, none of whose work is in it" in page
        assert releases[1].sha256 in page
        assert Checkpoint.objects.last().note.splitlines()[2] in page.replace("&#x2B;", "+")

    def test_pages_link_it(self, client, releases):
        link = "/companies/acme/releases/2/proof/"
        assert link in client.get("/companies/acme/").content.decode()
        assert link in client.get("/companies/acme/history/").content.decode()

    @pytest.mark.parametrize("name", ["", "proof.json"])
    def test_there_is_none_of_what_was_not_published(self, client, releases, name):
        assert client.get(f"/companies/acme/releases/3/proof/{name}").status_code == 404
        assert client.get(f"/companies/none/releases/1/proof/{name}").status_code == 404

    def test_an_older_release_has_its_own(self, client, releases):
        proof = client.get("/companies/acme/releases/1/proof/proof.json").json()
        assert len(proof["envelopes"]) == 1
        assert "Lyon" not in proof["document"]
