"""Each check with what it finds, and the same profile without the fault."""

import pytest

from profiles.models import Faq, FundingRound, Product, Section, Source
from profiles.review.checks import check
from profiles.review.findings import Severity
from tests.factories import (
    a_body,
    a_cited_profile,
    a_claim,
    a_company,
    a_person,
    a_role,
    a_round,
    a_source,
    cited,
    edit,
    rule,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    return a_cited_profile()


def found(company, code):
    """(severity, ref, fact, message) of the findings with this code."""
    company.refresh_from_db()
    return [
        (str(finding.severity), finding.ref, finding.fact, finding.message)
        for finding in check(company)
        if finding.code == code
    ]


def test_the_smallest_cited_profile_passes(company):
    assert check(company) == []


def test_a_required_fact_that_is_missing(company):
    a_body(FundingRound, company=company, label="Series A", key="acme-a")
    message = "Amount is missing: fill it and cite it."
    assert ("error", "round/acme-a", "amount", message) in found(company, "missing")


def test_a_required_fact_without_a_source():
    company = a_company()
    message = "Name has no source: cite one."
    assert ("error", "company/acme", "name", message) in found(company, "uncited")
    cited(company, "name")
    assert found(company, "uncited") == []


def test_what_nobody_says_of_a_company_is_a_warning():
    """An organisation may be worth a page whose founding no source mentions."""
    company = cited(a_company(headquarters="Paris"))
    message = "Founded is not known, and readers look for it: is there a source?"
    assert found(company, "unknown") == [("warning", "company/acme", "founded", message)]
    edit(company, founded="2019")
    assert found(company, "unknown") == []
    assert [finding[2] for finding in found(company, "left-out")] == ["founded"]


def test_an_optional_fact_without_a_source_is_a_warning(company):
    edit(company, tagline="Better")
    [finding] = found(company, "left-out")
    message = "Tagline has no source and will not be published."
    assert finding == ("warning", "company/acme", "tagline", message)
    cited(company, "tagline")
    assert found(company, "left-out") == []


def test_a_fact_covered_by_another_needs_no_source_of_its_own(company):
    a_role(company, a_person(), title="Chair", group="board")
    assert found(company, "left-out") == []


def test_an_open_rival(company):
    claim = a_claim(company, "founded", "2018")
    [finding] = found(company, "open")
    message = "Nobody has ruled on “2018”: accept one."
    assert finding == ("error", "company/acme", "founded", message)
    rule(claim)
    assert found(company, "open") == []


def test_an_open_claim_that_can_be_true_as_well_is_no_error(company):
    a_claim(company, "founded", "2019")
    assert check(company) == []


def test_a_required_value_that_nobody_accepted():
    company = a_company()
    claim = a_claim(company, "name")
    message = "Nobody has accepted a value for Name: accept one."
    assert ("error", "company/acme", "name", message) in found(company, "undecided")
    rule(claim)
    assert [finding[2] for finding in found(company, "undecided")] == []


def test_an_optional_value_that_nobody_accepted_is_left_out(company):
    claim = a_claim(company, "tagline", "Better")
    [(severity, _, _, message)] = found(company, "left-out")
    assert severity == "warning"
    assert message == "Tagline has sources but no accepted value and will not be published."
    rule(claim)
    assert found(company, "left-out") == []


def test_a_ruling_that_new_evidence_has_overtaken(company):
    assert found(company, "reopened") == []
    rule(a_claim(company, "founded", "2018", source=a_source("herald")), reason="newer")
    assert found(company, "reopened") == []
    edit(Source.objects.get(key="herald"), standing="retracted")
    message = "Ruled before new evidence: Herald was retracted after the ruling. Decide again."
    assert found(company, "reopened") == [("warning", "company/acme", "founded", message)]


def test_a_value_that_is_not_the_one_cited(company):
    edit(company, headquarters="Lyon, France")
    [(severity, _, fact, message)] = found(company, "changed")
    assert (severity, fact) == ("error", "headquarters")
    assert "“Lyon, France”" in message
    assert "“Paris, France”" in message
    edit(company, headquarters="Paris, France")
    assert found(company, "changed") == []


def test_a_value_that_was_cleared_although_cited(company):
    edit(company, headquarters="")
    assert [finding[2] for finding in found(company, "changed")] == ["headquarters"]


def test_prose_that_cites_nothing(company):
    section = a_body(Section, company=company, heading="About", body="Acme is a company.")
    assert [finding[2] for finding in found(company, "uncited")] == ["body"]
    a_source("gazette")
    edit(section, body="Acme is a company.[^gazette]")
    assert found(company, "uncited") == []


def test_a_footnote_without_a_source(company):
    a_body(Faq, company=company, question="Who?", answer="Jane.[^nobody]")
    [(severity, ref, fact, message)] = found(company, "footnote")
    assert (severity, fact) == ("error", "answer")
    assert ref.startswith("faq/")
    assert message == "[^nobody] names no source: correct the key or add the source."
    Source.objects.create(key="nobody", title="Nobody's Diary")
    assert found(company, "footnote") == []


def test_a_paragraph_without_a_footnote(company):
    text = "Acme is a company.[^gazette]\n\nIt is the best."
    section = a_body(Section, company=company, heading="About", body=text)
    [(severity, _, fact, message)] = found(company, "paragraph")
    assert (severity, fact) == ("error", "body")
    assert "It is the best." in message
    edit(section, body=text + "[^gazette]")
    assert found(company, "paragraph") == []


class TestStatedTotal:
    def test_it_names_both_figures(self, company):
        edit(company, total_funding="EUR 30000000")
        a_round(company, amount="EUR 10000000")
        a_round(company, "Series B", amount="EUR 15000000")
        [(severity, _, fact, message)] = found(company, "total")
        assert (severity, fact) == ("warning", "total_funding")
        assert message == "The stated total is €30M, the rounds sum to €25M."

    def test_agreement_is_silent(self, company):
        edit(company, total_funding="EUR 10000000")
        a_round(company, amount="EUR 10000000")
        assert found(company, "total") == []

    def test_rounds_in_another_currency_are_named_not_converted(self, company):
        edit(company, total_funding="EUR 30000000")
        a_round(company, amount="EUR 10000000")
        a_round(company, "Series B", amount="USD 15000000")
        [(_, _, _, message)] = found(company, "total")
        assert message.endswith("sum to €10M (Series B of June 2021 not in EUR).")

    def test_a_conversion_that_a_source_printed_counts(self, company):
        edit(company, total_funding="EUR 24000000")
        a_round(company, amount="EUR 10000000")
        a_round(company, "Series B", amount="USD 15000000", amount_converted="EUR 14000000")
        assert found(company, "total") == []

    def test_a_difference_is_explained_where_the_rounds_tell(self, company):
        edit(company, total_funding="EUR 10000000")
        a_round(company, amount="EUR 10000000")
        a_round(company, "Loan", amount="EUR 15000000", instrument="debt")
        [(_, _, _, message)] = found(company, "total")
        assert message.endswith("the rounds sum to €25M. Without the debt it fits.")

    @pytest.mark.parametrize("status", ["rumoured", "projected", "denied"])
    def test_a_round_that_is_only_talked_about_is_not_counted(self, company, status):
        edit(company, total_funding="EUR 10000000")
        a_round(company, amount="EUR 10000000")
        talk = a_round(company, "Series B", amount="EUR 90000000")
        assert found(company, "total")
        talk.record.claims.filter(fact="amount").update(status=status)
        assert found(company, "total") == []


def test_errors_come_first(company):
    edit(company, tagline="Better", headquarters="Lyon, France")
    severities = [finding.severity for finding in check(company)]
    assert severities == [Severity.ERROR, Severity.WARNING]


def test_a_finding_reads_as_a_line(company):
    edit(company, tagline="Better")
    [finding] = check(company)
    assert str(finding) == (
        "warning: company/acme tagline: Tagline has no source and will not be published."
    )


def test_the_number_of_queries_does_not_grow_with_the_profile(
    company, django_assert_max_num_queries
):
    for number in range(8):
        a_round(company, f"Round {number}")
    with django_assert_max_num_queries(25):
        check(company)


def test_citations_that_give_no_place_are_counted_in_one_line(company):
    assert found(company, "placeless") == []
    product = a_body(Product, company=company, name="Whisk", licence="MIT")
    for fact in ("name", "licence"):
        rule(a_claim(product, fact))
    [(severity, ref, fact, message)] = found(company, "placeless")
    assert (severity, ref, fact) == ("warning", "company/acme", "")
    assert message.startswith("2 facts have citations with neither a quote nor a place")


@pytest.mark.parametrize("given", [{"locator": "page 3"}, {"quote": "Whisk, the robot"}])
def test_a_quote_or_a_locator_is_a_place(company, given):
    product = a_body(Product, company=company, name="Whisk")
    rule(a_claim(product, "name", **given))
    assert found(company, "placeless") == []
