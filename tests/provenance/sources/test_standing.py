"""Whether a source is in force, and the same document entered twice."""

import pytest
from django.core.exceptions import ValidationError

from profiles.document.snapshot import snapshot
from profiles.models import Section, Source
from profiles.provenance.sources.standing import SourceRefused, correct, reinstate, retract, twins
from profiles.review.checks import check
from profiles.review.policies import Refused
from tests.factories import (
    a_body,
    a_cited_profile,
    a_source,
    a_submission,
)

pytestmark = pytest.mark.django_db


def test_a_retraction_is_signed_and_says_why(erin):
    source = a_source()
    retract(source=source, by=erin, note="  The figures\nwere made up. ")
    source = Source.objects.get()
    assert (source.standing, source.standing_note) == ("retracted", "The figures were made up.")
    edit = source.history.first()
    assert edit.history_user == erin
    assert edit.history_change_reason == "Retracted: The figures were made up."


def test_it_can_be_taken_back(erin):
    source = a_source()
    correct(source=source, by=erin, note="Another date.")
    reinstate(source=source, by=erin, note="It was another article.")
    source = Source.objects.get()
    assert (source.standing, source.standing_note) == ("in-force", "")
    assert "another article" in source.history.first().history_change_reason


@pytest.mark.parametrize(("note", "why"), [(" ", "Say why"), ("x" * 301, "At most 300")])
def test_a_note_is_needed_and_must_fit(erin, note, why):
    with pytest.raises(SourceRefused, match=why):
        retract(source=a_source(), by=erin, note=note)
    assert Source.objects.get().standing == "in-force"


def test_what_is_so_already_is_refused(erin):
    source = a_source()
    with pytest.raises(ValidationError, match="in force already"):
        reinstate(source=source, by=erin, note="Why not.")
    retract(source=source, by=erin, note="Made up.")
    with pytest.raises(ValidationError, match="retracted already"):
        retract(source=source, by=erin, note="Made up.")
    retract(source=source, by=erin, note="Made up, as its author says.")
    assert Source.objects.get().standing_note == "Made up, as its author says."


def test_twins_have_one_address_in_another_spelling(django_assert_num_queries):
    source = a_source("gazette")
    a_source("other")
    twin = a_source("twin", url="http://EXAMPLE.org/gazette/?utm_source=feed")
    a_source("nowhere", url="")
    with django_assert_num_queries(1):
        assert twins(source) == [twin]
    assert twins(twin) == [source]
    assert twins(Source.objects.get(key="nowhere")) == []


def codes(company) -> set[tuple[str, str]]:
    return {(finding.code, finding.fact) for finding in check(company)}


def test_a_profile_that_rests_on_a_retracted_source_cannot_be_submitted(erin):
    company = a_cited_profile()
    assert codes(company) == set()
    retract(source=Source.objects.get(), by=erin, note="Made up.")
    assert {("retracted", "founded"), ("retracted", "headquarters")} <= codes(company)
    with pytest.raises(Refused):
        a_submission(company)
    assert "founded" not in {fact.name for fact in snapshot(company).company.facts}


def test_so_can_no_paragraph_whose_every_source_is_retracted(erin):
    company = a_cited_profile()
    good, bad = a_source("good"), a_source("bad")
    body = "One.[^good][^bad]\n\nTwo.[^good]"
    section = a_body(Section, company=company, heading="About", body=body)
    retract(source=bad, by=erin, note="Made up.")
    assert codes(company) == set()
    section.body = f"{body}\n\nThree.[^bad]"
    section.save()
    assert codes(company) == {("retracted", "body")}
    retract(source=good, by=erin, note="Made up.")
    assert len([each for each in check(company) if each.code == "retracted"]) == 3


def test_the_document_says_how_its_sources_stand(erin):
    company = a_cited_profile()
    correct(source=Source.objects.get(), by=erin, note="A misspelt name.")
    (source,) = snapshot(company).sources
    assert (source.standing, source.standing_note) == ("corrected", "A misspelt name.")
