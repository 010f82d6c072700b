"""Comparisons: a real table, cited cell by cell, and readable without one."""

import re

import pytest

from tests.documents import a_claim, a_document, a_fact, a_record
from tests.renderings.sections import markup, section, shown
from tests.sayings import a_comparison


def test_rows_and_columns_stand_in_the_order_of_their_first_cells():
    text = markup("comparison")
    columns = re.findall(r'scope="col">(.*?)</th>', text)
    rows = re.findall(r'scope="row">(.*?)</th>', text)
    assert columns == ["Acme &amp; Co", "Zenith Mining", "Feathers Ltd"]
    assert rows == ["Weight", "Price"]


def test_every_cell_has_its_own_footnote_and_its_column_for_small_screens():
    text = markup("comparison")
    cells = re.findall(r'<td role="cell" data-label="(.*?)">(.*?)</td>', text, re.DOTALL)
    assert len(cells) == 6
    told = [said for _, said in cells if "not compared" not in said]
    assert len(told) == 4
    assert all("doc-noteref" in said for said in told)


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
