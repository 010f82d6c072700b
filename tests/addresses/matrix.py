"""Every address of the site, asked for by everybody in every way."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from profiles.models import Company
from tests.factories import PASSWORD, person

ROLES = ("nobody", "vic", "erin", "rita", "paul", "amir", "ada")
METHODS = ("GET", "POST")
SLUG = "ebbwright"
WORDS = {
    "slug": SLUG,
    "number": "1",
    "index": "0",
    "size": "1",
    "form": "xlsx",
    "uidb64": "MQ",
    "token": "no-token",
    "app_label": "profiles",
    "url": "nowhere/",
    "fact": "name",
}
NEVER_ASKED = {"admin/logout/": "ends the session of whoever asks"}


def routes() -> list[str]:
    """As Django has them, in the order in which it tries them."""
    return [route for route in _walk(get_resolver().url_patterns) if route not in NEVER_ASKED]


def _walk(patterns: Any, before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


def clients() -> dict[str, Client]:
    """One for each role. What is sent without a token is refused as it would be in a browser."""
    amir = User.objects.create_user("amir", password=PASSWORD, is_staff=True)
    amir.groups.add(Group.objects.get(name="Administrator"))
    found = {"nobody": Client(raise_request_exception=False)}
    for role in ROLES[1:]:
        found[role] = Client(raise_request_exception=False)
        found[role].force_login(amir if role == "amir" else person(role))
    return found


def asked() -> Iterator[str]:
    """`route: GET 302 403 …; POST …`, in the order of the roles; whatever was done is undone."""
    everybody = clients()
    for route in routes():
        address = address_of(route)
        answers = [
            " ".join([method, *(_status(client, method, address) for client in everybody.values())])
            for method in METHODS
        ]
        yield f"{route}: {'; '.join(answers)}"


def _status(client: Client, method: str, address: str) -> str:
    with transaction.atomic():
        status = client.generic(method, address).status_code
        transaction.set_rollback(True)
    return str(status)


def address_of(route: str) -> str:
    """The route with the names of what is there in place of its parts."""
    route = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", route).replace("^", "").replace("$", "")
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: _word(part[1], route), route)


def _word(name: str, route: str) -> str:
    if name in WORDS:
        return WORDS[name]
    if name == "upload_id":
        return str(UUID(int=1))
    row = _row(route)
    return str(row.pk) if row else "0"


def _row(route: str) -> Any:
    """Of the model that the route is about; the company where it is about none."""
    company = Company.objects.get(record__key=SLUG)
    part = re.match(r"admin/(?:profiles|auth)/(\w+)/", route)
    name = PLURALS.get(part[1], part[1]) if part else "company"
    model = next((each for each in apps.get_models() if each._meta.model_name == name), Company)
    if model is Company or "company_id" in route:
        return company
    if name == "submission":
        return company.record.submissions.last()
    return model._default_manager.order_by("pk").first()


PLURALS = {"sources": "source", "fact": "company"}
