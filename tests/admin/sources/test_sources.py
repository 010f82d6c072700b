"""Sources, their captures, and the facts that rest on them."""

import pytest
from django.urls import reverse

from profiles.models import Capture, Citation, Claim, Source
from tests.admin.forms import change_url, form_in
from tests.factories import a_claim, a_company, a_source, cited

pytestmark = pytest.mark.django_db


def test_a_source_lists_the_facts_that_rest_on_it(as_user, erin):
    company = cited(a_company(founded="2019"), "founded")
    text = as_user(erin).get(change_url(a_source())).content.decode()
    assert reverse("admin:profiles_fact", args=[company.pk, "founded"]) in text
    assert "2019" in text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/a", "data:text/html,x"])
def test_only_web_addresses_are_kept(as_user, erin, url):
    source = a_source()
    client = as_user(erin)
    form = form_in(client.get(change_url(source)), "title", url=url)
    assert "Enter a valid URL" in client.post(change_url(source), form).content.decode()
    assert Source.objects.get().url == "https://example.org/gazette"


def test_a_copy_points_at_its_original_and_not_at_itself(as_user, erin):
    source, original = a_source("copy"), a_source("original")
    client = as_user(erin)
    form = form_in(client.get(change_url(source)), "title")
    answer = client.post(change_url(source), form | {"canonical": source.pk})
    assert "A source cannot be a copy of itself." in answer.content.decode()
    client.post(change_url(source), form | {"canonical": original.pk})
    assert Source.objects.get(key="copy").canonical == original


def test_what_a_source_copies_is_looked_through_for_its_quotes_at_once(as_user, erin):
    """And no longer, once it is no copy of it."""
    copy, original = a_source("copy", text="Nothing."), a_source("original", text="Anvils, better.")
    company = a_company(tagline="Better anvils")
    citation = a_claim(company, "tagline", source=copy, quote="Anvils, better").citations.get()
    assert citation.checks.get().outcome == "missing"
    client = as_user(erin)
    form = form_in(client.get(change_url(copy)), "title")
    client.post(change_url(copy), form | {"canonical": original.pk})
    assert citation.checks.get().outcome == "elsewhere"
    form = form_in(client.get(change_url(copy)), "title")
    client.post(change_url(copy), form | {"canonical": ""})
    assert citation.checks.get().outcome == "missing"


def test_a_capture_is_pasted_once_and_then_only_read(as_user, erin):
    source = a_source()
    client = as_user(erin)
    address = reverse("admin:profiles_capture_add")
    form = form_in(client.get(f"{address}?source={source.pk}"), "text")
    assert form["source"] == str(source.pk)

    answer = client.post(address, form | {"edition": "2", "text": "What it <b>says</b>."})

    capture = Capture.objects.get(edition="2")
    assert answer.url == change_url(source)
    assert (capture.text, len(capture.sha256)) == ("What it <b>says</b>.", 64)
    page = client.get(change_url(capture)).content.decode()
    assert "What it &lt;b&gt;says&lt;/b&gt;." in page
    assert 'name="text"' not in page
    assert capture.sha256 in page
    assert f"{capture.sha256[:12]}…" in client.get(change_url(source)).content.decode()
    assert client.post(change_url(capture), form | {"text": "Other"}).status_code == 403


def test_a_source_that_was_cited_cannot_be_deleted(as_user, ada):
    source = a_source()
    answer = as_user(ada).post(change_url(source, "delete"), {"post": "yes"})
    assert answer.status_code == 200
    assert Source.objects.filter(pk=source.pk).exists()


def test_claims_and_citations_are_listed_with_a_way_to_their_fact(as_user, erin):
    company = cited(a_company(founded="2019"), "founded")
    client = as_user(erin)
    page = reverse("admin:profiles_fact", args=[company.pk, "founded"])
    for model, query in (
        ("claim", {"decision__exact": "accepted", "kind": "company", "fact": "founded"}),
        ("citation", {"stance__exact": "supports", "kind": "company"}),
    ):
        listed = client.get(reverse(f"admin:profiles_{model}_changelist"), query)
        assert page in listed.content.decode()
    assert client.get(change_url(Claim.objects.get())).url == page
    assert client.get(change_url(Citation.objects.get())).url == page


def test_removing_a_citation_asks_first(as_user, erin, rita):
    cited(a_company(founded="2019"), "founded")
    citation = Citation.objects.get()
    assert as_user(rita).get(change_url(citation, "delete")).status_code == 403
    client = as_user(erin)
    assert client.get(change_url(citation, "delete")).status_code == 200
    assert Citation.objects.exists()
    client.post(change_url(citation, "delete"), {"post": "yes"})
    assert not Citation.objects.exists()
    assert Citation.history.first().history_user == erin


def test_the_key_of_a_source_is_chosen_once(as_user, erin):
    source = a_source()
    client = as_user(erin)
    page = client.get(change_url(source))
    assert 'name="key"' not in page.content.decode()
    client.post(change_url(source), form_in(page, "title", title="New title", key="other"))
    source.refresh_from_db()
    assert (source.title, source.key) == ("New title", "gazette")


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("", {"read"}),
        ("?read=named", {"named"}),
        ("?read=all", {"read", "named"}),
        ("?q=example", {"read", "named"}),
        ("?kind__exact=named", {"named"}),
    ],
)
def test_the_list_begins_with_what_was_read(as_user, erin, query, listed):
    a_source("read")
    a_source("named", kind=Source.Kind.NAMED)
    page = as_user(erin).get(reverse("admin:profiles_source_changelist") + query)
    assert {source.key for source in page.context["cl"].result_list} == listed


def test_the_list_names_what_has_no_title_and_what_is_retracted(as_user, erin):
    a_source("bare", title="", publisher="The Herald", standing="retracted", standing_note="Wrong.")
    page = as_user(erin).get(reverse("admin:profiles_source_changelist")).content.decode()
    assert "The Herald (retracted)</a>" in page
