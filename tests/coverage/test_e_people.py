"""Coverage, E: people and organisations (items 42 to 48)."""

import pytest

from profiles.models import Company
from tests.coverage.conftest import Demo
from tests.coverage.published import Published, published
from tests.factories import a_cited_profile, a_person, a_release, a_role, edit

pytestmark = pytest.mark.django_db

COMPANY = "company/mistral-ai"


def test_42_a_person_has_several_roles(mistral: Published):
    roles = mistral.related("role", "person", "person/jean-charles-samuelian-werve")
    assert {(r.value("title"), r.value("group")) for r in roles} == {
        ("Board member", "board"),
        ("Co-founding adviser", "adviser"),
    }
    assert {role.relations["company"].ref for role in roles} == {COMPANY}
    assert mistral.lacks("Board member (as of July 2026, ", "); Co-founding adviser") == []


def test_42_titles_are_kept_as_printed_beside_the_common_office(mistral: Published):
    role = mistral.record("role/mistral-ai-johan-bergqvist-executive")
    assert (role.value("title"), role.value("office")) == ("Chief Financial Officer", "cfo")
    assert role.value("started") == "2026~"
    assert "CFO" in mistral.values(role.ref, "title")
    assert mistral.lacks("SVP, Partners & Alliances", "since about 2026") == []


def test_43_a_role_may_wait_for_its_person():
    company = a_cited_profile()
    role = a_role(company, None, "Chief Financial Officer")
    first = published(a_release(company))
    assert "person" not in first.record(role.record.ref).relations
    assert first.lacks("Nobody named yet", "Chief Financial Officer") == []
    edit(role, person=a_person("johan-smith"))
    second = published(a_release(company, note="The officer is named."))
    assert second.record(role.record.ref).relations["person"].name == "Johan Smith"
    assert second.lacks("Johan Smith", "Chief Financial Officer") == []
    assert "Nobody named yet" not in second.readable["md"]


def test_44_employers_fellowships_and_wealth_with_attribution(mistral: Published):
    assert mistral.values("person/arthur-mensch", "previously")[0] == "Google DeepMind"
    assert mistral.fact("person/guillaume-lample", "distinctions").value == "CIFAR Fellowship"
    (worth,) = mistral.claims("person/timothee-lacroix", "net_worth")
    assert {c.origin for c in worth.citations} == {"bloomberg-billionaires"}
    words = ("Previously: Google DeepMind", "CIFAR Fellowship", "according to Bloomberg")
    assert mistral.lacks(*words, "Net worth: 1B+ (currency unknown)") == []


def test_45_others_outside_of_the_company(mistral: Published):
    people = {
        relation.name
        for kind in ("participant", "investment")
        for record in mistral.document.of_kind(kind)
        for relation in record.relations.values()
        if relation.kind == "person"
    }
    outside = {"Emmanuel Macron", "Jensen Huang", "Trump", "Marc Andreessen", "Xavier Niel"}
    assert outside <= people
    assert mistral.lacks(*outside, "president of France", "Trump (gave the directive)") == []


def test_46_organisations_of_every_kind(mistral: Published, demo: Demo):
    forms = {row["key"]: row.get("form") for row in demo.exported["companies"]}
    assert set(forms.values()) == set(Company.Form.values)
    assert forms["european-venture-capital-groups"] == "group"
    assert forms["french-army"] == "army"
    assert forms["luxembourg"] == "state"
    descriptions = mistral.stated("party", "description")
    assert len(descriptions) >= 10
    assert mistral.lacks("European venture capital groups", "France’s army", *descriptions) == []


def test_46_an_organisation_has_country_and_description_of_its_own(demo: Demo):
    company = demo.profiles["asml"].document.company
    assert company.value("description") or company.value("tagline")
    assert demo.profiles["asml"].lacks(company.value("name")) == []
    countries = {row.get("country", "") for row in demo.exported["companies"]} - {""}
    assert "FR" in countries


def test_47_one_organisation_in_several_relations(mistral: Published):
    several = {"nvidia": 5, "microsoft": 4, "ibm": 2, "asml": 2, "cma-cgm": 2, "bpifrance": 3}
    for key, fewest in several.items():
        named = [
            r
            for r in mistral.document.records
            for each in r.relations.values()
            if each.ref == f"company/{key}" and r.kind in ("investment", "party", "participant")
        ]
        assert len(named) >= fewest, key
    words = ("ASML: investor in Series C; partner", "Nvidia: investor in Equity and debt; Series C")
    assert mistral.lacks("In several roles", *words) == []


def test_48_names_are_found_by_any_of_their_forms(demo: Demo, mistral: Published):
    assert demo.found["a16z"] == demo.found["andreessen horowitz"] == ["a16z"]
    assert demo.found["NVIDIA"] == demo.found["nvidia"] == ["nvidia"]
    assert "mistral-ai" in demo.found["mistral"]
    aliases = {(row["subject"], row["name"]) for row in demo.exported["names"]}
    assert {("company/a16z", "a16z"), (COMPANY, "Mistral")} <= aliases
    assert demo.profiles["a16z"].lacks("Also known as: a16z") == []


def test_48_every_short_form_of_the_documents_is_an_alias(demo: Demo):
    names = {row["name"] for row in demo.exported["names"]}
    assert names >= {"a16z", "CMA", "NVIDIA", "Lightspeed", "AFP"}
