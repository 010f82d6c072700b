"""The rows of the test database as the database itself has them, taken down and put back.

No model, signal or field takes part: on PostgreSQL rows travel as COPY's lines, on SQLite as they
are stored. Differences of a few rows cost a few statements.
"""

from collections.abc import Iterable
from contextlib import closing
from functools import cache
from io import BytesIO
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from profiles.models.guards import lifted

Rows = dict[Any, None]
"""In their order, the key first in each: tuples on SQLite, lines of COPY on PostgreSQL."""
State = dict[str, Rows]
"""Table -> its rows."""
MIGRATED = {"auth_group", "auth_group_permissions", "auth_permission", "django_content_type"}
"""Tables that the migrations filled."""


@cache
def columns() -> dict[str, list[str]]:
    """Table -> columns, the primary key first."""
    managed = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return {model._meta.db_table: _columns(model) for model in managed}


def _columns(model: type[models.Model]) -> list[str]:
    own = sorted(model._meta.local_concrete_fields, key=lambda field: not field.primary_key)
    return [field.column for field in own]


def take_down(tables: Iterable[str]) -> State:
    connection.ensure_connection()
    return {table: _engine().read(table, columns()[table]) for table in tables}


def put_back(now: State, then: State) -> None:
    """Turn what is there `now` into what was there `then`."""
    connection.ensure_connection()
    changed = [table for table in then if now[table] is not then[table]]
    with transaction.atomic(), lifted():
        for table in changed:
            if gone := [row for row in now[table] if row not in then[table]]:
                _engine().delete(table, columns()[table][0], gone)
        for table in changed:
            if added := [row for row in then[table] if row not in now[table]]:
                _engine().insert(table, columns()[table], added)


def advance_sequences() -> None:
    """So that new rows meet none that were put back; never backwards, since others may be."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table, (key, *_) in columns().items():
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [_quoted(table), key])
            if sequence := cursor.fetchone()[0]:
                cursor.execute(
                    f"SELECT setval(%s, GREATEST((SELECT last_value FROM {sequence}), "
                    f"(SELECT COALESCE(MAX({_quoted(key)}), 1) FROM {_quoted(table)})))",
                    [sequence],
                )


def all_empty(tables: Iterable[str]) -> bool:
    connection.ensure_connection()
    each = " OR ".join(f"EXISTS (SELECT 1 FROM {_quoted(table)})" for table in tables)
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(f"SELECT {each}")
        return not cursor.fetchone()[0]


class _SQLite:
    """Not through Django's cursor, which converts values and counts queries."""

    @staticmethod
    def read(table: str, names: list[str]) -> Rows:
        plain = ", ".join(f"+{_quoted(name)}" for name in names)  # `+` keeps converters off
        return dict.fromkeys(connection.connection.execute(f"SELECT {plain} FROM {_quoted(table)}"))

    @staticmethod
    def delete(table: str, key: str, rows: list[Any]) -> None:
        statement = f"DELETE FROM {_quoted(table)} WHERE {_quoted(key)} = ?"
        connection.connection.executemany(statement, [row[:1] for row in rows])

    @staticmethod
    def insert(table: str, names: list[str], rows: list[Any]) -> None:
        places = ", ".join("?" * len(names))
        statement = f"INSERT INTO {_quoted(table)} ({_listed(names)}) VALUES ({places})"
        connection.connection.executemany(statement, rows)


class _PostgreSQL:
    @staticmethod
    def read(table: str, names: list[str]) -> Rows:
        statement = f"COPY {_quoted(table)} ({_listed(names)}) TO STDOUT"
        with connection.connection.cursor() as cursor, cursor.copy(statement) as lines:
            return dict.fromkeys(BytesIO(b"".join(bytes(part) for part in lines)))

    @staticmethod
    def delete(table: str, key: str, rows: list[Any]) -> None:
        keys = [row.rstrip(b"\n").split(b"\t")[0].decode() for row in rows]
        with connection.connection.cursor() as cursor:
            where = f"{_quoted(key)}::text = ANY(%s)"
            cursor.execute(f"DELETE FROM {_quoted(table)} WHERE {where}", [keys])

    @staticmethod
    def insert(table: str, names: list[str], rows: list[Any]) -> None:
        statement = f"COPY {_quoted(table)} ({_listed(names)}) FROM STDIN"
        with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:
            copy.write(b"".join(rows))


def _engine() -> type[_SQLite] | type[_PostgreSQL]:
    return _PostgreSQL if connection.vendor == "postgresql" else _SQLite


def _listed(names: list[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
