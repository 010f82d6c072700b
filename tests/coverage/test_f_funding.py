"""Coverage, F: funding (items 49 to 54)."""

import pytest

from profiles.models import FundingRound
from tests.coverage.published import Published, published
from tests.factories import a_body, a_cited_profile, a_release, cited

pytestmark = pytest.mark.django_db

ROUNDS = {
    "2023-06": "Seed",
    "2023-12": "Series A",
    "2024-02": "Series A extension",
    "2024-06": "Equity and debt",
    "2025-09": "Series C",
    "2026-03": "Debt financing",
    "2026-mid": "Rumoured raise",
}


def a_round_of(month: str) -> str:
    return f"round/mistral-ai-{month}"


def test_49_rounds_have_label_date_amount_instrument_and_purpose(mistral: Published):
    labels = {
        r.key.removeprefix("mistral-ai-"): r.value("label")
        for r in mistral.document.of_kind("round")
    }
    assert labels == ROUNDS
    assert mistral.values(a_round_of("2023-06"), "label") == ["Seed", "Series A"]
    assert mistral.values(a_round_of("2024-06"), "label") == ["Equity and debt", "Series B"]
    assert mistral.stated("round", "instrument") == {"convertible", "mixed", "debt"}
    words = ("Instrument: Equity and debt", "Instrument: Convertible", "Instrument: Debt")
    purpose = "Purpose: Data centres of its own in Paris and Sweden"
    assert mistral.lacks(*words, purpose, "The largest seed round that Europe had seen") == []


def test_49_a_round_needs_no_label_and_may_be_plain_equity():
    company = a_cited_profile()
    plain = FundingRound.Instrument.EQUITY
    cited(a_body(FundingRound, company=company, date="2021", amount="EUR 1", instrument=plain))
    shown = published(a_release(company))
    assert shown.document.of_kind("round")[0].value("label") == ""
    assert shown.lacks("Instrument: Equity", "Date: 2021") == []


def test_50_an_extension_names_its_round_and_inherits_its_valuation(mistral: Published):
    extension = mistral.record(a_round_of("2024-02"))
    assert extension.relations["extends"].ref == a_round_of("2023-12")
    valuation = mistral.record("valuation/mistral-ai-2024-02-valuation")
    assert (valuation.value("basis"), valuation.value("amount")) == ("implied", "USD 2000000000")
    assert mistral.lacks("Extends: Series A", "Valuation: $2B (implied, unchanged)") == []


def test_51_investments_have_role_amount_stake_and_rank(mistral: Published):
    assert mistral.stated("investment", "part") == {"lead", "participant", "strategic", "existing"}
    asml = mistral.record("investment/mistral-ai-2025-09-asml")
    assert [asml.value(name) for name in ("amount", "stake", "standing")] == [
        "EUR 1300000000",
        "~11 percent",
        "Largest shareholder",
    ]
    investors = {r.relations["investor"].kind for r in mistral.document.of_kind("investment")}
    assert investors == {"company", "person"}
    words = (
        "€1.3B, about 11%, largest shareholder",
        "Rodolphe Saadé",
        "European venture capital groups",
    )
    labels = ("Lead: Lightspeed Venture Partners", "Strategic investor: Microsoft, $16.3M")
    assert mistral.lacks(*words, *labels, "Existing investor: Andreessen Horowitz") == []


def test_52_a_valuation_has_a_basis_and_may_stand_without_a_round(mistral: Published):
    assert mistral.stated("valuation", "basis") == {"round", "implied", "secondary"}
    market = mistral.record("valuation/mistral-ai-2025-late-secondary-valuation")
    assert "round" not in market.relations
    assert market.value("amount") == "USD 12000000000..14000000000"
    rumour = mistral.claims("valuation/mistral-ai-2026-mid-valuation", "amount")[0]
    assert (rumour.status, rumour.as_of) == ("rumoured", "2026-07")
    september = mistral.record("valuation/mistral-ai-2025-09-valuation")
    assert september.value("amount_converted") == "~USD 13800000000"
    words = ("late 2025: $12B–$14B, secondary market", "€11.7B (about $13.8B)")
    assert mistral.lacks(*words, "$23.15B (rumoured)") == []


def test_53_debt_is_an_event_of_its_own_and_a_share_of_the_total(mistral: Published):
    debt = mistral.record(a_round_of("2026-03"))
    assert debt.value("instrument") == "debt"
    assert mistral.related("valuation", "round", debt.ref) == []
    assert mistral.document.company.value("total_debt") == "USD 830000000"
    words = ("Debt financing", "Valuation: not disclosed", "of which debt $830M")
    assert mistral.lacks(*words, "The round of June 2024 held debt too") == []


def test_54_a_metric_is_a_series_with_target_change_and_definition(mistral: Published):
    series = [r for r in mistral.document.of_kind("metric") if "recurring" in r.value("measure")]
    assert {(r.value("date"), r.value("form"), r.value("value")) for r in series} == {
        ("2025-02", "actual", "USD 20000000"),
        ("2026-02", "actual", "USD >400000000"),
        ("2026", "target", "USD >1000000000"),
        ("2025-02/2026-02", "change", "USD 20000000..400000000"),
    }
    assert all(record.value("definition") for record in series)
    words = ("February 2025: $20M", "target: over $1B (projected)", "change: $20M–$400M")
    assert mistral.lacks(*words, *(record.value("definition") for record in series)) == []
