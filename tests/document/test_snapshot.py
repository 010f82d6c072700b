"""Rows become a document: what is cited, in reading order, the same bytes every time."""

import pytest

from profiles.document.schema import decode
from profiles.document.seal import canonical, digest
from profiles.document.snapshot import snapshot
from profiles.models import Company, Faq, Record, Section
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
    assert rival.explanation == "They cannot both be true: 2018 and April 2019 do not overlap."
    assert (fact.claim.kind, fact.claim.explanation) == ("", "")
    assert not rival.also_given


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
