"""What a builder made once is put back as rows: a release takes 300 ms to make, its rows a few.

A builder under `@made_once` runs for real the first time that it is asked for something in a given
state of the database. Asked for the same in the same state again, the rows that it wrote then are
put back, and its answer is a copy of the one it gave. The state is known from the start of a test,
where the tables are seen to be empty, for as long as nobody else writes: any other statement that
does ends it, and so does a test that looks at the clock, since what was made once is older than
now. In a test that patches something every builder runs for real.

On PostgreSQL a sequence never goes back, so what it gives next meets no row that was put back:
whatever sets one has to go through `tables.advance_sequences`.
"""

import copy
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import Enum
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

import msgspec
import pytest
from django.db import connection, models
from django.db.backends.signals import connection_created
from django.test import TransactionTestCase
from django.utils import timezone

from profiles.models.history import current_actor
from tests import tables

P = ParamSpec("P")
T = TypeVar("T")

COMPARABLE = ("profiles.values", "uuid", "decimal")
OF_DJANGO = {"_state", "_django_version"}  # the latter only in copies
READS = re.compile(r"\s*(SELECT|PRAGMA|BEGIN|SAVEPOINT|RELEASE|EXPLAIN)\b", re.IGNORECASE)
WRITES = re.compile(
    r'\s*(?:INSERT (?:OR IGNORE )?INTO|UPDATE|DELETE FROM)\s+"(\w+)"', re.IGNORECASE
)


class Untellable(Exception):
    """An argument that cannot be compared with another one."""


class Made(NamedTuple):
    state: int
    given: list[Any]
    answer: Any


class Ledger:
    """What is known of the database of this process."""

    def __init__(self) -> None:
        self.states: list[tables.State] = []
        self.made: dict[Any, Made] = {}
        self.written: set[str] = set()
        self.stop()

    def start(self, is_patched: Callable[[], bool]) -> None:
        """A test begins."""
        self.is_fresh, self.is_patched = True, is_patched

    def stop(self) -> None:
        """It ended; fixtures of a whole module come before the next one begins."""
        self.is_building = self.is_atomic = False
        self.lose()

    def lose(self) -> None:
        """From here on nobody knows."""
        self.is_fresh = False
        self.at: int | None = None

    def saw(self, statement: str) -> None:
        if not READS.match(statement):
            found = WRITES.match(statement)
            self.written.add(found[1] if found else statement)
            self.at = None

    def state(self) -> int | None:
        """Which state the database is in, if that can be told."""
        if self.is_fresh:
            self.is_fresh = False
            self.is_atomic = connection.in_atomic_block
            self.at = 0 if tables.all_empty(tables.columns().keys() - tables.MIGRATED) else None
        # In a test that commits, what is written in a transaction may yet be taken back.
        return self.at if connection.in_atomic_block == self.is_atomic else None

    def ask(self, build: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        if self.is_building or (state := self.state()) is None or self.is_patched():
            return build(*args, **kwargs)
        given = [*args, *kwargs.values()]
        try:
            asked = (state, build, *kwargs, len(args), ambient(), tuple(map(told, given)))
        except Untellable:
            return build(*args, **kwargs)
        if asked in self.made:
            return self.put_back(self.states[state], self.made[asked], given)
        self.written.clear()
        self.is_building = True
        try:
            answer = build(*args, **kwargs)
        finally:
            self.is_building = False
        if self.written <= tables.columns().keys():
            self.states.append(self.states[state] | tables.take_down(self.written))
            self.at = len(self.states) - 1
            self.made[asked] = Made(self.at, *copy.deepcopy((given, answer)))
        return answer

    def put_back(self, now: tables.State, made: Made, given: list[Any]) -> Any:
        tables.put_back(now, self.states[made.state])
        self.at = made.state
        same = {id(then): each for then, each in zip(made.given, given, strict=True)}
        for then, each in zip(made.given, given, strict=True):
            if isinstance(each, models.Model):
                each.__dict__.update(copy.deepcopy(then.__dict__, same))
        return copy.deepcopy(made.answer, same)


LEDGER = Ledger()


def made_once(build: Callable[P, T]) -> Callable[P, T]:
    @wraps(build)
    def ask(*args: P.args, **kwargs: P.kwargs) -> T:
        return LEDGER.ask(build, args, kwargs)

    return ask


def ambient() -> Any:
    """What counts beside the arguments."""
    actor = current_actor()
    user = actor.user.pk if actor.user is not None else None
    return user, actor.reason, timezone.get_current_timezone_name()


def told(value: Any, seen: tuple[int, ...] = ()) -> Any:
    """A value, or all that an instance holds, so that two are equal or not."""
    if id(value) in seen:
        return "again", seen.index(id(value))
    if isinstance(value, models.Model) and not value._state.adding:
        held = {name: each for name, each in value.__dict__.items() if name not in OF_DJANGO}
        parts = (held | value._state.fields_cache).items()
        return type(value), tuple((name, told(each, (*seen, id(value)))) for name, each in parts)
    if isinstance(value, msgspec.Struct):
        return type(value), msgspec.json.encode(value)
    if isinstance(value, dict):
        return dict, tuple((name, told(each, seen)) for name, each in value.items())
    if isinstance(value, list | tuple):
        return type(value), tuple(told(each, seen) for each in value)
    if isinstance(value, type | None | bool | int | float | bytes | str | date | Enum):
        return type(value), value
    if type(value).__module__.startswith(COMPARABLE):
        return type(value), value
    raise Untellable(value)


@connection_created.connect
def watch(connection: Any, **_: Any) -> None:
    if noticing not in connection.execute_wrappers:
        connection.execute_wrappers.append(noticing)


def noticing(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    LEDGER.saw(sql)
    return execute(sql, params, many, context)


def noticing_tests(now: Callable[[], datetime]) -> Callable[[], datetime]:
    @wraps(now)
    def look() -> datetime:
        if sys._getframe(1).f_globals["__name__"].startswith("tests.") and not LEDGER.is_building:
            LEDGER.lose()
        return now()

    return look


timezone.now = noticing_tests(timezone.now)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The database as the migrations left it is the first state, and what tests go back to."""
    with django_db_blocker.unblock():
        LEDGER.states.append(tables.take_down(tables.columns()))


@pytest.fixture(autouse=True)
def ledger(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with_settings = "settings" in request.fixturenames
    LEDGER.start(lambda: with_settings or bool(monkeypatch._setattr or monkeypatch._setitem))
    yield
    LEDGER.stop()


def back_to_the_start(test: TransactionTestCase) -> None:
    """In place of Django's flush, which takes the migrations' rows too and makes others anew."""
    tables.put_back(tables.take_down(tables.columns()), LEDGER.states[0])


TransactionTestCase._fixture_teardown = back_to_the_start
