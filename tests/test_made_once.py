"""A builder runs once for each state of the database; whatever else happens, it runs for real."""

import pytest
from django.db import transaction
from django.utils import timezone

from profiles.models import Company, Source
from profiles.models.history import acting
from tests import tables
from tests.factories import a_claim, a_company, a_release, a_source, person
from tests.made_once import LEDGER, made_once

pytestmark = pytest.mark.django_db


class Workshop:
    """Counts how often a builder really runs, in one test after another on an empty database."""

    def __init__(self):
        self.runs = 0

        @made_once
        def build(key="acme", **columns):
            self.runs += 1
            return a_company(key, **columns)

        self.build = build

    def new_test(self, work, *, is_patched=False):
        try:
            with transaction.atomic():
                LEDGER.start(lambda: is_patched)
                made = work()
                left = tables.take_down(tables.columns())
                transaction.set_rollback(True)
        finally:
            LEDGER.stop()
        return made, left


@pytest.fixture
def workshop():
    return Workshop()


def test_the_rows_and_the_answer_are_those_of_the_first_time(workshop):
    def work():
        company = workshop.build("brik", tagline="Bricks")
        claim = a_claim(company, "tagline", quote="Bricks")
        return a_release().pk, company.record.version, claim.citations.get().exact

    (first, rows), (second, rows_again) = workshop.new_test(work), workshop.new_test(work)
    assert workshop.runs == 1
    assert (first, rows) == (second, rows_again)
    assert len(rows["profiles_release"]) == 1


def test_what_it_was_given_is_as_after_the_first_time(workshop):
    def work():
        company = workshop.build()
        renamed(company)
        return company.name, company.record.version, Company.objects.get().name

    @made_once
    def renamed(company):
        company.name = "Acme & Sons"
        company.save()

    assert workshop.new_test(work) == workshop.new_test(work)
    assert workshop.new_test(work)[0] == ("Acme & Sons", 2, "Acme & Sons")


@pytest.mark.parametrize(
    "before",
    [
        lambda: Source.objects.create(key="herald", title="Herald"),
        lambda: person("erin").delete(),
        lambda: [person("erin"), Company.objects.update(name="Other")],
    ],
)
def test_another_write_makes_it_run_for_real(workshop, before):
    def work():
        before()
        workshop.build()

    workshop.new_test(work)
    workshop.new_test(work)
    assert workshop.runs == 2


@pytest.mark.parametrize("is_late", [False, True])
def test_so_does_a_look_at_the_clock(workshop, is_late):
    def work():
        if is_late:
            a_source("herald")
        since = timezone.now()
        company = workshop.build()
        assert company.history.get().history_date >= since

    workshop.new_test(workshop.build)
    workshop.new_test(work)
    workshop.new_test(work)
    assert workshop.runs == 3


def test_so_does_a_rollback(workshop):
    def work():
        with transaction.atomic():
            a_source("herald")
            transaction.set_rollback(True)
        workshop.build()
        return list(Source.objects.all())

    assert workshop.new_test(work)[0] == workshop.new_test(work)[0] == []
    assert workshop.runs == 2


def test_other_arguments_and_another_actor_make_it_run_for_real(workshop):
    def by(name):
        with acting(by=person(name), reason="Because"):
            return workshop.build()

    for work in (workshop.build, lambda: workshop.build("brik"), lambda: by("erin")):
        workshop.new_test(work)
        workshop.new_test(work)
    assert workshop.runs == 3


def test_in_a_test_that_patches_something_it_runs_for_real(workshop):
    workshop.new_test(workshop.build)
    workshop.new_test(workshop.build, is_patched=True)
    assert workshop.runs == 2


def test_beside_rows_that_nobody_knows_it_runs_for_real(workshop):
    a_source("herald")
    workshop.new_test(workshop.build)
    workshop.new_test(workshop.build)
    assert workshop.runs == 2
