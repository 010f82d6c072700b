"""How much has happened since a submission, for one profile and for many at once."""

import pytest
from django.utils import timezone

from profiles.models import Deal, Investment, Name, Party
from profiles.models.history import acting
from profiles.review.backlog import newer_edits_of, open_rivals_of
from profiles.review.contributors import newer_edits
from tests.factories import (
    a_body,
    a_citation,
    a_cited_profile,
    a_claim,
    a_company,
    a_person,
    a_role,
    a_round,
    a_source,
    an_investment,
    edit,
    person,
    rule,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    profile = a_cited_profile()
    a_round(profile)
    return profile


def add_a_rival(company):
    a_claim(company, "founded", "2018")


def add_a_citation(company):
    a_citation(company.record.claims.get(fact="name"), source=a_source("herald"))


def change_a_person(company):
    a_role(company, a_person())


def delete_a_round(company):
    with acting(by=person("erin")):
        company.rounds.get().delete()


def delete_an_investment(company):
    investment = an_investment(company.rounds.get(), a_company("some-fund"))
    with acting(by=person("erin")):
        investment.delete()


def delete_a_name(company):
    name = a_body(Name, subject=company.record, name="Acme Labs")
    with acting(by=person("erin")):
        name.delete()


def join_a_round_elsewhere(company):
    an_investment(a_round(a_cited_profile("elsewhere")), company)


def leave_a_round_elsewhere(company):
    investment = an_investment(a_round(a_cited_profile("elsewhere")), company)
    with acting(by=person("erin")):
        investment.delete()


def join_a_deal_elsewhere(company):
    deal = a_body(Deal, company=a_cited_profile("elsewhere"), title="Partnership")
    a_body(Party, deal=deal, who=company.record)


def cite_a_round_elsewhere(company):
    investment = Investment.objects.get(investor=company.record)
    a_citation(investment.record.claims.get(fact="part"), source=a_source("herald"))


EDITS = [
    lambda company: edit(company, tagline="Better"),
    add_a_rival,
    add_a_citation,
    change_a_person,
    delete_a_round,
    delete_an_investment,
    delete_a_name,
    join_a_round_elsewhere,
    leave_a_round_elsewhere,
    join_a_deal_elsewhere,
]


@pytest.mark.parametrize("make", EDITS)
def test_every_kind_of_edit_is_counted(company, make):
    a_cited_profile("other")
    since = timezone.now()
    assert newer_edits(company, since=since) == 0
    assert newer_edits_of({company.pk: since}) == {}
    make(company)
    assert newer_edits(company, since=since) > 0
    assert newer_edits_of({company.pk: since})[company.pk] > 0


def test_both_ways_of_counting_agree(company):
    since = timezone.now()
    edit(company, tagline="Better")
    add_a_rival(company)
    add_a_citation(company)
    an_investment(company.rounds.get(), a_company("some-fund"))
    assert newer_edits_of({company.pk: since})[company.pk] == newer_edits(company, since=since)


def test_what_another_profile_says_of_it_counts_for_both(company):
    other = a_cited_profile("other")
    an_investment(a_round(other), company)
    since = timezone.now()
    cite_a_round_elsewhere(company)
    assert newer_edits_of({company.pk: since, other.pk: since}) == {company.pk: 1, other.pk: 1}
    assert newer_edits(company, since=since) == newer_edits(other, since=since) == 1


def test_what_else_happens_in_that_profile_does_not(company):
    other = a_cited_profile("other")
    an_investment(a_round(other), company)
    since = timezone.now()
    edit(other.rounds.get(), purpose="Anvils")
    assert newer_edits_of({company.pk: since, other.pk: since}) == {other.pk: 1}
    assert newer_edits(company, since=since) == 0


def test_somebody_of_a_company_who_invests_is_not_the_company(company):
    jane, other = a_person(), a_cited_profile("other")
    a_role(company, jane)
    since = timezone.now()
    an_investment(a_round(other), jane)
    assert newer_edits_of({company.pk: since}) == {}
    assert newer_edits(company, since=since) == 0


def test_each_profile_has_its_own_moment(company):
    other = a_cited_profile("other")
    before = timezone.now()
    edit(company, tagline="Better")
    edit(other, tagline="Best")
    after = timezone.now()
    assert newer_edits_of({company.pk: before, other.pk: after}) == {company.pk: 1}


def test_a_shared_person_counts_for_each_profile(company):
    other, jane = a_cited_profile("other"), a_person()
    a_role(company, jane)
    a_role(other, jane)
    since = timezone.now()
    edit(jane, previously="Elsewhere")
    assert newer_edits_of({company.pk: since, other.pk: since}) == {company.pk: 1, other.pk: 1}


def test_many_profiles_take_no_more_queries_than_one(company, django_assert_num_queries):
    others = [a_cited_profile(f"other-{number}") for number in range(4)]
    since = timezone.now()
    for profile in (company, *others):
        edit(profile, tagline="Better")
    with django_assert_num_queries(2):
        assert len(newer_edits_of({row.pk: since for row in (company, *others)})) == 5
    with django_assert_num_queries(2):
        open_rivals_of([row.pk for row in (company, *others)])


def test_open_rivals_are_counted_by_profile(company):
    other = a_cited_profile("other")
    a_claim(company, "founded", "2018")
    a_claim(company.rounds.get(), "amount", "EUR 11000000")
    ruled = a_claim(other, "founded", "2018")
    rule(ruled)
    assert open_rivals_of([company.pk, other.pk]) == {company.pk: 2}


def test_open_rivals_elsewhere_are_counted_where_they_hide_a_value(company):
    other = a_cited_profile("other")
    a_claim(an_investment(a_round(other), company), "part", "lead")
    assert open_rivals_of([company.pk, other.pk]) == {company.pk: 1, other.pk: 1}


def test_what_can_be_true_as_well_is_no_open_rival(company):
    a_claim(company, "founded", "2019", source=a_source("herald"))
    assert open_rivals_of([company.pk]) == {}
    a_claim(company, "founded", "2018", source=a_source("wire"))
    assert open_rivals_of([company.pk]) == {company.pk: 2}


def test_nothing_is_asked_where_nothing_was_submitted(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert newer_edits_of({}) == {}


def test_a_role_without_a_person_counts_for_its_own_profile_alone(db):
    company, other = a_company("acme"), a_company("globex")
    a_role(company, None, "Finance director")
    a_claim(other, "name", "Globex Ltd.")
    assert open_rivals_of([company.pk, other.pk]) == {other.pk: 1}
