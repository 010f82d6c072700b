"""Recording what a source says."""

import pytest
from django.core.exceptions import ValidationError

from profiles.models import Capture, Citation, Claim, FundingRound, Section, Source
from profiles.provenance.claims.assert_and_cite import assert_value, cite
from tests.factories import a_body, a_company, a_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return a_company("acme")


def test_a_claim_keeps_the_canonical_value_and_what_was_printed(acme):
    claim = assert_value(
        record=acme.record, fact="total_funding", value="$500+ million", printed="$500+ million"
    )
    assert (claim.value, claim.printed) == ("USD >=500000000", "$500+ million")


def test_the_same_value_is_one_claim_with_several_citations(acme):
    for key in ("gazette", "herald"):
        claim = assert_value(record=acme.record, fact="founded", value="April 2023")
        cite(claim=claim, source=a_source(key))
    assert Claim.objects.get().citations.count() == 2


def test_the_same_place_twice_is_one_citation(acme):
    claim = assert_value(record=acme.record, fact="founded", value="2023")
    for _ in range(2):
        cite(claim=claim, source=a_source(), locator="line 1", quote="founded in 2023")
    assert Citation.objects.count() == 1


def test_a_source_that_nobody_captured_gets_a_capture_without_text(acme):
    source = Source.objects.create(key="bare", title="Bare")
    cite(claim=assert_value(record=acme.record, fact="founded", value="2023"), source=source)
    assert Capture.objects.get(source=source).edition == "not archived"


@pytest.mark.parametrize(
    ("fact", "value", "message"),
    [
        ("founded", "soon", "2023-04"),
        ("total_funding", "500 million", "$500"),
        ("headcount", "many", "people"),
        ("nonsense", "x", "has no fact"),
        ("tagline", " ", "needs a value"),
        ("tagline", "x" * 201, "200"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(acme, fact, value, message):
    with pytest.raises(ValidationError) as refusal:
        assert_value(record=acme.record, fact=fact, value=value)
    assert message in " ".join(refusal.value.messages)
    assert not Claim.objects.exists()


def test_prose_is_cited_in_its_own_text(acme):
    section = a_body(Section, company=acme, heading="About", body="Anvils.[^gazette]")
    with pytest.raises(ValidationError, match="source-key"):
        assert_value(record=section.record, fact="body", value="Anvils.")


def test_a_choice_is_read_by_its_label_too(acme):
    seed = a_body(FundingRound, company=acme, label="Seed")
    with pytest.raises(ValidationError, match="is not one of: equity, debt"):
        assert_value(record=seed.record, fact="instrument", value="gift")
    claim = assert_value(record=seed.record, fact="instrument", value="Equity and debt")
    assert claim.value == "mixed"
