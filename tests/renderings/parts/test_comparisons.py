"""Comparisons: a real table, cited cell by cell, and readable without one."""

import pytest

from tests.documents import a_claim, a_document, a_fact, a_record
from tests.renderings.sections import part, section, shown
from tests.statements import CELLS, a_comparison


def test_rows_and_columns_stand_in_the_order_of_their_first_cells():
    text = section("comparison")
    assert "Acme & Co | Zenith Mining | Feathers Ltd | Weight | Nine tonnes" in text
    assert text.index("Weight") < text.index("Price")


def test_every_cell_has_its_own_footnote_and_its_column_for_small_screens():
    seen = part("comparison")
    labels = [given["data-label"] for tag, given in seen.tags if "data-label" in given]
    assert labels == ["Acme & Co", "Zenith Mining", "Feathers Ltd"] * 2
    assert len(seen.marks) == len(("the title", *CELLS))


def test_rows_and_columns_have_headers():
    scopes = [given["scope"] for tag, given in part("comparison").tags if tag == "th"]
    assert scopes == ["col", "col", "col", "row", "row"]


@pytest.mark.parametrize(
    ("name", "missing"),
    [("md", "| Weight | Nine tonnes, ten when wet"), ("txt", "- Feathers Ltd: not compared")],
)
def test_an_empty_cell_says_that_nobody_compared(name, missing):
    assert missing in shown(name)
    assert "not compared" in shown(name)
    assert section("comparison").count("not compared") == 2


def test_markdown_has_a_table_of_its_own():
    assert "|  | Acme & Co | Zenith Mining | Feathers Ltd |\n| --- | --- | --- | --- |" in shown(
        "md"
    )


def test_a_bar_inside_a_cell_does_not_end_it():
    rows = a_comparison("x", "X", [("Price", "Us", "low | lower", "report")])
    assert r"| Price | low \| lower[^" in shown("md", a_document(*rows))


def test_a_disputed_cell_says_which_cell_it_is():
    table, cell = a_comparison("x", "X", [("Price", "Us", "low", "report")])
    rivals = [a_claim("high", "report")]
    cell = a_record(
        "cell",
        "x",
        a_fact("text", "low", "report", rivals=rivals),
        comparison=(table.ref, "X"),
        settings=cell.settings,
    )
    for name in ("html", "md", "txt"):
        assert "Price, Us" in shown(name, a_document(table, cell))


def test_a_cell_whose_comparison_is_not_published_is_not_lost():
    _, cell = a_comparison("x", "X", [("Price", "Us", "a stray price", "report")])
    assert "a stray price" in shown("html", a_document(cell))
