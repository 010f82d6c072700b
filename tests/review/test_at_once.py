"""Steps of two people at the same moment, on two connections of a real PostgreSQL."""

from threading import Barrier, Event, Thread

import pytest
from django.db import connection, connections, transaction

from profiles.models import Company, Submission
from profiles.models.history import acting
from profiles.models.submissions import SubmissionStatus
from profiles.publishing.actions import publish
from profiles.review.actions import approve, submit
from profiles.review.covering import submit_with
from profiles.review.policies import Refused
from tests.factories import a_cited_profile, a_submission, person, restate

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def two_writers():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: its transactions cannot overlap")


class Elsewhere(Thread):
    """Work on a connection of its own; what it raised or returned is kept."""

    def __init__(self, work):
        super().__init__()
        self.work, self.result = work, None

    def run(self):
        try:
            self.result = self.work()
        except Exception as error:
            self.result = error
        finally:
            connections.close_all()

    @classmethod
    def both(cls, *works):
        threads = [cls(work) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [thread.result for thread in threads]


def test_words_saved_by_a_transaction_that_began_before_a_submission_have_their_author():
    company = a_cited_profile()
    written, frozen = Event(), Event()

    def write():
        row = Company.objects.get(pk=company.pk)
        with transaction.atomic(), acting(by=person("rita")):
            row.note = "Begun before"
            row.save()
            written.set()
            frozen.wait()

    for name in ("rita", "ruth", "paul", "erin", "emil"):
        person(name)
    thread = Elsewhere(write)
    thread.start()
    written.wait()
    try:
        first = a_submission(company, state=SubmissionStatus.APPROVED)
    finally:
        frozen.set()
        thread.join()
    assert thread.result is None
    publish(submission=first, by=person("paul"))
    restate(Company.objects.get(pk=company.pk), "headquarters", "Lyon, France", by=person("emil"))
    submission = submit(company=company, by=person("emil"), note="Moved.")
    assert person("rita") in submission.contributors.all()
    with pytest.raises(Refused, match="Your own work"):
        approve(submission=submission, by=person("rita"))


def with_a_reply(**given):
    """As the page does it."""
    return submit_with(**given, reply="", natures={})


@pytest.mark.parametrize("verb", [submit, with_a_reply])
@pytest.mark.parametrize("attempt", range(6))
def test_of_two_equal_submissions_at_once_one_is_refused(attempt, verb):
    company = a_cited_profile()
    together = Barrier(2)

    def submitted_by(name):
        someone = person(name)

        def work():
            together.wait()
            return verb(company=company, by=someone, note=f"By {name}.")

        return work

    results = Elsewhere.both(submitted_by("erin"), submitted_by("emil"))
    assert Submission.objects.count() == 1
    assert {type(result) for result in results} == {Submission, Refused}
    assert "waiting for review already" in " ".join(map(str, results))
