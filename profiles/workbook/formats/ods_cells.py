"""Cells of an .ods, row by row. Runs in the child process of `parse`; knows no Django.

Written out here because repeated rows and cells are how such a file swells, and because the table
readers at hand lose percentages, currencies or line breaks.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

from profiles.workbook.formats.limits import Limits, NoValue
from profiles.workbook.formats.number_formats import Unclear, as_shown
from profiles.workbook.formats.ods_styles import Styles
from profiles.workbook.formats.sheets import as_text, letters

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CURRENCY = re.compile(r"\[\$[^\]]*\]")  # the code of the cell says it better: $ of which country?
SKIPPED = {OFFICE + "annotation", TEXT + "note"}


def read_ods(data: bytes, limits: Limits) -> Iterator[tuple[str, list[tuple[int, list[Any]]]]]:
    """Sheet by sheet: its name and its numbered rows. Raises `TooLarge` and `NoValue`."""
    name, number = "", 0
    styles = Styles(data)
    columns: list[str] = []
    rows: list[tuple[int, list[Any]]] = []
    with zipfile.ZipFile(io.BytesIO(data)).open("content.xml") as content:
        for event, element in iterparse(content, events=("start", "end")):
            if event == "start" and element.tag == TABLE + "table":
                name, number, rows = element.get(TABLE + "name", ""), 0, []
                columns = []
            elif event == "end" and element.tag == TABLE + "table-column":
                times = int(element.get(TABLE + "number-columns-repeated", "1"))
                style = element.get(TABLE + "default-cell-style-name", "")
                columns += [style] * min(times, limits.most_columns - len(columns))
            elif event == "end" and element.tag == TABLE + "table-row":
                times = int(element.get(TABLE + "number-rows-repeated", "1"))
                cells = _cells(element, _Place(name, number + 1), limits, columns, styles)
                for line in range(number + 1, number + 1 + times if cells else 0):
                    limits.count(name, line, len(cells))
                    rows.append((line, cells))
                number += times
                element.clear()
            elif event == "end" and element.tag == TABLE + "table":
                yield name, rows
                element.clear()


class _Place(NamedTuple):
    sheet: str
    row: int


def _cells(
    row: Any, place: _Place, limits: Limits, columns: list[str], styles: Styles
) -> list[Any]:
    """`columns`: the style of each, for cells that name none."""
    cells: list[Any] = []
    blanks = 0
    for cell in row:
        if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
            continue
        times = int(cell.get(TABLE + "number-columns-repeated", "1"))
        at = len(cells) + blanks
        style = cell.get(TABLE + "style-name") or "".join(columns[at : at + 1])
        try:
            value = _value(cell, styles.format_of(style))
        except Unclear as refusal:
            raise NoValue(place.sheet, f"{letters(at)}{place.row}", str(refusal)) from None
        if cell.get(CALC + "value-type") == "error":
            raise NoValue.error(place.sheet, f"{letters(at)}{place.row}", _shown(cell))
        if value in (None, ""):
            blanks += times
            continue
        if at + times > limits.most_columns:
            limits.count(place.sheet, place.row, at + times)
        cells += [None] * blanks + [value] * times
        blanks = 0
    return cells


def _value(cell: Any, number_format: str) -> Any:
    number = cell.get(OFFICE + "value")
    match cell.get(OFFICE + "value-type"):
        case "float" if number:
            return as_shown(float(number), number_format)
        case "percentage" if number:
            return as_shown(float(number), number_format if "%" in number_format else "0%")
        case "currency" if number:
            amount = as_text(as_shown(float(number), CURRENCY.sub("", number_format)))
            return f"{cell.get(OFFICE + 'currency', '')} {amount}".strip()
        case "date":
            return _date(cell.get(OFFICE + "date-value", ""), number_format)
        case "boolean":
            return cell.get(OFFICE + "boolean-value", "").upper()
        case "string" if cell.get(OFFICE + "string-value") is not None:
            return cell.get(OFFICE + "string-value")
        case _:
            return _shown(cell)


def _date(written: str, number_format: str) -> Any:
    try:
        day = datetime.fromisoformat(written)
    except ValueError:
        return written
    return as_text(as_shown(day, number_format or "yyyy-mm-dd hh"))


def _shown(cell: Any) -> str:
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
