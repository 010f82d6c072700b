"""No text that somebody wrote becomes a formula on somebody else's screen."""

import csv
import io
import zipfile

import openpyxl
import pytest

from profiles.facts import RECORD_TYPES, type_of
from profiles.models import Investment
from profiles.workbook.exporting.resources import ExportOnly, resource_for
from profiles.workbook.exporting.writer import as_bytes
from profiles.workbook.formats.reader import read_workbook
from tests.factories import a_body, a_company, a_person, a_round
from tests.workbook.books import sheet

DANGEROUS = ["=1+1", "==1+1", "+1", "-1", "@x", "'=1", "''=1"]


def written(text, form):
    return as_bytes([sheet("companies", {"key": "acme", "name": text})], form)


def csv_cells(data):
    text = zipfile.ZipFile(io.BytesIO(data)).read("companies.csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("text", DANGEROUS)
def test_in_xlsx_it_is_a_text(text):
    cell = openpyxl.load_workbook(io.BytesIO(written(text, "xlsx")))["companies"]["B2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


def test_in_xlsx_a_date_stays_as_it_is_written():
    cell = openpyxl.load_workbook(io.BytesIO(written("2023-04", "xlsx")))["companies"]["B2"]
    assert (cell.data_type, cell.value, cell.number_format) == ("s", "2023-04", "@")


@pytest.mark.parametrize("text", DANGEROUS)
def test_in_ods_it_is_a_text(text):
    content = zipfile.ZipFile(io.BytesIO(written(text, "ods"))).read("content.xml").decode()
    assert "formula" not in content.partition("<office:body>")[2]
    assert content.count('office:value-type="string"') == 4


@pytest.mark.parametrize("text", DANGEROUS)
def test_in_csv_it_begins_with_an_apostrophe(text):
    assert csv_cells(written(text, "zip"))[1][1] == f"'{text}"


@pytest.mark.parametrize("text", ["Acme", "'tis", "a=b", "2023-04", "(+1)"])
def test_other_texts_stay_as_they_are(text):
    assert csv_cells(written(text, "zip"))[1][1] == text


@pytest.mark.parametrize("text", DANGEROUS)
@pytest.mark.parametrize("form", ["xlsx", "ods", "zip"])
def test_it_comes_back_as_it_was(text, form):
    [only] = read_workbook(written(text, form), f"book.{form}")
    assert only.rows[0].cells["name"] == text


# --- django-import-export ---------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.sheet)
def test_every_record_type_has_a_flat_table(record_type):
    dataset = resource_for(record_type)().export()
    facts = [fact.name for fact in record_type.facts]
    assert dataset.headers[0] == "key"
    assert dataset.headers[-len(facts) :] == facts


@pytest.mark.django_db
def test_a_flat_table_names_records_by_key_and_guards_its_texts(erin):
    acme = a_company("acme", name="=1+1")
    row = resource_for(type_of("company"))().export().dict[0]
    assert (row["key"], row["name"]) == ("acme", "'=1+1")
    a_body(Investment, key="i", round=a_round(acme), investor=a_person("ann").record)
    row = resource_for(type_of("investment"))().export().dict[0]
    assert (row["round"], row["investor"]) == ("acme-series-a", "person/ann")


@pytest.mark.django_db
def test_a_flat_table_costs_the_same_for_any_number_of_rows(django_assert_num_queries):
    acme = a_company("acme")
    resource = resource_for(type_of("round"))()
    for number in range(5):
        a_round(acme, f"Series {number}")
    with django_assert_num_queries(1):
        resource.export()


@pytest.mark.django_db
def test_a_flat_table_cannot_be_imported():
    with pytest.raises(ExportOnly, match="Import through a workbook"):
        resource_for(type_of("company"))().import_data(None)
