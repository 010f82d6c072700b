"""Who speaks for themselves, and who still stands."""

import pytest

from profiles.admin.display.marks import state_in_words
from profiles.models import Source
from profiles.provenance.claims.assert_and_cite import cite
from profiles.provenance.claims.evidence_state import State, evidence_for
from profiles.provenance.sources.standing import correct, reinstate, retract
from profiles.provenance.sources.witnesses import (
    copies_and_rewrites,
    origins,
    retracted_origin,
    witnesses,
)
from tests.factories import a_claim, a_company, a_source, cited, edit, rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def wire():
    return a_source("wire")


@pytest.fixture
def copy(wire):
    return a_source("copy", canonical=wire)


@pytest.fixture
def rewrite(copy):
    return a_source("rewrite", derived_from=copy)


def test_copies_and_rewrites_are_one_witness(wire, copy, rewrite):
    other = a_source("other")
    assert witnesses([]) == 0
    assert witnesses([wire, copy, rewrite]) == 1
    assert witnesses([copy, rewrite]) == 1
    assert witnesses([rewrite, other, wire]) == 2
    assert [each.key for each in origins(rewrite)] == ["copy", "wire"]
    assert set(copies_and_rewrites(wire).values()) == {"copy", "rewrite"}


def test_two_copies_of_one_original_are_one_witness_without_it(wire, copy):
    assert witnesses([copy, a_source("second", canonical=wire)]) == 1


def test_a_source_that_joins_two_families_makes_them_one(wire):
    other = a_source("other")
    joint = a_source("joint", canonical=wire, derived_from=other)
    assert witnesses([wire, other]) == 2
    assert witnesses([wire, other, joint]) == 1


def test_a_loop_of_copies_ends(wire, copy):
    edit(wire, canonical=copy)
    assert [each.key for each in origins(wire)] == ["copy"]
    assert copies_and_rewrites(wire) == {copy.pk: "copy"}
    assert witnesses([wire, copy]) == 1


def test_what_is_retracted_takes_its_copies_along(wire, copy, rewrite, erin):
    assert retracted_origin(rewrite) is None
    retract(source=wire, by=erin, note="Made up.")
    rewrite = Source.objects.get(key="rewrite")
    assert retracted_origin(rewrite) == wire


def stated_by(*sources: Source):
    company = a_company(founded="2019")
    claim = a_claim(company, "founded", source=sources[0])
    for source in sources[1:]:
        cite(claim=claim, source=source)
    rule(claim)
    company.refresh_from_db()
    return company


def mark_of(company) -> tuple[State, str]:
    evidence = evidence_for(company)["founded"]
    return evidence.state, state_in_words(evidence)


def test_a_fact_says_how_many_independent_sources_it_has(wire, copy):
    company = stated_by(wire, copy)
    assert mark_of(company) == (State.CITED, "2 articles, 1 independent source")
    cite(claim=company.record.claims.get(), source=a_source("other"))
    assert mark_of(company) == (State.CITED, "3 articles, 2 independent sources")


def test_sources_that_are_all_independent_are_just_counted(wire):
    assert mark_of(stated_by(wire, a_source("other"))) == (State.CITED, "2 sources")


def test_a_retracted_source_supports_nothing(wire, erin):
    company = stated_by(wire, a_source("other"))
    retract(source=wire, by=erin, note="Made up.")
    assert mark_of(company) == (State.CITED, "1 source, 1 retracted")
    retract(source=Source.objects.get(key="other"), by=erin, note="Made up, too.")
    assert mark_of(company) == (State.RETRACTED, "source retracted")
    assert not evidence_for(company)["founded"].publishable


def test_a_copy_of_a_retracted_source_supports_nothing(wire, copy, erin):
    company = stated_by(copy)
    retract(source=wire, by=erin, note="Made up.")
    assert mark_of(company)[0] == State.RETRACTED
    reinstate(source=wire, by=erin, note="It was another article.")
    assert mark_of(company)[0] == State.CITED


def test_a_corrected_source_supports_as_before(wire, erin):
    company = stated_by(wire)
    correct(source=wire, by=erin, note="A misspelt name.")
    assert mark_of(company) == (State.CITED, "1 source")


def test_a_fact_cited_with_a_retracted_one_is_bare(wire, erin):
    company = a_company(headquarters="Paris, France", country="FR")
    cited(company, "headquarters", source=wire)
    assert evidence_for(company)["country"].state == State.COVERED
    retract(source=wire, by=erin, note="Made up.")
    assert evidence_for(company)["country"].state == State.UNCITED


def test_the_queries_do_not_grow_with_copies_of_copies(
    wire, copy, rewrite, django_assert_max_num_queries
):
    company = stated_by(rewrite, copy, wire)
    with django_assert_max_num_queries(5):
        assert mark_of(company)[1] == "3 articles, 1 independent source"
