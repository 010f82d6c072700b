"""The empty workbook explains every column, and can be filled in and imported."""

import pytest

from profiles.facts import RECORD_TYPES
from profiles.workbook.columns import SHEETS, layout
from profiles.workbook.plan import make_plan
from profiles.workbook.reader import read_workbook
from profiles.workbook.sheets import Row
from profiles.workbook.writer import as_bytes, template


def guide_lines():
    return [row.cells for row in template()[0].rows if row.cells.get("sheet")]


def test_it_has_every_sheet_in_order():
    guide, *sheets = template()
    assert guide.name == "guide"
    assert [sheet.name for sheet in sheets] == list(SHEETS)
    assert [sheet.header for sheet in sheets] == [list(layout(name)) for name in SHEETS]


def test_it_can_be_for_some_kinds_only():
    names = [sheet.name for sheet in template(["round", "company"])]
    assert names == ["guide", "sources", "captures", "companies", "rounds", "claims"]


def test_the_guide_explains_every_column():
    explained = [(line["sheet"], line["column"]) for line in guide_lines()]
    assert explained == [(sheet, column) for sheet in SHEETS for column in layout(sheet)]
    assert all(line["label"] and line["what it means"] for line in guide_lines())


def test_the_guide_says_what_a_new_row_needs():
    needed = {(line["sheet"], line["column"]) for line in guide_lines() if line.get("required")}
    assert {("rounds", "company"), ("metrics", "value"), ("people", "name")} <= needed
    assert ("rounds", "amount") not in needed
    assert ("valuations", "round") not in needed


def test_the_guide_names_the_choices():
    [meaning] = [
        line["what it means"]
        for line in guide_lines()
        if (line["sheet"], line["column"]) == ("rounds", "instrument")
    ]
    assert meaning == "One of: equity, debt, convertible, mixed"


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["xlsx", "ods", "zip"])
def test_filled_in_it_can_be_imported(form):
    sheets = template()
    companies = next(sheet for sheet in sheets if sheet.name == "companies")
    companies.rows.append(Row(2, {"key": "acme", "name": "Acme"}))
    plan = make_plan(read_workbook(as_bytes(sheets, form), f"book.{form}"))
    assert plan.problems == []
    assert plan.counts["companies"].created == 1


def test_every_fact_but_prose_has_its_parts():
    for record_type in RECORD_TYPES:
        for fact in record_type.facts:
            assert (f"{fact.name}:source" in layout(record_type.sheet)) is not fact.prose
