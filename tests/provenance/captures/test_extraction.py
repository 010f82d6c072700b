"""The text of what is pasted or uploaded, and what is refused."""

import json
import resource
import zlib

import pytest
from django.core.exceptions import ValidationError

from profiles.child_process import BrokeOff, Refused, TookTooLong, run
from profiles.provenance.captures import extraction
from profiles.provenance.captures.extraction import extract, medium_of
from profiles.provenance.captures.limits import MOST_BYTES, MOST_CHARACTERS
from tests.provenance.captures.papers import a_pdf, a_pdf_bomb

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Acme &amp; Co</title>
<style>p { color: red }</style><script>alert("head")</script></head>
<body><nav>Home</nav><p>Raised <b>€385</b> million<br>in <a href="/x">June</a>.</p>
<script>alert("body")</script><noscript>Enable it</noscript><template>Not this</template>
<table><tr><td>HQ</td><td>Paris</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("content", "medium"),
    [
        (b"Raised \xe2\x82\xac385 million", "text"),
        (a_pdf("x"), "pdf"),
        (PAGE.encode(), "html"),
        (b"\n<!-- x -->\n<HTML><p>x", "html"),
        (b'\xef\xbb\xbf {"body": "x"}', "json"),
        (b"a < b and {c}", "text"),
        (b"", "text"),
    ],
)
def test_what_it_is_is_told_by_the_bytes(content, medium):
    assert medium_of(content) == medium


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_in_the_encodings_that_people_write(encoding):
    assert extract("Raised €385 million\r\nin June".encode(encoding)) == (
        "Raised €385 million\nin June"
    )


def test_a_page_is_what_a_reader_sees():
    assert extract(PAGE, "html").split("\n") == [
        "Acme & Co", "Home", "Raised €385 million", "in June.", "HQ Paris"
    ]  # fmt: skip


def test_a_page_in_the_encoding_that_it_names():
    page = "<html><head><meta charset=iso-8859-2></head><body><p>Łódź</p></body></html>"
    assert extract(page.encode("iso-8859-2"), "html") == "Łódź"


def test_every_page_of_a_pdf():
    assert extract(a_pdf("Raised 385 million", "in June"), "pdf") == "Raised 385 million\n\nin June"


def test_a_record_with_its_body_summary_and_the_rest():
    record = {
        "title": "Acme", "summary": "In short.", "body_md": "It [raised](https://x.org) €3.",
        "url": "https://acme.example", "topics": ["ai", "law"], "alternates": {"text": "/a.txt"},
        "empty": None,
    }  # fmt: skip
    assert extract(json.dumps(record), "json").split("\n") == [
        "Acme", "", "It [raised](https://x.org) €3.", "", "In short.", "",
        "url: https://acme.example", "topics: ai, law", 'alternates: {"text": "/a.txt"}',
    ]  # fmt: skip


def test_what_no_database_keeps_is_replaced():
    assert extract('{"body": "a\\u0000b\\ud800c"}', "json") == "a\ufffdb\ufffdc"


HOSTILE_TEXT = "<script>alert(1)</script> \u202e\u200b\u2066 javascript:alert(1) {{ 7*7 }} \x1b[31m"


def test_hostile_text_is_kept_as_it_is():
    assert extract(HOSTILE_TEXT) == HOSTILE_TEXT


BOMB = a_pdf_bomb()
REFUSED = {
    "a paste of 20 MB": ("x" * 20_000_000, "text", "excerpt"),
    "a file over the limit": (b"x" * (MOST_BYTES + 1), "text", "excerpt"),
    "a long text": ("x" * (MOST_CHARACTERS + 1), "text", "2,000,001 characters"),
    "nothing": ("", "text", "no text"),
    "white space": (b" \n\t", "text", "no text"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "text", "Save it as UTF-8"),
    "a page without text": ("<html><img src=x></html>", "html", "no text"),
    "a page of an unknown encoding": (b"<html>\x81\x8d\x8f\x90\x9d", "html", "UTF-8"),
    "no PDF": (b"%PDF-1.4 nonsense", "pdf", "damaged"),
    "half a PDF": (a_pdf("Raised 385 million")[:200], "pdf", ""),
    "a scan": (a_pdf(stream=b"0 0 m 9 9 l S"), "pdf", "paste the words"),
    "no JSON": ("{not json", "json", "well-formed"),
    "a list": ("[1, 2]", "json", "body_md"),
    "a record without a body": ('{"title": "x"}', "json", "body_md"),
    "a deep record": ('{"a":' * 200_000, "json", "well-formed"),
    "a huge number": ('{"body": ' + "9" * 10_000 + "}", "json", "well-formed"),
    "a PDF bomb": (BOMB, "pdf", "no text"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "medium", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_kept_is_refused_with_a_remedy(content, medium, says):
    with pytest.raises(ValidationError) as refusal:
        extract(content, medium)
    (message,) = refusal.value.messages
    assert says in message
    assert len(message) < 250


def test_the_bomb_takes_no_room():
    """PDFium stops unpacking long before its end; a page that is large but real is read whole."""
    words = zlib.compress(b"BT /F1 12 Tf 9 99 Td (Raised 3) Tj ET" + b" " * 9_000_000)
    small = a_pdf(stream=words, filters="/Filter/FlateDecode")
    assert extract(small, "pdf") == "Raised 3"
    assert len(BOMB) < 20_000
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    with pytest.raises(ValidationError):
        extract(BOMB, "pdf")
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # of the largest child so far
    assert after - before < 100_000, "kilobytes"


def test_a_page_that_never_ends_is_stopped(monkeypatch):
    """Parsing nested elements takes quadratic time: a minute and more for this one."""
    monkeypatch.setattr(extraction, "MOST_SECONDS", 2)
    with pytest.raises(ValidationError, match="within 2 seconds"):
        extract("<html>" + "<div>" * 500_000, "html")


# --- the child process ------------------------------------------------------------------------


def test_a_child_that_takes_too_long_is_stopped():
    with pytest.raises(TookTooLong):
        run("timeit", "-n", "1", "-r", "1", "import time; time.sleep(60)", data=b"", seconds=1)


def test_a_child_refuses_in_a_sentence():
    with pytest.raises(Refused, match="damaged"):
        run("profiles.provenance.captures.extraction_child", "pdf", data=b"%PDF-", seconds=30)


def test_a_child_that_dies_says_of_what():
    with pytest.raises(BrokeOff, match="KeyError") as end:
        run("profiles.provenance.captures.extraction_child", "docx", data=b"", seconds=30)
    assert not end.value.of_a_limit
