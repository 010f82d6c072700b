"""Two editors at one record: the second is told, and nobody's work is lost."""

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.test import RequestFactory

from profiles.models import Company, FundingRound, Investment, Link, Name, Source
from tests.admin.forms import change_url, form_in
from tests.factories import a_body, a_company, a_round, a_source, an_investment, edit

pytestmark = pytest.mark.django_db


def test_the_second_save_is_refused_and_names_the_first_editor(as_user, erin, emil):
    company = a_company(tagline="Old words")
    page = as_user(erin).get(change_url(company))
    edit(Company.objects.get(pk=company.pk), by=emil, tagline="Emil's words")

    form = form_in(page, "tagline", tagline="Erin's words")
    answer = as_user(erin).post(change_url(company), form)

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Emil changed this on" in text
    assert "Tagline: saved now is “Emil&#x27;s words”" in text
    assert form_in(answer, "tagline")["tagline"] == "Erin's words"
    assert Company.objects.get(pk=company.pk).tagline == "Emil's words"


def test_the_same_post_to_the_stock_admin_would_win_silently(as_user, erin, emil):
    """The negative control: without the lock the first editor's words are gone."""
    company = a_company(tagline="Old words")
    edit(Company.objects.get(pk=company.pk), by=emil, tagline="Emil's words")
    stock = type("Stock", (admin.ModelAdmin,), {"fields": ["name", "form", "tagline"]})
    data = {"name": company.name, "form": "company", "tagline": "Erin's words"}
    request = RequestFactory().post("/", data)
    request.user, request._dont_enforce_csrf_checks = erin, True
    request.session, request._messages = {}, type("No", (), {"add": lambda *a, **k: None})()

    answer = stock(Company, admin.site).changeform_view(request, str(company.pk))

    assert answer.status_code == 302
    assert Company.objects.get(pk=company.pk).tagline == "Erin's words"


def test_after_looking_it_over_the_second_editor_saves_again_and_undoes_nothing_else(
    as_user, erin, emil
):
    company = a_company(tagline="Old words", headquarters="Lyon")
    page = as_user(erin).get(change_url(company))
    edit(Company.objects.get(pk=company.pk), by=emil, headquarters="Paris")

    refused = as_user(erin).post(change_url(company), form_in(page, "tagline", tagline="New"))
    again = form_in(refused, "tagline")

    assert again["headquarters"] == "Paris"
    assert as_user(erin).post(change_url(company), again).status_code == 302
    saved = Company.objects.get(pk=company.pk)
    assert (saved.tagline, saved.headquarters) == ("New", "Paris")


def test_a_third_change_in_between_is_refused_again(as_user, erin, emil):
    company = a_company()
    page = as_user(erin).get(change_url(company))
    edit(Company.objects.get(pk=company.pk), by=emil, tagline="One")
    refused = as_user(erin).post(change_url(company), form_in(page, "tagline", tagline="Mine"))
    edit(Company.objects.get(pk=company.pk), by=emil, tagline="Two")

    refused = as_user(erin).post(change_url(company), form_in(refused, "tagline"))

    assert refused.status_code == 200
    assert Company.objects.get(pk=company.pk).tagline == "Two"


@pytest.mark.parametrize("version", ["", "0", "words"])
def test_a_form_without_a_sound_version_saves_nothing(as_user, erin, version):
    company = a_company(tagline="Old words")
    page = as_user(erin).get(change_url(company))
    form = form_in(page, "tagline", tagline="New words", version=version)

    assert as_user(erin).post(change_url(company), form).status_code == 200
    assert Company.objects.get(pk=company.pk).tagline == "Old words"


def test_who_changed_nothing_is_not_in_anybodys_way(as_user, erin, emil):
    company = a_company(tagline="Old words")
    page = as_user(erin).get(change_url(company))
    edit(Company.objects.get(pk=company.pk), by=emil, tagline="Emil's words")

    answer = as_user(erin).post(change_url(company), form_in(page, "tagline"))

    assert answer.status_code == 302
    assert Company.objects.get(pk=company.pk).tagline == "Emil's words"


def test_an_inline_row_has_its_own_lock(as_user, erin, emil):
    company = a_company()
    name = a_body(Name, subject=company.record, name="Akme")
    page = as_user(erin).get(change_url(company))
    edit(Name.objects.get(pk=name.pk), by=emil, name="Emil's Akme")

    form = form_in(page, "names-0-name", names__0__name="Erin's Akme")
    answer = as_user(erin).post(change_url(company), form)

    assert "Emil changed this on" in answer.content.decode()
    assert form_in(answer, "names-0-name")["names-0-name"] == "Erin's Akme"
    assert Name.objects.get(pk=name.pk).name == "Emil's Akme"


def test_a_row_that_somebody_changed_is_not_deleted_unseen(as_user, erin, emil):
    company = a_company()
    link = a_body(Link, company=company, url="https://acme.example")
    page = as_user(erin).get(change_url(company))
    edit(Link.objects.get(pk=link.pk), by=emil, url="https://new.example")

    form = form_in(page, "links-0-url", links__0__DELETE="on")
    answer = as_user(erin).post(change_url(company), form)

    assert "Emil changed this on" in answer.content.decode()
    assert Link.objects.filter(pk=link.pk).exists()


def test_a_row_that_somebody_deleted_is_named_and_the_rest_can_be_saved(as_user, erin, emil):
    company = a_company(tagline="Old words")
    gone = a_body(Name, subject=company.record, name="Akme")
    stays = a_body(Name, subject=company.record, name="Zakme")
    page = as_user(erin).get(change_url(company))
    form = form_in(page, "names-0-name", tagline="New words", names__1__name="Zackme")
    as_user(emil).post(change_url(gone, "delete"), {"post": "yes"})

    refused = as_user(erin).post(change_url(company), form)

    assert "Name “Akme · alias”: Emil deleted this on" in refused.content.decode()
    assert Company.objects.get(pk=company.pk).tagline == "Old words"
    again = form_in(refused, "tagline")
    assert as_user(erin).post(change_url(company), again).status_code == 302
    assert Company.objects.get(pk=company.pk).tagline == "New words"
    assert list(Name.objects.values_list("pk", "name")) == [(stays.pk, "Zackme")]


def test_saving_a_record_that_is_gone_says_who_deleted_it(as_user, erin, ada):
    company = a_company()
    page = as_user(erin).get(change_url(company))
    as_user(ada).post(change_url(company, "delete"), {"post": "yes"})

    answer = as_user(erin).post(change_url(company), form_in(page, "tagline", tagline="New"))

    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert len(said) == 1
    assert "This company is gone, and nothing was saved. Ada deleted this on" in said[0]


def test_a_round_with_its_investments_saves_only_the_row_that_was_changed(as_user, erin):
    investor = a_company("fund")
    funding_round = a_round(a_company())
    an_investment(funding_round, investor)
    other = an_investment(funding_round, a_company("bank"))
    page = as_user(erin).get(change_url(funding_round))
    row = 0 if form_in(page, "investments-0-record")["investments-0-record"] == str(other.pk) else 1
    before = Investment.history.count(), FundingRound.history.count()

    form = form_in(page, "label", **{f"investments-{row}-amount": "€5m"})
    assert as_user(erin).post(change_url(funding_round), form).status_code == 302

    assert Investment.objects.get(pk=other.pk).amount == "EUR 5000000"
    assert (Investment.history.count(), FundingRound.history.count()) == (before[0] + 1, before[1])


def test_a_source_is_locked_by_its_last_edit(as_user, erin, emil):
    source = a_source()
    page = as_user(erin).get(change_url(source))
    edit(Source.objects.get(pk=source.pk), by=emil, title="Emil's title")

    answer = as_user(erin).post(change_url(source), form_in(page, "title", title="Erin's title"))

    assert "Emil changed this on" in answer.content.decode()
    assert Source.objects.get(pk=source.pk).title == "Emil's title"
