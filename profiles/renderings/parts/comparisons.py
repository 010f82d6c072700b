"""Tables that set the company beside others, cited cell by cell."""

from collections.abc import Mapping
from dataclasses import replace

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value


def comparisons(composer: Composer) -> Part:
    entries = tuple(_table(composer, each) for each in composer.document.of_kind("comparison"))
    return Part("comparison", "Comparison", "comparison", (Group(entries=entries),))


def _table(composer: Composer, comparison: Record) -> Entry:
    """Its rows are its children; rows and columns stand in the order of their first cells."""
    title = composer.item(comparison, "title") or Item((Value(comparison.name),))
    cells = composer.related("cell", "comparison", comparison.ref)
    placed = {_place(cell): cell for cell in cells if cell.fact("text")}
    columns = list(dict.fromkeys(column for _, column in placed))
    rows = tuple(
        _row(composer, row, {column: placed.get((row, column)) for column in columns})
        for row in dict.fromkeys(row for row, _ in placed)
    )
    more = [line for cell in cells for line in composer.rest(cell, ("text",))]
    lines = (*composer.rest(comparison, ("title",)), *more)
    return Entry(comparison.anchor, title, lines, rows)


def _place(cell: Record) -> tuple[str, str]:
    return str(cell.settings.get("row", "")), str(cell.settings.get("column", ""))


def _row(composer: Composer, name: str, cells: Mapping[str, Record | None]) -> Entry:
    lines = tuple(
        Line(column, _said(composer, cell) if cell else (), column=column)
        for column, cell in cells.items()
    )
    return Entry(title=Item((Value(name),)), lines=lines)


def _said(composer: Composer, cell: Record) -> tuple[Item, ...]:
    fact = cell.fact("text")
    if fact is None:
        return ()
    said = composer.value(cell, fact)
    dispute = said.dispute and replace(said.dispute, subject=", ".join(_place(cell)))
    return (Item((replace(said, dispute=dispute),), anchor=cell.anchor),)
