"""The demo, for the tests that look at it: its command runs once in a whole run of the tests.

What it wrote is kept in a file that all workers share; to put those rows into a database takes a
tenth of the time. `the_demo` is what the command printed; while a module uses it, the rows are in
the database, and they are rolled back at its end. Tests may change them: each is rolled back too.
"""

import fcntl
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.test import override_settings

from profiles.management.commands.demo import PEOPLE
from tests.factories import group

GROUPS = ("Editor", "Reviewer", "Publisher", "Administrator")


class Kept(NamedTuple):
    printed: str
    tables: list[tuple[str, list[tuple[Any, ...]]]]
    """Label of a model -> rows with every column of it."""


@contextmanager
def rolled_back(blocker: Any) -> Iterator[None]:
    """A transaction around a whole module's tests, so that they share what is made in it."""
    with blocker.unblock(), transaction.atomic():
        for name in GROUPS:
            group(name)
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


def taken_down() -> list[tuple[str, list[tuple[Any, ...]]]]:
    return [(model._meta.label, _rows(model)) for model in _models()]


def restore(kept: Kept) -> None:
    """Put the rows into a database that has no others of these tables."""
    for label, rows in kept.tables:
        model = apps.get_model(label)
        bodies = [model.from_db("default", _columns(model), row) for row in rows]
        models.QuerySet(model).bulk_create(bodies)
    for user in get_user_model().objects.filter(username__in=PEOPLE):
        user.groups.set([group(name) for name in PEOPLE[user.username][2]])
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)


def _models() -> list[type[models.Model]]:
    own = apps.get_app_config("profiles").get_models(include_auto_created=True)
    return [get_user_model(), *own]


def _columns(model: type[models.Model]) -> list[str]:
    return [column.attname for column in model._meta.concrete_fields]


def _rows(model: type[models.Model]) -> list[tuple[Any, ...]]:
    rows = models.QuerySet(model).order_by("pk").values_list(*_columns(model))
    return [tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in rows]
