"""The demo, for the tests that look at it: its command runs once in a whole run of the tests.

What it wrote is kept in a file that all workers share, as rows that the database takes back as they
are. `the_demo` is what the command printed; while a module uses it, the rows are in the database,
and they are rolled back at its end. Tests may change them: each is rolled back too.
"""

import fcntl
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from tests import tables


class Kept(NamedTuple):
    printed: str
    rows: tables.State


@contextmanager
def rolled_back(blocker: Any) -> Iterator[None]:
    """A transaction around a whole module's tests, so that they share what is made in it."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def kept_demo(
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
) -> Kept:
    folder = tmp_path_factory.getbasetemp()
    shared = folder if worker_id == "master" else folder.parent
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _kept(shared / "demo.pickle", django_db_blocker)


def _kept(file: Path, blocker: Any) -> Kept:
    if file.exists():
        return Kept(*pickle.loads(file.read_bytes()))
    with rolled_back(blocker), override_settings(DEBUG=True):
        out = StringIO()
        call_command("demo", "--no-server", stdout=out)
        kept = Kept(out.getvalue(), taken_down())
    file.write_bytes(pickle.dumps(tuple(kept)))
    return kept


@pytest.fixture(scope="module")
def the_demo(kept_demo: Kept, django_db_blocker: Any) -> Iterator[str]:
    with rolled_back(django_db_blocker):
        restore(kept_demo)
        yield kept_demo.printed


def taken_down() -> tables.State:
    return tables.take_down(table for table in tables.columns() if table not in tables.MIGRATED)


def restore(kept: Kept) -> None:
    """Put the rows into a database that has no others of these tables."""
    tables.put_back({table: {} for table in kept.rows}, kept.rows)
    tables.advance_sequences()
