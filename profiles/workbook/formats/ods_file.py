"""Sheets -> .ods. Every cell is text, whatever it begins with."""

import io

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.teletype import addTextToElement
from odf.text import P

from profiles.workbook.formats.sheets import Sheet


def ods_bytes(tables: list[Sheet]) -> bytes:
    book = OpenDocumentSpreadsheet()
    for sheet in tables:
        table = Table(name=sheet.name)
        table.addElement(_row(sheet.header))
        for row in sheet.rows:
            table.addElement(_row([row.cells.get(column, "") for column in sheet.header]))
        book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


def _row(texts: list[str]) -> TableRow:
    row = TableRow()
    blanks = 0
    for text in texts:
        if not text:
            blanks += 1
            continue
        if blanks:
            row.addElement(TableCell(numbercolumnsrepeated=blanks))
            blanks = 0
        row.addElement(_cell(text))
    return row


def _cell(text: str) -> TableCell:
    cell = TableCell(valuetype="string")
    for line in text.split("\n"):
        paragraph = P()
        addTextToElement(paragraph, line)
        cell.addElement(paragraph)
    return cell
