"""BibTeX of others, as a table: what an entry says, and what is read of it."""

import pytest

from profiles.exchange.formats import FORMATS, read_file

YEARS_WITHOUT_DATE = ["n.d.", "in press", "forthcoming", "s.d.", "o.J."]


def entry_of(fields: str, before: str = ""):
    reading = read_file(f"{before}\n@misc{{x, title={{T}}, {fields}}}".encode())
    assert reading.problems == []
    return reading.entries[-1]


@pytest.mark.parametrize(
    ("fields", "edtf"),
    [
        ("date = {2004-06~/2004-08?}", "2004-06~/2004-08?"),
        ("date = {1999~}", "1999~"),
        ("date = {2004-06/}", "2004-06/.."),
        ("date = {../2004-06}", "../2004-06"),
        ("date = {2023-00-00}", "2023"),
        ("date = {1999-XX-XX}", "1999"),
        ("date = {2023-04-12T10:00:00Z}", "2023-04-12"),
        ("year = {c.~2013}", "2013~"),
        ("year = {c. 2013}, month = may", "2013-05~"),
        (r"year = {$\sim$2013}", "2013~"),
        ("year = {2013?}, month = 5", "2013-05?"),
        ("year = {2010--2012}", "2010/2012"),
        ("year = 2013, month = {March 7}", "2013-03-07"),
        ("year = 2013, month = {7 March}", "2013-03-07"),
        ("year = 2013, month = {March 7--9}", "2013-03-07/2013-03-09"),
        ("year = 2013, month = {28 Feb -- 3 Mar}", "2013-02-28/2013-03-03"),
        ('year = 2013, month = "23--27~" # may', "2013-05-23/2013-05-27"),
        ('year = 2013, month = "10~" # jan', "2013-01-10"),
        ('year = 2013, month = sep # "/" # oct', "2013-09/2013-10"),
        ("year = 2013, month = {Sep--Oct}", "2013-09/2013-10"),
        ("year = 2013, month = {9-10}", "2013-09/2013-10"),
        ("year = 2013, month = May, day = {7th}", "2013-05-07"),
        ("year = 2013, month = may, day = {23--27}", "2013-05-23/2013-05-27"),
        ("year = 2023, month = 14", "2023-22"),
        ("year = 2026, month = 22", "2026-22"),
        ("year = 2026, month = {Summer}", "2026-22"),
        ("date = {2026-22}", "2026-22"),
    ],
)  # fmt: skip
def test_dates(fields, edtf):
    from profiles.exchange.statements.dates import as_edtf

    entry = entry_of(fields)
    assert entry.get("published") == as_edtf(edtf)
    assert entry.remarks == ()


@pytest.mark.parametrize("year", YEARS_WITHOUT_DATE)
def test_a_year_that_is_none_is_warned_of(year):
    entry = entry_of(f"year = {{{year}}}")
    assert "published" not in entry.values
    assert entry.remarks == (f"year: “{year}” is no date, so the source gets none.",)


@pytest.mark.parametrize(
    ("fields", "edtf", "remark"),
    [
        ("year = {2013a}", "2013", "year: “2013a” was read as 2013."),
        ("year = {[2013]}", "2013", "year: “[2013]” was read as 2013."),
        ("year = 2013, day = 3", "2013", "day: “3” has no month and was left out."),
        ("month = may", "", "month: “May” has no year and was left out."),
        ("date = 2024, year = 2023", "2024", "year: it says 2023, and the date 2024."),
    ],
)
def test_what_is_read_otherwise_than_it_stands_is_said(fields, edtf, remark):
    entry = entry_of(fields)
    assert entry.get("published") == edtf
    assert entry.remarks[0].startswith(remark)


@pytest.mark.parametrize(
    ("author", "read", "again"),
    [
        ("{Barnes and Noble, Inc.}", "Barnes and Noble, Inc.", None),
        ("{European Commission} and {Acme, SAS}", "European Commission; Acme, SAS", None),
        ("{Dept of Commerce, Bureau}", "{Dept of Commerce, Bureau}", None),
        ("{The {ABC} and {XYZ} Group}", "The ABC and XYZ Group", "{The ABC and XYZ Group}"),
        ("{{Triple, LLC}}", "Triple, LLC", "{Triple, LLC}"),
        ("Noble, {Inc.}", "Noble, Inc.", "{Noble, Inc.}"),
        ("Doe, Jane and others", "Doe, Jane; et al.", None),
        ("Doe, Jane and {others}", "Doe, Jane; {others}", None),
        ("de la Cruz, Jr., Maria", "de la Cruz, Maria, Jr.", None),
        ("Microsoft Corporation", "Microsoft Corporation", "{Microsoft Corporation}"),
        (r"Erd{\H{o}}s, P\'al", "Erdős, Pál", "Erdős, Pál"),
        ("Doe, J. AND Roe, R.", "Doe, J.; Roe, R.", "Doe, J. and Roe, R."),
        ("Doe, J.; Roe, R.", "Doe, J.; Roe, R.", "Doe, J. and Roe, R."),
    ],
)
def test_authors_keep_their_form(author, read, again):
    entry = entry_of(f"author = {{{author}}}")
    assert entry.get("author") == read
    assert f"author = {{{again or author}}}" in FORMATS["bibtex"].write([entry])


@pytest.mark.parametrize(
    ("fields", "column", "text"),
    [
        ('note = "T" # " continued"', "note", "T continued"),
        ('journal = tc # " Europe"', "publisher", "TechCrunch Europe"),
        ("journal = TC", "publisher", "TechCrunch"),
        (r"url = {\url{https://a.example/b_c%20d}}", "url", "https://a.example/b_c%20d"),
        (r"url = {\href{https://a.example/b}{here}}", "url", "https://a.example/b"),
        (r"howpublished = {\url{https://a.example/b}}", "url", "https://a.example/b"),
        (r"note = {See \href{https://a.example/b\_c}{this}}", "note", "See this (https://a.example/b_c)"),
        (r"note = {\pounds5 and \euro{}6}", "note", "£5 and €6"),
        ("doi = {10.1000/xyz123}", "url", "https://doi.org/10.1000/xyz123"),
        (r"doi = {https://doi.org/10.1000/a\_b}", "url", "https://doi.org/10.1000/a_b"),
    ],
)  # fmt: skip
def test_fields(fields, column, text):
    entry = entry_of(fields, before='@string{tc = "TechCrunch"}')
    assert entry.get(column) == text
    assert (entry.left_out, entry.remarks) == ((), ())


def test_what_is_not_kept_is_named():
    entry = entry_of(r"journal = nature, publisher = {Springer}, note = {a \foo b}, doi = {x}")
    assert entry.get("publisher") == "Springer"
    assert set(entry.left_out) == {"journal", "doi"}
    assert any("“nature” is no @string" in remark for remark in entry.remarks)
    assert any("\\foo" in remark for remark in entry.remarks)


def test_a_part_takes_over_what_its_whole_says():
    whole = "@book{w, title={Whole}, publisher={P}, year=2013, url={https://a.example/w}}\n"
    entry = entry_of("crossref = {W}", before=whole)
    assert entry.values == {
        "key": "x", "title": "T", "publisher": "P", "published": "2013",
    }  # fmt: skip
    assert entry.left_out == ()
    (remark,) = entry_of("crossref = {nowhere}").remarks
    assert "“nowhere” is no entry" in remark


def test_entries_that_name_each_other_end():
    text = b"@a{x, title={X}, crossref={y}}\n@a{y, title={Y}, crossref={x}, year=2013}"
    assert [each.get("published") for each in read_file(text).entries] == ["2013", "2013"]


def test_a_broken_entry_is_named_by_key_and_line():
    reading = read_file(b"\n@misc{a,title={Open {brace}, year={2020}}\n@misc{b,title={Fine}}")
    assert str(reading.problems[0]).startswith("Entry 1 (a), line 2: This is no whole entry.")
    assert [(each.name, each.line) for each in reading.entries] == [("b", 3)]
    (twice,) = read_file(b"@misc{a,title={A},title={B}}").problems
    assert twice.message.startswith("This field stands here twice: title.")
