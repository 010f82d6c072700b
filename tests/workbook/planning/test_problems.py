"""Everything that can be wrong with a workbook: where it says so, and what to do."""

import pytest

from profiles.models import Company, FundingRound, Name, Record
from profiles.workbook.applying.apply import PlanRefused, import_workbook
from profiles.workbook.planning.plan import Mode, make_plan
from tests.factories import a_body, a_company, a_source, cited, edit
from tests.workbook.books import ACME, GAZETTE, HERALD, book, capture, claim_row, everything, sheet

pytestmark = pytest.mark.django_db

ACCEPTED = {"decision": "accepted", "reason": "newer"}
ROUND = {"key": "acme-a", "company": "acme", "label": "Series A"}


def problems_of(sheets, **options):
    plan = make_plan(sheets, **options)
    return [(found.sheet, found.row, found.column, found.message) for found in plan.problems]


def refused(erin, sheets, place, says, **options):
    """The only problem is at this place and says so; importing writes nothing at all."""
    before = everything()
    [(*found, message)] = problems_of(sheets, **options)
    assert tuple(found) == place
    assert says in message
    with pytest.raises(PlanRefused):
        import_workbook(sheets, by=erin, **options)
    assert everything() == before


IN_AN_EMPTY_DATABASE = {
    "a misspelt sheet": (
        book(compnies=[ACME]),
        ("compnies", 0, ""),
        "Did you mean “companies”?",
    ),
    "a sheet that is there twice": (
        [sheet("companies", ACME), sheet("Companies", ACME)],
        ("companies", 0, ""),
        "twice",
    ),
    "a misspelt column": (
        book(companies=[ACME | {"foundd": "2023"}]),
        ("companies", 1, "foundd"),
        "Did you mean “founded”?",
    ),
    "a misspelt part of a fact": (
        book(companies=[ACME | {"founded:sorce": "gazette"}]),
        ("companies", 1, "founded:sorce"),
        "Did you mean “founded:source”?",
    ),
    "a column that is there twice": (
        [sheet("companies", ACME, header=["key", "name", "Name"])],
        ("companies", 1, "Name"),
        "again as column C",
    ),
    "cells under no header": (
        book(companies=[ACME | {"(column C)": "stray"}]),
        ("companies", 1, "(column C)"),
        "no header",
    ),
    "no key column": (
        book(companies=[{"name": "Acme"}]),
        ("companies", 1, "key"),
        "is missing",
    ),
    "a source for prose": (
        book(companies=[ACME], sections=[
            {"key": "s", "company": "acme", "heading": "H", "body": "B", "body:source": "gazette"}
        ]),
        ("sections", 1, "body:source"),
        "[^source-key]",
    ),
    "a blank key": (
        book(companies=[{"key": "", "name": "Acme"}]),
        ("companies", 2, "key"),
        "has no key. Give it one like “mistral-ai”",
    ),
    "a key that differs from another by capitals only": (
        book(companies=[ACME, {"key": "Acme", "name": "Acme"}]),
        ("companies", 3, "key"),
        "There is a company “acme” already",
    ),
    "a key with a space": (
        book(companies=[{"key": "ac me", "name": "Acme"}]),
        ("companies", 2, "key"),
        "For example: mistral-ai",
    ),
    "a key that is too long": (
        book(companies=[{"key": "a" * 121, "name": "Acme"}]),
        ("companies", 2, "key"),
        "at most 120",
    ),
    "a key that is there twice": (
        book(companies=[ACME, {"key": "other", "name": "Other"}, ACME]),
        ("companies", 4, "key"),
        "in row 2 too",
    ),
    "a relation to nothing": (
        book(companies=[ACME], rounds=[ROUND | {"company": "acne"}]),
        ("rounds", 2, "company"),
        "Did you mean “acme”?",
    ),
    "no relation where one is needed": (
        book(rounds=[{"key": "acme-a", "label": "Series A"}]),
        ("rounds", 2, "company"),
        "needs a company",
    ),
    "a relation of the wrong kind": (
        book(companies=[ACME], rounds=[ROUND], investments=[
            {"key": "i", "round": "acme-a", "investor": "round/acme-a"}
        ]),
        ("investments", 2, "investor"),
        "Name a company or a person",
    ),
    "a relation that can be either": (
        book(companies=[ACME], people=[ACME], rounds=[ROUND], investments=[
            {"key": "i", "round": "acme-a", "investor": "acme"}
        ]),
        ("investments", 2, "investor"),
        "Write company/acme or person/acme",
    ),
    "an investor twice in a round": (
        book(companies=[ACME], rounds=[ROUND], investments=[
            {"key": "i", "round": "acme-a", "investor": "acme"},
            {"key": "j", "round": "acme-a", "investor": "company/acme"},
        ]),
        ("investments", 3, "investor"),
        "already in this round. It is investment/i",
    ),
    "a fact that a new record needs": (
        book(companies=[{"key": "acme"}]),
        ("companies", 2, "name"),
        "needs a name",
    ),
    "an unknown source": (
        book(sources=[GAZETTE], companies=[ACME | {"name:source": "gazete"}]),
        ("companies", 2, "name:source"),
        "Did you mean “gazette”?",
    ),
    "an unknown edition": (
        book(sources=[GAZETTE], companies=[ACME | {"name:source": "gazette@2020"}]),
        ("companies", 2, "name:source"),
        "no edition “2020”",
    ),
    "an unreadable date": (
        book(companies=[ACME | {"founded": "soon"}]),
        ("companies", 2, "founded"),
        "Cannot read “soon” as a date",
    ),
    "an unreadable amount": (
        book(companies=[ACME | {"total_funding": "lots"}]),
        ("companies", 2, "total_funding"),
        "Cannot read “lots”",
    ),
    "no such choice": (
        book(companies=[ACME | {"form": "guild"}]),
        ("companies", 2, "form"),
        "not one of: company, fund",
    ),
    "a text too long for a line": (
        book(companies=[{"key": "acme", "name": "A" * 201}]),
        ("companies", 2, "name"),
        "at most 200",
    ),
    "a text too long for a paragraph": (
        book(companies=[ACME | {"description": "A" * 1001}]),
        ("companies", 2, "description"),
        "at most 1,000 fit",
    ),
    "an address that is a script": (
        book(companies=[ACME], links=[
            {"key": "l", "company": "acme", "url": "javascript:alert(1)"}
        ]),
        ("links", 2, "url"),
        "beginning with https://",
    ),
    "a place in a list that is no number": (
        book(companies=[ACME], sections=[
            {"key": "s", "company": "acme", "heading": "H", "body": "B", "order": "first"}
        ]),
        ("sections", 2, "order"),
        "first",
    ),
    "a footnote to nothing": (
        book(sources=[GAZETTE], companies=[ACME], sections=[
            {"key": "s", "company": "acme", "heading": "H", "body": "So it is.[^gazett]"}
        ]),
        ("sections", 2, "body"),
        "Did you mean “gazette”?",
    ),
    "a quote without a source": (
        book(companies=[ACME | {"name:quote": "Acme"}]),
        ("companies", 2, "name:quote"),
        "name its source in “name:source”",
    ),
    "a source without a value": (
        book(sources=[GAZETTE], companies=[ACME | {"founded:source": "gazette"}]),
        ("companies", 2, "founded:source"),
        "the cell “founded” is blank",
    ),
    "a required cell cleared": (
        book(companies=[ACME, {"key": "other", "name": "(clear)"}]),
        ("companies", 3, "name"),
        "may not be empty",
    ),
    "a cleared cell with a source": (
        book(sources=[GAZETTE], companies=[
            ACME | {"tagline": "(clear)", "tagline:source": "gazette"}
        ]),
        ("companies", 2, "tagline"),
        "empty what cites it",
    ),
    "a claim of nobody": (
        book(companies=[ACME], claims=[claim_row("name", "Acme", "acme")]),
        ("claims", 2, "record"),
        "Write kind/key",
    ),
    "a claim of an unknown record": (
        book(companies=[ACME], claims=[claim_row("name", "Acme", "company/acne")]),
        ("claims", 2, "record"),
        "Did you mean “acme”?",
    ),
    "a claim of an unknown fact": (
        book(companies=[ACME], claims=[claim_row("fonded", "2023")]),
        ("claims", 2, "fact"),
        "Did you mean “founded”?",
    ),
    "a claim of prose": (
        book(companies=[ACME], faq=[
            {"key": "q", "company": "acme", "question": "Why?", "answer": "So."}
        ], claims=[claim_row("answer", "So.", "faq/q")]),
        ("claims", 2, "fact"),
        "is prose",
    ),
    "a claim of no value": (
        book(companies=[ACME], claims=[claim_row("founded", "")]),
        ("claims", 2, "value"),
        "needs a value",
    ),
    "a claim of an unreadable value": (
        book(companies=[ACME], claims=[claim_row("founded", "soon")]),
        ("claims", 2, "value"),
        "Cannot read “soon”",
    ),
    "a claim's quote without a source": (
        book(companies=[ACME], claims=[claim_row("founded", "2023", quote="in 2023")]),
        ("claims", 2, "quote"),
        "name its source",
    ),
    "two accepted claims of one fact": (
        book(sources=[GAZETTE], companies=[ACME], claims=[
            claim_row("founded", year, decision="accepted", reason="newer", source="gazette")
            for year in ("2022", "2023")
        ]),
        ("claims", 3, "decision"),
        "here and in row 2",
    ),
    "an accepted claim that differs from a cited cell": (
        book(
            sources=[GAZETTE],
            companies=[ACME | {"founded": "2022", "founded:source": "gazette"}],
            claims=[claim_row("founded", "2023", source="gazette") | ACCEPTED],
        ),
        ("claims", 2, "decision"),
        "cites another value, “2022”",
    ),
    "a rejected claim that a cell cites": (
        book(
            sources=[GAZETTE],
            companies=[ACME | {"founded": "2022", "founded:source": "gazette"}],
            claims=[claim_row("founded", "2022", decision="rejected", reason="mistaken")],
        ),
        ("claims", 2, "decision"),
        "cites this value and so accepts it",
    ),
    "a decision without a reason": (
        book(sources=[GAZETTE], companies=[ACME], claims=[
            claim_row("founded", "2023", decision="accepted", source="gazette")
        ]),
        ("claims", 2, "reason"),
        "needs a reason",
    ),
    "a reason without a decision": (
        book(companies=[ACME], claims=[claim_row("founded", "2023", reason="newer")]),
        ("claims", 2, "decision"),
        "needs its decision",
    ),
    "an open claim with a reason": (
        book(companies=[ACME], claims=[
            claim_row("founded", "2023", decision="open", reason="newer")
        ]),
        ("claims", 2, "decision"),
        "no reason yet",
    ),
    "a claim set aside because nobody disagrees": (
        book(companies=[ACME], claims=[
            claim_row("founded", "2023", decision="rejected", reason="undisputed")
        ]),
        ("claims", 2, "reason"),
        "why this value is not used",
    ),
    "an accepted claim that nothing cites": (
        book(companies=[ACME], claims=[
            claim_row("founded", "2023", decision="accepted", reason="newer")
        ]),
        ("claims", 2, "value"),
        "Cite a source",
    ),
    "an unknown stance": (
        book(sources=[GAZETTE], companies=[ACME], claims=[
            claim_row("founded", "2023", source="gazette", stance="agrees")
        ]),
        ("claims", 2, "stance"),
        "not one of: supports",
    ),
    "a source without a key": (
        book(sources=[{"key": "", "title": "T"}]),
        ("sources", 2, "key"),
        "has no key",
    ),
    "a source that is there twice": (
        book(sources=[GAZETTE, GAZETTE]),
        ("sources", 3, "key"),
        "in row 2 too",
    ),
    "a source with a script for an address": (
        book(sources=[GAZETTE | {"url": "javascript:alert(1)"}]),
        ("sources", 2, "url"),
        "beginning with https://",
    ),
    "a copy of nothing": (
        book(sources=[GAZETTE | {"canonical": "wire"}]),
        ("sources", 2, "canonical"),
        "no source “wire”",
    ),
    "a copy of itself": (
        book(sources=[GAZETTE | {"canonical": "gazette"}]),
        ("sources", 2, "canonical"),
        "gazette → gazette",
    ),
    "a capture of nothing": (
        book(captures=[{"source": "gazette", "edition": "1", "seen_at": "2026-01-01"}]),
        ("captures", 2, "source"),
        "no source “gazette”",
    ),
    "a capture without an edition": (
        book(sources=[GAZETTE], captures=[{"source": "gazette", "edition": ""}]),
        ("captures", 2, "edition"),
        "a source and an edition",
    ),
    "a capture seen nobody knows when": (
        book(sources=[GAZETTE], captures=[{"source": "gazette", "edition": "1"}]),
        ("captures", 2, "seen_at"),
        "when this edition was seen",
    ),
    "a time that is none": (
        book(sources=[GAZETTE], captures=[
            {"source": "gazette", "edition": "1", "seen_at": "noon"}
        ]),
        ("captures", 2, "seen_at"),
        "Cannot read “noon”",
    ),
    "a fingerprint that is none": (
        book(sources=[GAZETTE], captures=[
            {"source": "gazette", "edition": "1", "seen_at": "2026-01-01", "sha256": "abc"}
        ]),
        ("captures", 2, "sha256"),
        "64 digits",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("sheets", "place", "says"), IN_AN_EMPTY_DATABASE.values(), ids=IN_AN_EMPTY_DATABASE
)
def test_it_is_refused_where_it_stands(erin, sheets, place, says):
    refused(erin, sheets, place, says)


def test_all_problems_are_reported_at_once(erin):
    sheets = book(
        companies=[ACME | {"founded": "soon", "total_funding": "lots"}, {"key": "b c"}],
        nowhere=[ACME],
    )
    places = [place[:3] for place in problems_of(sheets)]
    assert places == [
        ("nowhere", 0, ""),
        ("companies", 2, "founded"),
        ("companies", 2, "total_funding"),
        ("companies", 3, "key"),
        ("companies", 3, "name"),
    ]


def test_two_sources_that_copy_each_other(erin):
    sheets = book(
        sources=[GAZETTE | {"canonical": "herald"}, HERALD | {"canonical": "gazette"}],
    )
    found = problems_of(sheets)
    assert [place[:3] for place in found] == [
        ("sources", 2, "canonical"),
        ("sources", 3, "canonical"),
    ]
    assert "gazette → herald → gazette" in found[0][3]


def test_a_loop_that_the_database_closes(erin):
    gazette = a_source("gazette")
    herald = a_source("herald", canonical=gazette)
    sheets = book(sources=[{"key": "gazette", "canonical": herald.key}])
    refused(erin, sheets, ("sources", 2, "canonical"), "gazette → herald → gazette")


def test_an_unknown_default_source(erin):
    sheets = book(companies=[ACME])
    refused(erin, sheets, ("", 0, ""), "no source “wire”", default_source="wire")


def test_a_capture_that_differs_from_the_kept_one(erin):
    capture(a_source("gazette"), "2", seen_at="2026-01-01T00:00Z", sha256="a" * 64)
    row = {"source": "gazette", "edition": "2", "seen_at": "2026-01-01", "sha256": "b" * 64}
    sheets = book(captures=[row])
    refused(erin, sheets, ("captures", 2, "sha256"), "a capture never changes")
    assert problems_of(book(captures=[row | {"sha256": "a" * 64}])) == []


def test_a_record_that_would_move_to_another_owner(erin):
    acme, other = a_company("acme"), a_company("other")
    a_body(FundingRound, key="acme-a", company=acme, label="A", by=erin)
    sheets = book(rounds=[{"key": "acme-a", "company": other.key}])
    refused(erin, sheets, ("rounds", 2, "company"), "belongs to “acme” and stays there")


def test_a_rival_without_a_source(erin):
    cited(a_company("acme", founded="2020"), "founded")
    sheets = book(companies=[{"key": "acme", "founded": "2021"}])
    refused(erin, sheets, ("companies", 2, "founded"), "name a source for it")
    refused(erin, sheets, ("companies", 2, "founded"), "name a source for it", mode=Mode.ACCEPT)


def test_a_sourced_value_cannot_be_cleared_by_the_way(erin):
    cited(a_company("acme", founded="2020"), "founded")
    sheets = book(companies=[{"key": "acme", "founded": "(clear)"}])
    refused(erin, sheets, ("companies", 2, "founded"), "This value is cited")


def test_a_ruling_that_the_cell_contradicts(erin):
    a_company("acme", founded="2020")
    a_source("gazette")
    row = claim_row("founded", "2021", decision="accepted", reason="newer", source="gazette")
    sheets = book(companies=[{"key": "acme", "founded": "2022"}], claims=[row])
    refused(erin, sheets, ("claims", 2, "decision"), "has another value, “2022”")


def test_a_ruling_is_not_overturned_by_the_way(erin):
    cited(a_company("acme", founded="2020"), "founded")
    row = claim_row("founded", "2020", decision="rejected", reason="mistaken")
    sheets = book(claims=[row])
    refused(erin, sheets, ("claims", 2, "decision"), "import with “accept” to overturn")
    assert problems_of(sheets, mode=Mode.ACCEPT) == []


def test_a_blank_sheet_is_no_problem(erin):
    assert problems_of([sheet("Sheet1"), *book(companies=[ACME])]) == []


def test_planning_writes_nothing(erin):
    edit(a_company("acme"), tagline="old")
    before = everything()
    plan = make_plan(book(sources=[GAZETTE], companies=[ACME | {"tagline": "new"}]))
    assert plan.changes
    assert everything() == before
    assert Record.objects.count() == Company.objects.count()


class TestWhatMayBeThereAlready:
    """A new company or person of a known name is told, not refused: two people may share one."""

    def words(self, sheets):
        plan = make_plan(sheets)
        assert plan.problems == []
        return [change.words for change in plan.changes if change.verb == "create"]

    @pytest.mark.parametrize("name", ["Acme", "ACME", "Anvil Works"])
    def test_another_company_of_the_name_is_told(self, name):
        a_body(Name, subject=a_company("acme").record, name="Anvil Works")
        [words] = self.words(book(companies=[{"key": "acme-corp", "name": name}]))
        assert words == (
            "new company; company/acme has this name too: if it is the same, write its key"
        )

    def test_other_names_and_other_kinds_are_not(self):
        a_company("acme")
        sheets = book(companies=[{"key": "zeta", "name": "Zeta"}], people=[ACME | {"key": "a"}])
        assert self.words(sheets) == ["new company", "new person"]

    def test_a_known_key_with_capitals_in_the_database_only(self):
        a_company("acme")
        [(*place, message)] = problems_of(book(companies=[{"key": "ACME", "name": "Acme"}]))
        assert place == ["companies", 2, "key"]
        assert "differs by capitals only" in message


def test_a_value_without_a_source_is_said_to_stay_unpublished():
    a_company("acme")
    row = {"key": "acme", "founded": "2023", "tagline": "Anvils", "tagline:source": "gazette"}
    plan = make_plan(book(sources=[GAZETTE], companies=[row]))
    told = {change.column: change.words for change in plan.changes if change.verb == "update"}
    assert told == {"founded": "without a source: it will not be published", "tagline": ""}
