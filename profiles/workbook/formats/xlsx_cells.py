"""Cells of an .xlsx, row by row. Runs in the child process of `parse`; knows no Django.

The size that a sheet claims to have is never trusted: only cells that are there count.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

from profiles.workbook.formats.limits import Limits, NoValue
from profiles.workbook.formats.number_formats import Unclear, as_shown
from profiles.workbook.formats.sheets import as_text

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MAYBE_A_FORMULA = re.compile(rb"[<:]f[\s/>]|\0")  # or in UTF-16: most sheets are parsed once
CELL, FORMULA, RESULT = f"{MAIN}c", f"{MAIN}f", f"{MAIN}v"


def read_xlsx(data: bytes, limits: Limits) -> Iterator[tuple[str, list[tuple[int, list[Any]]]]]:
    """Sheet by sheet: its name and its numbered rows. Raises `TooLarge` and `NoValue`."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    _refuse_uncalculated(data, book)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        yield sheet.title, list(_rows(sheet, limits))


def _rows(sheet: Any, limits: Limits) -> Iterator[tuple[int, list[Any]]]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        values = [_value(cell) for cell in cells]
        while values and values[-1] in (None, ""):
            values.pop()
        if values:
            limits.count(sheet.title, number, len(values))
            yield number, values


def _value(cell: Any) -> Any:
    value = cell.value
    if cell.data_type == "e":
        raise NoValue.error(cell.parent.title, cell.coordinate, value)
    if value is None or isinstance(value, bool):
        return value
    try:
        value = as_shown(value, cell.number_format)
    except Unclear as refusal:
        raise NoValue(cell.parent.title, cell.coordinate, str(refusal)) from None
    if isinstance(value, str):
        return value.replace("_x000D_\n", "\n")
    return value if isinstance(value, int | float) else as_text(value)


def _refuse_uncalculated(data: bytes, book: Any) -> None:
    """A formula that no program has calculated would read as a blank cell.

    One that came to an empty text has a result, which is empty.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for sheet in book.worksheets:
            part = archive.read(sheet._worksheet_path)
            if not MAYBE_A_FORMULA.search(part):
                continue
            for _, element in iterparse(io.BytesIO(part)):
                if element.tag == CELL:
                    if element.find(FORMULA) is not None and not _has_result(element):
                        raise NoValue.uncalculated(sheet.title, element.get("r", ""))
                    element.clear()


def _has_result(cell: Any) -> bool:
    result = cell.find(RESULT)
    return result is not None and bool(result.text or cell.get("t") == "str")
