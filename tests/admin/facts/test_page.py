"""The page of a fact: everything sources say about it, and every decision, without JavaScript."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from profiles.admin.display.links import fact_url
from profiles.models import Claim, Company, Decision, Section, Source, Status
from tests.admin.forms import form_in, forms_in
from tests.factories import (
    a_body,
    a_claim,
    a_company,
    a_person,
    a_role,
    a_round,
    a_source,
    cited,
    edit,
    rule,
)

pytestmark = pytest.mark.django_db


def page_of(body, fact):
    return reverse("admin:profiles_fact", args=[body.pk, fact])


def action_on(response, action, claim, **changes):
    """The form for one action on one claim."""
    form = next(
        form
        for form in forms_in(response)
        if form.get("fact_action") == action and form.get("claim") == str(claim.pk)
    )
    return form | changes


def a_contested_company():
    company = cited(a_company(headquarters="Paris", headcount="100"), "headquarters", "headcount")
    a_claim(company, "headcount", "250", source=a_source("rival"), quote="some 250 people")
    return company


def test_claims_stand_side_by_side_with_their_citations(as_user, erin):
    company = a_contested_company()
    text = as_user(erin).get(page_of(company, "headcount")).content.decode()
    for said in ("100 people", "250 people", "“some 250 people”", "Accepted", "Open", "Rival"):
        assert said in text


def test_a_rivals_card_says_how_it_disagrees(as_user, erin):
    text = as_user(erin).get(page_of(a_contested_company(), "headcount")).content.decode()
    assert "Contradiction" in text
    assert "They cannot both be true: 100 people and 250 people are different figures." in text


def test_what_can_be_true_as_well_is_shown_without_an_alarm(as_user, erin):
    company = cited(a_company(headcount="100"), "headcount")
    a_claim(company, "headcount", "80+", source=a_source("rival"))
    text = as_user(erin).get(page_of(company, "headcount")).content.decode()
    assert "1 source, also given as 80+ people" in text
    assert "Both can be true: 100 people lies within 80+ people." in text
    assert "waiting for a decision" not in text


def test_a_ruling_says_why_from_the_side_of_each_claim(as_user, erin):
    company = a_contested_company()
    rule(Claim.objects.get(value="250 people"), reason="outdated")
    page = as_user(erin).get(page_of(company, "headcount"))
    assert "The other is out of date" in page.content.decode()
    reasons = {
        card.claim.value: card.claim.get_reason_display() for card in page.context["page"].cards
    }
    assert reasons == {"250 people": "The other is out of date", "100 people": "Out of date"}


def test_evidence_that_came_after_the_ruling_is_named(as_user, erin):
    company = cited(a_company(headcount="100"), "headcount")
    client = as_user(erin)
    assert (
        "Ruled before new evidence"
        not in client.get(page_of(company, "headcount")).content.decode()
    )
    edit(Source.objects.get(key="gazette"), standing=Source.Standing.RETRACTED)
    text = client.get(page_of(company, "headcount")).content.decode()
    assert "Ruled before new evidence" in text
    assert "Gazette was retracted after the ruling." in text


def test_the_rounds_are_added_up_beside_the_stated_total(as_user, erin):
    company = cited(a_company(total_funding="EUR 10000000"), "total_funding")
    seed = a_round(company, "Seed", amount="EUR 10000000")
    loan = a_round(company, "Loan", amount="EUR 15000000", instrument="debt")
    a_claim(company, "total_funding", "EUR 15000000", source=a_source("rival"))
    text = as_user(erin).get(page_of(company, "total_funding")).content.decode()
    for said in (
        "How the rounds add up",
        "2 of 2 rounds count; they come to €25M.",
        "The stated total of €10M does not fit: it is €15M (60.0%) less.",
        "Without the debt it fits.",
        "Of €15M, which is stated too: it fits “Loan of June 2021” alone.",
        "€15M of it is debt (60%).",
        reverse("admin:profiles_fundinground_change", args=[seed.pk]),
        reverse("admin:profiles_fundinground_change", args=[loan.pk]),
    ):
        assert said in text
    assert "add up" not in as_user(erin).get(page_of(company, "name")).content.decode()


def test_a_claim_and_its_citation_are_recorded_in_one_go(as_user, erin):
    company = a_company(founded="2019")
    a_source("gazette")
    client = as_user(erin)
    form = form_in(client.get(page_of(company, "founded")), "value")
    assert form["value"] == "2019"

    form |= {
        "value": "Apr 2019",
        "printed": "in April of 2019",
        "as_of": "mid-2026",
        "status": "confirmed",
        "source": "gazette",
        "locator": "line 3",
        "quote": "founded in April of 2019",
    }
    answer = client.post(page_of(company, "founded"), form)

    assert answer.status_code == 302
    claim = Claim.objects.get()
    assert (claim.value, claim.as_of, claim.status) == ("2019-04", "2026-38", Status.CONFIRMED)
    citation = claim.citations.get()
    assert (citation.locator, citation.exact) == ("line 3", "founded in April of 2019")
    assert claim.decision == Decision.ACCEPTED
    assert claim.decided_by == erin
    assert Company.objects.get().founded == "2019-04"
    assert Claim.history.first().history_user == erin


def test_a_rival_waits_for_a_decision(as_user, erin):
    company = cited(a_company(headcount="100"), "headcount")
    a_source("rival")
    client = as_user(erin)
    form = form_in(client.get(page_of(company, "headcount")), "value", value="250", source="rival")
    client.post(page_of(company, "headcount"), form)
    assert Claim.objects.get(value="250 people").decision == Decision.OPEN
    assert Company.objects.get().headcount == "100 people"


def test_a_new_source_is_made_on_the_way(as_user, erin):
    company = a_company()
    client = as_user(erin)
    form = form_in(client.get(page_of(company, "name")), "value")
    form |= {"new_title": "The Times: Acme", "new_url": "https://times.example/acme"}
    client.post(page_of(company, "name"), form)
    source = Source.objects.get()
    assert (source.key, source.url) == ("the-times-acme", "https://times.example/acme")
    assert Claim.objects.get().citations.get().capture.source == source


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"source": "nowhere"}, "No source has the key or address “nowhere”"),
        ({"source": ""}, "Name a source, or enter a new one with its title."),
        ({"value": ""}, "This field is required"),
        ({"value": "many people"}, "many people"),
        ({"as_of": "sometime"}, "sometime"),
        ({"new_title": "T", "source": "", "new_url": "javascript:alert(1)"}, "Enter a valid URL"),
    ],
)
def test_what_cannot_be_recorded_is_refused_beside_the_field(as_user, erin, changes, said):
    company = a_company(headcount="100")
    a_source("gazette")
    client = as_user(erin)
    form = form_in(
        client.get(page_of(company, "headcount")), "value", source="gazette", locator="L"
    )

    answer = client.post(page_of(company, "headcount"), form | changes)

    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert form_in(answer, "value")["locator"] == "L"
    assert (Claim.objects.count(), Source.objects.count()) == (0, 1)


def test_a_refused_decision_leaves_nothing_behind(as_user, erin):
    """“Use this value now” without a reason, where sources disagree."""
    company = cited(a_company(headcount="100"), "headcount")
    client = as_user(erin)
    form = form_in(client.get(page_of(company, "headcount")), "value", value="250", use="on")

    answer = client.post(page_of(company, "headcount"), form | {"new_title": "Fresh"})

    assert "Sources disagree here" in answer.content.decode()
    assert not Claim.objects.filter(value="250 people").exists()
    assert not Source.objects.filter(title="Fresh").exists()


def test_accepting_a_rival_moves_the_value_and_shows_why(as_user, erin):
    company = a_contested_company()
    rival = Claim.objects.get(value="250 people")
    client = as_user(erin)
    page = client.get(page_of(company, "headcount"))

    form = action_on(page, "accept", rival, reason="newer", note="Counted later.")
    client.post(page_of(company, "headcount"), form)

    assert Company.objects.get(pk=company.pk).headcount == "250 people"
    text = client.get(page_of(company, "headcount")).content.decode()
    assert "Newer: Counted later." in text
    assert "Not chosen" in text


def test_setting_aside_and_reopening(as_user, erin):
    company = a_contested_company()
    rival = Claim.objects.get(value="250 people")
    client, page = as_user(erin), page_of(company, "headcount")

    client.post(page, action_on(client.get(page), "set-aside", rival, reason="rumour"))
    rival.refresh_from_db()
    assert (rival.decision, rival.reason) == (Decision.REJECTED, "rumour")

    client.post(page, action_on(client.get(page), "reopen", rival))
    rival.refresh_from_db()
    assert (rival.decision, rival.reason, rival.decided_by) == (Decision.OPEN, "", None)


def test_a_decision_needs_a_reason(as_user, erin):
    company = a_contested_company()
    rival = Claim.objects.get(value="250 people")
    client, page = as_user(erin), page_of(company, "headcount")
    answer = client.post(page, action_on(client.get(page), "accept", rival, reason=""))
    assert "This field is required." in answer.content.decode()
    assert Claim.objects.get(pk=rival.pk).decision == Decision.OPEN


def test_a_decision_on_an_outdated_page_is_refused(as_user, erin, emil):
    company = a_contested_company()
    rival = Claim.objects.get(value="250 people")
    a_claim(company, "headcount", "300", source=a_source("third"))
    client, page = as_user(erin), page_of(company, "headcount")
    form = action_on(client.get(page), "accept", rival, reason="newer")
    rule(Claim.objects.get(value="300 people"), by=emil)

    answer = client.post(page, form)

    assert "Emil changed this on" in answer.content.decode()
    assert Company.objects.get(pk=company.pk).headcount == "300 people"
    assert client.post(page, action_on(answer, "accept", rival, reason="newer")).status_code == 302


def test_another_source_backs_the_same_claim(as_user, erin):
    company = cited(a_company(founded="2019"), "founded")
    claim = Claim.objects.get()
    a_source("second")
    client, page = as_user(erin), page_of(company, "founded")
    form = action_on(client.get(page), "cite", claim, source="second", stance="context")
    client.post(page, form)
    assert {each.capture.source.key for each in claim.citations.all()} == {"gazette", "second"}


def test_wording_date_and_status_of_a_claim_can_be_corrected(as_user, erin):
    company = cited(a_company(founded="2019"), "founded")
    claim = Claim.objects.get()
    client, page = as_user(erin), page_of(company, "founded")
    before = Claim.history.count()

    client.post(page, action_on(client.get(page), "amend", claim))
    assert Claim.history.count() == before

    form = action_on(client.get(page), "amend", claim, printed="est. 2019", as_of="Feb 2024")
    client.post(page, form)
    claim.refresh_from_db()
    assert (claim.printed, claim.as_of) == ("est. 2019", "2024-02")


def test_prose_shows_the_sources_in_its_text(as_user, erin):
    a_source("gazette")
    section = a_body(
        Section, company=a_company(), heading="About", body="Grew.[^gazette] Fell.[^unknown]"
    )
    page = as_user(erin).get(page_of(section, "body"))
    text = page.content.decode()
    assert "[^gazette]" in text
    assert "no source has this key" in text
    assert not [form for form in forms_in(page) if "value" in form]


def test_a_fact_without_a_claim_of_its_own_names_the_one_that_covers_it(as_user, erin):
    role = a_role(a_company(), a_person())
    text = as_user(erin).get(page_of(role, "group")).content.decode()
    assert "cited with title" in text
    assert page_of(role, "title") in text


@pytest.mark.parametrize("fact", ["nothing", "record", "key"])
def test_what_is_no_fact_has_no_page(as_user, erin, fact):
    assert as_user(erin).get(page_of(a_company(), fact)).status_code == 404


def test_only_claims_of_this_fact_can_be_decided_here(as_user, erin):
    company = cited(a_company(founded="2019"), "name", "founded")
    claim = Claim.objects.get(fact="name")
    form = {"fact_action": "reopen", "claim": claim.pk, "version": company.record.version}
    assert as_user(erin).post(page_of(company, "founded"), form).status_code == 404
    claim.refresh_from_db()
    assert claim.decision == Decision.ACCEPTED


@pytest.mark.parametrize(
    "form", [{}, {"fact_action": "erase"}, {"fact_action": "accept", "claim": "x"}]
)
def test_there_is_no_other_action(as_user, erin, form):
    assert as_user(erin).post(page_of(a_company(), "name"), form).status_code == 404


def test_a_deed_needs_the_csrf_token(erin):
    client = Client(enforce_csrf_checks=True)
    client.force_login(erin)
    answer = client.post(page_of(a_company(), "name"), {"fact_action": "add", "value": "Acme"})
    assert answer.status_code == 403


def test_hostile_text_is_shown_as_text(as_user, erin):
    evil = "<script>alert(1)</script>"
    company = a_company(name=evil)
    Source.objects.create(key="evil", title=evil, url="javascript:alert(1)", publisher=evil)
    source = Source.objects.get(key="evil")
    a_claim(company, "name", source=source, quote=evil, locator=evil)
    text = as_user(erin).get(page_of(company, "name")).content.decode()
    assert evil not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert 'href="javascript:' not in text


@pytest.mark.parametrize(("fact", "reads"), [("headquarters", False), ("founded", True)])
def test_texts_are_loaded_only_where_the_sentence_around_a_quote_is_looked_at(
    as_user, erin, fact, reads
):
    company = a_company(founded="2019", headquarters="Lyon")
    source = a_source("herald", text="Acme was founded in 2019 in the town of Lyon.")
    a_claim(company, fact, source=source, quote="founded in 2019 in the town of Lyon")
    client = as_user(erin)
    with CaptureQueriesContext(connection) as queries:
        assert "word for word" in client.get(fact_url(company.pk, fact)).content.decode().lower()
    assert any('"profiles_capture"."text"' in each["sql"] for each in queries) == reads
