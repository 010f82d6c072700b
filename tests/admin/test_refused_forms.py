"""A refused form begins with a summary: each error under the name people know, leading to it."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from profiles.models import Company
from tests.admin.forms import change_url, form_in, forms_in
from tests.factories import a_company, a_round, a_source, an_investment, cited

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(as_user, erin):
    return as_user(erin)


def summary(answer):
    """(words, id it leads to) of each line; every id is on the page, and it has the focus."""
    text = answer.content.decode()
    assert text.count("data-refused") == 1
    box = text[text.index("data-refused") :].partition("</div>")[0]
    start = text[: text.index("data-refused")].rpartition("<div")[2]
    assert 'role="alert"' in start
    assert 'tabindex="-1"' in start
    assert "autofocus" in start
    lines = []
    for item in re.findall(r"<li>(.*?)</li>", box, re.S):
        target = re.search(r'href="#([^"]+)"', item)
        if target:
            assert f'id="{target[1]}"' in text, target[1]
        lines.append((unescape(re.sub(r"<[^>]+>", "", item)), target[1] if target else ""))
    return lines


def test_fields_and_rows_of_a_record(desk):
    funding_round = a_round(a_company(), amount="EUR 5")
    an_investment(funding_round, a_company("fund"))
    page = change_url(funding_round)
    form = form_in(desk.get(page), "date", date="one day")
    amount = next(name for name in form if name.endswith("-0-amount"))
    answer = desk.post(page, form | {amount: "many"})
    assert "Please correct" not in answer.content.decode()
    first, second = summary(answer)
    assert first[0].startswith("Date: ")
    assert first[1] == "id_date"
    assert second[0].startswith("Investments, row 1: Own amount: Cannot read")
    assert second[1] == f"id_{amount}"


def test_a_new_record(desk):
    add = reverse("admin:profiles_company_add")
    answer = desk.post(add, form_in(desk.get(add), "name", founded="one day"))
    assert {target for _, target in summary(answer)} >= {"id_name", "id_founded"}


def test_what_two_editors_changed_leads_nowhere_and_is_said(desk):
    company = a_company(tagline="One")
    form = form_in(desk.get(change_url(company)), "name", tagline="Mine")
    Company.objects.get().save()
    Company.objects.filter(pk=company.pk).update(tagline="Theirs")
    lines = summary(desk.post(change_url(company), form))
    assert any("Theirs" in words for words, _ in lines)
    assert {target for _, target in lines} == {""}


def test_a_page_of_djangos_own(as_user, ada):
    desk = as_user(ada)
    group = reverse("admin:auth_group_add")
    assert summary(desk.post(group, {"name": ""})) == [("Name: This field is required.", "id_name")]


def test_the_page_of_a_fact(desk):
    company = cited(a_company(founded="2019"), "name", source=a_source())
    page = reverse("admin:profiles_fact", args=[company.pk, "founded"])
    form = next(form for form in forms_in(desk.get(page)) if form.get("fact_action") == "add")
    lines = summary(desk.post(page, form | {"value": "", "source": "", "status": "x"}))
    assert ("Value: This field is required.", "add-new-value") in lines
    assert any(target == "add-new-status" for _, target in lines)


def test_the_drawer(desk):
    company = cited(a_company(founded="2019"), "name", source=a_source())
    drawer = reverse("admin:profiles_fact", args=[company.pk, "founded"]) + "?drawer="
    form = next(
        form for form in forms_in(desk.get(drawer)) if form.get("fact_action") == "cite-value"
    )
    assert summary(desk.post(drawer, form | {"value": ""}))[0][1] == "cite-value-new-value"


@pytest.mark.parametrize(
    "name", ["admin:profiles_workbook_import", "admin:profiles_sources_import"]
)
def test_uploads(desk, name):
    page = reverse(name)
    form = form_in(desk.get(page), "csrfmiddlewaretoken")
    assert summary(desk.post(page, form | {"mode": "other"}))[0][1] == "id_file"
    file = SimpleUploadedFile("notes.xlsx", b"no such format")
    [(words, target)] = summary(desk.post(page, {**form, "mode": "propose", "file": file}))
    assert target == "id_file"
    assert words


def test_a_radio_is_led_to_by_its_first_button(desk):
    page = reverse("admin:profiles_workbook_import")
    lines = summary(desk.post(page, {"mode": "other"}))
    assert ("id_mode_0") in [target for _, target in lines]


def test_a_capture(desk):
    page = reverse("admin:profiles_capture_add") + f"?source={a_source().pk}"
    form = form_in(desk.get(page), "source", text="")
    assert ("Paste a text or choose a file: one of the two.", "") in summary(desk.post(page, form))


def test_a_sources_standing(desk):
    page = reverse("admin:profiles_source_retract", args=[a_source().pk])
    form = form_in(desk.get(page), "note", note="")
    assert summary(desk.post(page, form)) == [("Why: This field is required.", "id_note")]


def test_citing_many(desk):
    cited(a_company(founded="2019"), "name", source=a_source())
    page = reverse("admin:profiles_cite_many")
    form = form_in(desk.post(page, {"chosen": "company/acme#founded", "to": "describe"}), "source")
    wrong = form | {"source": "no-such-key", "to": "check"}
    [(words, target)] = summary(desk.post(page, wrong))
    assert (words[:9], target) == ("No source", "source")
    nothing = {"to": "check", "source": "gazette"}
    assert [target for _, target in summary(desk.post(page, nothing))] == ["paste"]


def test_submitting(desk):
    company = a_company()
    page = reverse("admin:profiles_submission_new", args=[company.pk])
    answer = desk.post(page, {"note": ""})
    assert answer.status_code == 409
    assert [target for _, target in summary(answer)] == ["note"]


def test_a_form_that_holds_has_no_summary(desk):
    page = desk.get(change_url(a_company())).content.decode()
    assert "data-refused" not in page
