"""Passwords cannot be tried without end: an account, and an address, have to wait after ten."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

LIMIT = 10


@pytest.fixture(autouse=True)
def nobody_failed_yet(db):
    assert not AccessAttempt.objects.exists()


def log_in(client, username="erin", password="wrong", **request):
    form = {"username": username, "password": password, "next": "/admin/"}
    return client.post(reverse("admin:login"), form, **request)


def address(number):
    return {"REMOTE_ADDR": f"10.0.0.{number}"}


def test_a_login_goes_through_until_the_limit(client, erin):
    for _ in range(LIMIT - 1):
        assert log_in(client).status_code == 200
    assert log_in(client, password=PASSWORD).status_code == 302


def test_an_account_has_to_wait_from_wherever_it_is_tried(client, erin):
    for number in range(LIMIT):
        answer = log_in(client, **address(number))
    assert answer.status_code == 429
    assert answer["Retry-After"] == "900"
    assert "closed for 15 minutes" in answer.content.decode()
    assert log_in(client, password=PASSWORD, **address(99)).status_code == 429


def test_an_address_has_to_wait_whatever_account_it_tries(client, erin):
    for number in range(LIMIT):
        log_in(client, username=f"somebody{number}", **address(1))
    assert log_in(client, password=PASSWORD, **address(1)).status_code == 429
    assert log_in(client, password=PASSWORD, **address(2)).status_code == 302


def test_a_success_begins_the_count_again(client, erin):
    for _ in range(2):
        for _ in range(LIMIT - 1):
            log_in(client)
        assert log_in(client, password=PASSWORD).status_code == 302


def let_pass(minutes):
    attempt = AccessAttempt.objects.get()
    attempt.attempt_time -= timedelta(minutes=minutes)
    attempt.save()


def test_the_wait_ends_and_trying_does_not_make_it_longer(client, erin):
    for _ in range(LIMIT):
        log_in(client)
    let_pass(minutes=14)
    assert log_in(client, password=PASSWORD).status_code == 429
    let_pass(minutes=2)
    assert log_in(client, password=PASSWORD).status_code == 302


def test_without_the_throttle_any_number_could_be_tried(client, erin, settings):
    settings.AXES_ENABLED = False
    for _ in range(LIMIT * 2):
        assert log_in(client).status_code == 200


@pytest.mark.parametrize(("trusted", "status"), [(False, 429), (True, 302)])
def test_only_a_trusted_proxy_says_where_a_request_came_from(
    client, erin, settings, trusted, status
):
    settings.TRUST_PROXY = trusted
    for number in range(LIMIT):
        log_in(client, username=f"a{number}", HTTP_X_FORWARDED_FOR="203.0.113.7")
    answer = log_in(client, password=PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.8")
    assert answer.status_code == status


@pytest.mark.parametrize("said", ["203.0.113.{}, 198.51.100.1", "203.0.113.{}, nonsense"])
def test_what_a_client_says_of_itself_does_not_count(client, erin, settings, said):
    settings.TRUST_PROXY = True
    for number in range(LIMIT):
        answer = log_in(client, username=f"a{number}", HTTP_X_FORWARDED_FOR=said.format(number))
    assert answer.status_code == 429


def test_who_is_logged_in_already_goes_on(as_user, client, erin):
    for _ in range(LIMIT):
        log_in(client)
    assert as_user(erin).get("/admin/").status_code == 200


def test_no_password_is_kept_of_what_was_tried(client, erin):
    log_in(client, password="nearly my password")
    kept = AccessAttempt.objects.values().get()
    assert "nearly" not in str(kept)
