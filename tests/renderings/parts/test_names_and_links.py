"""Names with their times and their kinds; links of which only the place is known."""

import pytest

from tests.documents import ACME, a_choice, a_date, a_document, a_fact, a_record, a_source
from tests.renderings.sections import part, section, shown


def a_name(*times):
    facts = [
        a_fact("name", "Anvil Works", "report"),
        a_choice("use", "former", "Former name", cited_with="name"),
        *(a_date(name, value, "report") for name, value in times),
    ]
    return a_document(a_record("name", "n", *facts, subject=ACME))


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ([("since", "2016")], "Anvil Works, since 2016"),
        ([("until", "2018")], "Anvil Works, until 2018"),
        ([("since", "2016"), ("until", "2018")], "Anvil Works, from 2016 until 2018"),
    ],
)
def test_a_name_says_when_it_was_used(times, said):
    assert said in section("names", a_name(*times))


def test_epithets_and_ruled_out_names_say_what_they_are():
    text = section("products")
    assert "Epithet | the roadrunner’s nemesis" in text
    assert "Ruled out as a name | Rocket Three" in text


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_a_link_without_an_address_says_so(name):
    assert "address not given" in shown(name)
    assert "Source code | address not given" in section("links")


def test_a_link_without_an_address_keeps_footnote_and_anchor():
    assert "link-acme-code" in part("links").ids
    assert len(part("links").marks) == 3


def test_the_footnote_of_a_place_goes_to_its_address():
    link = a_record(
        "link",
        "l",
        a_choice("place", "docs", "Documentation", "other"),
        a_fact("url", "https://docs.example.org/", "report", type="url"),
        company=ACME,
    )
    seen = part("links", a_document(link, sources=[a_source("other")]))
    assert len(seen.marks) == 2


def test_ruled_out_names_and_epithets_are_no_alternate_names_for_machines():
    for use, expected in (("alias", True), ("ruled-out", False), ("epithet", False)):
        name = a_record(
            "name",
            "n",
            a_fact("name", "The Big A", "report"),
            a_choice("use", use, use, cited_with="name"),
            subject=ACME,
        )
        assert ("The Big A" in shown("jsonld", a_document(name))) == expected
