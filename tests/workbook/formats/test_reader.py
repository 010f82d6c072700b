"""Files as people send them, and as nobody should."""

import io
import subprocess
import sys
import time
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from profiles.workbook.errors import UnreadableWorkbook
from profiles.workbook.exporting.writer import as_bytes
from profiles.workbook.formats.reader import read_folder, read_workbook
from tests.workbook.books import sheet

CSV = "key,name\nacme,Société Générale\n"
SOON = 8  # seconds


def xlsx(*rows, title="companies", formats=None):
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.title = title
    for row in rows:
        page.append(row)
    for cell, form in (formats or {}).items():
        page[cell].number_format = form
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_sheet_xml(xml):
    """An .xlsx whose only sheet is the given XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx(["key"]))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name.endswith("sheet1.xml") else old.read(name))
    return out.getvalue()


def ods_with(rows_xml):
    """An .ods whose only table holds the given rows."""
    out = io.BytesIO()
    empty = as_bytes([sheet("companies", header=["HERE"])], "ods")
    with zipfile.ZipFile(io.BytesIO(empty)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode() if name == "content.xml" else old.read(name)
            if name == "content.xml":
                start = content.index("<table:table-row")
                end = content.index("</table:table>")
                content = content[:start] + rows_xml + content[end:]
            new.writestr(name, content)
    return out.getvalue()


def rows_of(data, filename="book.xlsx"):
    [only] = read_workbook(data, filename)
    return [row.cells for row in only.rows]


def test_cells_of_every_type_arrive_as_text():
    data = xlsx(
        ["key", "a", "b", "c", "d", "e", "f"],
        [
            "x",
            2023.0,
            0.1 + 0.2,
            datetime.fromisoformat("2023-04-01"),
            datetime.fromisoformat("2023-04-01T09:30"),
            True,
            "  e\u0301 ",
        ],
        ["y", date(2024, 2, 29), 385000000, None, None, None, "two\nlines"],
    )
    assert rows_of(data) == [
        {"key": "x", "a": "2023", "b": "0.3", "c": "2023-04-01", "d": "2023-04-01T09:30:00",
         "e": "TRUE", "f": "é"},
        {"key": "y", "a": "2024-02-29", "b": "385000000", "f": "two\nlines"},
    ]  # fmt: skip


def test_a_percentage_is_what_the_spreadsheet_shows():
    data = xlsx(["key", "stake"], ["x", 0.11], ["y", 0.11], formats={"B2": "0%"})
    assert [row["stake"] for row in rows_of(data)] == ["11%", "0.11"]


def test_an_ods_keeps_percentages_currencies_dates_and_lines():
    data = ods_with(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{x}</text:p></table:table-cell>'
            for x in ["a", "b", "c", "d"]
        )
        + "</table:table-row><table:table-row>"
        '<table:table-cell office:value-type="percentage" office:value="0.11"/>'
        '<table:table-cell office:value-type="currency" office:currency="EUR" office:value="5"/>'
        '<table:table-cell office:value-type="date" office:date-value="2023-04-01"/>'
        '<table:table-cell office:value-type="string"><text:p>one<text:s text:c="2"/>two</text:p>'
        "<text:p>three</text:p></table:table-cell>"
        "</table:table-row>"
    )
    assert rows_of(data, "book.ods") == [
        {"a": "11%", "b": "EUR 5", "c": "2023-04-01", "d": "one  two\nthree"}
    ]


def test_a_row_has_the_number_that_the_spreadsheet_shows():
    data = xlsx(["key"], [None], ["x"], [None], [None], ["y"])
    [only] = read_workbook(data, "book.xlsx")
    assert [(row.number, row.cells["key"]) for row in only.rows] == [(3, "x"), (6, "y")]


def test_notes_are_no_data():
    data = zipped(
        {"_notes.csv": "a,b\n", "README.csv": "x\n", "guide.csv": "y\n", "people.csv": CSV}
    )
    assert [found.name for found in read_workbook(data, "book.zip")] == ["people"]


def test_cells_under_no_header_are_not_lost():
    [only] = read_workbook(b"key,name,\nacme,Acme,stray\n", "companies.csv")
    assert only.header == ["key", "name", "(column C)"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_of_any_origin(encoding, delimiter):
    data = CSV.replace(",", delimiter).encode(encoding)
    assert rows_of(data, "companies.csv") == [{"key": "acme", "name": "Société Générale"}]


def test_a_folder_of_csvs(tmp_path):
    (tmp_path / "companies.csv").write_text(CSV)
    (tmp_path / "notes.md").write_text("not a sheet")
    assert [found.name for found in read_folder(tmp_path)] == ["companies"]


def test_a_folder_without_csvs_is_refused(tmp_path):
    with pytest.raises(UnreadableWorkbook, match="no CSV"):
        read_folder(tmp_path)


def test_an_apostrophe_before_a_formula_comes_off_and_any_other_stays():
    data = b"key,a,b,c,d\nx,'=1+1,'tis,''=x,-5\n"
    assert rows_of(data, "companies.csv") == [
        {"key": "x", "a": "=1+1", "b": "'tis", "c": "'=x", "d": "-5"}
    ]


@pytest.mark.parametrize(
    ("data", "filename", "says"),
    [
        (b"", "book.xlsx", "is empty"),
        (b"%PDF-1.7 not a workbook", "book.pdf", "no workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "book.xlsx", "has a password"),
        (xlsx(["key"], ["x"])[:900], "book.xlsx", "cut off"),
        (zipped({"a.txt": "nothing"}), "book.zip", "holds no CSV"),
        (zipped({"a.xlsx": "nothing"}), "book.zip", "Send that file by itself"),
        (zipped({f"{n}.csv": CSV for n in range(501)}), "book.zip", "at most 500"),
        (b"key,name\n\x81\x8d\x8f,x\n", "companies.csv", "CSV UTF-8"),
        (b'key,name\nacme,"never closed\n', "companies.csv", "no well-formed CSV"),
        (with_sheet_xml(b"<worksheet><sheetData><row>"), "book.xlsx", "is damaged"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_a_remedy(data, filename, says):
    with pytest.raises(UnreadableWorkbook, match=says):
        read_workbook(data, filename)


def test_an_encrypted_zip_is_refused():
    data = bytearray(zipped({"companies.csv": CSV}))
    data[6] |= 1  # the flag in the local header and in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableWorkbook, match="encrypted"):
        read_workbook(bytes(data), "book.zip")


def test_a_formula_that_was_never_calculated_is_refused():
    with pytest.raises(UnreadableWorkbook, match="cell B2 holds a formula"):
        read_workbook(xlsx(["key", "name"], ["acme", "=A2"]), "book.xlsx")


def test_a_cell_that_shows_an_error_is_refused():
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>key</t></is></c></row>'
        '<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row></sheetData></worksheet>'
    )
    with pytest.raises(UnreadableWorkbook, match="cell A2 shows the error #REF!"):
        read_workbook(with_sheet_xml(xml.encode()), "book.xlsx")
    assert rows_of(xlsx(["key"], ["#REF?"])) == [{"key": "#REF?"}]
    calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    row = (
        f'<table:table-row><table:table-cell/><table:table-cell xmlns:calcext="{calc}" '
        'office:value-type="string" calcext:value-type="error"><text:p>Err:502</text:p>'
        "</table:table-cell></table:table-row>"
    )
    with pytest.raises(UnreadableWorkbook, match="cell B1 shows the error Err:502"):
        read_workbook(ods_with(row), "book.ods")


def refused_soon(data, filename, says):
    start = time.monotonic()
    with pytest.raises(UnreadableWorkbook, match=says):
        read_workbook(data, filename)
    assert time.monotonic() - start < SOON


def test_a_zip_that_swells_is_refused_unread():
    bomb = zipped({"companies.csv": b"0" * 12_000_000})
    assert len(bomb) < 120_000
    refused_soon(bomb, "book.zip", "unpacks to 12,000,000 bytes")


def test_a_sheet_with_a_cell_at_the_far_end_is_refused_soon():
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>key</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    refused_soon(with_sheet_xml(xml.encode()), "book.xlsx", "column 16,384")


def test_a_sheet_that_only_claims_to_be_huge_is_read():
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>key</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
    )
    assert rows_of(with_sheet_xml(xml.encode())) == [{"key": "x"}]


def test_repeated_rows_and_cells_of_an_ods_are_refused_soon():
    cell = '<table:table-cell {0} office:value-type="string"><text:p>x</text:p></table:table-cell>'
    wide = cell.format('table:number-columns-repeated="16384"')
    tall = '<table:table-row table:number-rows-repeated="1048576">{0}</table:table-row>'
    refused_soon(ods_with(f"<table:table-row>{wide}</table:table-row>"), "b.ods", "16,384")
    refused_soon(ods_with(tall.format(cell.format(""))), "b.ods", "is beyond what is read")


def test_blank_repeated_rows_of_an_ods_cost_nothing():
    many = 'table:number-rows-repeated="1048570"'
    blank = f"<table:table-row {many}><table:table-cell/></table:table-row>"
    text = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>{0}</text:p>'
        "</table:table-cell></table:table-row>"
    )
    data = ods_with(text.format("key") + text.format("x") + blank)
    assert rows_of(data, "book.ods") == [{"key": "x"}]


def test_an_xml_bomb_is_refused_soon():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    xml = f"<!DOCTYPE x [{entities}]><worksheet>&e9;</worksheet>"
    refused_soon(with_sheet_xml(xml.encode()), "book.xlsx", "is damaged")


def child(data, memory):
    """The parsing process with so many bytes of memory: its exit code."""
    code = (
        "import sys; from profiles.workbook.formats import parse_child; "
        f"parse_child.MOST_MEMORY = {memory}; sys.exit(parse_child.main('xlsx'))"
    )
    run = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=False)
    return run.returncode


def test_the_parsing_process_limits_its_own_memory():
    data = xlsx(*[[f"{row}-{column}" * 40 for column in range(50)] for row in range(800)])
    assert child(data, 1_500_000_000) == 0
    assert child(data, 20_000_000) != 0
