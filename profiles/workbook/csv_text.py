"""CSV as people have it: any encoding of ours, any of four delimiters."""

import csv
import io
from collections.abc import Iterable

from profiles.workbook.errors import UnreadableWorkbook
from profiles.workbook.formulas import guard, unguard
from profiles.workbook.sheets import Sheet, sheet_of

DELIMITERS = ",;\t|"
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_csv(data: bytes, name: str) -> Sheet:
    """Raises `UnreadableWorkbook` for bytes that are no text or no table."""
    text = decode(data, name)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    try:
        table = [
            (number, [unguard(cell) for cell in cells])
            for number, cells in enumerate(lines, start=1)
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
    marked = next((code for mark, code in MARKS.items() if data.startswith(mark)), "")
    halves = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be" if data[:1] == b"\0" else ""
    for encoding in [marked or halves] if marked or halves else ["utf-8", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableWorkbook(
        f"{name} is no text in an encoding that can be told for sure. "
        "Save it from the spreadsheet as “CSV UTF-8”."
    )


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
