"""Coverage, C: value types (items 24 to 29)."""

import unicodedata

import pytest

from tests.coverage.published import Published, published
from tests.factories import a_cited_profile, a_claim, a_release, a_source, edit, rule

pytestmark = pytest.mark.django_db

COMPANY = "company/mistral-ai"
PRECISIONS = {
    "year": ("2024", "2024"),
    "month": ("2023-04", "April 2023"),
    "about": ("2023-12~", "about December 2023"),
    "mid": ("2026-38", "mid-2026"),
    "late": ("2025-39", "late 2025"),
    "season": ("2026-22", "summer 2026"),
    "interval of years": ("2026/2027", "2026–2027"),
    "interval of months": ("2025-02/2026-02", "February 2025–February 2026"),
}


@pytest.mark.parametrize(("canonical", "words"), PRECISIONS.values(), ids=PRECISIONS)
def test_24_dates_are_as_precise_as_the_source(canonical: str, words: str, mistral: Published):
    facts = [fact for record in mistral.document.records for fact in record.facts]
    values = {
        value.value for fact in facts if fact.type == "date" for value in (fact, *fact.rivals)
    }
    assert canonical in values
    assert mistral.lacks(words) == []


def test_24_relative_words_stand_beside_the_date_derived_from_them(mistral: Published):
    derived = {c.value: c.printed for c in mistral.claims(COMPANY, "founded")}
    assert derived["2023-05"] == "June 2023, just one month after being founded"
    assert mistral.lacks("printed as “June 2023, just one month after being founded”") == []


def test_24_a_day_and_the_beginning_of_a_year():
    company = a_cited_profile(founded="2019-04-28")
    rule(a_claim(company, "founded", "early 2019", source=a_source("herald")), note="Vague.")
    shown = published(a_release(company))
    assert shown.values("company/acme", "founded")[1] == "2019-04-28"
    assert shown.lacks("early 2019", "28 April 2019") == []


def test_25_money_keeps_bounds_hedges_currency_and_print(mistral: Published):
    assert mistral.fact("person/arthur-mensch", "net_worth").value == "XXX >=1000000000"
    values = {fact.value for record in mistral.document.records for fact in record.facts}
    assert {"USD >400000000", "USD 12000000000..14000000000", "~USD 4000000000"} <= values
    printed = {c.value: c.printed for c in mistral.claims(COMPANY, "total_funding")}
    assert printed["USD >=500000000"] == "$500+ million"
    words = ("1B+ (currency unknown)", "over $400M", "$12B–$14B", "about $4B")
    assert mistral.lacks(*words, "$500M+, printed as “$500+ million”") == []


def test_26_a_reported_conversion_is_a_fact_of_its_own(mistral: Published):
    series_a, june = "round/mistral-ai-2023-12", "round/mistral-ai-2024-06"
    assert mistral.fact(series_a, "amount").value == "EUR 385000000"
    assert mistral.values(series_a, "amount_converted") == ["USD 415000000", "~USD 415000000"]
    assert mistral.values(june, "amount_converted") == ["~USD 640000000", "USD 640000000"]
    assert mistral.lacks("€385M ($415M)", "the dollar value of the day") == []
    assert mistral.lacks("(about $640M)", "about $4.56B (projected)", "(about $13.8B)") == []


def test_27_numbers_have_bounds_and_units(mistral: Published):
    values = {fact.value for record in mistral.document.records for fact in record.facts}
    assert values >= {
        *("100..250 people", "3 people", "8 experts", "~11 percent", ">1000000 downloads"),
        *("7000000000 parameters", "12900000000 parameters", "56000000000 parameters"),
    }
    words = ("100–250 people", "150+ people", "8 experts", "about 11%", "over 1M downloads")
    assert mistral.lacks(*words, "active 12.9B parameters", "about 13B parameters") == []


def test_28_places_have_country_address_and_region(mistral: Published):
    assert mistral.fact(COMPANY, "headquarters").value == "Paris, France"
    assert mistral.fact(COMPANY, "country").value == "FR"
    assert mistral.fact(COMPANY, "address").value == "5 rue du Helder, Paris"
    assert "Paris region" in mistral.stated("deal", "place")
    words = ("Headquarters: Paris, France", "Address: 5 rue du Helder, Paris", "Paris region")
    assert mistral.lacks(*words, "France and Sweden") == []


UNICODE = {
    "é": "Timothée Lacroix",
    "U+2011": "on\u2011prem / private cloud",
    "curly and straight quotes": "consumer-facing chat interface",
    "apostrophe": "Europe’s largest seed round",
    "straight apostrophe": "Le Chat is Mistral's consumer-facing",
    "arrow": "A jump from $20M → $400M ARR",
    "middle dot": "Website · GitHub · Twitter",
    "mojibake": "MartĂn",
    "tilde": "~$23.15B",
}


@pytest.mark.parametrize("words", UNICODE.values(), ids=UNICODE)
def test_29_characters_stay_as_they_were_printed(words: str, mistral: Published):
    assert words in mistral.texts["json"]
    assert mistral.lacks(words) == []


def test_29_texts_are_in_composed_form(mistral: Published):
    for name, text in mistral.texts.items():
        assert unicodedata.is_normalized("NFC", text), name


def test_29_a_garbled_name_stays_on_the_claim_as_it_was_printed():
    company = a_cited_profile(headquarters="Malmö, Sweden")
    claim = company.record.claims.get(fact="headquarters")
    edit(claim, printed="MalmĂ¶ – Sweden")
    shown = published(a_release(company))
    assert shown.claims("company/acme", "headquarters")[0].printed == "MalmĂ¶ – Sweden"
    assert shown.lacks("Malmö, Sweden") == []
    assert "MalmĂ¶ – Sweden" in shown.texts["json"]
