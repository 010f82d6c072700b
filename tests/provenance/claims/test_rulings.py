"""Deciding between rivals."""

import pytest

from profiles.models import Claim, Company, Decision, Link, Reason, Source, Valuation
from profiles.provenance.claims.assert_and_cite import assert_value, cite
from profiles.provenance.claims.evidence_state import State, evidence_for
from profiles.provenance.claims.rulings import RulingRefused, accept, reject, reopen
from tests.factories import a_body, a_claim, a_company, a_source, edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return a_company("acme", founded="2023")


@pytest.fixture
def rivals(acme):
    """Two cited claims for one fact: (2023, 2023-06)."""
    return a_claim(acme, "founded"), a_claim(acme, "founded", "2023-06", source=a_source("herald"))


def state(company, fact="founded"):
    return evidence_for(Company.objects.get(pk=company.pk))[fact].state


def test_accepting_writes_the_column_and_sets_the_rivals_aside(acme, rivals, erin):
    first, second = rivals
    accept(claim=second, by=erin, reason="precise", note="It names the month.")
    acme.refresh_from_db()
    first.refresh_from_db()
    assert acme.founded == "2023-06"
    assert (second.decision, second.decided_by, second.note) == (
        Decision.ACCEPTED, erin, "It names the month.",
    )  # fmt: skip
    assert (first.decision, first.reason) == (Decision.REJECTED, "precise")
    assert state(acme) == State.CITED


def test_a_later_ruling_replaces_the_accepted_claim(acme, rivals, erin, emil):
    first, second = rivals
    accept(claim=second, by=erin, reason="precise")
    accept(claim=first, by=emil, reason="primary")
    accepted = Claim.objects.accepted().get()
    assert (accepted, accepted.decided_by) == (first, emil)
    acme.refresh_from_db()
    assert acme.founded == "2023"


def test_an_uncited_claim_is_not_accepted(acme, erin):
    claim = assert_value(record=acme.record, fact="founded", value="2024")
    with pytest.raises(RulingRefused, match="Cite a source"):
        accept(claim=claim, by=erin)
    acme.refresh_from_db()
    assert acme.founded == "2023"


def test_a_value_is_not_accepted_from_what_is_retracted(acme, rivals, erin):
    second = rivals[1]
    edit(Source.objects.get(key="herald"), standing="retracted")
    with pytest.raises(RulingRefused, match="Every source of this value is retracted"):
        accept(claim=second, by=erin, reason="precise")
    cite(claim=second, source=a_source("copy", canonical=Source.objects.get(key="herald")))
    with pytest.raises(RulingRefused, match="retracted"):
        accept(claim=second, by=erin, reason="precise")
    cite(claim=second, source=a_source("observer"))
    accept(claim=second, by=erin, reason="precise")
    assert state(acme) == State.CITED


def test_what_only_contradicts_a_value_is_no_source_for_it(acme, erin):
    claim = assert_value(record=acme.record, fact="founded", value="2024")
    cite(claim=claim, source=a_source(), stance="contradicts")
    with pytest.raises(RulingRefused, match="Cite a source"):
        accept(claim=claim, by=erin)


@pytest.mark.parametrize("reason", ["undisputed", "because", ""])
def test_a_choice_between_rivals_needs_a_reason(rivals, erin, reason):
    with pytest.raises(RulingRefused, match="reason"):
        accept(claim=rivals[0], by=erin, reason=reason)
    assert not Claim.objects.accepted().exists()


def test_setting_aside_needs_a_reason_and_keeps_the_claim(rivals, erin):
    with pytest.raises(RulingRefused):
        reject(claim=rivals[1], by=erin, reason="undisputed")
    reject(claim=rivals[1], by=erin, reason="mistaken", note="It confuses two firms.")
    assert Claim.objects.get(pk=rivals[1].pk).note == "It confuses two firms."


def test_reopening_takes_the_signature_back(acme, rivals, erin):
    accept(claim=rivals[0], by=erin, reason="primary")
    reopen(claim=rivals[0])
    claim = Claim.objects.get(pk=rivals[0].pk)
    assert (claim.decision, claim.decided_by, claim.reason) == (Decision.OPEN, None, "")
    assert state(acme) == State.WAITING


def test_each_state_of_a_fact(acme, erin):
    assert state(acme, "tagline") == State.EMPTY
    assert state(acme) == State.UNCITED
    claim = a_claim(acme, "founded")
    assert state(acme) == State.WAITING
    accept(claim=claim, by=erin)
    assert state(acme) == State.CITED
    rival = a_claim(acme, "founded", "2021", source=a_source("herald"))
    assert state(acme) == State.CONTESTED
    reject(claim=rival, by=erin, reason="mistaken")
    assert state(acme) == State.CITED
    edit(Company.objects.get(pk=acme.pk), founded="2024")
    assert state(acme) == State.CHANGED


def test_a_fact_is_covered_by_the_citation_of_its_lead(acme, erin):
    link = a_body(Link, company=acme, url="https://acme.example")
    assert evidence_for(link)["place"].state == State.UNCITED
    accept(claim=a_claim(link, "url"), by=erin)
    assert evidence_for(link)["place"].state == State.COVERED


def test_a_ruling_counts_a_version_of_the_record(acme, rivals, erin):
    before = acme.record.version
    accept(claim=rivals[1], by=erin, reason="precise")
    acme.record.refresh_from_db()
    assert acme.record.version > before


def test_the_state_of_every_fact_takes_a_fixed_number_of_queries(
    acme, rivals, django_assert_max_num_queries
):
    company = Company.objects.select_related("record").get(pk=acme.pk)
    with django_assert_max_num_queries(5):
        {name: known.state for name, known in evidence_for(company).items()}


class TestCompatibleClaims:
    def evidence(self, company, fact="founded"):
        return evidence_for(Company.objects.get(pk=company.pk))[fact]

    def test_one_beside_the_accepted_claim_raises_no_alarm(self, acme, erin):
        accept(claim=a_claim(acme, "founded"), by=erin)
        a_claim(acme, "founded", "2023-06", source=a_source("herald"))
        evidence = self.evidence(acme)
        assert (evidence.state, evidence.publishable) == (State.CITED, True)
        assert [claim.value for claim in evidence.also_given] == ["2023-06"]

    def test_a_contradiction_beside_it_does(self, acme, erin):
        accept(claim=a_claim(acme, "founded"), by=erin)
        a_claim(acme, "founded", "2023-06", source=a_source("herald"))
        a_claim(acme, "founded", "2021", source=a_source("wire"))
        evidence = self.evidence(acme)
        assert (evidence.state, evidence.also_given) == (State.CONTESTED, ())

    def test_two_that_contradict_each_other_do_as_well(self, acme, erin):
        accept(claim=a_claim(acme, "founded"), by=erin)
        for month in ("2023-06", "2023-09"):
            a_claim(acme, "founded", month, source=a_source(f"herald-{month}"))
        assert self.evidence(acme).state == State.CONTESTED

    def test_without_an_accepted_claim_one_has_to_be_accepted(self, rivals, acme):
        evidence = self.evidence(acme)
        assert (evidence.state, evidence.publishable) == (State.WAITING, False)
        assert evidence.also_given == ()

    def test_a_claim_against_the_uncited_value_is_a_rival(self, acme):
        a_claim(acme, "founded", "2021")
        assert self.evidence(acme).state == State.CONTESTED

    def test_each_rival_says_how_it_disagrees(self, acme, erin):
        accept(claim=a_claim(acme, "founded"), by=erin)
        for number, value in enumerate(("2023-06", "2021")):
            a_claim(acme, "founded", value, source=a_source(f"herald-{number}"))
        evidence = self.evidence(acme)
        kinds = [evidence.disagreement(claim).kind for claim in evidence.rivals]
        assert kinds == ["compatible", "contradiction"]
        assert evidence.disagreement(evidence.accepted) is None

    def test_a_figure_long_passed_is_dated_by_its_source(self, acme, erin):
        edit(acme, headcount="900")
        then, now = a_source("then", as_of="2019"), a_source("now", as_of="2026")
        accept(claim=a_claim(acme, "headcount", source=now), by=erin)
        rival = a_claim(acme, "headcount", "100", source=then)
        found = self.evidence(acme, "headcount").disagreement(Claim.objects.get(pk=rival.pk))
        assert found.kind == "date"
        assert found.explanation.endswith("they are as of 2026 and 2019.")

    def test_the_record_says_what_its_figures_are_of(self, acme, erin):
        company = acme
        market = a_body(
            Valuation, company=company, amount="USD 12000000000", basis=Valuation.Basis.SECONDARY
        )
        accept(claim=a_claim(market, "amount"), by=erin)
        quote = "at a $6 billion valuation in its Series B"
        rival = a_claim(market, "amount", "USD 6000000000", source=a_source("wire"), quote=quote)
        found = evidence_for(market)["amount"].disagreement(Claim.objects.get(pk=rival.pk))
        assert found.explanation == "One speaks of the secondary market, the other of a round."


@pytest.mark.parametrize(
    ("reason", "chosen", "not_chosen"),
    [
        ("newer", "Newer", "Older than the chosen value"),
        ("primary", "Primary source", "Not the primary source"),
        ("precise", "More precise", "Less precise"),
        ("corroborated", "More independent sources", "Fewer independent sources"),
        ("basis", "Different basis or scope", "Different basis or scope"),
        ("rumour", "The other is a rumour", "A rumour"),
        ("mistaken", "The other is mistaken", "Mistaken"),
        ("outdated", "The other is out of date", "Out of date"),
        ("judgement", "Editor's judgement", "Editor's judgement"),
    ],
)
def test_a_reason_speaks_for_the_claim_it_stands_on(rivals, erin, reason, chosen, not_chosen):
    accept(claim=rivals[1], by=erin, reason=reason)
    said = [Claim.objects.get(pk=claim.pk).get_reason_display() for claim in rivals]
    assert said == [not_chosen, chosen]


def test_no_reason_against_a_claim_speaks_of_another_one():
    words = dict(Reason.against())
    assert set(words) == set(Reason.values) - {Reason.UNDISPUTED}
    assert [said for said in words.values() if "other" in said.lower()] == []
