"""Coverage, B: field values and contradictions (items 15 to 23)."""

import json

import pytest

from profiles.models import Section, Status
from profiles.models.history import acting
from profiles.provenance.claims.assert_and_cite import amend
from profiles.provenance.claims.evidence_state import evidence_for
from profiles.review.checks import check
from profiles.review.reports import Trouble, report
from tests.coverage.conftest import Demo
from tests.coverage.published import Published, published
from tests.factories import (
    a_body,
    a_citation,
    a_cited_profile,
    a_claim,
    a_release,
    a_round,
    a_source,
    cited,
    edit,
    person,
    restate,
    rule,
)

pytestmark = pytest.mark.django_db

COMPANY = "company/mistral-ai"


def contested(profile: Published) -> list[tuple[str, str]]:
    return [
        (record.ref, fact.name)
        for record in profile.document.records
        for fact in record.facts
        if fact.rivals
    ]


def test_15_rivals_stand_side_by_side_each_with_its_evidence(mistral: Published):
    places = contested(mistral)
    assert len(places) >= 40
    for shown, *rivals in (mistral.claims(*place) for place in places):
        assert shown.reason
        assert shown.decided_by
        assert all(rival.citations and rival.kind for rival in rivals)
    assert mistral.values(COMPANY, "founded") == ["2023-04", "2023-05", "2023-05~", "2023"]
    words = ("Sources disagree: “Founded”. Shown: April 2023.", "Other value: about May 2023")
    assert mistral.lacks(*words, "Only the profile page names a month.") == []
    assert mistral.readable["md"].count("Sources disagree: “") >= 40


def test_16_every_status_is_held_and_shown(mistral: Published):
    assert {claim.status for claim in mistral.every_claim()} == set(Status.values)
    assert mistral.claims("round/mistral-ai-2026-mid", "amount")[0].status == Status.RUMOURED
    words = ("$113M (confirmed)", "over $1B (projected)", "about $3.5B (rumoured)")
    assert mistral.lacks(*words, "A sale of the company (denied)") == []


def test_16_a_change_of_status_leaves_its_history():
    company = a_cited_profile()
    raise_ = a_round(company)
    claim = raise_.record.claims.get(fact="amount")
    with acting(by=person("erin")):
        amend(claim=claim, printed="", as_of="", status=Status.RUMOURED)
    first = published(a_release(company))
    with acting(by=person("erin")):
        amend(claim=claim, printed="", as_of="", status=Status.CONFIRMED)
    second = published(a_release(company, note="The raise is done."))
    assert first.lacks("€10M (rumoured)") == []
    assert second.lacks("€10M (confirmed)") == []
    statuses = list(claim.history.order_by("pk").values_list("status", flat=True))
    assert statuses[-2:] == [Status.RUMOURED, Status.CONFIRMED]


def test_17_what_can_both_be_true_raises_no_alarm(mistral: Published, demo: Demo):
    kinds = {
        (name, rival.value): rival.kind
        for name in ("founded", "headcount", "total_funding")
        for rival in mistral.claims(COMPANY, name)[1:]
    }
    assert kinds["founded", "2023"] == kinds["headcount", ">=150 people"] == "compatible"
    assert kinds["total_funding", "USD >=500000000"] != "compatible"
    assert [finding for finding in demo.findings if finding.code in ("open", "total")] == []
    assert mistral.lacks("150+ people", "Compatible; names a lower limit only.") == []


def test_18_a_source_may_contradict_itself(mistral: Published):
    rivals = mistral.claims("valuation/mistral-ai-2024-06-valuation", "amount")[1:]
    said = {claim.value: {c.locator for c in claim.citations} for claim in rivals}
    assert said["USD 2000000000"] == {"fact line"}
    assert {c.source for claim in rivals for c in claim.citations} == {"startup-profile"}
    for place in (("company/mistral-ai", "headcount"), ("product/mistral-ai-codestral", "licence")):
        shown, rival = mistral.claims(*place)
        assert {c.source for c in shown.citations} & {c.source for c in rival.citations}
    assert mistral.lacks("Both figures stand on the same page", "“Team: 150+” (fact line)") == []


def test_19_what_is_not_known_and_what_is_denied_is_said(mistral: Published):
    coming = "product/mistral-ai-next-open-weight-model"
    assert mistral.fact(coming, "open_source").value == "unstated"
    denied = {c.value: c.status for c in mistral.claims(coming, "name")}
    assert denied["Le Chaton Fat"] == Status.DENIED
    words = (
        "Open source: not stated",
        "Ruled out as a name: Le Chaton Fat",
        "Le Chaton Fat (denied)",
    )
    assert mistral.lacks(*words, "No test results of the coming model are known") == []


def test_20_a_stated_total_stands_beside_the_computed_sum(mistral: Published):
    assert mistral.values(COMPANY, "total_funding") == [
        "~USD 4000000000",
        "USD 1470000000",
        "USD >=500000000",
        "USD >=200000000",
    ]
    words = ("Footnote’s sum: about $4,014,300,000 from 6 rounds", "stated total: about $4B")
    assert mistral.lacks(*words, "not in it: Rumoured raise (rumoured)") == []


def test_20_a_total_that_the_rounds_do_not_bear_out_is_warned_of():
    company = cited(edit(a_cited_profile(), total_funding="EUR 90000000"), "total_funding")
    a_round(company)
    assert "total" in {finding.code for finding in check(company)}
    shown = published(a_release(company))
    assert shown.lacks("Total funding: €90M", "Amount: €10M") == []


def test_21_a_single_source_and_an_old_value_are_flagged_for_editors():
    company = cited(edit(a_cited_profile(), headcount="150 people"), "headcount")
    claim = company.record.claims.get(fact="headcount")
    with acting(by=person("erin")):
        amend(claim=claim, printed="", as_of="2020-05", status=Status.REPORTED)
    assert evidence_for(company)["headcount"].witnesses == 1
    assert "stale" in {finding.code for finding in check(company)}
    a_citation(claim, source=a_source("herald"))
    assert evidence_for(company)["headcount"].witnesses == 2
    said = "150 people", "(as of May 2020, due for another look since November 2020)"
    assert published(a_release(company)).lacks(*said) == []


def test_21_what_one_source_says_has_one_footnote_and_its_date(mistral: Published):
    claim = mistral.claims(COMPANY, "headcount")[0]
    assert {c.source for c in claim.citations} == {"startup-profile"}
    assert mistral.lacks("Headcount: 100–250 people (as of May 2026, ") == []
    assert mistral.fact(COMPANY, "headcount").claim.freshness.look_again == "2026-11-30"


def test_21_readers_are_told_what_rests_on_one_source(mistral: Published):
    evidence = json.loads(mistral.texts["json"])["evidence"]
    single, cited = len(evidence["single_source"]), evidence["cited_facts"]
    assert 500 < single < cited
    assert mistral.lacks(f"{single:,} of {cited:,} cited facts rest on a single source") == []
    assert f"{COMPANY} headcount" in evidence["single_source"]
    assert f"{COMPANY} name" not in evidence["single_source"]
    assert mistral.lacks("The only source for 1", within=("md", "txt", "sources")) == []


def test_21_readers_and_editors_are_told_the_same_facts():
    company = a_cited_profile()
    founded, place = (company.record.claims.get(fact=f) for f in ("founded", "headquarters"))
    a_citation(founded, source=a_source("herald"))
    a_citation(place, source=a_source("reprint", canonical=a_source("gazette")))
    a_body(Section, company=company, heading="About", body="Acme.[^gazette]")
    editors = {f"{row.ref} {row.fact}" for row in report([company], {Trouble.SINGLE_SOURCE})}
    shown = published(a_release(company))
    readers = json.loads(shown.texts["json"])["evidence"]["single_source"]
    assert set(readers) == editors
    assert readers[f"{company.record.ref} headquarters"] == ["gazette", "reprint"]
    assert f"{company.record.ref} founded" not in readers


def test_22_opinions_stay_somebodys_words(mistral: Published):
    said = {record.value("text"): record for record in mistral.document.of_kind("statement")}
    assert len(said) > 100
    overhead = said["It does without the overhead of a firm with 2,000 people"]
    assert overhead.value("topic") == "opinion"
    assert mistral.values(COMPANY, "headcount") == ["100..250 people", ">=150 people"]
    attributed = [record for record in said.values() if record.value("attributed_to")]
    assert len(attributed) >= 15
    words = ("It works the way Palantir does", overhead.value("text"), "according to Bloomberg")
    assert mistral.lacks("This page repeats them and does not vouch for them.", *words) == []


def test_23_a_sources_reservation_stands_with_its_figures(mistral: Published):
    for key in ("weidemann-analysis", "wpnews-copy"):
        assert mistral.source(key).disclaimer
        assert mistral.lacks(f"Its own reservation: {mistral.source(key).disclaimer}") == []
    assert mistral.lacks("With reservation: Figures from “Weidemann.tech” — Written from") == []


def test_23_a_reservation_of_another_source_is_shown_too():
    company = a_cited_profile()
    raise_ = a_round(company)
    tentative = a_source("tentative", disclaimer="All figures are provisional.")
    rule(a_claim(raise_, "amount", "EUR 11000000", source=tentative))
    assert published(a_release(company)).lacks("All figures are provisional.") == []


def test_15_what_is_not_chosen_is_published_with_the_reason():
    company = a_cited_profile()
    restate(company, "founded", "2019-05")
    shown = published(a_release(company))
    assert shown.values("company/acme", "founded") == ["2019-05", "2019-04"]
    assert shown.lacks("Shown: May 2019.", "The value shown is newer.") == []
