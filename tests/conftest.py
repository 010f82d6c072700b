"""What every test may use."""

import gc
import os
from collections import Counter
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection

from profiles.models import guards

# Playwright runs an event loop in the test's own thread; the ORM calls beside it are meant.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

pytest_plugins = [
    *("tests.made_once", "tests.cast", "tests.browser", "tests.fuzz", "tests.loaded_demo"),
]


def pytest_configure() -> None:
    # A connection that a live server's thread keeps would hold the test database open at the end.
    settings.DATABASES["default"]["CONN_MAX_AGE"] = 0
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_finish() -> None:
    # What is there for good need not be looked through again and again: 7 % of the time.
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file of each worker's own, so that each thread has a connection of its own.

    In memory a live server's threads would share one, and can lock each other out for good: one
    holds SQLite's mutex and waits for Python's, the other holds that and waits for SQLite's.
    """
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        name = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """What a test with transactions of its own left is removed row by row, sealed rows included."""
    token = guards._lifted.set(True)
    try:
        return (yield)
    finally:
        guards._lifted.reset(token)


@pytest.fixture(autouse=True)
def own_cache() -> None:
    """Tests that are rolled back give ids back, and workers share one Redis: each has its own."""
    prefix = uuid4().hex
    settings.CACHES["default"]["KEY_PREFIX"] = prefix  # for the threads of a live server
    caches["default"].key_prefix = prefix


# The modules that take longest, each whole on one worker: begun last, one of them would leave the
# other workers idle. The rest follows as pytest-xdist sorts by itself, the most tests first.
LONGEST = (
    "tests/test_commands.py",
    "tests/renderings/formats/test_weight.py",  # waits for the demo, which others then find made
    "tests/workbook/exporting/test_round_trip.py",
    "tests/public/test_in_a_browser.py",
    "tests/admin/workbook/test_import.py",
    "tests/admin/facts/test_by_keyboard.py",
    "tests/admin/records/test_records.py",
    "tests/review/test_four_eyes.py",
    "tests/test_story.py",
    "tests/provenance/captures/test_fetching.py",
    "tests/fixtures/test_ebbwright.py",
    "tests/admin/bulk_citing/test_by_keyboard.py",
)


# What these ask of a database, other tests ask too: they look at content, pages and commands.
ON_ONE_DATABASE = (
    "tests/addresses/",
    "tests/coverage/",
    "tests/fixtures/",
    "tests/renderings/",
    "tests/test_commands.py",
    "tests/test_tour.py",
)


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    asks = item.get_closest_marker("django_db") or "django_db_setup" in item.fixturenames
    if asks and not item.nodeid.startswith(ON_ONE_DATABASE):
        item.add_marker("database")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):
        tests = Counter(_scope(item) for item in items)
        items.sort(key=lambda item: (not item.nodeid.startswith(LONGEST), -tests[_scope(item)]))


def _scope(item: pytest.Item) -> str:
    return item.nodeid.rpartition("::")[0]
