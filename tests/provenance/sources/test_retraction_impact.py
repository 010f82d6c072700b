"""What rests on a source, and what would be left without support."""

import pytest

from profiles.models import Company, Faq, Section, Source
from profiles.provenance.claims.assert_and_cite import cite
from profiles.provenance.claims.evidence_state import State, evidence_for
from profiles.provenance.sources.retraction_impact import facts_resting_on, retraction_impact
from profiles.provenance.sources.standing import retract
from tests.factories import (
    a_body,
    a_cited_profile,
    a_claim,
    a_company,
    a_person,
    a_release,
    a_role,
    a_round,
    a_source,
    cited,
)

pytestmark = pytest.mark.django_db


def places(profiles) -> dict[str, set[tuple[str, str]]]:
    return {str(each.company): {fact.place for fact in each.facts} for each in profiles}


def test_every_fact_that_rests_on_it_by_profile():
    wire = a_source("wire")
    acme = cited(a_company("acme", founded="2019", headquarters="Paris"), "founded", source=wire)
    a_claim(acme, "founded", "2018", source=wire)
    a_claim(acme, "headquarters", source=a_source("other"))
    brik = cited(a_company("brik", founded="2020"), "founded", source=wire)
    a_body(Section, key="about", company=brik, heading="About", body="Bricks.[^wire]")
    a_body(Faq, key="why", company=brik, question="Why?", answer="Because.[^wire] So.[^other]")
    found = facts_resting_on(wire)
    assert places(found) == {
        "Acme": {("company/acme", "founded")},
        "Brik": {("company/brik", "founded"), ("section/about", "body"), ("faq/why", "answer")},
    }
    assert [each.draft for each in found] == [1, 3]
    assert {fact.decision for fact in found[0].facts} == {"accepted", "open"}


def test_a_round_is_on_its_companys_profile_and_a_person_on_each_of_theirs():
    acme, brik, jane = a_company("acme"), a_company("brik"), a_person("jane-doe")
    a_round(acme)
    assert set(places(facts_resting_on(a_source()))) == {"Acme", "None"}
    a_role(acme, jane)
    a_role(brik, jane)
    found = places(facts_resting_on(a_source()))
    assert ("round/acme-series-a", "amount") in found["Acme"]
    assert ("person/jane-doe", "name") in found["Acme"] & found["Brik"]


def test_live_is_what_the_current_release_rests_on_it():
    acme = a_cited_profile("acme")
    a_release(acme)
    a_claim(acme, "tagline", "Anvils", source=a_source())
    (profile,) = facts_resting_on(a_source())
    assert (profile.live, profile.draft) == (5, 1)
    assert [fact.fact for fact in profile.facts if not fact.is_live] == ["tagline"]


def test_the_queries_are_always_as_many(django_assert_num_queries):
    acme = a_cited_profile("acme")
    a_release(acme)
    wire = a_source("wire")
    a_claim(acme, "tagline", "Anvils", source=wire)
    a_claim(a_person("jane-doe"), "previously", "Smith", source=wire)
    with django_assert_num_queries(6):
        facts_resting_on(wire)
    for number in range(12):
        a_round(a_company(f"c{number}"), f"Series {number}")
        a_claim(a_person(f"p{number}"), "previously", "Smith", source=wire)
        a_claim(a_company(f"d{number}"), "tagline", "Bricks", source=wire)
    with django_assert_num_queries(6):
        assert len(facts_resting_on(wire)) == 14  # Acme, twelve more, and people on no profile


def test_the_blast_radius_leaves_out_what_has_another_source():
    wire, other = a_source("wire"), a_source("other")
    acme = cited(
        a_company("acme", founded="2019", tagline="Anvils", headquarters="Paris"), source=wire
    )
    cite(claim=acme.record.claims.get(fact="founded"), source=other)
    cite(claim=acme.record.claims.get(fact="tagline"), source=other, stance="context")
    cited(a_company("brik", founded="2020"), "founded", source=wire)
    a_claim(acme, "founded", "2018", source=wire)  # a rival is no support
    radius = retraction_impact(wire)
    assert places(radius.profiles) == {
        "Acme": {("company/acme", name) for name in ("name", "tagline", "headquarters")},
        "Brik": {("company/brik", "founded")},
    }
    assert radius.sentence == "This leaves 4 facts on 2 profiles without support."


def test_nothing_to_lose_is_said():
    assert "No fact is left without support" in retraction_impact(a_source()).sentence


def test_copies_and_rewrites_are_no_other_source():
    wire = a_source("wire")
    copy, rewrite = a_source("copy", canonical=wire), a_source("rewrite", derived_from=wire)
    acme = cited(a_company("acme", founded="2019", tagline="Anvils"), "founded", source=wire)
    for source in (copy, rewrite):
        cite(claim=acme.record.claims.get(fact="founded"), source=source)
    cited(acme, "tagline", source=copy)
    assert retraction_impact(wire).sentence == "This leaves 2 facts on 1 profile without support."
    # The original still supports what only its copy loses.
    assert places(retraction_impact(copy).profiles) == {"Acme": {("company/acme", "tagline")}}


def test_a_retracted_source_is_no_other_source(erin):
    wire, other = a_source("wire"), a_source("other")
    acme = cited(a_company("acme", founded="2019"), "founded", source=wire)
    cite(claim=acme.record.claims.get(), source=other)
    assert retraction_impact(wire).facts == 0
    retract(source=other, by=erin, note="Made up.")
    assert retraction_impact(wire).facts == 1
    retract(source=wire, by=erin, note="Made up.")
    assert retraction_impact(wire).facts == 0  # nothing more to lose


def test_a_text_loses_a_paragraph_that_nothing_else_supports():
    a_source("wire")
    a_source("other")
    acme = a_company("acme")
    a_body(Section, key="a", company=acme, heading="A", body="One.[^wire][^other]\n\nTwo.[^other]")
    a_body(Section, key="b", company=acme, heading="B", body="One.[^other]\n\nTwo.[^wire]")
    radius = retraction_impact(Source.objects.get(key="wire"))
    assert places(radius.profiles) == {"Acme": {("section/b", "body")}}


def test_it_foretells_the_state_of_every_fact(erin):
    wire, other = a_source("wire"), a_source("other")
    copy = a_source("copy", canonical=wire)
    acme = cited(
        a_company("acme", founded="2019", tagline="Anvils", headquarters="Paris"), source=wire
    )
    cite(claim=acme.record.claims.get(fact="founded"), source=other)
    cite(claim=acme.record.claims.get(fact="tagline"), source=copy)
    told = {fact.fact for each in retraction_impact(wire).profiles for fact in each.facts}
    retract(source=wire, by=erin, note="Made up.")
    acme = Company.objects.get(pk=acme.pk)
    fallen = {name for name, each in evidence_for(acme).items() if each.state == State.RETRACTED}
    assert told == fallen == {"name", "tagline", "headquarters"}
