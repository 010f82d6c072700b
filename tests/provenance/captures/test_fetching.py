"""Fetching from the web: what comes is kept, and nothing of this machine's network ever is."""

import gzip
import json
from base64 import b64decode
from dataclasses import asdict
from io import StringIO

import pytest
from django.conf import settings as configured
from django.core.management import CommandError, call_command

from profiles.models import Capture
from profiles.provenance.captures import fetching
from profiles.provenance.captures.fetching import FetchRefused, Reach, fetch
from profiles.provenance.captures.fetching_child import Refused, download
from profiles.provenance.captures.limits import MOST_BYTES
from tests.factories import a_claim, a_company, a_source, rule
from tests.provenance.captures.a_site import LONG, a_site
from tests.provenance.captures.papers import a_pdf


@pytest.fixture(scope="module")
def site():
    with a_site() as site:
        yield site


@pytest.fixture
def reach(site):
    """As in production, but for this machine and the site's port."""
    return Reach(ports=(80, 443, site.port), loopback=True)


@pytest.fixture(autouse=True)
def switched_on(settings):
    settings.FETCH_SOURCES = True


def refusal(address: str, reach: Reach) -> str:
    with pytest.raises(FetchRefused) as refused:
        fetch(address, reach=reach)
    (message,) = refused.value.messages
    assert len(message) < 250
    return message


PARAGRAPH = "<p>Łódź raised <b>€3</b> in June.</p>"
POLISH = "<html><meta charset=utf-8><p>Łódź</p></html>"


@pytest.mark.parametrize(
    ("body", "kind", "text", "medium"),
    [
        ("Raised €3", "text/plain; charset=utf-8", "Raised €3", "text"),
        ("Raised €3".encode("cp1252"), "text/plain", "Raised €3", "text"),
        ("Łódź".encode("iso-8859-2"), "text/plain; charset=ISO-8859-2", "Łódź", "text"),
        (
            f"<html>{PARAGRAPH}</html>",
            "text/html; charset=UTF-8",
            "Łódź raised €3 in June.",
            "html",
        ),
        (POLISH.encode("iso-8859-2"), 'text/html; charset="iso-8859-2"', "Łódź", "html"),
        (a_pdf("Raised 3"), "application/pdf", "Raised 3", "pdf"),
        (json.dumps({"title": "A", "body": "B"}), "application/json", "A\n\nB", "json"),
        ("Łódź", "text/plain; charset=punycode", "Łódź", "text"),
    ],
)
def test_what_comes_is_read_in_its_encoding(site, reach, body, kind, text, medium):
    came = fetch(site.put("/page", body, type=kind), reach=reach)
    assert (came.document.text, came.document.medium) == (text, medium)


def test_it_says_who_asks_and_sends_nothing_else_of_ours(site, reach, settings):
    settings.SITE_URL = "https://profiles.example.org"
    site.sends_on("/old", "/new")
    site.put("/new")
    site.asked.clear()
    came = fetch(site.at("/old"), reach=reach)
    assert came.address == site.at("/new")
    assert [path for path, _ in site.asked] == ["/old", "/new"]
    for _, headers in site.asked:
        assert headers["User-Agent"] == "Footnote (+https://profiles.example.org)"
        assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def test_a_packed_page_is_unpacked(site, reach):
    page = gzip.compress(LONG.encode())
    address = site.put("/packed", page, headers={"Content-Encoding": "gzip"})
    assert fetch(address, reach=reach).document.text == LONG


@pytest.mark.parametrize(
    ("body", "depth", "doubt"),
    [
        (LONG, "full", ""),
        ("<html><p>Subscribe to read on.</p></html>", "stub", "Only 21 characters of text came:"),
        (
            f"<html><p>{LONG}</p><input name=p type='password'></html>",
            "stub",
            "asks for a password",
        ),
        (f"<html><p>{LONG * 2}</p><input type=password></html>", "full", ""),
    ],
)
def test_what_looks_like_a_paywall_is_kept_as_no_full_text(site, reach, body, depth, doubt):
    came = fetch(site.put("/wall", body, type="text/html"), reach=reach)
    assert came.depth == depth
    assert doubt in came.doubt
    assert bool(came.doubt) == bool(doubt)


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ({"status": 404}, "no such page (404)"),
        ({"status": 401}, "asks for a login"),
        ({"status": 403}, "does not let a machine read it"),
        ({"status": 503}, "answered with an error (503)"),
        ({"type": "image/png", "body": b"\x89PNG"}, "It is image/png; only HTML"),
        ({"type": "", "body": b"x"}, "of no named type"),
        ({"type": "text/html", "body": "<html><script>x</script>"}, "There is no text in it"),
        ({"type": "application/pdf", "body": b"%PDF-1.4 x"}, "damaged"),
        ({"body": b"x" * (MOST_BYTES + 1)}, "more than 20 MB"),
        ({"body": gzip.compress(b"x" * (MOST_BYTES + 1)), "headers": {"Content-Encoding": "gzip"}},
         "more than 20 MB"),
        ({"body": b"no gzip", "headers": {"Content-Encoding": "gzip"}}, "broke off"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_with_a_remedy(site, reach, page, says):
    assert says in refusal(site.put("/refused", **page), reach)


def test_a_page_that_drips_is_left_at_the_deadline(site, reach, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_SECONDS_FETCHING", 1)
    address = site.put("/drip", b"x", drip=0.05)
    assert "did not come within 1 seconds" in refusal(address, reach)


def test_nothing_there_to_answer(site, reach):
    assert "cannot be reached" in refusal("http://127.0.0.1:443/", reach)
    assert "cannot be reached" in refusal("http://nowhere.invalid/", reach)


def test_at_most_five_redirects(site, reach):
    for number in range(6):
        site.sends_on(f"/hop{number}", f"/hop{number + 1}")
    site.put("/hop6")
    assert fetch(site.at("/hop1"), reach=reach).address == site.at("/hop6")
    assert "more than 5 times" in refusal(site.at("/hop0"), reach)


# --- the guard ----------------------------------------------------------------------------------

WITHIN = [
    "http://127.0.0.1:{port}/secret",
    "http://127.1:{port}/secret",
    "http://2130706433:{port}/secret",
    "http://0x7f000001:{port}/secret",
    "http://localhost:{port}/secret",
    "http://[::ffff:127.0.0.1]:{port}/secret",
]
PRIVATE = [
    "http://[::1]/",
    "http://[::7f00:1]/",
    "http://[::ffff:0:7f00:1]/",
    "http://0.0.0.0/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "https://[fc00::1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[64:ff9b::7f00:1]/",
]
BROKEN = "http://[::x/"
NOT_THE_WEB = {
    "file:///etc/passwd": "Only http and https",
    "ftp://example.org/x": "Only http and https",
    "gopher://example.org/": "Only http and https",
    "http://erin:secret@example.org/": "user name or a password",
    "http://example.org:22/": "not 22",
    BROKEN: "no web address",
}
OF_THIS_MACHINE = ["http://[::1]/"]


def judged(address: str, reach: Reach) -> str:
    """What the child process answers, within this one, which is quicker."""
    asked = {"address": address, "agent": "Footnote", **asdict(reach)}
    try:
        return b64decode(download(json.dumps(asked).encode())["content"]).decode()
    except Refused as refused:
        return str(refused)


@pytest.mark.parametrize("address", WITHIN)
def test_this_machine_is_never_asked(site, reach, address):
    """And without the guard it would be: each address leads to the site."""
    address = address.format(port=site.port)
    site.put("/secret")
    site.asked.clear()
    guarded = Reach(ports=reach.ports)
    assert "never fetched" in judged(address, guarded)
    assert site.asked == []
    assert judged(address, reach) == LONG


def test_nor_by_the_child_process(site, reach):
    assert "never fetched" in refusal(site.put("/secret"), Reach(ports=reach.ports))


@pytest.mark.parametrize("address", PRIVATE)
def test_nothing_in_a_private_network_is_asked(site, reach, address):
    """Nor where a page sends on to it, even where this machine may be asked."""
    assert "never fetched" in judged(address, Reach())
    if address not in OF_THIS_MACHINE:
        assert "never fetched" in judged(site.sends_on("/on", address), reach)


@pytest.mark.parametrize(("address", "says"), NOT_THE_WEB.items())
def test_only_plain_web_addresses_are_asked(site, reach, address, says):
    assert says in judged(address, Reach())
    onward = "cannot be reached" if address == BROKEN else says
    assert onward in judged(site.sends_on("/on", address), reach)


def test_production_reaches_only_the_public_web():
    assert Reach(**configured.FETCH_REACH) == Reach(ports=(80, 443), loopback=False) == Reach()


def test_switched_off_it_asks_nobody(site, reach, settings):
    settings.FETCH_SOURCES = False
    site.put("/page")
    site.asked.clear()
    assert "Set FETCH_SOURCES=1" in refusal(site.at("/page"), reach)
    assert site.asked == []


# --- the command --------------------------------------------------------------------------------


def command(*arguments: str) -> str:
    out = StringIO()
    call_command("capture_source", *arguments, "--user", "erin", stdout=out, stderr=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_command_fetches_and_says_what_it_found(site, reach, settings):
    settings.FETCH_REACH = {"ports": reach.ports, "loopback": True}
    source = a_source(url=site.put("/article"))
    rule(a_claim(a_company(founded="2019"), "founded", source=source, quote="in June"))
    said = command("gazette", "--fetch", "--edition", "web")
    assert "gazette@web: 1 quote: 1 exact" in said
    assert (source.latest_capture.text, source.latest_capture.depth) == (LONG, "full")


@pytest.mark.django_db
def test_the_command_keeps_a_stub_and_says_so(site, reach, settings):
    settings.FETCH_REACH = {"ports": reach.ports, "loopback": True}
    source = a_source(url=site.put("/stub", "Subscribe."))
    assert "Only 10 characters of text came" in command("gazette", "--fetch")
    assert source.latest_capture.depth == "stub"
    source = a_source("herald", url=site.at("/stub"))
    command("herald", "--fetch", "--depth", "excerpt")
    assert source.latest_capture.depth == "excerpt"


@pytest.mark.django_db
def test_the_command_refuses_in_a_sentence(site, reach, settings, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("x")
    a_source(url=site.at("/none"))
    a_source("bare", url="")
    for arguments, says in (
        (("gazette", "--fetch"), "never fetched|own ports"),
        (("bare", "--fetch"), "has no address"),
        (("gazette",), "FILE or --fetch"),
        (("gazette", str(file), "--fetch"), "FILE or --fetch"),
    ):
        with pytest.raises(CommandError, match=says):
            command(*arguments)
    settings.FETCH_SOURCES = False
    with pytest.raises(CommandError, match="Set FETCH_SOURCES=1"):
        command("gazette", "--fetch")
    assert Capture.objects.exclude(text="").count() == 0
