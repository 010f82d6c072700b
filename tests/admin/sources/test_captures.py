"""A capture at the desk: pasted or uploaded, and what it brings to light."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from profiles.models import Capture, Citation, Source
from profiles.provenance.captures import archiving
from tests.admin.forms import change_url, form_in
from tests.factories import a_claim, a_company, a_source, cited, person, rule
from tests.provenance.captures.papers import a_pdf

pytestmark = pytest.mark.django_db

ADD = "/admin/profiles/capture/add/"
FIRST = "Acme was founded in April 2019. It raised €385 million."


@pytest.fixture
def source():
    return a_source(text=FIRST)


def posted(client, source, **changes):
    form = form_in(client.get(f"{ADD}?source={source.pk}"), "text")
    seen_at = timezone.now() + timedelta(days=1)
    form |= {"seen_at_0": f"{seen_at:%Y-%m-%d}", "seen_at_1": "12:00:00"}
    form |= {"seen_at": f"{seen_at:%Y-%m-%d} 12:00"}
    return client.post(ADD, form | changes, follow=True)


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("name", "content", "text", "medium"),
    [
        ("a.txt", "Raised €3\r\nin June".encode("cp1252"), "Raised €3\nin June", "text"),
        ("a.html", b"<html><p>Raised <b>3</b></p><script>x</script></html>", "Raised 3", "html"),
        ("a.pdf", a_pdf("Raised 3"), "Raised 3", "pdf"),
        ("a.json", b'{"title": "Acme", "body_md": "Raised 3"}', "Acme\n\nRaised 3", "json"),
    ],
)
def test_a_file_is_kept_as_its_text(as_user, erin, source, name, content, text, medium):
    posted(as_user(erin), source, file=upload(name, content), depth="excerpt")
    capture = Capture.objects.latest("pk")
    assert (capture.text, capture.medium, capture.depth) == (text, medium, "excerpt")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "one of the two"),
        ({"text": "x", "file": upload("a.txt", b"x")}, "one of the two"),
        ({"text": "x" * 2_000_001}, "at most 2,000,000 are kept"),
        ({"file": upload("a.pdf", b"%PDF-1.4 x")}, "damaged"),
        ({"file": upload("a.png", b"\x89PNG\0\0")}, "Save it as UTF-8"),
        ({"file": upload("a.txt", b"x" * 20_000_001)}, "are read. Send the part"),
        ({"text": FIRST}, "archived already, as edition 1"),
        ({"text": "x", "edition": "1"}, "There is a capture of this edition already"),
        ({"text": "x", "depth": "none"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_kept_is_refused_beside_the_form(as_user, erin, source, changes, says):
    page = posted(as_user(erin), source, **changes).content.decode()
    assert says in page
    assert Capture.objects.count() == 1


def test_a_paste_that_no_form_takes_is_refused_on_a_page_of_its_own(as_user, erin, source):
    answer = posted(as_user(erin), source, text="x" * 20_000_000)
    assert answer.status_code == 413
    assert "choose the text as a file" in answer.content.decode()
    assert Capture.objects.count() == 1


def test_it_says_what_was_found_and_which_facts_lost_their_quote(as_user, erin, source):
    company = a_company(founded="2019-04", total_funding="EUR 385000000")
    for fact, quote in (("founded", "April 2019"), ("total_funding", "€385 million")):
        rule(a_claim(company, fact, source=source, quote=quote))
    page = posted(as_user(erin), source, text="Founded in April 2019.").content.decode()
    assert "2 quotes: 1 exact, 1 missing." in page
    assert "One quote is no longer found in it" in page
    lost = reverse("admin:profiles_fact", args=[company.pk, "total_funding"])
    assert f'<a href="{lost}">Total funding of company/acme</a>' in page
    assert reverse("admin:profiles_fact", args=[company.pk, "founded"]) not in page.split("<h1")[0]


def test_only_who_may_add_captures_adds_them(as_user, rita, source):
    assert as_user(rita).get(ADD).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_a_document_is_read(as_user, monkeypatch):
    """SQLite has one writer: a PDF that takes its twenty seconds would lock everybody out."""
    source = a_source()
    locked = []

    def slow(*document):
        locked.append(connection.in_atomic_block)
        return "Read."

    monkeypatch.setattr(archiving, "extract", slow)
    posted(as_user(person("erin")), source, text="x")
    archiving.capture(source=source, content="y")
    assert locked == [False, False]
    assert source.captures.filter(text="Read.").count() == 2


HOSTILE = "<script>alert(1)</script> \u202e<img src=x onerror=alert(1)>\u200b"


def test_hostile_text_breaks_no_page(as_user, erin, source):
    client = as_user(erin)
    posted(client, source, text=HOSTILE, edition="<b>evil</b>")
    capture = Capture.objects.latest("pk")
    assert capture.text == HOSTILE
    for row in (capture, source):
        page = client.get(change_url(row)).content.decode()
        assert "<script>alert(1)" not in page
        assert "<img src=x" not in page
        assert "<b>evil" not in page


# --- beside each citation ---------------------------------------------------------------------


def line(client, company, fact="founded") -> str:
    """What stands beside the citations of a fact."""
    page = client.get(reverse("admin:profiles_fact", args=[company.pk, fact])).content.decode()
    return " | ".join(part.split("</p>")[0] for part in page.split('<p class="mark ')[1:])


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("April 2019", ("good", "✓", "Word for word in the capture of", "(full text)")),
        ("April\u00a02019", ("good", "✓", "(full text), but for white space")),
        ("in May 2019", ("bad", "✗", "Not found in the capture of")),
        ("€385 million", ("good", "✓", "Word for word")),
        ("", ("quiet", "○", "Not checkable: neither a quote nor a place")),
        ("It", ("quiet", "Not checkable: the quote is too short")),
    ],
)
def test_one_line_says_whether_the_quote_is_there(as_user, erin, source, quote, says):
    company = a_company(founded="2019-04")
    a_claim(company, "founded", source=source, quote=quote)
    shown = line(as_user(erin), company)
    for words in says:
        assert words in shown


def test_a_quote_too_short_for_the_fingerprint_that_came_later_says_so(as_user, erin):
    company = a_company(founded="2019-04")
    source = a_source("bare")
    a_claim(company, "founded", source=source, quote="April 2019")
    archiving.capture(source=source, content="It was founded in April 2019.", depth="fingerprint")
    shown = line(as_user(erin), company)
    assert "Not checkable: the quote is too short for a fingerprint" in shown
    assert "nothing archived" not in shown


def test_nothing_archived_is_no_pass(as_user, erin):
    company = a_company(founded="2019-04")
    a_claim(company, "founded", source=a_source("bare"), quote="April 2019")
    shown = line(as_user(erin), company)
    assert "Not checkable: nothing archived" in shown
    assert "✓" not in shown


def test_another_value_is_said(as_user, erin, source):
    company = a_company(founded="2018")
    a_claim(company, "founded", source=source, quote="founded in April 2019")
    assert "but it says another value" in line(as_user(erin), company)


def test_elsewhere_and_gone_since_are_said(as_user, erin, source):
    company = a_company(founded="2019-04")
    client = as_user(erin)
    a_claim(company, "founded", source=source, quote="April 2019")
    posted(client, source, text="Acme was founded.")
    assert "; not found in the capture of" in line(client, company)
    Citation.objects.all().delete()
    a_claim(company, "founded", source=source, quote="April 2019")
    assert "but in another one of this source or of a copy" in line(client, company)


def test_what_an_excerpt_lacks_proves_nothing(as_user, erin, source):
    company = a_company(founded="2019-04")
    client = as_user(erin)
    a_claim(company, "founded", source=source, quote="April 2019")
    found = line(client, company)
    posted(client, source, text="Acme was founded.", depth="excerpt")
    assert line(client, company) == found
    herald = a_source("herald")
    posted(client, herald, text="Acme was founded.", depth="stub")
    Citation.objects.all().delete()
    a_claim(company, "founded", source=herald, quote="April 2019")
    assert "(what stands before the paywall), which proves nothing" in line(client, company)


def test_many_citations_cost_no_more_queries(as_user, erin, django_assert_max_num_queries):
    company = a_company(founded="2019-04")
    client = as_user(erin)
    address = reverse("admin:profiles_fact", args=[company.pk, "founded"])
    a_claim(company, "founded", source=a_source(text=FIRST), quote="April 2019")
    with django_assert_max_num_queries(30) as few:
        client.get(address)
    for number in range(15):
        source = a_source(f"herald-{number}", text=FIRST)
        a_claim(company, "founded", source=source, quote="April 2019")
    with django_assert_max_num_queries(len(few)):
        client.get(address)


def test_the_texts_stay_in_the_database(as_user, erin, source):
    """A source's page lists its captures without loading what they say."""
    cited(a_company(founded="2019"), "founded", source=source)
    page = as_user(erin).get(change_url(source)).content.decode()
    assert f"{len(FIRST)} characters" in page
    assert Source.objects.count() == 1
