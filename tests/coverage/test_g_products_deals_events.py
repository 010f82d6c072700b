"""Coverage, G: products, deals and events (items 55 to 62)."""

import pytest

from profiles.models import Product
from tests.coverage.published import Published

pytestmark = pytest.mark.django_db

MIXTRAL, COMING = "product/mistral-ai-mixtral-8x7b", "product/mistral-ai-next-open-weight-model"


def test_55_products_form_a_tree_of_kinds(mistral: Published):
    assert mistral.stated("product", "form") == set(Product.Form.values)
    parent = mistral.record("product/mistral-ai-audit-logging").relations["parent"]
    assert parent.ref == "product/mistral-ai-enterprise-tier"
    assert mistral.record(parent.ref).relations["parent"].name == "La Plateforme"
    assert mistral.fact("product/mistral-ai-la-plateforme", "pricing").value == "Per token"
    headings = ("### La Plateforme", "#### Enterprise API tier", "##### Audit logging")
    assert mistral.lacks(*headings, within=("md",)) == []
    assert mistral.lacks("Pricing: Per token", "Form: Feature", "Form: Model family") == []


def test_56_names_have_a_history(mistral: Published):
    names = mistral.related("name", "subject", "product/mistral-ai-vibe")
    assert {(r.value("name"), r.value("use")) for r in names} == {
        ("Le Chat", "former"),
        ("Vibe", "official"),
    }
    (ruled_out,) = mistral.related("name", "subject", COMING)
    assert ruled_out.value("use") == "ruled-out"
    words = (
        "Former name: Le Chat",
        "When the name changed is unknown.",
        "Ruled out as a name: Le Chaton Fat",
    )
    assert mistral.lacks(*words, "Unnamed open-weight model") == []


def test_57_licence_weights_source_and_hosting_are_separate(mistral: Published):
    large, codestral = "product/mistral-ai-large", mistral.record("product/mistral-ai-codestral")
    answers = {name: codestral.value(name) for name in ("open_weights", "open_source", "hosted")}
    assert answers == {"open_weights": "unstated", "open_source": "no", "hosted": "yes"}
    assert mistral.values(large, "open_weights") == ["no", "yes"]
    assert mistral.fact(MIXTRAL, "licence").value == "Apache 2.0"
    words = ("Open weights: not stated", "Open source: no", "Hosted: yes", "Licence: Apache 2.0")
    assert mistral.lacks(*words) == []


def test_58_models_have_parameters_experts_and_claims_by_others(mistral: Published):
    facts = ("parameters", "parameters_active", "parameters_per_expert", "experts")
    assert [mistral.fact(MIXTRAL, name).value for name in facts] == [
        "56000000000 parameters",
        "12900000000 parameters",
        "7000000000 parameters",
        "8 experts",
    ]
    claimed = mistral.related("statement", "about", "product/mistral-ai-mistral-7b")
    assert {record.value("topic") for record in claimed} == {"performance"}
    words = ("Architecture: Mixture of experts", "56B parameters, active 12.9B parameters")
    assert mistral.lacks(*words, *(record.value("text") for record in claimed)) == []


def test_59_a_partnership_has_partners_scope_and_perhaps_a_round(mistral: Published):
    campus = mistral.record("deal/mistral-ai-ai-campus")
    partners = mistral.related("party", "deal", campus.ref)
    assert campus.value("form") == "joint-venture"
    assert {r.relations["who"].name for r in partners} == {"Bpifrance", "MGX", "Nvidia"}
    microsoft = mistral.record("deal/mistral-ai-microsoft")
    assert microsoft.relations["round"].ref == "round/mistral-ai-2024-02"
    words = ("joint venture; partner Bpifrance", "came with Series A extension")
    scope = "Exploring AI models for ASML’s products, research, development and operations"
    assert mistral.lacks(*words, scope, "Investment firm of the United Arab Emirates") == []


def test_60_an_acquisition_has_target_order_focus_and_rationale(mistral: Published):
    koyeb, emmi = (mistral.record(f"deal/mistral-ai-{key}") for key in ("koyeb", "emmi"))
    assert koyeb.value("form") == emmi.value("form") == "acquisition"
    assert koyeb.value("sequence").casefold() == "first acquisition"
    assert (emmi.value("scope"), emmi.value("place"), emmi.value("date")) == (
        "Physics AI",
        "Austria",
        "",
    )
    words = ("February 2026", "from an unread page’s address", "first acquisition")
    assert mistral.lacks("Austrian start-up for physics AI") == []
    assert mistral.lacks(*words, koyeb.value("rationale"), emmi.value("rationale")) == []


def test_61_events_have_kind_place_and_persons(mistral: Published):
    forms = {"launch", "appearance", "meeting", "statement", "milestone", "outlook"}
    assert mistral.stated("event", "form") == forms
    stage = mistral.related("participant", "event", "event/mistral-ai-vivatech-2025")
    assert len(stage) == 3
    words = ("appearance, VivaTech conference", "Emmanuel Macron (president of France, on stage)")
    assert mistral.lacks(*words, "Emmanuel Macron meets the company’s leadership") == []


def test_62_money_planned_is_no_money_raised(mistral: Published):
    plan = mistral.record("deal/mistral-ai-data-centres")
    assert plan.value("form") == "investment-plan"
    assert (plan.value("amount"), plan.value("place")) == ("EUR 4000000000", "France and Sweden")
    assert mistral.claims(plan.ref, "amount")[0].status == "projected"
    assert "EUR 4000000000" not in mistral.stated("round", "amount")
    words = ("Planned investment", "It is no part of the money raised.", "Amount: €4B (projected)")
    assert mistral.lacks(*words) == []
