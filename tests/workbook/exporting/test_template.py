"""The empty workbook explains every column, and can be filled in and imported."""

import pytest

from profiles.facts import RECORD_TYPES
from profiles.workbook.columns import SHEETS, layout
from profiles.workbook.exporting.writer import as_bytes, template
from profiles.workbook.formats.reader import read_workbook
from profiles.workbook.formats.sheets import Row
from profiles.workbook.planning.plan import make_plan


def guide_lines():
    """The lines that explain a column of one sheet."""
    rows = [row.cells for row in template()[0].rows]
    return [line for line in rows if line.get("sheet") in SHEETS and line.get("column")]


def meaning_of(sheet, column):
    [line] = [line for line in guide_lines() if (line["sheet"], line["column"]) == (sheet, column)]
    return line["what it means"]


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
    columns = [column for sheet in SHEETS for column in layout(sheet).values()]
    own = [(sheet, c.name) for sheet in SHEETS for c in layout(sheet).values() if not c.part]
    assert explained == own
    assert all(line["label"] and line["what it means"] for line in guide_lines())
    parts = {f":{column.part}" for column in columns if column.part}
    shared = [row.cells for row in template()[0].rows if row.cells.get("sheet") == "any fact"]
    assert {line["column"] for line in shared} == parts
    assert all(line["label"] and line["what it means"] for line in shared)


def test_the_guide_says_what_each_sheet_is_for():
    rows = [row.cells for row in template()[0].rows]
    said = {line["sheet"]: line for line in rows if line.get("sheet") and not line.get("column")}
    assert list(said) == list(SHEETS)
    assert all(line["what it means"] for line in said.values())
    assert said["names"]["label"] == "kind: name"


@pytest.mark.parametrize(
    ("sheet", "column", "says"),
    [
        ("rounds", "extends", "The round that this one adds to"),
        ("products", "parent", "family or platform"),
        ("quotations", "part_of", "longer quotation"),
        ("statements", "about", "kind/key of a company, a person, a round or a product"),
        ("statements", "topic", "advantage (Competitive advantages)"),
        ("cells", "order", "A whole number"),
        ("participants", "event", "Key of an event"),
        ("companies", "form", "blank in a new row means company"),
        ("companies", "country", "English name"),
        ("roles", "group", "Cited with title"),
        ("claims", "status", "rumoured"),
        ("claims", "decision", "in the first row of a value"),
        ("claims", "reason", "corroborated (More independent sources)"),
        ("claims", "source", "key@edition"),
    ],
)
def test_the_guide_says_what_to_write(sheet, column, says):
    assert says in meaning_of(sheet, column)


def test_every_kind_has_a_key_to_follow():
    keys = {line["sheet"]: line["example"] for line in guide_lines() if line["column"] == "key"}
    examples = [keys[record_type.sheet] for record_type in RECORD_TYPES]
    assert len(set(examples)) == len(examples)


def test_the_guide_says_what_cannot_be_published_without_a_source():
    cited = {(line["sheet"], line["column"]) for line in guide_lines() if line.get("to publish")}
    facts = {
        (kind.sheet, fact.name) for kind in RECORD_TYPES for fact in kind.facts if fact.required
    }
    assert cited == facts


def test_the_guide_says_what_a_new_row_needs():
    needed = {(line["sheet"], line["column"]) for line in guide_lines() if line.get("required")}
    assert {("rounds", "company"), ("metrics", "value"), ("people", "name")} <= needed
    assert ("rounds", "amount") not in needed
    assert ("valuations", "round") not in needed


def test_the_guide_names_the_choices():
    listed = "One of: equity, debt, convertible, mixed (Equity and debt)"
    assert meaning_of("rounds", "instrument") == listed


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
