"""Two editors saving at once do not meet “database is locked”."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

WRITERS, WRITES = 4, 25
ours = settings.DATABASES["default"]

pytestmark = pytest.mark.skipif(
    "sqlite3" not in ours["ENGINE"], reason="this suite runs on another database"
)


@contextmanager
def database(path, options) -> Iterator[str]:
    """A database file of its own, opened with these options, under the alias `race`."""
    connections.settings["race"] = {**connections.settings["default"], "OPTIONS": options}
    connections.settings["race"]["NAME"] = str(path)
    with connections["race"].cursor() as cursor:
        cursor.execute("CREATE TABLE tally (n integer)")
        cursor.execute("INSERT INTO tally VALUES (0)")
    try:
        yield "race"
    finally:
        connections["race"].close()
        del connections["race"], connections.settings["race"]


def read_then_write(connection: BaseDatabaseWrapper) -> bool:
    """What every admin save does. Tells whether it got through."""
    try:
        with transaction.atomic(using="race"), connection.cursor() as cursor:
            (n,) = cursor.execute("SELECT n FROM tally").fetchone()
            cursor.execute("UPDATE tally SET n = %s", [n + 1])
    except OperationalError:
        return False
    return True


def writer(_: int) -> int:
    connection = connections["race"]
    done = sum(read_then_write(connection) for _ in range(WRITES))
    connection.close()
    return done


def writes_that_got_through(path, options) -> int:
    with database(path, options), ThreadPoolExecutor(WRITERS) as threads:
        return sum(threads.map(writer, range(WRITERS)))


@pytest.fixture(autouse=True)
def _real_connections(django_db_blocker):
    with django_db_blocker.unblock():
        yield


def test_every_contended_write_gets_through(tmp_path):
    assert writes_that_got_through(tmp_path / "ours", ours["OPTIONS"]) == WRITERS * WRITES


def test_with_stock_options_some_do_not(tmp_path):
    assert writes_that_got_through(tmp_path / "stock", {"timeout": 0.05}) < WRITERS * WRITES
