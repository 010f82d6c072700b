"""Retracting, correcting and merging on the desk: what would happen is said first."""

import pytest
from django.urls import reverse

from profiles.models import Source
from profiles.provenance.claims.assert_and_cite import cite
from profiles.provenance.sources.standing import retract
from tests.admin.forms import change_url, form_in
from tests.factories import a_cited_profile, a_company, a_release, a_source, cited, edit

pytestmark = pytest.mark.django_db


def page_of(source: Source, action: str) -> str:
    return reverse(f"admin:profiles_source_{action}", args=[source.pk])


def test_the_form_groups_facts_by_profile_and_says_which_are_live(as_user, rita):
    acme = a_cited_profile("acme")
    a_release(acme)
    cited(a_company("brik", founded="2020"), "founded", source=a_source())
    text = as_user(rita).get(change_url(a_source())).content.decode()
    assert "5 live</span>" in text
    assert "1 in draft</span>" in text
    assert text.index("Acme</a>") < text.index("Brik</a>")


def test_the_form_says_what_is_one_witness(as_user, rita):
    wire = a_source("wire")
    copy = a_source("copy", canonical=wire)
    a_source("second", canonical=wire)
    text = as_user(rita).get(change_url(copy)).content.decode()
    assert "3 articles, 1 independent source" in text
    assert change_url(wire) in text


def test_a_retraction_states_its_blast_radius_before_it_is_confirmed(as_user, erin):
    acme = cited(a_company("acme", founded="2019", tagline="Anvils"))
    cite(claim=acme.record.claims.get(fact="founded"), source=a_source("other"))
    client = as_user(erin)
    address = page_of(a_source(), "retract")
    assert address in client.get(change_url(a_source())).content.decode()
    page = client.get(address)
    text = page.content.decode()
    assert "This leaves 2 facts on 1 profile without support." in text
    assert reverse("admin:profiles_fact", args=[acme.pk, "tagline"]) in text
    assert reverse("admin:profiles_fact", args=[acme.pk, "founded"]) not in text
    assert a_source().standing == "in-force"

    answer = client.post(address, form_in(page, "note", note="Made up."), follow=True)

    source = Source.objects.get(key="gazette")
    assert (source.standing, source.standing_note) == ("retracted", "Made up.")
    assert source.history.first().history_user == erin
    assert "Made up." in answer.content.decode()
    assert page_of(source, "reinstate") in answer.content.decode()
    fact = client.get(reverse("admin:profiles_fact", args=[acme.pk, "tagline"]))
    assert "source retracted" in fact.content.decode()


def test_what_changed_since_the_page_was_opened_is_said_again(as_user, erin):
    client = as_user(erin)
    address = page_of(a_source(), "retract")
    form = form_in(client.get(address), "note", note="Made up.")
    cited(a_company("acme", founded="2019"), "founded")
    answer = client.post(address, form)
    assert answer.status_code == 409
    assert "This has changed since you opened the page" in answer.content.decode()
    assert Source.objects.get().standing == "in-force"
    client.post(address, form_in(answer, "note"))
    assert Source.objects.get().standing == "retracted"


def test_a_retraction_needs_a_reason(as_user, erin):
    client = as_user(erin)
    address = page_of(a_source(), "retract")
    answer = client.post(address, form_in(client.get(address), "note", note=" "))
    assert answer.status_code == 409
    assert Source.objects.get().standing == "in-force"


def test_marking_as_corrected_and_putting_back(as_user, erin):
    source, client = a_source(), as_user(erin)
    for action, standing in (("correct", "corrected"), ("reinstate", "in-force")):
        page = client.get(page_of(source, action))
        client.post(page_of(source, action), form_in(page, "note", note="A misspelt name."))
        assert Source.objects.get().standing == standing


def test_only_who_may_change_sources_retracts_and_who_may_delete_them_merges(
    as_user, erin, rita, vic
):
    source = a_source()
    for action in ("retract", "correct", "reinstate"):
        assert as_user(rita).get(page_of(source, action)).status_code == 403
        assert as_user(vic).post(page_of(source, action), {"note": "x"}).status_code == 403
    assert as_user(erin).get(page_of(source, "merge")).status_code == 403
    assert as_user(erin).post(page_of(source, "merge"), {"into": "x"}).status_code == 403
    shown = as_user(rita).get(change_url(source)).content.decode()
    assert page_of(source, "retract") not in shown
    assert page_of(source, "merge") not in as_user(erin).get(change_url(source)).content.decode()


def test_a_merge_says_what_would_move_and_then_moves_it(as_user, ada):
    client = as_user(ada)
    cited(a_company("acme", founded="2019"), "founded", source=a_source("twin"))
    twin = edit(a_source("twin"), url="http://example.org/gazette/")
    gazette = a_source("gazette")
    assert f"{page_of(twin, 'merge')}?into=gazette" in client.get(change_url(twin)).content.decode()
    page = client.get(page_of(twin, "merge"), {"into": "gazette"})
    text = page.content.decode()
    assert "1 capture and the facts below move." in text
    assert "Founded" in text
    assert "<td>Twin</td><td>Gazette</td>" in text
    assert Source.objects.count() == 2
    assert 'name="into" value="gazette"' in text
    answer = client.post(page_of(twin, "merge"), {"into": "gazette"})
    assert answer.url == change_url(gazette)
    assert Source.objects.get() == gazette


def test_a_merge_that_would_lose_something_is_refused_with_reasons(as_user, ada):
    client, twin = as_user(ada), a_source("twin")
    a_source("gazette")
    retract(source=twin, by=ada, note="Made up.")
    page = client.get(page_of(twin, "merge"), {"into": "gazette"}).content.decode()
    assert "They cannot be merged as they are." in page
    assert "Merge into gazette" not in page
    answer = client.post(page_of(twin, "merge"), {"into": "gazette"})
    assert answer.status_code == 409
    assert "Nothing was merged." in answer.content.decode()
    assert Source.objects.count() == 2
    assert client.post(page_of(twin, "merge"), {"into": "nobody"}).status_code == 404
    assert "There is no source" in client.get(page_of(twin, "merge") + "?into=x").content.decode()
