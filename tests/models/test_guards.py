"""The database itself refuses to alter or remove what is sealed, whoever asks it."""

import sqlite3
from contextlib import closing

import pytest
from django.db import DatabaseError, connection, transaction

from profiles.models import AccountChange, guards
from profiles.publishing.actions import unpublish
from profiles.review.actions import withdraw
from tests.factories import a_cited_profile, a_release, a_submission, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sealed():
    release = a_release()
    unpublish(release=release, by=person("paul"), explanation="A mistake.")
    withdraw(submission=a_submission(a_cited_profile("other")), by=person("erin"))
    kind = AccountChange.Kind.DETAILS
    AccountChange.objects.create(account=person("erin"), by=person("ada"), kind=kind)


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.rowcount


UPDATES = [
    f"UPDATE profiles_{name} SET {column} = {column}"
    for name, column in {
        **dict.fromkeys(guards.KEPT, "id"),
        "checkpoint": "size",
        "logentry": "leaf",
        "rendering": "etag",
    }.items()
]
DELETES = [f"DELETE FROM profiles_{name}" for name in guards.KEPT]


@pytest.mark.parametrize("statement", [*UPDATES, *DELETES])
def test_sealed_rows_stay_as_they_are(statement):
    with pytest.raises(DatabaseError, match="sealed"), transaction.atomic():
        run(statement)


@pytest.mark.parametrize("statement", UPDATES)
def test_the_control_with_the_guards_lifted_they_can_be_altered(statement):
    with guards.lifted():
        assert run(statement) > 0


def test_a_rendering_may_go_where_another_takes_its_place():
    assert run("DELETE FROM profiles_rendering") > 0


def test_the_guards_are_back_behind_the_block():
    with guards.lifted():
        pass
    with pytest.raises(DatabaseError, match="sealed"), transaction.atomic():
        run("UPDATE profiles_release SET slug = 'other'")


@pytest.mark.django_db(transaction=True)
def test_another_program_that_opens_the_file_is_refused_too():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's triggers ask the session, and no other program lifts them")
    other = sqlite3.connect(connection.settings_dict["NAME"])
    with closing(other), pytest.raises(sqlite3.DatabaseError, match=guards.LIFTED):
        other.execute("UPDATE profiles_release SET slug = 'other'")
