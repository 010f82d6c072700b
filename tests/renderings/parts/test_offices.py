"""Offices in common terms where they add to a title, and those that nobody holds yet."""

import pytest

from tests.documents import a_choice, a_claim, a_date, a_document, a_fact, a_record, a_source
from tests.renderings.sections import part, section, shown

OFFICES = {
    "ceo": "Chief executive",
    "cso": "Chief scientist",
    "cfo": "Chief financial officer",
    "chair": "Chair",
    "cro": "Chief revenue officer",
}


def a_role(title, office="", *more, person="Ann", group=("executive", "Executive")):
    facts = [a_fact("title", title, "report"), a_choice("group", *group, cited_with="title")]
    if office:
        facts.append(a_choice("office", office, OFFICES[office], cited_with="title"))
    who = {"person": ("person/ann", person)} if person else {}
    return a_record("role", "r", *facts, *more, name=f"{person}, {title}", **who)


def people(*roles):
    return section("people", a_document(*roles))


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("CEO", "ceo"),
        ("Co-founder and CEO", "ceo"),
        ("Chief Executive Officer", "ceo"),
        ("Chief Science Officer", "cso"),
        ("Chairman", "chair"),
        ("Chief Financial Officer", "cfo"),
    ],
)
def test_an_office_that_the_title_says_is_not_said_again(title, office):
    assert people(a_role(title, office)).endswith(f"Ann | {title}")


@pytest.mark.parametrize(
    ("title", "office", "said"),
    [
        ("Head of sales", "cro", "Head of sales (chief revenue officer)"),
        ("Minder of the money", "cfo", "Minder of the money (chief financial officer)"),
        ("Oceanographer", "ceo", "Oceanographer (chief executive)"),
    ],
)
def test_an_office_that_adds_to_the_title_is_said(title, office, said):
    assert said in people(a_role(title, office))


def test_a_disputed_office_is_shown_with_its_dispute():
    disputed = a_choice(
        "office", "ceo", "Chief executive", "report", rivals=[a_claim("cfo", "report")]
    )
    assert "Sources disagree" in people(a_role("CEO", "", disputed))


def test_an_own_footnote_of_an_office_goes_to_the_title():
    cited = a_choice("office", "ceo", "Chief executive", "essay")
    document = a_document(a_role("CEO", "", cited), sources=[a_source("essay")])
    assert "chief executive" not in section("people", document)
    assert part("people", document).marks == ["#n1", "#n2"]


def test_whoever_holds_the_office_leads_whatever_the_title():
    assert "- CEO: Ann" in shown("txt", a_document(a_role("First among equals", "ceo")))


def test_an_office_that_nobody_holds_yet_stands_in_its_group():
    text = people(a_role("Treasurer", "cfo", a_date("started", "2027", "report"), person=""))
    assert "Executives | Treasurer (chief financial officer) | Nobody named yet, from 2027" in text


def test_nobody_does_not_lead():
    assert "- CEO:" not in shown("txt", a_document(a_role("CEO", "ceo", person="")))


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_every_format_says_that_nobody_is_named(name):
    assert "Nobody named yet" in shown(name)
    assert "Adviser on gravity" in shown(name)


def test_who_began_and_has_not_ended_is_there_since():
    assert "Chief, since 2020" in people(a_role("Chief", "", a_date("started", "2020")))
    ended = (a_date("started", "2020"), a_date("ended", "2022"))
    assert "Chief, from 2020, until 2022" in people(a_role("Chief", "", *ended))
    planned = a_date("started", "2030", "report", status="projected")
    assert "Chief, from 2030" in people(a_role("Chief", "", planned))
