"""The drawer: a fact's page inside its record's form, and the form that cites in one gesture."""

import json

import pytest
from django.urls import reverse

from profiles.models import Citation, Claim, Company, Decision, Source
from tests.admin.forms import forms_in
from tests.factories import a_claim, a_company, a_person, a_role, a_source, cited

pytestmark = pytest.mark.django_db


def drawer_of(body, fact):
    return reverse("admin:profiles_fact", args=[body.pk, fact]) + "?drawer="


def quick_form(client, body, fact, **changes):
    forms = forms_in(client.get(drawer_of(body, fact)))
    return next(form for form in forms if form.get("fact_action") == "cite-value") | changes


def data_in(response):
    text = response.content.decode()
    return json.loads(text.partition('type="application/json">')[2].partition("</script>")[0])


def test_the_drawer_is_a_part_of_a_page_with_the_sources_used_last(as_user, erin):
    company = cited(a_company(founded="2019"), "founded", source=a_source("gazette"))
    jane = a_person()
    a_role(company, jane)
    text = as_user(erin).get(drawer_of(company, "tagline")).content.decode()
    assert "<html" not in text
    assert "What sources say" not in text
    assert 'value="gazette"' in text
    assert "<kbd>1</kbd>" in text


def test_a_value_is_cited_from_a_source_used_before(as_user, erin):
    company = cited(a_company(headcount="100"), "headcount", source=a_source("gazette"))
    company.tagline = "Robots that cook"
    company.save()
    client = as_user(erin)
    answer = client.post(
        drawer_of(company, "tagline"), quick_form(client, company, "tagline", recent="gazette")
    )
    assert answer.status_code == 200
    claim = Claim.objects.get(fact="tagline")
    assert (claim.value, claim.decision, claim.decided_by) == (
        "Robots that cook",
        Decision.ACCEPTED,
        erin,
    )
    data = data_in(answer)
    [mark] = [mark for mark in data["marks"] if "/tagline/" in mark["url"]]
    assert (mark["sign"], mark["words"]) == ("✓", "1 source")
    company.record.refresh_from_db()
    assert data["version"] == company.record.version > data["before"]


def test_a_value_that_is_not_saved_yet_is_cited_and_saved_at_once(as_user, erin):
    company = cited(a_company(headcount="100"), "headcount", source=a_source("gazette"))
    client = as_user(erin)
    form = quick_form(client, company, "founded", value="Apr 2019", recent="gazette")
    answer = client.post(drawer_of(company, "founded"), form)
    assert data_in(answer)["values"]["founded"] == "2019-04"
    assert Company.objects.get().founded == "2019-04"


def test_a_new_address_becomes_a_new_source(as_user, erin):
    company = a_company(founded="2019")
    client = as_user(erin)
    form = quick_form(client, company, "founded", source="https://www.gazette.example/2019/acme")
    assert client.post(drawer_of(company, "founded"), form).status_code == 200
    source = Source.objects.get()
    assert (source.key, source.publisher) == ("gazette-example-2019-acme", "gazette.example")
    assert Citation.objects.get().capture.source == source


def test_one_that_is_probably_at_the_same_address_is_not_taken_for_it(as_user, erin):
    """A text that is pasted with it would become that one's capture, and could not be moved."""
    company = a_company(founded="2019")
    known = a_source(url="https://gazette.example/2019/acme")
    client = as_user(erin)
    form = quick_form(client, company, "founded", source="https://www.gazette.example/2019/acme")
    assert client.post(drawer_of(company, "founded"), form).status_code == 200
    assert Citation.objects.get().capture.source != known


def test_a_source_without_an_address_is_not_taken_for_the_origin(as_user, erin):
    company = cited(a_company(founded="2019", headcount="9"), "headcount")
    a_source("named-only", url="")
    client = as_user(erin)
    form = quick_form(client, company, "founded", recent="gazette")
    client.post(drawer_of(company, "founded"), form)
    assert Citation.objects.get(claim__fact="founded").origin is None


def test_another_value_waits_for_a_decision_unless_a_reason_is_given(as_user, erin):
    company = cited(a_company(headcount="100"), "headcount", source=a_source("gazette"))
    client = as_user(erin)
    form = quick_form(client, company, "headcount", value="250", recent="gazette")
    answer = client.post(drawer_of(company, "headcount"), form)
    assert "Decide below" in answer.content.decode()
    assert Claim.objects.get(value="250 people").decision == Decision.OPEN

    form = quick_form(client, company, "headcount", value="300", recent="gazette", reason="newer")
    client.post(drawer_of(company, "headcount"), form)
    assert str(Company.objects.get().headcount) == "300 people"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"recent": "", "source": ""}, "Name a source"),
        ({"source": "no-such-key"}, "No source has the key"),
        ({"source": "javascript:alert(1)"}, "No source has the key"),
        ({"value": "the other day"}, "Cannot read"),
    ],
)
def test_what_is_refused_says_why_and_writes_nothing(as_user, erin, changes, said):
    company = cited(
        a_company(founded="2019", headcount="9"), "headcount", source=a_source("gazette")
    )
    client = as_user(erin)
    answer = client.post(
        drawer_of(company, "founded"), quick_form(client, company, "founded", **changes)
    )
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Claim.objects.filter(fact="founded").exists()


def test_who_may_only_look_gets_no_form(as_user, rita, erin):
    company = cited(a_company(headcount="100"), "headcount")
    text = as_user(rita).get(drawer_of(company, "headcount")).content.decode()
    assert "<form" not in text
    form = quick_form(as_user(erin), company, "headcount")
    assert as_user(rita).post(drawer_of(company, "headcount"), form).status_code == 403


def test_the_drawer_shows_rivals_with_their_quotes(as_user, erin):
    company = cited(a_company(headcount="100"), "headcount")
    a_claim(company, "headcount", "250", source=a_source("rival"), quote="some 250 people")
    text = as_user(erin).get(drawer_of(company, "headcount")).content.decode()
    assert "“some 250 people”" in text
    assert "Use this value" in text
