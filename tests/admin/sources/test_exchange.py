"""Sources in and out of other tools' formats, on the desk."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from profiles.exchange.formats import MOST_BYTES
from profiles.models import Capture, Source, Upload
from tests.admin.forms import change_url, form_in
from tests.factories import a_cited_profile, a_source, edit

pytestmark = pytest.mark.django_db

UPLOAD = "admin:profiles_sources_import"
ANVILS = {"id": "anvils", "title": "Anvils <b>", "URL": "https://example.org/anvils", "volume": "3"}
RECORD = {
    "title": "On anvils",
    "url": "https://digest.example/a",
    "canonical_source": "https://gazette.example/a",
    "body_md": "Acme was founded in 2019.",
}


def sent(client, content, *, name="refs.json", **fields):
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post(reverse(UPLOAD), {"file": SimpleUploadedFile(name, body), **fields})


def previewed(client, content, **fields):
    answer = sent(client, content, **fields)
    assert answer.status_code == 302, answer.content.decode()
    return answer.url, client.get(answer.url)


def test_upload_preview_confirm(as_user, erin):
    client = as_user(erin)
    a_source("gazette", title="The Gazette")
    address, page = previewed(client, [ANVILS, {"id": "gazette", "title": "Gazette"}])
    text = page.content.decode()
    assert "1 new source, 1 here already; 1 of them differ and stay as they are here." in text
    assert "Anvils &lt;b&gt;" in text
    assert "The Gazette here, Gazette in the file" in text
    assert "Not kept: volume" in text
    assert Source.objects.count() == 1

    answer = client.post(address, form_in(page, "token"))

    assert answer.url == reverse("admin:profiles_source_changelist")
    assert Source.objects.get(key="anvils").history.get().history_user == erin
    assert Source.objects.get(key="gazette").title == "The Gazette"
    assert not Upload.objects.exists()


def test_an_entry_with_a_problem_is_listed_and_the_others_are_imported(as_user, erin):
    client = as_user(erin)
    odd = ANVILS | {"issued": {"literal": "in press"}}
    address, page = previewed(client, [odd, {"id": "b", "title": "B", "URL": "ftp://x/y"}])
    text = page.content.decode()
    assert "1 new source, 0 here already; 1 entry has a problem and is left out." in text
    assert "These entries are left out." in text
    assert "issued: “in press” is no date, so the source gets none." in text
    client.post(address, form_in(page, "token"))
    assert [source.key for source in Source.objects.all()] == ["anvils"]


def test_where_every_entry_has_a_problem_nothing_can_be_confirmed(as_user, erin):
    client = as_user(erin)
    address, page = previewed(client, [{"id": "b", "title": "B", "URL": "ftp://x/y"}])
    text = page.content.decode()
    assert "1 problem: nothing can be imported yet." in text
    assert '<td class="mono">url</td>' in text
    assert 'name="token"' not in text
    client.post(address, {"token": ""})
    assert not Source.objects.exists()


def test_a_confirmation_is_for_this_person_this_file_and_this_preview(as_user, erin, emil):
    client = as_user(erin)
    address, page = previewed(client, [ANVILS])
    token = form_in(page, "token")["token"]
    assert as_user(emil).post(address, {"token": token}).status_code == 404
    other, _ = previewed(client, [ANVILS | {"id": "other"}])
    client.post(other, {"token": token})
    client.post(address, {"token": token[:-1] + ("a" if token[-1] != "a" else "b")})
    client.post(f"{address}?text=1", {"token": token})
    a_source("rival", url="https://example.org/anvils")
    client.post(address, {"token": token})
    assert {each.key for each in Source.objects.all()} == {"rival"}


def test_texts_are_captured_only_if_asked(as_user, erin):
    client = as_user(erin)
    address, page = previewed(client, RECORD)
    assert "Its text is not captured" in page.content.decode()
    client.post(address, form_in(page, "token"))
    assert not Capture.objects.exists()
    address, page = previewed(client, RECORD, text="on")
    assert "1 text to capture" in page.content.decode()
    client.post(address, form_in(page, "token"))
    assert "founded in 2019" in Capture.objects.get().text


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"nothing", "neither CSL-JSON"), (b"x" * (MOST_BYTES + 1), "Split the file")],
)
def test_a_file_that_cannot_be_read_is_refused_on_the_form(as_user, erin, content, why):
    answer = sent(as_user(erin), content)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Upload.objects.exists()


def test_only_who_may_add_sources_imports_them(as_user, erin, rita, vic):
    for user in (rita, vic):
        assert as_user(user).get(reverse(UPLOAD)).status_code == 403
        assert sent(as_user(user), [ANVILS]).status_code == 403
    listed = reverse("admin:profiles_source_changelist")
    assert reverse(UPLOAD) in as_user(erin).get(listed).content.decode()
    assert reverse(UPLOAD) not in as_user(rita).get(listed).content.decode()


@pytest.mark.parametrize(
    ("form", "begins"), [("csl", "[\n"), ("bibtex", "@article{"), ("ris", "TY  - NEWS")]
)
def test_all_sources_or_the_selected_ones_go_out(as_user, rita, vic, form, begins):
    a_source("gazette")
    herald = a_source("herald")
    client = as_user(rita)
    every = client.get(reverse("admin:profiles_sources_export", args=[form]))
    assert every.content.decode().startswith(begins)
    assert "attachment" in every["Content-Disposition"]
    assert b"gazette" in every.content
    assert b"herald" in every.content
    some = client.post(
        reverse("admin:profiles_source_changelist"),
        {"action": f"export_{form}", "_selected_action": [herald.pk]},
    )
    assert b"herald" in some.content
    assert b"gazette" not in some.content
    refused = as_user(vic).get(reverse("admin:profiles_sources_export", args=[form]))
    assert refused.status_code == 403


def test_an_unknown_format_is_not_found(as_user, rita):
    assert (
        as_user(rita).get(reverse("admin:profiles_sources_export", args=["pdf"])).status_code == 404
    )


def test_a_company_leads_to_its_citations_as_annotations(as_user, rita, vic):
    acme = a_cited_profile("acme")
    address = reverse("admin:profiles_annotations", args=[acme.pk])
    assert address in as_user(rita).get(change_url(acme)).content.decode()
    answer = as_user(rita).get(address)
    assert answer["Content-Type"].startswith("application/ld+json")
    assert json.loads(answer.content)["total"] == 5
    assert as_user(vic).get(address).status_code == 403


def test_the_form_warns_of_another_source_at_this_address(as_user, erin):
    gazette = a_source("gazette")
    twin = a_source("twin")
    client = as_user(erin)
    assert "Another source has this address" not in client.get(change_url(twin)).content.decode()
    form = form_in(client.get(change_url(twin)), "title", url="http://example.org/gazette/")
    answer = client.post(change_url(twin), form, follow=True)
    assert "Another source has this address: Gazette (gazette)." in answer.content.decode()
    twin.refresh_from_db()
    assert twin.url == "http://example.org/gazette/"  # as it was given
    edit(gazette, title="<i>G</i>")
    page = client.get(change_url(twin)).content.decode()
    assert "Another source has this address" in page
    assert "<i>G</i>" not in page
