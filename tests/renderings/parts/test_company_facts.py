"""What is read together: where it was founded, the country, the debt in the total."""

import json
import re

from tests.documents import a_choice, a_claim, a_date, a_document, a_fact, an_amount
from tests.renderings.sections import section, shown

PARIS = a_fact("headquarters", "Paris, France", "report")


def bar(*facts):
    """The facts at the top, without footnote numbers."""
    text = shown("txt", a_document(company=facts))
    return re.sub(r"\[\d+\]", "", text[: text.index("\nNames\n")])


def a_country(*sources, **other):
    return a_choice("country", "FR", "France", *sources, **other)


def test_the_founding_place_stands_beside_the_date():
    founded = a_date("founded", "2023-04", "report")
    place = a_fact("founding_place", "Lyon", "report")
    assert "April 2023, Lyon" in bar(founded, place)
    assert "Lyon" not in section("about", a_document(company=(founded, place)))


def test_without_a_date_the_founding_place_is_told_by_itself():
    place = a_fact("founding_place", "Lyon", "report", label="Founding place")
    assert "Founding place | Lyon" in section("about", a_document(company=(place,)))


def test_a_country_that_the_headquarters_name_is_not_repeated():
    assert bar(PARIS, a_country("report")).count("France") == 1
    assert "France" not in section("about", a_document(company=(PARIS, a_country("report"))))


def test_a_country_that_they_do_not_name_keeps_its_capital():
    nice = a_fact("headquarters", "Nice", "report")
    assert "Nice, France" in bar(nice, a_country(cited_with="headquarters"))


def test_a_disputed_country_is_told_with_its_dispute():
    disputed = a_country("report", rivals=[a_claim("BE", "report", text="Belgium")])
    assert "Belgium" in bar(PARIS, disputed)


def test_the_debt_stands_behind_the_total():
    total, debt = (
        an_amount("total_funding", "USD 9000000", "report"),
        an_amount("total_debt", "USD 2000000", "report"),
    )
    assert "$9M (of which debt $2M)" in bar(total, debt)
    assert "debt" not in section("about", a_document(company=(total, debt)))


def test_founders_are_counted_in_the_overview():
    count = an_amount("founder_count", "3 people", "report", label="Founders")
    assert "Founders | 3 people" in section("about", a_document(company=(count,)))


def test_machines_learn_the_founding_place():
    found = json.loads(shown("jsonld"))["mainEntity"]
    assert found["foundingLocation"] == {"@type": "Place", "name": "Winnemucca"}
    assert found["legalName"] == "Acme Corporation SA"
