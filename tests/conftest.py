"""What every test may use."""

import os

import hypothesis
from django.conf import settings

# Playwright runs an event loop in the test's own thread; the ORM calls beside it are meant.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# The long run of the fuzz tests: pytest --hypothesis-profile=fuzz
hypothesis.settings.register_profile("fuzz", max_examples=10_000)

pytest_plugins = ["tests.browser", "tests.cast", "tests.loaded_demo"]


def pytest_configure() -> None:
    # A connection that a live server's thread keeps would hold the test database open at the end.
    settings.DATABASES["default"]["CONN_MAX_AGE"] = 0
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
