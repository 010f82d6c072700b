"""A profile as a workbook, and the empty template."""

import pytest
from django.urls import reverse

from profiles.workbook.formats.reader import read_workbook
from tests.admin.workbook.workbooks import confirm, preview, text_of
from tests.factories import a_cited_profile

pytestmark = pytest.mark.django_db


def export(client, company, **query):
    page = reverse("admin:profiles_workbook_export", args=[company.pk])
    return client.get(page, query)


def test_a_profile_as_xlsx(as_user, rita):
    response = export(as_user(rita), a_cited_profile())
    assert response.headers["Content-Disposition"] == 'attachment; filename="acme.xlsx"'
    sheets = {sheet.name: sheet for sheet in read_workbook(response.content, "acme.xlsx")}
    assert sheets["companies"].rows[0].cells["headquarters"] == "Paris, France"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("form", ["xlsx", "ods", "zip"])
def test_what_was_exported_changes_nothing_when_it_comes_back(as_user, erin, form):
    client = as_user(erin)
    company = a_cited_profile()
    body = export(client, company, **{"as": form}).content
    before = company.history.count()
    address, token = preview(client, body, name=f"acme.{form}")
    assert "Nothing to do" in text_of(client.get(address))
    confirm(client, address, token)
    assert company.history.count() == before


@pytest.mark.parametrize("form", ["xlsx", "ods", "zip"])
def test_the_empty_workbook(as_user, erin, form):
    response = as_user(erin).get(reverse("admin:profiles_workbook_template", args=[form]))
    sheets = read_workbook(response.content, f"workbook.{form}")
    assert "companies" in {sheet.name for sheet in sheets}
    assert all(sheet.rows == [] for sheet in sheets)


def test_other_formats_are_not_found(as_user, erin):
    client = as_user(erin)
    assert export(client, a_cited_profile(), **{"as": "pdf"}).status_code == 404
    assert client.get("/admin/profiles/workbook/template.pdf").status_code == 404


def test_only_who_may_export(as_user, vic, client):
    company = a_cited_profile()
    assert export(as_user(vic), company).status_code == 403
    assert as_user(vic).get("/admin/profiles/workbook/template.xlsx").status_code == 403
    assert export(client, company).status_code == 302


def test_an_unknown_company_is_not_found(as_user, erin):
    unknown = "00000000-0000-0000-0000-000000000000"
    page = reverse("admin:profiles_workbook_export", args=[unknown])
    assert as_user(erin).get(page).status_code == 404
