"""A forgotten password is set anew by e-mail; nobody learns from it who has an account."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from tests.admin.session.test_throttle import LIMIT, log_in

pytestmark = pytest.mark.django_db

GOOD = "a harbour full of clocks"


@pytest.fixture
def erin(erin):
    erin.email = "erin@example.org"
    erin.save()
    return erin


def ask(client, email="erin@example.org"):
    return client.post(reverse("admin_password_reset"), {"email": email}, follow=True)


def link_in(message):
    return re.search(r"http://127\.0\.0\.1:8000(/admin/password-reset/\S+)", message.body)[1]


def choose(client, link, password):
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    return client.post(address, {"new_password1": password, "new_password2": password}, follow=True)


def test_the_login_page_leads_to_it(client, db):
    assert reverse("admin_password_reset") in client.get(reverse("admin:login")).content.decode()


def test_a_new_password_is_set_through_the_mail(client, erin):
    assert "emailed" in ask(client).content.decode()
    [message] = mail.outbox
    assert (message.to, message.subject) == (["erin@example.org"], "A new password for Footnote")
    done = choose(client, link_in(message), GOOD)
    assert "Password reset complete" in done.content.decode()
    assert log_in(client, password=GOOD).status_code == 302


def test_the_link_leads_to_this_site_whatever_host_the_request_names(client, erin, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post(reverse("admin_password_reset"), {"email": erin.email}, HTTP_HOST="evil.example")
    assert "evil.example" not in mail.outbox[0].body


def test_an_unknown_address_is_answered_alike_and_gets_nothing(client, erin):
    known, unknown = ask(client), ask(client, "nobody@example.org")
    assert re.sub(r'value="\w+"', "", known.content.decode()) == re.sub(
        r'value="\w+"', "", unknown.content.decode()
    )
    assert len(mail.outbox) == 1


def test_nobody_gets_one_mail_after_another(client, erin):
    for _ in range(5):
        ask(client)
    assert len(mail.outbox) == 1


def test_a_link_serves_once(client, erin):
    ask(client)
    link = link_in(mail.outbox[0])
    choose(client, link, GOOD)
    assert "Password reset unsuccessful" in client.get(link, follow=True).content.decode()


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("erin@example.or", "too similar to the email address"),
        ("harbour", "too short"),
        ("password1", "too common"),
        ("8420917365", "entirely numeric"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(client, erin, password, says):
    ask(client)
    answer = choose(client, link_in(mail.outbox[0]), password)
    assert says in answer.content.decode()
    assert log_in(client, password=password).status_code == 200


def test_a_new_password_ends_the_wait_of_its_account(client, erin):
    ask(client)
    for number in range(LIMIT):
        log_in(client, REMOTE_ADDR=f"10.0.0.{number}")
    assert log_in(client, REMOTE_ADDR="10.0.0.99").status_code == 429
    choose(client, link_in(mail.outbox[0]), GOOD)
    assert log_in(client, password=GOOD, REMOTE_ADDR="10.0.0.99").status_code == 302


def test_every_page_of_it_is_in_the_desks_look(client, erin):
    ask(client)
    pages = [
        client.get(reverse("admin_password_reset")),
        client.get(reverse("password_reset_done")),
        client.get(link_in(mail.outbox[0]), follow=True),
        client.get(reverse("password_reset_complete")),
    ]
    for page in pages:
        assert page.status_code == 200
        assert "desk/tokens.css" in page.content.decode()
