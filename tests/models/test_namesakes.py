"""Companies and people of one name: found by one query, however their names were written."""

import importlib

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from profiles.models import Company, Name, Person
from profiles.models.namesakes import bearers_of, known_names, namesakes_of
from profiles.models.records import Record
from profiles.workbook.applying.batch import Batch
from tests.factories import a_company

pytestmark = pytest.mark.django_db

WRITTEN = "Société Générale SA"
KEY = "societegenerale"


def saved(erin):
    return a_company("acme", name=WRITTEN)


def saved_column(erin):
    company = a_company("acme", name="Else")
    company.name = WRITTEN
    company.save(update_fields=["name"])
    return company


def updated(erin):
    company = a_company("acme", name="Else")
    Company.objects.filter(pk=company.pk).update(name=WRITTEN)
    return company


def updated_in_bulk(erin):
    company = a_company("acme", name="Else")
    company.name = WRITTEN
    Company.objects.bulk_update([company], ["name"])
    return company


def created_in_bulk(erin):
    record = Record.objects.create(kind="company", key="acme")
    Company.objects.bulk_create([Company(record=record, name=WRITTEN)])
    return Company.objects.get()


def created_by_an_import(erin):
    record = Record.objects.create(kind="company", key="acme")
    Batch(erin, "import").create(Company, [Company(record=record, name=WRITTEN)])
    return Company.objects.get()


def updated_by_an_import(erin):
    company = a_company("acme", name="Else")
    company.name = WRITTEN
    Batch(erin, "import").update(Company, [company], ["name"])
    return company


def put_back_from_history(erin):
    company = a_company("acme", name=WRITTEN)
    company.name = "Else"
    company.save()
    company.name = company.history.last().name
    company.save()
    return company


WAYS = [
    saved, saved_column, updated, updated_in_bulk, created_in_bulk, created_by_an_import,
    updated_by_an_import, put_back_from_history,
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_way_to_write_a_name_keeps_its_key(erin, way):
    company = way(erin)
    company.refresh_from_db()
    assert (company.name, company.name_key) == (WRITTEN, KEY)
    assert bearers_of("SOCIETE GENERALE", Company) == [company]


def test_a_write_past_all_of_them_is_not_found():
    company = a_company("acme", name="Else")
    models.QuerySet(Company).filter(pk=company.pk).update(name=WRITTEN)
    assert bearers_of(WRITTEN, Company) == []


def test_the_migration_fills_what_was_there():
    company = a_company("acme", name=WRITTEN)
    for model in (Company, Company.history.model):
        models.QuerySet(model).update(name_key="")
    filling = importlib.import_module("profiles.migrations.0010_fill_name_keys")
    filling.fill(apps, None)
    company.refresh_from_db()
    assert company.name_key == KEY == company.history.latest().name_key


def test_other_names_count_and_other_kinds_do_not():
    known = a_company("acme", name="Acme")
    Name.objects.create(subject=known.record, name="Anvil Works GmbH")
    person = Person.objects.create(name="Anvil Works")
    assert namesakes_of(a_company("anvil", name="Anvil-Works")) == [known]
    assert namesakes_of(person) == []
    assert dict(known_names("company", ["anvilworks"]))["anvilworks"] in ("acme", "anvil")


def test_namesakes_are_one_query_by_the_index():
    for number in range(5):
        a_company(f"other-{number}", name=f"Other {number}")
    company = a_company("acme", name="Acme")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert namesakes_of(company) == []
    [query] = queries.captured_queries
    assert "name_key" in query["sql"]
    assert Company._meta.get_field("name_key").db_index
