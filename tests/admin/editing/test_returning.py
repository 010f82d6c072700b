"""Saving a row leads back to the form that it was opened from."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from profiles.models import FundingRound, Name, Product, Record, Role
from tests.admin.forms import change_url, form_in
from tests.factories import a_body, a_company, a_person, a_role, a_round, an_investment

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return a_company()


@pytest.fixture
def desk(as_user, erin):
    return as_user(erin)


def link_in(client, page, start):
    """The first link of a page that begins so and says more, as a browser reads it."""
    links = re.findall('href="([^"]+)"', client.get(page).content.decode())
    return next(unescape(each) for each in links if each.startswith(f"{start}?"))


def opened(client, opener, row):
    address = link_in(client, change_url(opener), change_url(row))
    assert str(opener.pk) in address
    return address


def save(client, address, field, button="_save", **changes):
    form = form_in(client.get(address), field, **changes) | {button: "1"}
    return client.post(address, form, follow=True)


def last_page(answer):
    return answer.redirect_chain[-1][0]


def test_saving_leads_back_with_a_message(desk, acme):
    funding_round = a_round(acme)
    answer = save(desk, opened(desk, acme, funding_round), "label", label="Series B")
    assert last_page(answer) == change_url(acme)
    assert "was changed successfully" in answer.content.decode()
    assert FundingRound.objects.get().label == "Series B"


def test_a_row_of_the_form_itself_leads_back_as_well(desk, acme):
    name = a_body(Name, subject=acme.record, name="Akme")
    answer = save(desk, opened(desk, acme, name), "name", name="Ackme")
    assert last_page(answer) == change_url(acme)
    assert Name.objects.get().name == "Ackme"


def test_a_row_of_a_round_leads_to_the_round(desk, acme):
    funding_round = a_round(acme)
    investment = an_investment(funding_round, a_company("fund"))
    answer = save(desk, opened(desk, funding_round, investment), "part")
    assert last_page(answer) == change_url(funding_round)


def test_a_role_leads_to_the_form_that_it_was_opened_from(desk, acme):
    jane = a_person()
    a_role(acme, jane)
    role = Role.objects.get()
    for opener in (acme, jane):
        assert last_page(save(desk, opened(desk, opener, role), "title")) == change_url(opener)


def test_saving_and_going_on_remembers_the_way_back(desk, acme):
    funding_round = a_round(acme)
    answer = save(desk, opened(desk, acme, funding_round), "label", "_continue", label="B")
    assert urlsplit(last_page(answer)).path == change_url(funding_round)
    answer = save(desk, last_page(answer), "label", label="C")
    assert last_page(answer) == change_url(acme)


def test_adding_one_leads_back_and_adding_another_remembers_it(desk, acme):
    add = link_in(desk, change_url(acme), reverse("admin:profiles_product_add"))
    another = save(desk, add, "name", "_addanother", name="Whisk")
    assert urlsplit(last_page(another)).path == reverse("admin:profiles_product_add")
    answer = save(desk, last_page(another), "name", name="Pan")
    assert last_page(answer) == change_url(acme)
    assert set(Product.objects.values_list("name", "company")) == {
        ("Whisk", acme.pk),
        ("Pan", acme.pk),
    }


def test_a_refused_form_remembers_it(desk, acme):
    address = opened(desk, acme, a_round(acme))
    form = form_in(desk.get(address), "date", date="one day")
    refused = desk.post(address, form)
    assert refused.status_code == 200
    again = form_in(refused, "date", date="2020")
    assert desk.post(address, again).url == change_url(acme)


def test_deleting_leads_back(as_user, ada, acme):
    desk = as_user(ada)
    funding_round = a_round(acme)
    delete = link_in(desk, opened(desk, acme, funding_round), change_url(funding_round, "delete"))
    answer = desk.post(delete, {"post": "yes"}, follow=True)
    assert last_page(answer) == change_url(acme)
    assert "was deleted successfully" in answer.content.decode()


def test_the_opener_that_is_gone_leads_to_the_list(desk, acme):
    address = opened(desk, acme, a_round(acme)).replace(str(acme.pk), str(Record().pk))
    assert last_page(save(desk, address, "label")) == reverse(
        "admin:profiles_fundinground_changelist"
    )


def test_a_row_that_is_gone_leads_back(desk, acme):
    funding_round = a_round(acme)
    address = opened(desk, acme, funding_round)
    funding_round.delete()
    answer = desk.get(address, follow=True)
    assert last_page(answer) == change_url(acme)
    assert "is gone" in answer.content.decode()


def test_who_comes_from_a_list_goes_back_to_it_with_its_filters(desk, acme):
    funding_round = a_round(acme)
    listed = reverse("admin:profiles_fundinground_changelist") + "?q=series"
    assert last_page(save(desk, link_in(desk, listed, change_url(funding_round)), "label")) == (
        listed
    )


@pytest.mark.parametrize("forged", ["https://evil.example/", "//evil.example", "x", ""])
def test_no_address_in_it_is_followed(desk, acme, forged):
    address = f"{change_url(a_round(acme))}?_opened_from={forged}"
    answer = save(desk, address, "label")
    assert last_page(answer) == reverse("admin:profiles_fundinground_changelist")


def test_a_popup_closes_as_before(desk, acme):
    add = link_in(desk, change_url(acme), reverse("admin:profiles_product_add")) + "&_popup=1"
    answer = desk.post(add, form_in(desk.get(add), "name", name="Whisk", _popup="1"))
    assert "data-popup-response" in answer.content.decode()
