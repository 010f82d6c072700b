"""A session that ends while somebody types costs them a login, and no text."""

import re
from html import unescape

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from profiles.admin.session.kept_text import opened_by
from profiles.models import Claim, Company, Source
from tests.admin.forms import change_url, form_in, forms_in
from tests.factories import PASSWORD, a_company, a_source, cited

pytestmark = pytest.mark.django_db

LONG = "A text of hours.\r\n\r\nWith “quotes”, <tags> & an ampersand.\r\n  And spaces. "
OURS = {"HTTP_ORIGIN": "http://testserver"}


def text(answer):
    return unescape(answer.content.decode())


class Browser(Client):
    """Sends what a browser sends: a token that holds, and where the form came from."""

    def __init__(self):
        super().__init__(enforce_csrf_checks=True)

    def send(self, address, form, **headers):
        return self.post(address, form, **(OURS | headers))

    def log_in(self, name, page=None, **changes):
        page = page or self.get(reverse("admin:login"))
        form = form_in(page, "username", username=name, password=PASSWORD)
        if carried := re.search(r'name="kept_text" value="([^"]+)" form="login-form"', text(page)):
            form["kept_text"] = carried[1]
        return self.send(reverse("admin:login"), form | changes)

    def lose_session(self):
        Session.objects.all().delete()


@pytest.fixture
def acme(erin, emil):
    return a_company(tagline="Old words")


@pytest.fixture
def browser(acme):
    browser = Browser()
    assert browser.log_in("erin").status_code == 302
    return browser


def typed(browser, acme):
    return form_in(browser.get(change_url(acme)), "tagline", description=LONG)


def kept_in(answer):
    """The text that a page of going on would send."""
    return form_in(answer, "description")["description"]


def test_the_text_comes_back_after_logging_in(browser, acme):
    form = typed(browser, acme)
    browser.lose_session()
    door = browser.send(change_url(acme), form)
    assert door.status_code == 403
    assert "We kept what you typed" in text(door)
    assert LONG not in text(door)
    assert "no-store" in door["Cache-Control"]

    back = browser.log_in("erin", door)
    assert back.status_code == 200
    assert Company.objects.get().description == ""
    assert f'action="{change_url(acme)}"' in text(back)
    again = form_in(back, "description")
    assert again["csrfmiddlewaretoken"] != form["csrfmiddlewaretoken"]
    assert browser.send(change_url(acme), again).status_code == 302
    assert Company.objects.get().description == LONG.strip()


def test_a_wrong_password_does_not_lose_it(browser, acme):
    form = typed(browser, acme)
    browser.lose_session()
    door = browser.send(change_url(acme), form)
    wrong = browser.log_in("erin", door, password="wrong")
    assert "We kept what you typed" in text(wrong)
    assert kept_in(browser.log_in("erin", wrong))


def test_nobody_else_gets_it(browser, acme):
    form = typed(browser, acme)
    browser.lose_session()
    door = browser.send(change_url(acme), form)
    answer = browser.log_in("emil", door)
    assert answer.url == reverse("admin:index")
    page = text(browser.get(answer.url))
    assert "it was not you who typed it" in page
    assert "A text of hours" not in page
    assert Company.objects.get().description == ""


def test_the_form_of_one_person_is_not_sent_on_by_another(browser, acme):
    form = typed(browser, acme)
    browser.lose_session()
    browser.log_in("emil")
    answer = browser.send(change_url(acme), form)
    assert answer.status_code == 403
    assert "was not accepted" in text(answer)
    assert "A text of hours" not in text(answer)
    assert Company.objects.get().description == ""


def test_logging_in_again_in_another_tab_does_not_lose_it(browser, acme):
    form = typed(browser, acme)
    browser.lose_session()
    browser.log_in("erin")
    answer = browser.send(change_url(acme), form)
    assert answer.status_code == 403
    assert "nothing of it is saved yet" in text(answer)
    again = form_in(answer, "description")
    assert browser.send(change_url(acme), again).status_code == 302
    assert Company.objects.get().description == LONG.strip()


def test_two_login_pages_do_not_lose_it(browser, acme):
    form = typed(browser, acme)
    browser.lose_session()
    door = browser.send(change_url(acme), form)
    browser.log_in("erin")
    assert kept_in(browser.log_in("erin", door))


def test_a_lost_cookie_does_not_lose_it(browser, acme):
    form = typed(browser, acme)
    browser.cookies.clear()
    door = browser.send(change_url(acme), form)
    assert kept_in(browser.log_in("erin", door))


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
def test_another_site_gets_no_button(browser, acme, erin, origin):
    form = {"tagline": "Forged", "opened_by": opened_by(erin)}
    answer = browser.send(change_url(acme), form, HTTP_ORIGIN=origin)
    assert answer.status_code == 403
    assert "Forged" not in text(answer)
    browser.lose_session()
    answer = browser.send(change_url(acme), form, HTTP_ORIGIN=origin)
    assert "kept_text" not in text(answer)


@pytest.mark.parametrize("opener", ["", "1", "1:forged"])
def test_a_form_that_does_not_say_whose_it_is_is_not_kept(browser, acme, opener):
    form = typed(browser, acme) | {"opened_by": opener}
    browser.lose_session()
    answer = browser.send(change_url(acme), form)
    assert answer.url.startswith(reverse("admin:login"))


def test_what_the_login_page_carries_cannot_be_made_up(browser, acme, erin):
    browser.lose_session()
    answer = browser.log_in("erin", kept_text="made:up:text")
    assert answer.status_code == 302


def test_without_a_token_it_needs_our_own_page(acme, erin):
    stranger = Browser()
    form = {"tagline": "Mine", "opened_by": opened_by(erin)}
    assert stranger.post(change_url(acme), form).status_code == 403
    assert "kept_text" not in text(stranger.post(change_url(acme), form))


def test_no_password_is_kept(browser, acme, erin):
    form = typed(browser, acme) | {"password1": "hunter2-a", "old_password": "hunter2-b"}
    browser.lose_session()
    back = browser.log_in("erin", browser.send(change_url(acme), form))
    assert "hunter2" not in text(back)
    assert kept_in(back)


def test_a_file_has_to_be_chosen_again(browser):
    source = a_source()
    page = reverse("admin:profiles_capture_add") + f"?source={source.pk}"
    form = form_in(browser.get(page), "source", edition="May")
    browser.lose_session()
    file = SimpleUploadedFile("words.txt", b"Some words")
    door = browser.send(page, form | {"file": file})
    assert "choose it again" in text(door)
    back = browser.log_in("erin", door)
    assert "words.txt" in text(back)
    again = browser.send(page, form_in(back, "edition"))
    assert form_in(again, "edition")["edition"] == "May"
    assert "choose a file" in text(again)


def test_the_page_of_a_fact_and_its_drawer(browser):
    company = cited(a_company("other", founded="2019"), "name", source=a_source())
    page = reverse("admin:profiles_fact", args=[company.pk, "founded"])
    form = next(form for form in forms_in(browser.get(page)) if form.get("fact_action") == "add")
    form |= {"value": "2019-04", "source": Source.objects.get().key}
    browser.lose_session()
    assert browser.send(f"{page}?drawer=", form).status_code == 403
    back = browser.log_in("erin", browser.send(page, form))
    assert browser.send(page, form_in(back, "value")).status_code == 302
    assert Claim.objects.get(fact="founded").value == "2019-04"


def test_what_is_only_looked_at_leads_to_the_login_as_before(browser, acme):
    browser.lose_session()
    assert browser.get(change_url(acme)).status_code == 302


def test_a_refused_form_without_text_is_explained(browser, acme):
    answer = browser.send(reverse("admin:logout"), {"csrfmiddlewaretoken": "old"})
    assert answer.status_code == 403
    assert "This form was not accepted" in text(answer)


def test_a_text_outlives_a_login_that_has_to_wait(browser, acme):
    form = typed(browser, acme)
    browser.lose_session()
    page = browser.send(change_url(acme), form)
    for _ in range(10):
        page = browser.log_in("erin", page, password="wrong")
    assert page.status_code == 429
    AccessAttempt.objects.all().delete()
    assert kept_in(browser.log_in("erin", page)) == LONG
