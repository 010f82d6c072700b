"""Sheets and headers -> lines of cells by column; whatever is misspelt is reported, not ignored."""

from dataclasses import dataclass

from profiles.facts import BY_SHEET
from profiles.workbook.columns import PARTS, SHEETS, identity_of, layout, tidy_header
from profiles.workbook.formats.placeholders import as_meant, says_nothing
from profiles.workbook.formats.sheets import Row, Sheet, letters
from profiles.workbook.planning.ledger import Ledger, Place, did_you_mean

HEADER_ROW = 1


@dataclass(frozen=True, slots=True)
class Line:
    sheet: str
    number: int
    cells: dict[str, str]

    def place(self, column: str = "") -> Place:
        return Place(self.sheet, self.number, column)

    def get(self, column: str) -> str:
        return self.cells.get(column, "")


def lines_of(sheets: list[Sheet], ledger: Ledger) -> dict[str, list[Line]]:
    """The lines of every known sheet, by its name, in the order of a workbook."""
    found: dict[str, list[Line]] = {}
    for sheet in sheets:
        name = sheet.name.strip().casefold()
        if not sheet.header and not sheet.rows:
            continue
        if name not in SHEETS:
            ledger.problem(Place(sheet.name, 0), _unknown_sheet(name))
        elif name in found:
            ledger.problem(Place(name, 0), "This sheet is there twice. Put its rows together.")
        else:
            found[name] = _lines(name, sheet, ledger)
    return {name: found[name] for name in SHEETS if name in found}


def _unknown_sheet(name: str) -> str:
    hint = did_you_mean(name, SHEETS) or f" The sheets are: {', '.join(SHEETS)}."
    return f"There is no sheet of this name.{hint} A sheet for notes begins with “_”."


def _lines(name: str, sheet: Sheet, ledger: Ledger) -> list[Line]:
    names = _columns(name, sheet.header, ledger)
    missing = [column for column in identity_of(name) if column not in names.values()]
    for column in missing:
        ledger.problem(
            Place(name, HEADER_ROW, column),
            f"The column “{column}” is missing: without it no row can be told from another.",
        )
    if missing:
        return []
    return [_line(name, row, names, ledger) for row in sheet.rows]


def _line(name: str, row: Row, names: dict[str, str], ledger: Ledger) -> Line:
    cells = {}
    for written, text in row.cells.items():
        if written not in names:
            continue
        if says_nothing(text, names[written]):
            ledger.problem(
                Place(name, row.number, names[written]),
                f"“{text}” is what stands where there is nothing. Leave the cell blank, "
                f"or write '{text} if the text is really that.",
            )
        else:
            cells[names[written]] = as_meant(text)
    return Line(name, row.number, cells)


def _columns(name: str, header: list[str], ledger: Ledger) -> dict[str, str]:
    """Header as written -> column; unknown and repeated ones are reported and left out."""
    known = layout(name)
    names: dict[str, str] = {}
    for place, written in enumerate(header):
        column = tidy_header(written)
        if not written:
            continue
        if column not in known:
            ledger.problem(Place(name, HEADER_ROW, written), _unknown_column(name, column))
        elif column in names.values():
            ledger.problem(
                Place(name, HEADER_ROW, written),
                f"This column is there twice, again as column {letters(place)}. Keep one of them.",
            )
        else:
            names[written] = column
    return names


def _unknown_column(sheet: str, column: str) -> str:
    fact, _, part = column.partition(":")
    if column.startswith("(column"):
        return "This column has cells but no header. Name it, or empty its cells."
    prose = sheet in BY_SHEET and BY_SHEET[sheet].by_name.get(fact)
    if prose and prose.prose and part in PARTS:
        return f"“{fact}” is prose: cite it with [^source-key] in its text."
    hint = did_you_mean(column, layout(sheet))
    if not hint and sheet not in BY_SHEET:
        hint = f" The columns are: {', '.join(layout(sheet))}."
    return f"The sheet “{sheet}” has no such column.{hint} Rename it, or remove it."
