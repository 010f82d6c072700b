"""A cell stands for what it shows: the number or date that it holds, under its number format."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest

from profiles.workbook.errors import UnreadableWorkbook
from profiles.workbook.exporting.writer import as_bytes
from profiles.workbook.formats.reader import read_workbook
from tests.workbook.books import sheet

FIRST = datetime.fromisoformat("2023-12-01")
LATER = datetime.fromisoformat("2023-12-15T09:30")


def xlsx(value, number_format):
    book = openpyxl.Workbook()
    book.active.append(["key", "cell"])
    book.active.append(["x", value])
    book.active["B2"].number_format = number_format
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data, filename="book.xlsx"):
    [only] = read_workbook(data, filename)
    return only.rows[0].cells.get("cell", "")


DATES = [
    # held, format, read as
    (FIRST, "yyyy-mm-dd", "2023-12-01"),
    (FIRST, "mm-dd-yy", "2023-12-01"),
    (FIRST, "dddd, mmmm dd, yyyy", "2023-12-01"),
    (FIRST, "[$-409]d\\-mmm\\-yy;@", "2023-12-01"),
    (LATER, "dd/mm/yyyy", "2023-12-15"),
    (LATER, "yyyy-mm-dd hh:mm", "2023-12-15T09:30:00"),
    # without a day, the month; without a month, the year
    (FIRST, "mmm yyyy", "2023-12"),
    (FIRST, "mmm-yy", "2023-12"),
    (FIRST, "[$-409]mmmm\\ yyyy", "2023-12"),
    (LATER, "mm/yyyy", "2023-12"),
    (FIRST, "yyyy", "2023"),
    (LATER, "yy", "2023"),
    # a year that nobody sees may be that of the typing: the reader asks
    (FIRST, "d mmm", "1 December"),
    (FIRST, "mmmm", "December"),
    # words of the format are part of what it says
    (FIRST, '"Q4 "yyyy', "Q4 2023"),
    (FIRST, 'yyyy"年"m"月"d"日"', "2023年12月1日"),
    (FIRST, '"as of "d mmm yyyy', "as of 1 December 2023"),
]
NUMBERS = [
    # plain
    (1500, "General", "1500"),
    (1500, "0", "1500"),
    (1234567, "#,##0", "1234567"),
    (1234567, "# ##0", "1234567"),
    (0.1 + 0.2, "0.00", "0.3"),
    (1500, "0.00E+00", "1500"),
    (-5, "#,##0;[Red]-#,##0", "-5"),
    (-5, "#,##0_);(#,##0)", "-5"),
    (0.5, "# ?/?", "0.5"),
    (1500, "@", "1500"),
    # shares
    (0.11, "0%", "11%"),
    (0.115, "0.0%", "11.5%"),
    (0.11, "0%_)", "11%"),
    (11, '0"%"', "11%"),
    (11, "0\\%", "11%"),
    (11, '0" %"', "11 %"),
    # what stands behind a number is its scale or its unit
    (1.5, '0.0"k"', "1.5k"),
    (1.5, "0.0\\k", "1.5k"),
    (1.5, '0.0" M"', "1.5 M"),
    (385, '0" Mio. €"', "385 Mio. €"),
    (150, '0" people"', "150 people"),
    # digits that the format hides and names
    (1500, '0.0,"k"', "1500"),
    (1500000, '0.0,,"M"', "1500000"),
    (1500000, '$0.0,,"M"', "$1500000"),
    (385000000, '0.0,,"M €"', "385000000 €"),
    (385000000, "0,,", "385000000"),
    (2500000, '[>=1000000]0.0,,"M";[>=1000]0.0,"k";0', "2500000"),
    (2500, '[>=1000000]0.0,,"M";[>=1000]0.0,"k";0', "2500"),
    (25, '[>=1000000]0.0,,"M";[>=1000]0.0,"k";0', "25"),
    # currencies
    (385, "[$€-407] #,##0", "€ 385"),
    (385, "#,##0 [$€-407]", "385 €"),
    (385, '"$"#,##0', "$385"),
    (385, '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_)', "$385"),
    (0, '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"??_)', "$0"),
    (385, "[$USD] #,##0", "USD 385"),
    (385, "[$kr-41D] 0", "kr 385"),
    # what stands before it
    (500, '">"0', ">500"),
    (500, '"~"0', "~500"),
    # digits in a pattern
    (202312, '0000"-"00', "2023-12"),
    (1234, "00000", "01234"),
    # words instead
    (0, '0;-0;"n/a"', "n/a"),
]


@pytest.mark.parametrize(("held", "number_format", "said"), DATES + NUMBERS)
def test_an_xlsx(held, number_format, said):
    assert read(xlsx(held, number_format)) == said


def test_a_word_that_does_not_fit_the_digits_that_are_hidden_is_asked_after():
    with pytest.raises(UnreadableWorkbook, match=r"cell B2 shows 1500 in units of 10\^3 .*“M”"):
        read(xlsx(1500, '0.0,"M"'))


@pytest.mark.parametrize("held", [1500, "", "x"])
def test_the_result_of_a_formula_counts_even_an_empty_one(held):
    data = with_cell(f'<c r="B2" t="str"><f\nca="1">IF(A2="",1,"")</f><v>{held}</v></c>')
    assert read(data) == str(held)


def test_without_a_result_it_is_refused():
    with pytest.raises(UnreadableWorkbook, match="cell B2 holds a formula that was never"):
        read(with_cell('<c r="B2"><f\n t="shared" si="0">A2</f></c>'))


def with_cell(xml):
    """An .xlsx whose cell B2 is the given XML."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx("HERE", "General"))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                before, found, after = content.decode().partition('<c r="B2"')
                assert found
                content = before + xml + after.partition("</c>")[2]
            new.writestr(name, content)
    return out.getvalue()


# --- the same in OpenDocument --------------------------------------------------------------------

MONTH_AND_YEAR = """
<number:date-style style:name="N1"><number:month number:textual="true"/><number:text> </number:text>
<number:year number:style="long"/></number:date-style>"""
DAY = """
<number:date-style style:name="N1"><number:year/><number:text>-</number:text><number:month/>
<number:text>-</number:text><number:day/></number:date-style>"""
IN_PERCENT = """
<number:percentage-style style:name="N1"><number:number number:min-integer-digits="1"/>
<number:text>%</number:text></number:percentage-style>"""
WORD = """
<number:number-style style:name="N1"><number:number number:min-integer-digits="1"/>
<number:text>k</number:text></number:number-style>"""
SCALED = """
<number:number-style style:name="N1"><number:number number:min-integer-digits="1"
number:display-factor="1000"/><number:text>k</number:text></number:number-style>"""
EUROS = """
<number:currency-style style:name="N1"><number:number number:min-integer-digits="1"/>
<number:text> Mio. </number:text><number:currency-symbol>€</number:currency-symbol>
</number:currency-style>"""
DATE = 'office:value-type="date" office:date-value="2023-12-01"'
NUMBER = 'office:value-type="float" office:value="1.5"'
SHARE = 'office:value-type="percentage" office:value="0.11"'
MONEY = 'office:value-type="currency" office:currency="EUR" office:value="385"'


@pytest.mark.parametrize(
    ("style", "cell", "said"),
    [
        (DAY, DATE, "2023-12-01"),
        (MONTH_AND_YEAR, DATE, "2023-12"),
        (IN_PERCENT, SHARE, "11%"),
        (WORD, NUMBER, "1.5k"),
        (SCALED, NUMBER.replace("1.5", "1500"), "1500"),
        (EUROS, MONEY, "EUR 385 Mio."),
        ("", MONEY, "EUR 385"),
        ("", DATE, "2023-12-01"),
        ("", SHARE, "11%"),
    ],
)
@pytest.mark.parametrize("where", ["cell", "column", "parent"])
def test_an_ods(style, cell, said, where):
    assert read(ods(style, cell, where), "book.ods") == said


def ods(style, cell, where):
    """An .ods with a cell of that style: its own, its column's, or what its own is made from."""
    styles = f"""{style}<style:style style:name="base" style:family="table-cell"
    style:data-style-name="N1"/><style:style style:name="made" style:family="table-cell"
    style:parent-style-name="base"/>"""
    column = "base" if where == "column" else "Default"
    own = {"cell": 'table:style-name="base"', "parent": 'table:style-name="made"'}.get(where, "")
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = (
        f'<table:table-column table:number-columns-repeated="2" '
        f'table:default-cell-style-name="{column}"/>'
        f"<table:table-row>{text.format('key')}{text.format('cell')}</table:table-row>"
        f"<table:table-row>{text.format('x')}<table:table-cell {own} {cell}/></table:table-row>"
    )
    content = f"""<office:document-content
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0">
    <office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>
    <table:table table:name="companies">{rows}</table:table></office:spreadsheet></office:body>
    </office:document-content>"""
    out = io.BytesIO()
    empty = as_bytes([sheet("companies", header=["key"])], "ods")
    with zipfile.ZipFile(io.BytesIO(empty)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == "content.xml" else old.read(name))
    return out.getvalue()
