"""The desk's page of facts in trouble, and the same as a table to take away."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories import a_cited_profile, a_claim, a_round, edit

pytestmark = pytest.mark.django_db

PAGE = reverse("admin:profiles_reports")
HOSTILE = '=HYPERLINK("https://evil.example","<script>")'


def export(form: str) -> str:
    return reverse("admin:profiles_reports_export", args=[form])


@pytest.fixture
def acme():
    """With one contested and one uncited fact; the others rest on one source without a quote."""
    company = edit(a_cited_profile("acme"), tagline="Anvils")
    a_claim(company, "founded", "2018")
    return company


@pytest.fixture
def brik():
    return edit(a_cited_profile("brik"), tagline="Bricks")


def text_of(client, **query):
    return client.get(PAGE, query).content.decode()


def rows_of(client, **query):
    text = client.get(export("csv"), query).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_every_row_links_to_its_fact(as_user, rita, acme):
    text = text_of(as_user(rita), trouble="uncited")
    assert "No source is cited for it." in text
    assert reverse("admin:profiles_fact", args=[acme.pk, "tagline"]) in text
    assert reverse("admin:profiles_fact", args=[acme.pk, "founded"]) not in text


def test_links_filter_and_say_how_many_rows_they_lead_to(as_user, rita, acme, brik):
    text = text_of(as_user(rita), trouble="uncited")
    assert '<a href="?trouble=uncited" aria-current="true">Uncited <span class="soft">2<' in text
    assert '<a href="?trouble=contested">Contested <span class="soft">1<' in text
    assert '<a href="?trouble=uncited&amp;profile=brik">Brik <span class="soft">1<' in text
    both = text_of(as_user(rita), trouble="uncited", profile="brik")
    assert "1 row<" in both
    assert "Bricks" in both
    assert "Anvils" not in both
    assert '<a href="?trouble=contested&amp;profile=brik">Contested <span class="soft">0<' in both


@pytest.mark.parametrize("query", [{"trouble": "gossip"}, {"page": "99"}, {"page": "x"}])
def test_what_is_no_filter_is_ignored(as_user, rita, acme, query):
    assert "Anvils" in text_of(as_user(rita), **query)


def test_a_profile_that_there_is_not_has_no_rows(as_user, rita, acme):
    text = text_of(as_user(rita), profile='"><script>')
    assert "No fact is in this trouble." in text
    assert '"><script>' not in text


def test_rows_are_paged(as_user, rita, acme, monkeypatch):
    monkeypatch.setattr("profiles.admin.desk.reports.PAGE_SIZE", 4)
    first = text_of(as_user(rita), profile="acme")
    assert first.count('class="badge quiet"') == 4
    assert '<a href="?page=2&amp;profile=acme">Next</a>' in first
    assert '<a href="?page=1&amp;profile=acme">Previous</a>' in text_of(
        as_user(rita), profile="acme", page="2"
    )


def test_the_export_has_the_filtered_rows(as_user, rita, acme, brik):
    [row] = rows_of(as_user(rita), trouble="uncited", profile="acme")
    assert row == {
        "Trouble": "Uncited",
        "Profile": "acme",
        "Record": "company/acme",
        "Name": "Acme",
        "Fact": "tagline",
        "Value": "Anvils",
        "Why": "No source is cited for it.",
    }
    assert {row["Profile"] for row in rows_of(as_user(rita))} == {"acme", "brik"}
    assert f"{export('xlsx')}?trouble=uncited" in text_of(as_user(rita), trouble="uncited")


def test_no_formula_and_no_script_comes_to_life(as_user, rita, acme):
    edit(acme, tagline=HOSTILE)
    client = as_user(rita)
    [row] = rows_of(client, trouble="uncited")
    assert row["Value"] == f"'{HOSTILE}"
    answer = client.get(export("xlsx"), {"trouble": "uncited"})
    assert 'filename="report.xlsx"' in answer["Content-Disposition"]
    sheet = load_workbook(io.BytesIO(answer.content))["report"]
    cell = sheet.cell(2, [each.value for each in sheet[1]].index("Value") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (HOSTILE, "s", True)
    text = text_of(client, trouble="uncited")
    assert "&lt;script&gt;" in text
    assert '"<script>"' not in text


def test_only_who_may_view_companies_sees_reports(as_user, vic, rita, acme):
    for page in (PAGE, export("csv"), export("xlsx")):
        assert as_user(vic).get(page).status_code == 403
        assert as_user(rita).get(page).status_code == 200
        assert as_user(rita).post(page).status_code == 405
    assert PAGE not in as_user(vic).get(reverse("admin:index")).content.decode()
    assert (
        f'<a href="{PAGE}">Reports</a>'
        in as_user(rita).get(reverse("admin:index")).content.decode()
    )


@pytest.mark.parametrize("form", ["ods", "exe", "xlsx.zip"])
def test_there_is_no_other_format(as_user, rita, form):
    assert as_user(rita).get(export(form)).status_code == 404


@pytest.mark.parametrize("page", [PAGE, export("csv")])
def test_the_number_of_queries_does_not_grow_with_the_facts(as_user, rita, acme, page):
    client = as_user(rita)
    a_round(acme, "Round 0")
    client.get(page)
    kept = queries(client, page)
    edit(acme, tagline="Better anvils")
    made = queries(client, page)
    for number in range(1, 6):
        a_round(acme, f"Round {number}")
    assert queries(client, page) == made > kept
    assert queries(client, page) == kept


@pytest.mark.parametrize("page", [PAGE, export("csv")])
def test_what_is_kept_takes_as_many_queries_for_twelve_profiles_as_for_three(as_user, rita, page):
    client = as_user(rita)
    for number in range(3):
        edit(a_cited_profile(f"company-{number}"), tagline="Anvils")
    client.get(page)
    few = queries(client, page)
    for number in range(3, 12):
        edit(a_cited_profile(f"company-{number}"), tagline="Anvils")
    assert queries(client, page) > few + 9 * 5
    assert queries(client, page) == few


def test_the_page_and_the_export_show_a_change_at_once(as_user, rita, acme):
    client = as_user(rita)
    assert "Anvils" in text_of(client, trouble="uncited")
    edit(acme, tagline="Better anvils")
    assert "Better anvils" in text_of(client, trouble="uncited")
    edit(acme, tagline="The best anvils")
    assert [row["Value"] for row in rows_of(client, trouble="uncited")] == ["The best anvils"]


class TestCountingInSteps:
    @pytest.fixture(autouse=True)
    def corp(self, acme, brik, monkeypatch):
        monkeypatch.setattr("profiles.admin.desk.reports.AT_ONCE", 2)
        return edit(a_cited_profile("corp"), tagline="Corps")

    def test_a_part_says_that_it_is_one_until_all_are_counted(self, as_user, rita):
        client = as_user(rita)
        part = text_of(client, trouble="uncited")
        assert "Counted so far: 2 of 3 profiles." in part
        assert "2 rows so far<" in part
        assert 'Uncited <span class="soft">2 so far<' in part
        assert 'Every profile <span class="soft">2 so far<' in part
        assert 'Brik <span class="soft">1<' in part
        assert 'Corp <span class="soft">not counted yet<' in part
        [go_on] = re.findall(r'<a href="([^"]*)"[^>]*>Go on<', part)
        whole = client.get(f"{PAGE}{go_on}").content.decode()
        assert "so far" not in whole
        assert "not counted yet" not in whole
        assert "3 rows<" in whole
        assert 'Corp <span class="soft">1<' in whole

    def test_nothing_found_so_far_is_not_nothing(self, as_user, rita):
        client = as_user(rita)
        assert "No fact is in this trouble so far." in text_of(client, trouble="drifted")
        assert "No fact is in this trouble." in text_of(client, trouble="drifted")

    def test_the_profile_that_is_asked_for_is_counted_first_and_whole(self, as_user, rita):
        part = text_of(as_user(rita), trouble="uncited", profile="corp")
        assert "Counted so far: 2 of 3 profiles." in part
        assert "1 row<" in part
        assert "Corps" in part
        assert 'Uncited <span class="soft">1<' in part
        assert 'Every profile <span class="soft">2 so far<' in part
        assert 'Brik <span class="soft">not counted yet<' in part

    def test_an_export_is_never_a_part(self, as_user, rita):
        client = as_user(rita)
        assert {row["Profile"] for row in rows_of(client)} == {"acme", "brik", "corp"}
        assert "so far" not in text_of(client)


def queries(client, page):
    with CaptureQueriesContext(connection) as asked:
        client.get(page)
    return len(asked)
