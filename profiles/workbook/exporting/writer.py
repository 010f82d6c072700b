"""Sheets -> a file or a folder, in every format that `reader` reads."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from profiles.workbook.exporting.guide import template
from profiles.workbook.exporting.profiles import export_profiles
from profiles.workbook.formats.csv_text import write_csv
from profiles.workbook.formats.ods_file import ods_bytes
from profiles.workbook.formats.sheets import Sheet
from profiles.workbook.formats.xlsx_file import xlsx_bytes

FORMATS = ("xlsx", "ods", "zip", "folder")
CONTENT_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "zip": "application/zip",
}
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same rows make the same bytes

__all__ = ["CONTENT_TYPES", "FORMATS", "as_bytes", "export_profiles", "template", "write"]


def write(tables: Iterable[Sheet], target: str | Path | IO[bytes], form: str) -> None:
    """`form`: xlsx, ods, zip (of CSVs), or folder (of CSVs; `target` is then its path)."""
    if form == "folder":
        _write_folder(tables, Path(str(target)))
    elif isinstance(target, str | Path):
        Path(target).write_bytes(as_bytes(tables, form))
    else:
        target.write(as_bytes(tables, form))


def as_bytes(tables: Iterable[Sheet], form: str) -> bytes:
    """`form`: xlsx, ods or zip."""
    return {"xlsx": xlsx_bytes, "ods": ods_bytes, "zip": _zip_bytes}[form](list(tables))


def _zip_bytes(tables: Iterable[Sheet]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for sheet in tables:
            member = zipfile.ZipInfo(f"{sheet.name}.csv", LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, write_csv(sheet))
    return out.getvalue()


def _write_folder(tables: Iterable[Sheet], folder: Path) -> None:
    """A file per sheet that has rows; the file of a sheet without rows is removed."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in tables:
        file = folder / f"{sheet.name}.csv"
        if sheet.rows:
            file.write_bytes(write_csv(sheet))
        else:
            file.unlink(missing_ok=True)
