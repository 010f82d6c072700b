"""A request that fails or is refused gets a page in the site's look that says what to do."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from config import urls

ERRORS = {
    "broken": ValueError("secret detail"),
    "closed": PermissionDenied(),
    "odd": SuspiciousOperation(),
}


def fails(request: HttpRequest, name: str) -> HttpResponse:
    raise ERRORS[name]


urlpatterns = [path("fails/<str:name>/", fails), path("", include(urls))]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def visitor(client, settings):
    settings.ROOT_URLCONF = __name__
    settings.DEBUG = False
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/fails/broken/", 500, "Something went wrong"),
        ("/fails/closed/", 403, "This is not open to you"),
        ("/fails/odd/", 400, "This request was not understood"),
        ("/no/such/page", 404, "Page not found"),
    ],
)
def test_it_has_the_sites_look_and_says_what_to_do(visitor, address, status, says):
    answer = visitor.get(address)
    text = answer.content.decode()
    assert answer.status_code == status
    assert f"<h1>{says}</h1>" in text
    assert "/public/page.css?v=" in text
    assert '<a href="/' in text
    assert "secret detail" not in text


def test_a_failure_needs_no_database(visitor):
    """This test has none: a query would be an error of its own."""
    assert visitor.get("/fails/broken/").status_code == 500


@pytest.mark.django_db
def test_a_form_with_too_much_text(visitor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    answer = visitor.post("/admin/login/", {"username": "x" * 2_000})
    assert answer.status_code == 413
    assert "/public/page.css?v=" in answer.content.decode()


@pytest.mark.django_db
def test_a_page_of_the_desk_that_is_not_open_to_somebody(visitor, vic):
    visitor.force_login(vic)
    answer = visitor.get("/admin/profiles/company/add/")
    assert answer.status_code == 403
    assert "Ask an administrator" in answer.content.decode()
