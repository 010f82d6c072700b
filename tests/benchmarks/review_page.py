"""Opening the review of a thousand changes, beside one of fifty."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.admin.review.test_long_reviews import a_long_submission
from tests.benchmarks import Measure, share_of, timed
from tests.factories import a_cited_profile, person


def measures() -> list[Measure]:
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(person("rita"))
    company = a_cited_profile("reviewed")
    pages = {count: _page(count, company) for count in (share_of(50), share_of(1000))}
    few, many = pages.values()
    return [
        timed("review of 50 changes", lambda: client.get(few)),
        timed("review of 1,000 changes", lambda: client.get(many), goal="goal: 1 s"),
    ]


def _page(count: int, company: Any) -> str:
    submission = a_long_submission(count, company)
    return reverse("admin:profiles_submission_review", args=[submission.pk])
