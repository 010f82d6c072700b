"""A ruling stands on what was known then: what came later is said, and nothing else is."""

from datetime import timedelta

import pytest

from profiles.models import Claim, Company, Source, Stance
from profiles.provenance.claims.assert_and_cite import amend, cite
from profiles.provenance.claims.evidence_state import evidence_for
from profiles.provenance.claims.reopening import with_later_evidence
from profiles.provenance.claims.rulings import accept, reject, reopen
from profiles.workbook.applying.apply import import_workbook
from tests.factories import a_citation, a_claim, a_company, a_source, edit, rule
from tests.workbook.books import book, claim_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return a_company("acme", founded="2019")


@pytest.fixture
def chosen(acme):
    """2019, accepted over 2018."""
    a_claim(acme, "founded", "2018", source=a_source("herald"))
    claim = a_claim(acme, "founded", "2019")
    rule(claim, reason="primary")
    return Claim.objects.get(pk=claim.pk)


@pytest.fixture
def rejected(chosen):
    return Claim.objects.get(value="2018")


def later_evidence(company):
    evidence = evidence_for(Company.objects.get(pk=company.pk))["founded"]
    [found] = with_later_evidence([evidence])
    return list(found.reopened_by)


def test_a_fresh_ruling_has_seen_everything(acme, chosen):
    assert later_evidence(acme) == []


def test_a_new_source_for_the_value_that_was_not_chosen(acme, rejected):
    a_citation(rejected, source=a_source("register"))
    assert later_evidence(acme) == ["Register supports “2018”, cited after the ruling."]


def test_a_new_source_against_the_accepted_value(acme, chosen):
    cite(claim=chosen, source=a_source("register"), stance=Stance.CONTRADICTS)
    expected = "Register contradicts the accepted value, cited after the ruling."
    assert later_evidence(acme) == [expected]


def test_more_support_for_the_accepted_value_changes_nothing(acme, chosen):
    a_citation(chosen, source=a_source("register"))
    assert later_evidence(acme) == []


def test_a_source_that_turns_against_the_accepted_value(acme, chosen):
    edit(chosen.citations.get(), stance=Stance.CONTRADICTS)
    expected = "Gazette contradicts the accepted value, cited after the ruling."
    assert later_evidence(acme) == [expected]


def test_support_that_was_taken_away(acme, chosen):
    chosen.citations.get().delete()
    assert later_evidence(acme) == ["Gazette is no longer cited for the accepted value."]


def test_a_citation_moved_to_another_place_is_no_news(acme, chosen):
    chosen.citations.get().delete()
    cite(claim=chosen, source=a_source(), locator="line 3")
    assert later_evidence(acme) == []


def test_support_taken_from_the_other_value_is_no_news(acme, rejected):
    rejected.citations.get().delete()
    assert later_evidence(acme) == []


@pytest.mark.parametrize("standing", ["retracted", "corrected"])
def test_a_source_that_was_withdrawn(acme, chosen, standing):
    edit(Source.objects.get(key="gazette"), standing=standing)
    assert later_evidence(acme) == [f"Gazette was {standing} after the ruling."]


def test_a_source_that_had_been_retracted_before_is_no_news(acme, chosen, erin):
    edit(Source.objects.get(key="gazette"), standing="retracted")
    a_citation(chosen, source=a_source("observer"))
    reopen(claim=chosen)
    accept(claim=chosen, by=erin, reason="judgement")
    assert later_evidence(acme) == []


def test_a_value_that_its_source_denies_now(acme, chosen):
    amend(claim=chosen, printed="", as_of="", status="denied")
    expected = "“2019” was reported at the ruling and is denied now."
    assert later_evidence(acme) == [expected]


def test_a_rumour_that_was_confirmed(acme, rejected, erin):
    amend(claim=rejected, printed="", as_of="", status="rumoured")
    reopen(claim=Claim.objects.accepted().get())
    accept(claim=Claim.objects.get(value="2019"), by=erin, reason="rumour")
    amend(claim=Claim.objects.get(value="2018"), printed="", as_of="", status="confirmed")
    expected = "“2018” was rumoured at the ruling and is confirmed now."
    assert later_evidence(acme) == [expected]


def test_a_status_that_speaks_for_the_ruling_is_no_news(acme, chosen, rejected):
    amend(claim=chosen, printed="", as_of="", status="confirmed")
    amend(claim=rejected, printed="", as_of="", status="denied")
    assert later_evidence(acme) == []


def test_deciding_again_takes_it_into_account(acme, chosen, rejected, erin):
    a_citation(rejected, source=a_source("register"))
    reject(claim=rejected, by=erin, reason="mistaken")
    assert later_evidence(acme) == []


def imported(erin):
    """A workbook in which one document outweighs another."""
    sources = [{"key": "gazette", "title": "Gazette"}, {"key": "herald", "title": "Herald"}]
    claims = [
        claim_row("founded", "2019", decision="accepted", reason="primary", source="gazette"),
        claim_row("founded", "2018", decision="rejected", reason="primary", source="herald"),
    ]
    companies = [{"key": "acme", "name": "Acme", "founded": "2019"}]
    import_workbook(book(companies=companies, sources=sources, claims=claims), by=erin)
    return Company.objects.get(record__key="acme")


def test_an_import_that_rules_and_cites_at_once_is_no_news(erin):
    company = imported(erin)
    assert Claim.objects.get(value="2018").citations.exists()
    assert later_evidence(company) == []


def test_an_import_that_took_longer_would_be_news(erin, monkeypatch):
    monkeypatch.setattr("profiles.provenance.claims.reopening.LONGEST_IMPORT", timedelta(0))
    assert later_evidence(imported(erin)) == ["Herald supports “2018”, cited after the ruling."]


def test_what_is_cited_after_an_import_is_news(erin):
    company = imported(erin)
    a_citation(Claim.objects.get(value="2018"), source=a_source("register"), by=erin)
    assert later_evidence(company) == ["Register supports “2018”, cited after the ruling."]


def test_three_queries_whatever_is_asked(acme, chosen, django_assert_num_queries):
    a_claim(acme, "headquarters", "Lyon, France")
    rule(Claim.objects.get(fact="headquarters"))
    evidence = list(evidence_for(Company.objects.get(pk=acme.pk)).values())
    with django_assert_num_queries(3):
        with_later_evidence(evidence)
