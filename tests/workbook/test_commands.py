"""The two commands, as somebody at a terminal uses them."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from profiles.models import Claim, Company, Record
from profiles.workbook.columns import SHEETS
from profiles.workbook.formats.reader import read_folder, read_workbook
from tests.factories import a_company, a_source, cited, person
from tests.workbook.books import everything

pytestmark = pytest.mark.django_db

FIXTURE = Path(__file__).parents[2] / "fixtures" / "mistral-ai"


@pytest.fixture
def companies(tmp_path):
    file = tmp_path / "companies.csv"
    file.write_text("key,name,founded\nacme,Acme,2021\n")
    return file


def run(*arguments, **options):
    out, err = StringIO(), StringIO()
    try:
        call_command(*map(str, arguments), stdout=out, stderr=err, **options)
    except CommandError as error:
        return f"{out.getvalue()}{err.getvalue()}{error}"
    return out.getvalue()


def test_a_file_is_imported_by_the_only_superuser(ada, companies):
    said = run("import_workbook", companies)
    assert "companies: 1 new, 0 changed, 0 unchanged, 0 proposed" in said
    assert "Rows: 1 new" in said
    assert Company.history.get().history_user == ada


def test_a_folder_is_imported_by_the_command(erin):
    run("import_workbook", FIXTURE, "--user", "erin")
    assert Record.objects.count() > 100


def test_a_dry_run_says_what_would_happen_and_writes_nothing(companies):
    before = everything()
    said = run("import_workbook", companies, "--dry-run")
    assert "companies 2 acme: create Acme new company" in said
    assert "dry run: nothing was written" in said
    assert everything() == before


def test_problems_are_told_with_their_places(erin, companies):
    companies.write_text("key,name,founded\nacme,Acme,soon\n")
    before = everything()
    said = run("import_workbook", companies, "--user", "erin")
    assert "companies, row 2, founded: Cannot read “soon” as a date" in said
    assert "Nothing was written" in said
    assert everything() == before


def test_somebody_must_sign(companies):
    assert "--user NAME" in run("import_workbook", companies)
    assert "no user “nobody”" in run("import_workbook", companies, "--user", "nobody")
    assert not Company.objects.exists()


def test_with_two_superusers_one_must_be_named(ada, companies):
    erin = person("erin")
    erin.is_superuser = True
    erin.save()
    assert "--user NAME" in run("import_workbook", companies)


@pytest.mark.parametrize(
    ("mode", "outcome"), [("--propose", ("2020", "open")), ("--accept", ("2021", "accepted"))]
)
def test_a_differing_value_is_proposed_or_accepted(erin, companies, mode, outcome):
    cited(a_company("acme", founded="2020"), "founded")
    a_source("herald")
    run("import_workbook", companies, mode, "--source", "herald", "--user", "erin")
    claim = Claim.objects.get(value="2021")
    assert (Company.objects.get().founded, claim.decision) == outcome


def test_a_file_that_is_not_there(tmp_path, erin):
    assert "cannot be read" in run("import_workbook", tmp_path / "no.xlsx", "--user", "erin")


def test_a_file_that_is_no_workbook(tmp_path, erin):
    (tmp_path / "page.pdf").write_bytes(b"%PDF")
    assert "is no workbook" in run("import_workbook", tmp_path / "page.pdf", "--user", "erin")


@pytest.mark.parametrize("ending", [".xlsx", ".ods", ".zip"])
def test_the_ending_says_the_format(tmp_path, ending):
    a_company("acme")
    file = tmp_path / f"book{ending}"
    assert "Wrote 1 profile to" in run("export_workbook", "acme", file)
    sheets = {sheet.name for sheet in read_workbook(file.read_bytes(), file.name) if sheet.rows}
    assert sheets == {"companies"}


def test_a_folder_gets_a_file_per_sheet_that_has_rows(tmp_path):
    a_company("acme")
    run("export_workbook", "acme", f"{tmp_path}/book/")
    assert [sheet.name for sheet in read_folder(tmp_path / "book")] == ["companies"]


def test_nothing_is_overwritten_unasked(tmp_path):
    a_company("acme")
    file = tmp_path / "book.xlsx"
    file.write_bytes(b"precious")
    assert "--force" in run("export_workbook", "acme", file)
    assert file.read_bytes() == b"precious"
    run("export_workbook", "acme", file, "--force")
    assert file.read_bytes() != b"precious"


def test_an_unknown_company_or_ending(tmp_path):
    a_company("acme")
    assert "Did you mean “acme”" in run("export_workbook", "acne", tmp_path / "book.xlsx")
    assert "end it with .xlsx" in run("export_workbook", "acme", tmp_path / "book.doc")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".xlsx", ".ods", ".zip"])
def test_without_a_company_it_is_the_empty_workbook_with_its_guide(tmp_path, ending):
    file = tmp_path / f"book{ending}"
    assert "Wrote an empty workbook to" in run("export_workbook", file)
    sheets = {sheet.name: sheet for sheet in read_workbook(file.read_bytes(), file.name)}
    assert set(sheets) == set(SHEETS), "the guide is left out when it is read again"
    assert not any(sheet.rows for sheet in sheets.values())


def test_a_forgotten_file_is_not_taken_for_an_empty_workbook(tmp_path):
    assert "end it with .xlsx" in run("export_workbook", "acme")


def test_sheets_without_rows_are_not_counted(ada, tmp_path):
    file = tmp_path / "book.xlsx"
    run("export_workbook", file)
    said = run("import_workbook", file, "--dry-run")
    assert "companies:" not in said
    assert "Nothing to do" in said
