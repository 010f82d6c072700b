"""The stranger's script, with proofs that are made here by hand: it shares nothing with the site.

So it is also seen to refuse what a site sealed with its own key and should never have released.
"""

import ast
import json
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.contrib.staticfiles import finders

SCRIPT = finders.find("public/check_proof.py")
NAME = "acme.example/log"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PAGE = b"<p>Acme is in Lyon."


def text_of(thing):
    return json.dumps(thing, sort_keys=True, separators=(",", ":"))


def hash_of(text):
    return sha256(text.encode()).hexdigest()


def tree(leaves, index=None):
    """Root, and the path of one leaf."""
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0].encode()).digest(), []
    half = 1 << (len(leaves) - 1).bit_length() - 1
    is_left = index is not None and index < half
    left, below = tree(leaves[:half], index if is_left else None)
    right, other = tree(leaves[half:], index - half if index is not None and not is_left else None)
    path = [*below, right] if is_left else [*other, left]
    return sha256(b"\x01" + left + right).digest(), path


def public_key(name=NAME):
    public = b"\x01" + KEY.public_key().public_bytes_raw()
    key_id = sha256(name.encode() + b"\n" + public).digest()[:4]
    return f"{name}+{key_id.hex()}+{b64encode(public).decode()}"


def signed(leaves):
    text = f"{NAME}\n{len(leaves)}\n{b64encode(tree(leaves)[0]).decode()}\n"
    key_id = bytes.fromhex(public_key().split("+")[1])
    signature = b64encode(key_id + KEY.sign(text.encode())).decode()
    return f"{text}\n\N{EM DASH} {NAME} {signature}\n"


def a_document():
    claim = {"text": "Lyon", "citations": [{"source": "report", "quote": "based in Lyon"}]}
    fact = {"name": "headquarters", "claim": claim}
    return {
        "profile": "acme",
        "records": [{"kind": "company", "key": "acme", "facts": [fact]}],
        "sources": [{"key": "report", "title": "Report", "url": "https://report.example/"}],
    }


def an_envelope(number):
    return {
        "profile": "acme",
        "number": number,
        "approvals": [{"by": "Rita", "at": ""}],
        "deeds": {
            "submitted": {"account": 1, "at": "2026-01-01"},
            "approved": [{"account": 2, "at": "2026-01-02"}],
            "published": {"account": 3, "at": "2026-01-03"},
            "contributors": [1, 4],
        },
    }


def leaves_of(envelopes):
    release = {"type": "release", "profile": "acme"}
    leaves = [
        text_of({**release, "number": number, "sha256": hash_of(envelope)})
        for number, envelope in enumerate(envelopes, 1)
    ]
    made = [{"format": "html", "sha256": sha256(PAGE).hexdigest()}]
    pages = {"type": "renderings", "release": hash_of(envelopes[-1]), "formats": made}
    return [*leaves, text_of(pages), *(text_of({"type": "other", "of": n}) for n in range(4))]


def a_proof(change=lambda document, first, second: None):
    """Of the second release, in a log of seven entries."""
    document, first, second = a_document(), an_envelope(1), an_envelope(2)
    first |= {"previous_sha256": "", "document_sha256": "0" * 64}
    change(document, first, second)
    sealed = text_of(document)
    before = text_of(first)
    second = {"previous_sha256": hash_of(before), "document_sha256": hash_of(sealed), **second}
    envelopes = [before, text_of(second)]
    leaves = leaves_of(envelopes)
    entries = [
        {"index": n, "leaf": leaves[n], "path": [b64encode(p).decode() for p in tree(leaves, n)[1]]}
        for n in range(3)
    ]
    return {
        "document": sealed,
        "envelopes": envelopes,
        "entries": entries,
        "checkpoint": signed(leaves),
        "key": public_key(),
    }


@pytest.fixture
def check(tmp_path):
    """Isolated: nothing of ours can be imported."""

    def check(proof, *arguments, page=PAGE):
        (tmp_path / "proof.json").write_text(json.dumps(proof))
        (tmp_path / "page.html").write_bytes(page)
        command = [sys.executable, "-I", SCRIPT, "proof.json", "page.html", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert not done.stderr
        assert (done.returncode == 0) != ("FAILS: " in done.stdout)
        return done.stdout

    return check


def test_it_needs_nothing_but_the_standard_library_and_cryptography():
    with open(SCRIPT) as file:
        nodes = list(ast.walk(ast.parse(file.read())))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    foreign = {name.partition(".")[0] for name in names} - sys.stdlib_module_names
    assert foreign == {"cryptography"}


def test_what_holds(check):
    said = check(a_proof(), "--key", public_key(), "--fact", "company/acme headquarters")
    assert "FAILS" not in said
    assert "company/acme headquarters: Lyon: supports: “based in Lyon” in Report" in said
    assert "page.html is the html page as it was sealed" in said


def test_without_a_key_of_ones_own_it_says_so(check):
    assert "the key that the site itself names: compare it" in check(a_proof())


def test_another_page(check):
    said = check(a_proof(), page=b"<p>Acme is in Paris.")
    assert "FAILS: page.html is not a page that was sealed with this release" in said


def approved_by_an_author(document, first, second):
    second["deeds"]["contributors"].append(2)


def approved_by_who_submitted(document, first, second):
    second["deeds"]["submitted"]["account"] = 2


def approved_afterwards(document, first, second):
    second["deeds"]["approved"][0]["at"] = "2999-01-01"


def approved_by_nobody(document, first, second):
    second["approvals"] = second["deeds"]["approved"] = []


def approved_without_an_account(document, first, second):
    del second["deeds"]


def a_source_is_missing(document, first, second):
    document["sources"] = []


def another_document(document, first, second):
    second["document_sha256"] = "0" * 64


def the_chain_is_broken(document, first, second):
    second["previous_sha256"] = "0" * 64


def of_another_profile(document, first, second):
    first["profile"] = "other"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (approved_by_an_author, "approved by somebody whose work is in it"),
        (approved_by_who_submitted, "approved by somebody whose work is in it"),
        (approved_afterwards, "not submitted, approved and published in this order"),
        (approved_by_nobody, "does not say who approved it"),
        (approved_without_an_account, "does not say who approved it"),
        (a_source_is_missing, "cites a source that is not in the document"),
        (another_document, "the document is not the one that was released"),
        (the_chain_is_broken, "does not follow the release before it"),
        (of_another_profile, "release 1 is another one"),
    ],
)
def test_what_the_site_itself_sealed_has_to_keep_the_rules(check, change, why):
    [failure] = check(a_proof(change)).splitlines()[-1:]
    assert failure.startswith("FAILS: ")
    assert why in failure


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_each_entry_is_needed(check, missing):
    proof = a_proof()
    del proof["entries"][missing]
    assert "FAILS" in check(proof)


@pytest.mark.parametrize(
    "path",
    [lambda path: path[1:], lambda path: [*path, path[0]], lambda path: path[::-1]],
    ids=["shorter", "longer", "reversed"],
)
def test_a_path_that_leads_elsewhere(check, path):
    proof = a_proof()
    proof["entries"][1]["path"] = path(proof["entries"][1]["path"])
    assert "FAILS" in check(proof)


def test_a_key_that_did_not_sign(check):
    other = public_key("other.example/log")
    assert "FAILS: the log's head is not signed by other.example/log" in check(
        a_proof(), "--key", other
    )
    assert "FAILS: the key that was given is not an Ed25519 key" in check(
        a_proof(), "--key", f"{NAME}+00000000+AAAA"
    )


def test_a_forged_signature(check):
    proof = a_proof()
    proof["checkpoint"] = proof["checkpoint"].replace("\n7\n", "\n8\n")
    assert "FAILS: the signature of the log's head is forged" in check(proof)


def test_a_head_that_was_kept(check, tmp_path):
    """Of the first four entries; and one of four others."""
    envelopes = a_proof()["envelopes"]
    leaves = leaves_of(envelopes)
    path = [b64encode(tree(leaves[4:])[0]).decode()]
    (tmp_path / "consistency.json").write_text(json.dumps({"path": path}))
    asked = ["--head", "head.txt", "--consistency", "consistency.json"]
    (tmp_path / "head.txt").write_text(signed(leaves[:4]))
    assert "holds: the log continues the head that you kept" in check(a_proof(), *asked)
    (tmp_path / "head.txt").write_text(signed(leaves[1:5]))
    assert "FAILS: the log was rewritten since your head was kept" in check(a_proof(), *asked)
    (tmp_path / "head.txt").write_text(signed([*leaves, "another"]))
    assert "FAILS: the log has 7 entries, and had 8" in check(a_proof(), *asked)


def test_a_file_that_is_no_proof(check):
    assert "FAILS: what is to be checked cannot be read" in check({})
