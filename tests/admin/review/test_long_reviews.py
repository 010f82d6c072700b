"""A review of a thousand changes: small, and with as many queries as a short one."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from profiles.document.schema import Document
from profiles.document.seal import canonical, digest
from profiles.models import Submission
from tests.documents import a_document, a_fact, a_record, a_source
from tests.factories import a_cited_profile, person

pytestmark = pytest.mark.django_db

MOST_BYTES = 300_000
QUOTED = "the company said in its report that this was so"


def long_document(count: int) -> Document:
    """So many facts beside those of the company, each with a quote, four to a record."""
    records = [
        a_record(
            "metric",
            f"acme-{number}",
            *(
                a_fact(
                    f"fact{each}",
                    f"A value of some length, {number} of {count}",
                    f"report|page 1|{QUOTED}",
                    label=f"Fact {each} of it",
                )
                for each in range(4)
            ),
            name=f"Metric {number} of Acme",
        )
        for number in range(count // 4)
    ]
    return a_document(*records, sources=[a_source(f"wire-{n}") for n in range(50)])


def a_long_submission(count: int, company: Any = None) -> Submission:
    company = company or a_cited_profile()
    sealed = canonical(long_document(count))
    return Submission.objects.create(
        profile=company.record,
        document=sealed,
        sha256=digest(sealed),
        note="All of it.",
        submitted_by=person("erin"),
        submitted_at=timezone.now(),
    )


def page_of(submission):
    return reverse("admin:profiles_submission_review", args=[submission.pk])


def test_a_thousand_changes_are_a_small_page(as_user, rita):
    answered = as_user(rita).get(page_of(a_long_submission(1000)))
    assert answered.status_code == 200
    assert answered.content.decode().count('id="c') >= 1000
    assert len(answered.content) < MOST_BYTES


def test_the_number_of_queries_is_that_of_a_short_review(as_user, rita):
    client, counts = as_user(rita), []
    company = a_cited_profile()
    for count in (4, 400):
        submission = a_long_submission(count, company)
        client.get(page_of(submission))
        with CaptureQueriesContext(connection) as asked:
            client.get(page_of(submission))
        counts.append(len(asked))
    assert counts[1] <= counts[0] + 3, "what an earlier submission asks for, and no more"
