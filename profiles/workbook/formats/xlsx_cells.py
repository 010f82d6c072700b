"""Cells of an .xlsx, row by row. Runs in the child process of `parse`; knows no Django.

The size that a sheet claims to have is never trusted: only cells that are there count.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import openpyxl

from profiles.workbook.formats.limits import Limits, NoValue


def read_xlsx(data: bytes, limits: Limits) -> Iterator[tuple[str, list[tuple[int, list[Any]]]]]:
    """Sheet by sheet: its name and its numbered rows. Raises `TooLarge` and `NoValue`."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    if _has_formulas(data):
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
        raise NoValue(cell.parent.title, cell.coordinate, value)
    if isinstance(value, float | int) and "%" in (cell.number_format or ""):
        return f"{format(value * 100, '.12g')}%"
    if isinstance(value, datetime):
        return (
            value.isoformat() if value.time() != datetime.min.time() else value.date().isoformat()
        )
    if isinstance(value, str):
        return value.replace("_x000D_\n", "\n")
    return value if isinstance(value, int | float | None) else _other(value)


def _other(value: Any) -> str:
    return str(value) if isinstance(value, timedelta) else value.isoformat()


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(b"<f>" in part or b"<f " in part for part in map(archive.read, sheets))


def _refuse_uncalculated(data: bytes, values: Any) -> None:
    """A formula that no program has calculated would read as a blank cell."""
    formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    for written, shown in zip(formulas.worksheets, values.worksheets, strict=True):
        written.reset_dimensions()
        shown.reset_dimensions()
        for line, results in zip(written.iter_rows(), shown.iter_rows(), strict=True):
            for cell, result in zip(line, results, strict=True):
                if cell.data_type == "f" and result.value is None:
                    raise NoValue(written.title, cell.coordinate)
