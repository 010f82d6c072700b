"""A cell that holds a sign for nothing is asked after; a text that is one goes round."""

import pytest

from profiles.models import Company
from profiles.workbook.applying.apply import import_workbook
from profiles.workbook.exporting.profiles import export_profiles
from profiles.workbook.exporting.writer import as_bytes
from profiles.workbook.formats.reader import read_workbook
from profiles.workbook.planning.plan import make_plan
from tests.factories import a_company, edit
from tests.workbook.books import ACME, book

pytestmark = pytest.mark.django_db

SIGNS = ["-", "—", "...", "NULL", "#N/A", "N/A", "n/a", "NaN", "NA", "#REF!", "?"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("column", ["tagline", "founded", "headcount", "total_funding", "name"])
def test_it_is_asked_after_wherever_it_stands(sign, column):
    problems = make_plan(book(companies=[ACME | {column: sign}])).problems
    place, message = problems[0][:3], problems[0].message
    assert place == ("companies", 2, column)
    assert message.startswith(f"“{sign}” is what stands where there is nothing.")


@pytest.mark.parametrize("text", ["None", "Unknown", "-1", "A-", "N/A or not", "NULL Ltd", "'-"])
def test_other_text_is_text(text):
    assert make_plan(book(companies=[ACME | {"tagline": text}])).problems == []


def test_namibia():
    row = ACME | {"headquarters": "Windhoek", "country": "NA"}
    assert make_plan(book(companies=[row])).problems == []


@pytest.mark.parametrize("form", ["xlsx", "ods", "zip"])
@pytest.mark.parametrize("text", [*SIGNS, "'-", "''NULL"])
def test_a_text_that_is_one_goes_round(text, form, erin):
    company = a_company(tagline=text)
    sheets = read_workbook(as_bytes(export_profiles(["acme"]), form), f"book.{form}")
    plan = make_plan(sheets)
    assert (plan.problems, plan.changes) == ([], [])
    edit(company, tagline="other")
    import_workbook(sheets, by=erin)
    assert Company.objects.get().tagline == text


@pytest.mark.parametrize("text", ["Tools\u00a0for all", "Tools for\u200b all", "Tools  for all"])
def test_what_no_reader_could_tell_apart_is_no_change(text):
    a_company(tagline="Tools for all")
    assert make_plan(book(companies=[ACME | {"tagline": text}])).changes == []
    [change] = make_plan(book(companies=[ACME | {"tagline": "Tools for\nall"}])).changes
    assert change.column == "tagline"
