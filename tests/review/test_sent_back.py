"""Which facts evidence sends back, counted by profile and by cause."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiles.models import Investment, Source
from profiles.provenance.captures.archiving import capture
from profiles.provenance.claims.freshness import confirm
from profiles.review.backlog import lost_support_of
from tests.factories import (
    a_body,
    a_cited_profile,
    a_claim,
    a_person,
    a_role,
    a_round,
    a_source,
    edit,
    rule,
)

pytestmark = pytest.mark.django_db

FIRST = "Acme was founded in April 2019. It raised €385 million, and raised it fast."


@pytest.fixture
def company():
    """With two quotes of one source."""
    company = edit(a_cited_profile(), total_funding="EUR 385000000", mission="Speed")
    source = a_source("herald", text=FIRST)
    rule(a_claim(company, "total_funding", source=source, quote="raised €385 million"))
    rule(a_claim(company, "mission", source=source, quote="raised it fast"))
    return company


def found(*companies):
    counted = lost_support_of([each.pk for each in companies])
    return {
        each.key: {str(cause): number for cause, number in counted[each.pk].items()}
        for each in companies
    }


def captured(text, key="herald"):
    seen_at = timezone.now() + timedelta(days=1)
    return capture(source=Source.objects.get(key=key), content=text, seen_at=seen_at)


def test_nothing_is_while_all_is_sound(company):
    assert found(company) == {"acme": {}}


def test_what_changed_is_counted_until_somebody_looks(company, erin):
    captured("It raised it fast.")
    assert found(company) == {"acme": {"source changed": 1}}
    confirm(claim=company.record.claims.get(fact="total_funding"), by=erin)
    assert found(company) == {"acme": {}}


def test_each_fact_counts_once_under_its_gravest_cause(company):
    claim = company.record.claims.get(fact="mission")
    a_claim(company, "mission", "Speed", source=a_source("gazette"), quote="the fastest of all")
    captured("The slowest.", "gazette")
    captured("Nothing.")
    assert claim.citations.count() == 2
    assert found(company) == {"acme": {"misquoted": 1, "source changed": 1}}


def test_what_a_retraction_brings_down_through_copies_is_counted(company):
    wire = a_source("wire")
    edit(Source.objects.get(key="herald"), derived_from=wire)
    far = a_source("far", derived_from=a_source("near", canonical=wire))
    edit(company, tagline="Better")
    rule(a_claim(company, "tagline", source=far))
    edit(wire, standing="retracted")
    assert found(company) == {"acme": {"source retracted": 3}}


def test_a_fact_with_another_source_that_stands_is_not_brought_down(company):
    a_claim(company, "total_funding", source=a_source("observer"))
    edit(Source.objects.get(key="herald"), standing="retracted")
    assert found(company) == {"acme": {"source retracted": 1}}


def test_a_rival_is_not_sent_back(company):
    claim = a_claim(company, "total_funding", "EUR 9m", source=Source.objects.get(key="herald"))
    assert claim.decision == "open"
    edit(Source.objects.get(key="herald"), standing="retracted")
    assert found(company) == {"acme": {"source retracted": 2}}


def test_a_person_counts_in_each_profile_that_shows_them(company):
    jane, other = a_person(), a_cited_profile("other")
    a_role(company, jane)
    a_role(other, jane)
    edit(jane, education="Lyon")
    rule(a_claim(jane, "education", source=a_source("yearbook")))
    edit(Source.objects.get(key="yearbook"), standing="retracted")
    assert found(company, other) == {
        "acme": {"source retracted": 1},
        "other": {"source retracted": 1},
    }


def test_an_investment_counts_for_the_company_that_it_names(company):
    other = a_cited_profile("other")
    stake = a_body(Investment, round=a_round(company), investor=other.record)
    rule(a_claim(stake, "part", source=a_source("yearbook")))
    edit(Source.objects.get(key="yearbook"), standing="retracted")
    assert found(company, other) == {
        "acme": {"source retracted": 1},
        "other": {"source retracted": 1},
    }


def test_many_profiles_take_no_more_queries_than_one(company, django_assert_max_num_queries):
    others = [a_cited_profile(f"other-{number}") for number in range(4)]
    captured("Nothing.")
    with django_assert_max_num_queries(9) as few:
        lost_support_of([company.pk])
    with django_assert_max_num_queries(len(few)):
        lost_support_of([row.pk for row in (company, *others)])
