"""Coverage, D: the company's profile (items 30 to 41)."""

import pytest

from profiles.models import Faq, Link, Section, Statement
from tests.coverage.published import Published, published
from tests.factories import a_body, a_cited_profile, a_release, a_source, cited

pytestmark = pytest.mark.django_db

COMPANY = "company/mistral-ai"
LONGEST_ABOUT, LONGEST_ANSWER, LONGEST_TAGLINE = 7_200, 1_300, 160


def test_30_name_tagline_description_and_about(mistral: Published):
    company = mistral.document.company
    assert company.value("name") == "Mistral AI"
    assert 0 < len(company.value("tagline")) <= LONGEST_TAGLINE
    about = mistral.fact("section/mistral-ai-about", "body").value
    assert len(about) > 2_000
    assert mistral.lacks(company.value("tagline"), company.value("description"), "## About") == [
        "txt: ## About"
    ]


def test_30_the_longest_texts_of_the_documents_have_room():
    company = cited(a_cited_profile(tagline="t" * LONGEST_TAGLINE), "tagline")
    a_source("gazette")
    about, answer = "word " * (LONGEST_ABOUT // 5), "word " * (LONGEST_ANSWER // 5)
    section = Section(company=company, heading="About", body=f"{about}end.[^gazette]")
    section.full_clean(exclude=["record"])
    a_body(Section, company=company, heading="About", body=section.body)
    a_body(Faq, company=company, question="How long?", answer=f"{answer}stop.[^gazette]")
    shown = published(a_release(company))
    assert shown.lacks("t" * LONGEST_TAGLINE, f"{about}end.", f"{answer}stop.", "How long?") == []


def test_31_the_line_of_main_facts(mistral: Published):
    labels = ("Founded: April 2023", "Headquarters: Paris, France", "Headcount: 100–250 people")
    more = ("CEO: Arthur Mensch", "Total funding: about $4B", "Latest valuation: €11.7B")
    assert mistral.lacks(*labels, *more) == []
    head = mistral.readable["md"].partition("## ")[0]
    assert all(words in head for words in (*labels, *more))


def test_32_founding(mistral: Published):
    company = mistral.document.company
    assert company.value("founded") == "2023-04"
    assert company.value("founding_place") == "Paris, France"
    assert company.value("founder_count") == "3 people"
    assert company.value("name_origin") == "A wind"
    assert mistral.lacks("Founders: 3 people", "Name origin: A wind", "Founding in Paris") == []


def test_33_mission_in_several_versions_and_values(mistral: Published):
    assert len(mistral.values(COMPANY, "mission")) == 4
    values = [r for r in mistral.document.of_kind("statement") if r.value("topic") == "value"]
    assert len(values) >= 5
    said = [record.value("text") for record in values]
    assert mistral.lacks(*mistral.values(COMPANY, "mission"), *said) == []
    assert mistral.lacks("everyone gets access to the best AI systems") == []


def test_34_address_and_work_model(mistral: Published):
    assert mistral.document.company.value("work_model") == "Mostly remote and distributed"
    words = ("Address: 5 rue du Helder, Paris", "Work model: Mostly remote and distributed")
    assert mistral.lacks(*words) == []


def test_35_team_size_as_bound_and_range(mistral: Published):
    assert mistral.values(COMPANY, "headcount") == ["100..250 people", ">=150 people"]
    assert mistral.lacks("100–250 people", "150+ people") == []


def test_36_epithets_and_aliases_are_no_names(mistral: Published):
    names = mistral.related("name", "subject", COMPANY)
    uses = {record.value("name"): record.value("use") for record in names}
    assert uses["French decacorn"] == uses["French AI darling"] == "epithet"
    assert uses["Mistral"] == "alias"
    assert mistral.values(COMPANY, "name") == ["Mistral AI"]
    assert mistral.lacks("Epithet: Cornerstone", "French decacorn", "Also known as: Mistral") == []


def test_37_every_list_of_cited_statements_has_entries(mistral: Published):
    statements = mistral.document.of_kind("statement")
    assert {record.value("topic") for record in statements} == set(Statement.Topic.values)
    assert [r.ref for r in statements if not mistral.claims(r.ref, "text")[0].citations] == []
    texts = [record.value("text") for record in statements]
    assert mistral.lacks(*Statement.Topic.labels, *texts) == []


def test_38_what_is_planned_is_projected_and_has_a_day_to_look_again(mistral: Published):
    planned = [r for r in mistral.document.of_kind("event") if r.value("form") == "outlook"]
    assert len(planned) >= 8
    assert all(record.settings["look_again"] for record in planned)
    assert {mistral.claims(r.ref, "title")[0].status for r in planned} == {"projected"}
    ipo = mistral.record("event/mistral-ai-ipo")
    assert ipo.value("date") == "2026/2027"
    titles = [record.value("title") for record in planned]
    assert mistral.lacks("Planned or expected", "2026–2027 (projected)", *titles) == []
    assert len([r for r in mistral.document.of_kind("event") if r.value("form") == "milestone"]) > 3


def test_39_links_have_kinds_and_perhaps_no_address(mistral: Published):
    links = {r.value("place"): r.value("url") for r in mistral.document.of_kind("link")}
    assert set(links) == {"website", "code", "x", "linkedin", "blog", "docs"}
    assert set(links) <= set(Link.Place.values)
    assert {place for place, url in links.items() if not url} == {"code", "x", "linkedin", "blog"}
    words = ("Blog: address not given", "X (Twitter): address not given", links["website"])
    assert mistral.lacks(*words, links["docs"]) == []


def test_40_questions_are_in_order_and_answers_cite_for_themselves(mistral: Published):
    faqs = mistral.document.of_kind("faq")
    assert len(faqs) >= 15
    orders = [int(record.settings["order"]) for record in faqs]
    assert orders == sorted(orders)
    assert all("[^" in record.value("answer") for record in faqs)
    questions = [str(record.settings["question"]) for record in faqs]
    assert mistral.lacks(*questions) == []
    places = [mistral.readable["md"].index(f"### {question}") for question in questions]
    assert places == sorted(places)


def test_41_certificates_are_no_legal_regimes(mistral: Published):
    forms = {r.value("name"): r.value("form") for r in mistral.document.of_kind("certification")}
    assert forms == {
        "SOC 2 Type II": "certificate",
        "ISO 27001": "standard",
        "EU AI Act": "regime",
        "GDPR": "regime",
    }
    soc = mistral.record("certification/mistral-ai-soc-2")
    assert soc.value("scope")
    assert soc.value("proof")
    words = ("Certificates and standards", "Legal regimes", "documents: On request")
    assert mistral.lacks(*words, *forms, soc.value("scope"), soc.value("proof")) == []
