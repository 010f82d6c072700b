"""The cast as fixtures, and a browser session for each."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import person
from tests.made_once import made_once


@made_once
def session_of(user: Any) -> str:
    """The key of a session in which this person is logged in."""
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def erin(db: None) -> Any:
    """Edits."""
    return person("erin")


@pytest.fixture
def emil(db: None) -> Any:
    """Edits as well."""
    return person("emil")


@pytest.fixture
def rita(db: None) -> Any:
    """Reviews."""
    return person("rita")


@pytest.fixture
def ruth(db: None) -> Any:
    """Reviews as well."""
    return person("ruth")


@pytest.fixture
def paul(db: None) -> Any:
    """Publishes."""
    return person("paul")


@pytest.fixture
def ada(db: None) -> Any:
    """Administers; a superuser."""
    return person("ada")


@pytest.fixture
def vic(db: None) -> Any:
    """May enter the desk, and nothing else."""
    return person("vic")


@pytest.fixture
def as_user() -> Callable[[Any], Client]:
    """A logged-in client for one of the cast: `as_user(erin).get(…)`."""

    def log_in(user: Any) -> Client:
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = session_of(user)
        return client

    return log_in
