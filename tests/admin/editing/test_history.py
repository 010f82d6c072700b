"""Edit history: who, why, what; written only when something changed; and never a back door."""

import pytest
from django.conf import settings
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin

from profiles.models import Company, Name
from tests.admin.forms import change_url, form_in
from tests.factories import a_body, a_company, a_person, a_release, a_role, a_source, edit

pytestmark = pytest.mark.django_db


def version_page(row, number=0):
    edit_row = row.history.order_by("history_id")[number]
    return reverse(
        f"admin:profiles_{row._meta.model_name}_simple_history", args=[row.pk, edit_row.pk]
    )


def test_an_edit_carries_its_editor_and_their_reason(as_user, erin, emil):
    company = a_company(by=emil)
    page = as_user(erin).get(change_url(company))
    form = form_in(page, "tagline", tagline="New", edit_reason="Said so at the fair")
    as_user(erin).post(change_url(company), form)
    newest = Company.history.first()
    assert (newest.history_user, newest.history_change_reason) == (erin, "Said so at the fair")


def test_the_reason_of_one_edit_does_not_stick_to_the_next(as_user, erin):
    company = a_company()
    for tagline, reason in (("One", "Because"), ("Two", "")):
        page = as_user(erin).get(change_url(company))
        form = form_in(page, "tagline", tagline=tagline, edit_reason=reason)
        as_user(erin).post(change_url(company), form)
    assert not Company.history.first().history_change_reason


@pytest.mark.parametrize("make", [lambda: a_company(founded="2019-04"), a_source])
def test_saving_what_was_not_changed_writes_nothing(as_user, erin, make):
    row = make()
    before = row.history.count()
    page = as_user(erin).get(change_url(row))
    form = form_in(page, "edit_reason", edit_reason="Just looking")
    assert as_user(erin).post(change_url(row), form).status_code == 302
    assert row.history.count() == before


def test_the_stock_admin_would_write_a_row_for_nothing(rf_save, erin):
    """The negative control of the test above."""
    company = a_company()
    rf_save(admin.ModelAdmin, company, erin, {"name": company.name, "form": "company"})
    assert company.history.count() == 2


def test_writing_a_value_another_way_is_no_change(as_user, erin):
    company = a_company(founded="2019-04", headcount="100")
    page = as_user(erin).get(change_url(company))
    form = form_in(page, "founded", founded="April 2019", headcount="100 people")
    assert as_user(erin).post(change_url(company), form).status_code == 302
    assert company.history.count() == 1


def test_an_edit_of_an_inline_row_writes_no_row_for_its_parent(as_user, erin):
    company = a_company()
    name = a_body(Name, subject=company.record, name="Akme")
    page = as_user(erin).get(change_url(company))
    as_user(erin).post(change_url(company), form_in(page, "names-0-name", names__0__name="Ackme"))
    assert name.history.count() == 2
    assert company.history.count() == 1


@pytest.mark.parametrize("who", ["rita", "erin", "ada"])
def test_the_page_of_a_version_only_shows(as_user, request, who):
    company = a_company(tagline="Old words")
    edit(company, tagline="New words")
    client = as_user(request.getfixturevalue(who))
    shown = client.get(version_page(company))
    assert "Old words" in shown.content.decode()
    assert 'name="tagline"' not in shown.content.decode()

    form = {"name": "Mine", "form": "company", "tagline": "Mine", "_save": "Revert"}
    assert client.post(version_page(company), form).status_code == 405
    assert Company.objects.get().tagline == "New words"
    assert company.history.count() == 2


def test_who_may_not_view_a_record_may_not_view_its_past(as_user, vic):
    company = a_company()
    assert as_user(vic).get(version_page(company)).status_code == 403
    assert as_user(vic).get(change_url(company, "history")).status_code == 403
    assert as_user(vic).post(version_page(company), {"name": "Mine"}).status_code in (403, 405)
    assert Company.objects.get().name == "Acme"


def test_the_stock_history_page_would_let_a_viewer_overwrite(rf_save, rita):
    """The negative control: simple-history's own page saves for whoever may view."""
    assert settings.SIMPLE_HISTORY_REVERT_DISABLED  # hides the button, and closes nothing
    company = a_company()
    data = {"name": "Mine", "form": "company"}
    rf_save(SimpleHistoryAdmin, company, rita, data, version=company.history.first().pk)
    assert Company.objects.get().name == "Mine"


@pytest.fixture
def rf_save():
    """Post to a stock admin class, past our own."""

    def save(base, row, user, data, version=None):
        stock = type("Stock", (base,), {"fields": list(data)})(type(row), admin.site)
        request = RequestFactory().post("/", data)
        request.user, request._dont_enforce_csrf_checks = user, True
        request.session, request._messages = {}, type("No", (), {"add": lambda *a, **k: None})()
        if version:
            return stock.history_form_view(request, str(row.pk), str(version))
        return stock.changeform_view(request, str(row.pk))

    return save


def test_the_list_says_who_changed_what_and_why_on_every_row(as_user, erin, monkeypatch):
    from profiles.admin.editing.history import SafeHistoryAdmin

    company = a_company(tagline="Zero")
    for word in ("One", "Two", "Three"):
        edit(company, tagline=word)
    monkeypatch.setattr(SafeHistoryAdmin, "history_list_per_page", 2)
    text = as_user(erin).get(change_url(company, "history")).content.decode()
    assert "Erin" in text
    assert text.index("Two") < text.index("Three")
    assert ">One</del>" in text  # the page's last row, compared with the next page's first


def test_hostile_history_is_shown_as_text(as_user, erin):
    company = a_company(name="<script>alert(1)</script>")
    edit(company, name="<img src=x onerror=alert(1)>")
    for address in (change_url(company, "history"), version_page(company), change_url(company)):
        text = as_user(erin).get(address).content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_the_history_of_a_deleted_record_stays_readable(as_user, ada):
    company = a_company(tagline="Old words")
    as_user(ada).post(change_url(company, "delete"), {"post": "yes"})
    assert "Deleted" in as_user(ada).get(change_url(company, "history")).content.decode()
    assert "Old words" in as_user(ada).get(version_page(company)).content.decode()


def test_no_page_of_the_desk_holds_inline_script_or_style(as_user, ada):
    company = a_release().profile.company
    pages = [
        change_url(company),
        change_url(company, "history"),
        version_page(company),
        change_url(company, "delete"),
        reverse("admin:profiles_fact", args=[company.pk, "name"]),
        reverse("admin:profiles_company_changelist"),
        reverse("admin:profiles_company_export"),
        change_url(a_source()),
    ]
    for address in pages:
        answer = as_user(ada).get(address)
        text = answer.content.decode()
        assert answer.status_code == 200, address
        assert "<style" not in text, address
        assert " style=" not in text, address
        assert " onclick=" not in text, address
        assert "<script>" not in text, address
        assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_the_history_of_what_went_with_a_deleted_company_stays_readable_too(as_user, ada):
    company = a_company()
    role = a_role(company, a_person())
    as_user(ada).post(change_url(company, "delete"), {"post": "yes"})
    for address in (change_url(role, "history"), version_page(role)):
        answer = as_user(ada).get(address)
        assert answer.status_code == 200
        assert "deleted" in answer.content.decode().lower()
