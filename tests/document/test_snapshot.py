"""Rows become a document: what is cited, in reading order, the same bytes every time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from profiles.document.schema import decode
from profiles.document.seal import canonical, digest
from profiles.document.snapshot import snapshot
from profiles.models import Company, Deal, Faq, Investment, Party, Record, Section, Statement
from profiles.provenance.claims.assert_and_cite import amend
from profiles.review.checks import check
from tests.factories import (
    a_body,
    a_cited_profile,
    a_claim,
    a_company,
    a_person,
    a_role,
    a_round,
    a_source,
    an_investment,
    cited,
    edit,
    restate,
    rule,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    profile = a_cited_profile()
    a_role(profile, a_person(), title="Chair", group="board")
    an_investment(a_round(profile), a_company("some-fund"))
    return profile


@pytest.mark.parametrize("first", ["a", "b"])
def test_what_nothing_else_orders_stands_by_its_key(company, first):
    for key in (first, "b" if first == "a" else "a"):
        said = a_body(Statement, key=key, company=company, topic="risk", text=f"Risk {key}")
        cited(said, "text")
    assert [record.key for record in snapshot(company).of_kind("statement")] == ["a", "b"]


def test_the_company_comes_first_then_the_registrys_order(company):
    refs = [record.ref for record in snapshot(company).records]
    assert refs == [
        "company/acme",
        "person/jane-doe",
        "role/acme-jane-doe-board",
        "round/acme-series-a",
        "investment/acme-series-a-some-fund",
        "link/acme-website",
    ]


def test_an_uncited_fact_is_left_out(company):
    edit(company, tagline="Better")
    assert snapshot(company).company.fact("tagline") is None
    rule(a_claim(company, "tagline"))
    company.refresh_from_db()
    assert snapshot(company).company.value("tagline") == "Better"


def test_a_contested_fact_is_left_out_until_somebody_rules(company):
    claim = a_claim(company, "founded", "2018")
    assert snapshot(company).company.fact("founded") is None
    rule(claim)
    company.refresh_from_db()
    assert snapshot(company).company.value("founded") == "2018"


def test_a_value_changed_since_it_was_cited_is_left_out(company):
    edit(company, headquarters="Lyon, France")
    assert snapshot(company).company.fact("headquarters") is None


def test_a_fact_cited_with_another_says_so(company):
    [role] = snapshot(company).of_kind("role")
    group = role.fact("group")
    assert (group.text, group.claim, group.cited_with) == ("Board member", None, "title")


def test_a_fact_carries_its_claim_its_rivals_and_the_ruling(company):
    rule(
        a_claim(company, "founded", "2018", source=a_source("herald"), quote="since 2018"),
        reason="primary",
        note="The register says so.",
    )
    company.refresh_from_db()
    fact = snapshot(company).company.fact("founded")
    assert (fact.value, fact.type) == ("2018", "date")
    assert (fact.claim.reason, fact.claim.note) == ("Primary source", "The register says so.")
    assert fact.claim.decided_by == "Erin"
    [citation] = fact.claim.citations
    assert (citation.source, citation.quote, citation.stance) == (
        "herald",
        "since 2018",
        "supports",
    )
    assert [rival.value for rival in fact.rivals] == ["2019-04"]


def test_a_rival_says_how_it_disagrees_and_why_it_is_not_shown(company):
    rule(a_claim(company, "founded", "2018", source=a_source("herald")), reason="primary")
    company.refresh_from_db()
    fact = snapshot(company).company.fact("founded")
    [rival] = fact.rivals
    assert (rival.kind, rival.reason) == ("contradiction", "Not the primary source")
    why = "They cannot both be true: 2018 and April 2019 do not overlap."
    assert rival.explanation == f"Ruled: not the primary source. {why}"
    assert (fact.claim.kind, fact.claim.explanation) == ("", "")
    assert not rival.also_given


@pytest.mark.parametrize(
    ("reason", "kind", "explanation"),
    [
        ("mistaken", "contradiction", "Ruled: mistaken."),
        ("rumour", "contradiction", "Ruled: a rumour."),
        ("outdated", "date", "Ruled: out of date."),
        ("newer", "date", "Ruled: older than the chosen value."),
        ("basis", "basis", "Ruled: different basis or scope."),
        ("currency", "currency", "Ruled: different currency."),
        ("rounding", "rounding", "Ruled: rounding."),
    ],
)
def test_once_ruled_the_explanation_is_the_rulings(company, reason, kind, explanation):
    rule(a_claim(company, "founded", "2018", source=a_source("herald")), reason=reason)
    company.refresh_from_db()
    [rival] = snapshot(company).company.fact("founded").rivals
    assert (rival.kind, rival.explanation) == (kind, explanation)


def test_what_can_be_true_as_well_is_published_beside_the_value(company):
    a_claim(company, "founded", "2019", source=a_source("herald"))
    fact = snapshot(company).company.fact("founded")
    [rival] = fact.rivals
    assert (fact.value, rival.value, rival.also_given) == ("2019-04", "2019", True)
    assert rival.explanation == "Both can be true: April 2019 lies within 2019."


@pytest.mark.parametrize(
    ("ref", "fact", "expected"),
    [
        ("company/acme", "name", "text"),
        ("company/acme", "founded", "date"),
        ("role/acme-jane-doe-board", "group", "choice"),
        ("round/acme-series-a", "amount", "quantity"),
        ("link/acme-website", "url", "url"),
        ("section/acme-about", "body", "prose"),
    ],
)
def test_types_tell_a_reader_how_to_show_a_value(company, ref, fact, expected):
    a_source("gazette")
    a_body(Section, company=company, heading="About", body="Acme.[^gazette]")
    assert snapshot(company).record(ref).fact(fact).type == expected


def test_relations_name_the_other_record(company):
    [investment] = snapshot(company).of_kind("investment")
    named = {name: (other.ref, other.name) for name, other in investment.relations.items()}
    assert named == {
        "round": ("round/acme-series-a", "Acme: Series A"),
        "investor": ("company/some-fund", "Some Fund"),
    }


def test_settings_say_the_question_and_the_place(company):
    a_body(Faq, company=company, question="Who?", answer="Jane.[^gazette]", order=3)
    [faq] = snapshot(company).of_kind("faq")
    assert faq.settings == {"question": "Who?", "order": 3}


def test_every_source_that_is_cited_is_there_and_no_other(company):
    a_source("unused")
    a_body(Section, company=company, heading="About", body="Acme.[^herald]")
    a_source("herald")
    assert [source.key for source in snapshot(company).sources] == ["gazette", "herald"]


def test_a_copy_comes_with_its_original(company):
    wire = a_source("wire")
    a_claim_of = a_source("reprint", canonical=wire)
    rule(a_claim(company, "founded", "2018", source=a_claim_of))
    company.refresh_from_db()
    document = snapshot(company)
    assert document.source("reprint").canonical == "wire"
    assert document.source("wire") is not None


def test_the_same_rows_make_the_same_bytes(company):
    first = canonical(snapshot(company))
    again = canonical(snapshot(Company.objects.get(pk=company.pk)))
    assert first == again
    restate(company, "headquarters", "Lyon, France")
    assert digest(canonical(snapshot(company))) != digest(first)


def test_a_save_that_changes_nothing_changes_no_byte(company):
    first = canonical(snapshot(company))
    edit(company)
    assert Record.objects.get(pk=company.pk).version > company.record.version - 1
    assert canonical(snapshot(company)) == first


def test_bytes_decode_to_the_document(company):
    document = snapshot(company)
    assert decode(canonical(document)) == document


def test_other_profiles_stay_out(company):
    other = a_cited_profile("other")
    a_round(other)
    assert all("other" not in record.ref for record in snapshot(company).records)


def test_the_number_of_queries_does_not_grow_with_the_profile(
    company, django_assert_max_num_queries
):
    for number in range(8):
        a_round(company, f"Round {number}")
    with django_assert_max_num_queries(25):
        snapshot(company)


def test_nor_with_the_investors(company, django_assert_num_queries):
    with CaptureQueriesContext(connection) as few:
        snapshot(company)
    for number in range(8):
        an_investment(company.rounds.get(), a_company(f"fund-{number}"))
    with django_assert_num_queries(len(few)):
        assert len(snapshot(company).of_kind("investment")) == 9


class TestElsewhere:
    """Records of other profiles that name the company."""

    @pytest.fixture
    def fund(self, company):
        return cited(Company.objects.get(record__key="some-fund"), "name")

    @pytest.fixture
    def investment(self, fund):
        return Investment.objects.get(investor=fund.record)

    def found(self, fund):
        return [record for record in snapshot(fund).records if record.kind != "company"]

    def test_its_part_in_a_round_has_its_citations_and_says_whose_round_that_is(
        self, fund, investment
    ):
        [record] = self.found(fund)
        assert record.ref == investment.record.ref
        assert [citation.source for citation in record.fact("part").claim.citations] == ["gazette"]
        named = {name: (to.ref, to.name, to.when) for name, to in record.relations.items()}
        assert named == {
            "round": ("round/acme-series-a", "Acme: Series A", "2021-06"),
            "investor": ("company/some-fund", "Some Fund", ""),
            "company": ("company/acme", "Acme", ""),
        }

    def test_its_part_in_a_deal(self, company, fund):
        deal = a_body(Deal, company=company, title="Partnership", date="2022")
        party = cited(a_body(Party, deal=deal, who=fund.record), "part")
        [_, record] = self.found(fund)
        assert record.ref == party.record.ref
        assert (record.relations["deal"].name, record.relations["company"].name) == (
            "Partnership",
            "Acme",
        )
        assert record.relations["deal"].when == "", "the date has no source"
        cited(deal, "title")
        assert self.found(fund)[1].relations["deal"].when == "2022"

    def test_what_has_no_source_stays_out(self, company, fund):
        bare = a_body(Investment, round=a_round(company, "Series B"), investor=fund.record)
        assert bare.record.ref not in [record.ref for record in self.found(fund)]
        cited(bare, "part")
        assert bare.record.ref in [record.ref for record in self.found(fund)]

    def test_what_nobody_has_ruled_on_stays_out(self, fund, investment):
        claim = a_claim(investment, "part", "lead")
        assert self.found(fund) == []
        rule(claim)
        assert self.found(fund)[0].value("part") == "lead"

    def test_a_rumour_stays_one(self, fund, investment):
        claim = investment.record.claims.get(fact="part")
        amend(claim=claim, printed="", as_of="", status="rumoured")
        assert self.found(fund)[0].fact("part").claim.status == "rumoured"

    def test_its_sources_are_there(self, fund, investment):
        rule(a_claim(investment, "part", "lead", source=a_source("herald")))
        assert snapshot(fund).source("herald") is not None

    def test_the_checks_judge_it_in_its_own_profile_only(self, company, fund, investment):
        a_claim(investment, "part", "lead")
        assert [finding.code for finding in check(company)] == ["open"]
        assert "open" not in [finding.code for finding in check(fund)]

    def test_the_number_of_queries_does_not_grow_with_it(
        self, company, fund, django_assert_num_queries
    ):
        assert len(self.found(fund)) == 1
        with CaptureQueriesContext(connection) as few:
            snapshot(fund)
        for number in range(5):
            an_investment(a_round(company, f"Round {number}"), fund)
        with django_assert_num_queries(len(few)):
            assert len(self.found(fund)) == 6
