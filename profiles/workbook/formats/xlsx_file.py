"""Sheets -> .xlsx. Every cell is text, whatever it begins with: no formula can come to life."""

import io
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from profiles.workbook.formats.formulas import DANGEROUS
from profiles.workbook.formats.sheets import Sheet

TEXT_FORMAT = "@"  # so that a spreadsheet does not make a day of “2023-04”
WIDEST, NARROWEST = 50, 10
ALIGNED = Alignment(vertical="top")


def xlsx_bytes(tables: list[Sheet]) -> bytes:
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "B2"
        for place, column in enumerate(table.header, start=1):
            dimension = sheet.column_dimensions[get_column_letter(place)]
            dimension.width = min(WIDEST, max(NARROWEST, len(column) + 2))
            dimension.number_format = TEXT_FORMAT
        sheet.append([_header(sheet, column) for column in table.header])
        for row in table.rows:
            sheet.append(list(_cells(sheet, table.header, row.cells)))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _header(sheet: Any, text: str) -> Any:
    cell = text_cell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _cells(sheet: Any, header: list[str], cells: dict[str, str]) -> Iterator[Any]:
    for column in header:
        text = cells.get(column, "")
        yield text_cell(sheet, text) if text else None


def text_cell(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT
    cell.alignment = ALIGNED
    if DANGEROUS.match(text):
        cell.quotePrefix = True  # stays text when somebody edits it
    return cell
