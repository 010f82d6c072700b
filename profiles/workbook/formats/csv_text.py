"""CSV as people have it: any encoding of ours, any of four delimiters."""

import csv
import io
import re
from collections.abc import Iterable

from profiles.values import decoding
from profiles.workbook.errors import UnreadableWorkbook
from profiles.workbook.formats.formulas import guard, unguard
from profiles.workbook.formats.sheets import Sheet, sheet_of

DELIMITERS = ",;\t|"
SEPARATOR = re.compile(r'\s*"?sep=(?P<delimiter>[^\r\n"])"?[,;\t|]*\r?\n', re.IGNORECASE)
"""A first line that tells Excel, and nobody else, how the others are divided."""


def read_csv(data: bytes, name: str) -> Sheet:
    """Raises `UnreadableWorkbook` for bytes that are no text or no table."""
    text = decode(data, name)
    named = SEPARATOR.match(text)
    table_text = text[named.end() :] if named else text
    delimiter = named["delimiter"] if named else delimiter_of(text)
    lines = csv.reader(io.StringIO(table_text, newline=""), delimiter=delimiter, strict=True)
    try:
        table = [
            (number, [unguard(cell) for cell in cells])
            for number, cells in enumerate(lines, start=2 if named else 1)
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        raise UnreadableWorkbook(
            f"{name}, near line {lines.line_num}: this is no well-formed CSV ({error}). "
            "Save it again from the spreadsheet as “CSV UTF-8”."
        ) from None
    return sheet_of(name, table)


def decode(data: bytes, name: str) -> str:
    """UTF-8, UTF-16, or else Windows-1252: what spreadsheet programs write."""
    text = decoding.decode(data)
    if text is None:
        raise UnreadableWorkbook(
            f"{name} is no text in an encoding that can be told for sure. "
            "Save it from the spreadsheet as “CSV UTF-8”."
        )
    return text


def delimiter_of(text: str) -> str:
    """The one that is most frequent in the first line; a comma where there is none."""
    header = text.lstrip().partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def write_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for Windows-1252."""
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(sheet.header)
    lines.writerows(_guarded(sheet))
    return out.getvalue().encode("utf-8-sig")


def _guarded(sheet: Sheet) -> Iterable[list[str]]:
    for row in sheet.rows:
        yield [guard(row.cells.get(column, "")) for column in sheet.header]
