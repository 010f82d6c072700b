"""Cells of an .ods, row by row. Runs in the child process of `parse`; knows no Django.

Written out here because repeated rows and cells are how such a file swells, and because the table
readers at hand lose percentages, currencies or line breaks.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

from profiles.workbook.formats.limits import Limits, NoValue
from profiles.workbook.formats.sheets import letters

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SKIPPED = {OFFICE + "annotation", TEXT + "note"}


def read_ods(data: bytes, limits: Limits) -> Iterator[tuple[str, list[tuple[int, list[Any]]]]]:
    """Sheet by sheet: its name and its numbered rows. Raises `TooLarge` and `NoValue`."""
    name, number = "", 0
    rows: list[tuple[int, list[Any]]] = []
    with zipfile.ZipFile(io.BytesIO(data)).open("content.xml") as content:
        for event, element in iterparse(content, events=("start", "end")):
            if event == "start" and element.tag == TABLE + "table":
                name, number, rows = element.get(TABLE + "name", ""), 0, []
            elif event == "end" and element.tag == TABLE + "table-row":
                times = int(element.get(TABLE + "number-rows-repeated", "1"))
                cells = _cells(element, name, number + 1, limits)
                for line in range(number + 1, number + 1 + times if cells else 0):
                    limits.count(name, line, len(cells))
                    rows.append((line, cells))
                number += times
                element.clear()
            elif event == "end" and element.tag == TABLE + "table":
                yield name, rows
                element.clear()


def _cells(row: Any, sheet: str, number: int, limits: Limits) -> list[Any]:
    cells: list[Any] = []
    blanks = 0
    for cell in row:
        if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
            continue
        times = int(cell.get(TABLE + "number-columns-repeated", "1"))
        value = _value(cell)
        if cell.get(CALC + "value-type") == "error":
            raise NoValue(sheet, f"{letters(len(cells) + blanks)}{number}", str(value))
        if value in (None, ""):
            blanks += times
            continue
        if len(cells) + blanks + times > limits.most_columns:
            limits.count(sheet, number, len(cells) + blanks + times)
        cells += [None] * blanks + [value] * times
        blanks = 0
    return cells


def _value(cell: Any) -> Any:
    number = cell.get(OFFICE + "value")
    match cell.get(OFFICE + "value-type"):
        case "float" if number:
            return float(number)
        case "percentage" if number:
            return f"{format(float(number) * 100, '.12g')}%"
        case "currency" if number:
            return f"{cell.get(OFFICE + 'currency', '')} {number}".strip()
        case "date":
            return cell.get(OFFICE + "date-value", "").removesuffix("T00:00:00")
        case "boolean":
            return cell.get(OFFICE + "boolean-value")
        case "string" if cell.get(OFFICE + "string-value") is not None:
            return cell.get(OFFICE + "string-value")
        case _:
            return "\n".join(_text(part) for part in cell if part.tag == TEXT + "p")


def _text(element: Any) -> str:
    """What a paragraph says, with its spaces, tabs and line breaks."""
    parts = [element.text or ""]
    for child in element:
        match child.tag.removeprefix(TEXT):
            case "s":
                parts.append(" " * int(child.get(TEXT + "c", "1")))
            case "tab":
                parts.append("\t")
            case "line-break":
                parts.append("\n")
            case _ if child.tag not in SKIPPED:
                parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
