"""A verb that sees one state of the database from its first query to its last."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import OperationalError, connection, transaction

Given = ParamSpec("Given")
Made = TypeVar("Made")
TRIES = 5
ANOTHER_WAS_FIRST = ("40001", "40P01")
"""PostgreSQL's codes for a transaction that another one has overtaken, and for a deadlock."""


def one_view(verb: Callable[Given, Made]) -> Callable[Given, Made]:
    """Serialisable on PostgreSQL, and tried again where another was first; SQLite has one writer.

    Within a transaction that is open already, it is that one's view.
    """

    @wraps(verb)
    def whole(*args: Given.args, **options: Given.kwargs) -> Made:
        if connection.vendor != "postgresql" or connection.in_atomic_block:
            with transaction.atomic():
                return verb(*args, **options)
        for _ in range(TRIES - 1):
            try:
                return _serialised(verb, *args, **options)
            except OperationalError as error:
                if getattr(error.__cause__, "sqlstate", "") not in ANOTHER_WAS_FIRST:
                    raise
        return _serialised(verb, *args, **options)

    return whole


def _serialised(verb: Callable[..., Any], *args: Any, **options: Any) -> Any:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
        return verb(*args, **options)
