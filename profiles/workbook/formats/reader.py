"""Bytes or a folder -> sheets. Everything arrives as tidy text; blank rows are skipped."""

import zipfile
import zlib
from pathlib import Path

from profiles.workbook.errors import UnreadableWorkbook
from profiles.workbook.formats.archive import is_zip, open_zip, refuse_ole
from profiles.workbook.formats.csv_text import read_csv
from profiles.workbook.formats.limits import Limits, TooLarge
from profiles.workbook.formats.parsing import parse
from profiles.workbook.formats.sheets import Row, Sheet, sheet_of

IGNORED = {"guide", "readme"}
NESTED = (".xlsx", ".xlsm", ".xls", ".ods", ".tsv", ".zip")

__all__ = ["Row", "Sheet", "UnreadableWorkbook", "read_folder", "read_workbook"]


def read_workbook(data: bytes, filename: str) -> list[Sheet]:
    """The sheets of an .xlsx, an .ods, a zip of CSVs or one CSV, told apart by their bytes.

    Raises `UnreadableWorkbook`, whose message says what to do.
    """
    refuse_ole(data, filename)
    if not data.strip():
        raise UnreadableWorkbook(f"{filename} is empty.")
    if not is_zip(data):
        return _wanted([_only_csv(data, filename)])
    with open_zip(data, filename) as archive:
        names = set(archive.namelist())
        if "xl/workbook.xml" in names:
            return _wanted(_parsed(data, "xlsx", filename))
        if "content.xml" in names:
            _refuse_encrypted_ods(archive, filename)
            return _wanted(_parsed(data, "ods", filename))
        return _wanted(_csvs_of(archive, filename))


def read_folder(path: str | Path) -> list[Sheet]:
    """The sheets of a folder of CSVs, in the order of their names.

    Raises `UnreadableWorkbook` where there is none.
    """
    files = sorted(Path(path).glob("*.csv"))
    if not files:
        raise UnreadableWorkbook(f"There is no CSV in {path}. Name a folder like companies.csv, …")
    return _wanted([read_csv(file.read_bytes(), file.stem) for file in files])


def _parsed(data: bytes, form: str, filename: str) -> list[Sheet]:
    return [sheet_of(name, table) for name, table in parse(data, form, filename)]


def _only_csv(data: bytes, filename: str) -> Sheet:
    if not filename.lower().endswith((".csv", ".tsv", ".txt")):
        raise UnreadableWorkbook(
            f"{filename} is no workbook. Send an .xlsx, an .ods, or a zip of CSVs."
        )
    return _within_limits(read_csv(data, Path(filename).stem))


def _csvs_of(archive: zipfile.ZipFile, filename: str) -> list[Sheet]:
    sheets = []
    for name in archive.namelist():
        path = Path(name)
        if path.name.startswith(".") or "__MACOSX" in path.parts:
            continue
        if path.suffix.lower() in NESTED:
            raise UnreadableWorkbook(
                f"{filename} holds “{name}”. Send that file by itself, or a zip of CSVs only."
            )
        if path.suffix.lower() == ".csv":
            sheets.append(_within_limits(read_csv(_member(archive, name, filename), path.stem)))
    if not sheets:
        raise UnreadableWorkbook(f"{filename} holds no CSV. A zip has companies.csv, people.csv …")
    return sheets


def _member(archive: zipfile.ZipFile, name: str, filename: str) -> bytes:
    try:
        return archive.read(name)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise UnreadableWorkbook(f"{filename}: “{name}” is damaged. Zip the files again.") from None


def _within_limits(sheet: Sheet) -> Sheet:
    limits = Limits()
    try:
        for row in sheet.rows:
            limits.count(sheet.name, row.number, len(sheet.header))
    except TooLarge as refusal:
        raise UnreadableWorkbook(str(refusal)) from None
    return sheet


def _refuse_encrypted_ods(archive: zipfile.ZipFile, filename: str) -> None:
    if b"encryption-data" in _member(archive, "META-INF/manifest.xml", filename):
        raise UnreadableWorkbook(f"{filename} has a password. Save it without one.")


def _wanted(sheets: list[Sheet]) -> list[Sheet]:
    """Without the sheets for people: `guide`, `readme`, `_notes`."""
    return [
        sheet
        for sheet in sheets
        if sheet.name.strip().lower() not in IGNORED and not sheet.name.strip().startswith("_")
    ]
