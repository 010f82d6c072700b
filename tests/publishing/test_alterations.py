"""Every byte and every column that reaches a reader, altered in turn behind everybody's back."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, models, transaction

from profiles.models import (
    Checkpoint,
    LogEntry,
    Release,
    Rendering,
    Review,
    Submission,
)
from profiles.models.guards import lifted
from tests.factories import a_cited_profile, a_release, person, restate

pytestmark = pytest.mark.django_db

SHOWN = [Submission, Review, Release, Rendering, LogEntry, Checkpoint]
NOT_SHOWN = {
    (Submission, "made_of"): "tells whose work counts; what follows from it is sealed",
    (Checkpoint, "made_at"): "for whoever looks at the database",
}
COLUMNS = [
    (model, column)
    for model in SHOWN
    for column in model._meta.concrete_fields
    if not column.primary_key and (model, column.name) not in NOT_SHOWN
]


@pytest.fixture
def releases(settings):
    settings.LOG_KEY = "A" * 43 + "="
    first = a_release(a_cited_profile())
    restate(first.profile.company, "headquarters", "Lyon, France")
    second = a_release(first.profile.company, note="Moved.")
    return [first, second, a_release(a_cited_profile("other"), note="Another.")]


def is_detected():
    try:
        call_command("verify_releases")
    except CommandError:
        return True
    return False


def altered(row, column):
    """Another value that the column can hold."""
    value = getattr(row, column.attname)
    if isinstance(column, models.ForeignKey):
        others = column.related_model._base_manager.exclude(pk=value)
        return others.values_list("pk", flat=True).first()
    if isinstance(column, models.BinaryField):
        content = bytearray(bytes(value))
        content[len(content) // 2] ^= 1
        return bytes(content)
    if isinstance(column, models.DateTimeField):
        return value + timedelta(microseconds=1)
    if isinstance(column, models.JSONField):
        return '{"name": "Another"}'
    if isinstance(column, models.IntegerField):
        return value + 7
    if column.choices:
        return next(each for each, _ in column.choices if each != value)
    return f"{value}!"[-column.max_length :] if column.max_length else f"{value}!"


def alter(row, column, value):
    name = connection.ops.quote_name
    table, pk = row._meta.db_table, row._meta.pk
    if isinstance(column, models.DateTimeField | models.ForeignKey):
        value = column.get_db_prep_value(value, connection)
    with lifted(), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {name(table)} SET {name(column.column)} = %s WHERE {name(pk.column)} = %s",
            [value, pk.get_db_prep_value(row.pk, connection)],
        )
        assert cursor.rowcount == 1


@pytest.mark.parametrize(
    ("model", "column"), COLUMNS, ids=[f"{m.__name__}.{c.name}" for m, c in COLUMNS]
)
def test_another_value_in_it_is_detected(releases, model, column):
    person("ada")
    assert not is_detected(), "the control"
    for row in _rows(model):
        other = altered(row, column)
        if other is None:
            other = "" if not isinstance(column, models.ForeignKey) else releases[1].pk
        with transaction.atomic():
            try:
                with transaction.atomic():
                    alter(row, column, other)
            except IntegrityError:
                continue  # the database itself refuses
            assert is_detected(), row
            transaction.set_rollback(True)


def _rows(model):
    if model is not Rendering:
        return list(model.objects.all())
    return list(Rendering.objects.filter(release__number=2))
