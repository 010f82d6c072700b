"""Triggers by which the database itself refuses to alter or remove what is sealed.

The models refuse as well; these are for whoever writes SQL. They are made after each `migrate`:
SQLite makes a table anew when a column changes, and its triggers go with the old one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

KEPT = (
    "accountchange",
    "checkpoint",
    "logentry",
    "release",
    "review",
    "submission",
    "submission_contributors",
    "unpublishing",
    "withdrawal",
)
"""Neither altered nor removed."""
FIXED = ("rendering",)
"""Not altered; one that another replaces is removed, and its seal stays."""
LIFTED = "footnote_lifted"

_lifted: ContextVar[bool] = ContextVar("lifted", default=False)


@contextmanager
def lifted(using: str = "default") -> Iterator[None]:
    """Let the block do what the guards refuse: for erasures, and for tests of what they keep."""
    connection = connections[using]
    token = _lifted.set(True)
    _tell(connection, "on")
    is_lost = False
    try:
        yield
    except DatabaseError:
        is_lost = connection.in_atomic_block  # and with the transaction what was told in it
        raise
    finally:
        if not is_lost:
            _tell(connection, "off")
        _lifted.reset(token)


def _tell(connection: Any, state: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('footnote.lifted', %s, false)", [state])


def make_guards(using: str = "default", **_: Any) -> None:
    connection = connections[using]
    make = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}.get(connection.vendor)
    if make is None:
        return
    there = connection.introspection.table_names()
    steps = dict.fromkeys(KEPT, ("UPDATE", "DELETE")) | dict.fromkeys(FIXED, ("UPDATE",))
    with connection.cursor() as cursor:
        for name, refused in steps.items():
            if f"profiles_{name}" in there:
                for statement in make(f"profiles_{name}", refused):
                    cursor.execute(statement)


def _on_sqlite(table: str, refused: tuple[str, ...]) -> Iterator[str]:
    for step in refused:
        yield f"DROP TRIGGER IF EXISTS {table}_no_{step.lower()}"
        yield (
            f"CREATE TRIGGER {table}_no_{step.lower()} BEFORE {step} ON {table} "
            f"WHEN NOT {LIFTED}() BEGIN SELECT RAISE(ABORT, '{table} is sealed: no {step}'); END"
        )


def _on_postgresql(table: str, refused: tuple[str, ...]) -> Iterator[str]:
    yield f"""
        CREATE OR REPLACE FUNCTION {table}_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF coalesce(current_setting('footnote.lifted', true), '') <> 'on' THEN
            RAISE integrity_constraint_violation USING
              MESSAGE = '{table} is sealed: no ' || TG_OP;
          END IF;
          RETURN coalesce(NEW, OLD);
        END $$"""
    yield f"DROP TRIGGER IF EXISTS {table}_sealed ON {table}"
    yield (
        f"CREATE TRIGGER {table}_sealed BEFORE {' OR '.join(refused)} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_sealed()"
    )


def tell_sqlite(sender: Any, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Whether the guards are lifted; where nobody told, as in another program, they refuse too."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(LIFTED, 0, _lifted.get)


connection_created.connect(tell_sqlite, dispatch_uid="footnote_lifted")
