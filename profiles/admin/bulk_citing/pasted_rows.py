"""Rows of a spreadsheet, pasted: record, fact, locator, quote, and a value if it is another one."""

import csv
import io

from profiles.admin.bulk_citing.state import FactLine

COLUMNS = ("record", "fact", "locator", "quote", "value")
EXAMPLE = "company/acme\tfounded\tparagraph 3\tfounded in April 2019"


class UnreadablePaste(ValueError):
    """The message says where, and what to do."""


def pasted_lines(text: str) -> list[FactLine]:
    """Separated by tabs or, where the first row has none, by commas; a header row may name them.

    Raises `UnreadablePaste`. What is no record or no fact is for the plan to refuse.
    """
    order: tuple[str, ...] = COLUMNS
    lines = []
    for number, cells in enumerate(_rows(text), start=1):
        names = tuple(cell.casefold() for cell in cells)
        if number == 1 and {"record", "fact"} <= set(names) <= set(COLUMNS):
            order = names
        elif any(cells):
            lines.append(_line(number, order, cells))
    return lines


def _line(number: int, order: tuple[str, ...], cells: list[str]) -> FactLine:
    if any(cells[len(order) :]):
        raise UnreadablePaste(
            f"Row {number} has {len(cells)} cells; there are {len(order)} columns: "
            f"{', '.join(order)}. Put what holds the separator between double quotation marks."
        )
    said = dict(zip(order, cells, strict=False))
    return FactLine(
        name=f"{said['record']}#{said.get('fact', '')}",
        locator=said.get("locator", ""),
        quote=said.get("quote", ""),
        value=said.get("value", ""),
        number=number,
    )


def _rows(text: str) -> list[list[str]]:
    """A quotation mark that only looks like a spreadsheet's own is a character of its cell."""
    text = text.strip("\r\n").replace("\r\n", "\n")
    tabbed = "\t" in text.partition("\n")[0]
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter="\t" if tabbed else ",", strict=True))
    except csv.Error as error:
        if not tabbed:
            raise UnreadablePaste(
                f"The rows cannot be read as comma-separated ({error}). "
                "Copy them from the spreadsheet itself, which puts tabs between the cells."
            ) from None
        rows = [row.split("\t") for row in text.split("\n")]
    return [[cell.strip() for cell in row] for row in rows]
