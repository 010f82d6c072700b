"""Publishing a release of 150 records, in all its formats: composed once, or for each format anew.

The yardstick renders each format alone, as a preview does; publication hands all of them the same
pages. Below, what the bytes cost on top: stored in three codings, and Brotli at its slowest.
"""

from collections.abc import Callable
from typing import Any

import brotli
from django.core.management import call_command
from django.db import transaction

from profiles.models import Name, Release, Rendering
from profiles.publishing.actions import publish
from profiles.publishing.stored_renderings import BROTLI_QUALITY, edition_of, store_renderings
from profiles.renderings import FORMATS, render, render_each
from profiles.review.actions import approve, submit
from tests.benchmarks import Measure, share_of, timed
from tests.factories import a_body, a_cited_profile, a_source, cited, person

NAMES = share_of(150)
SOURCES = share_of(60)


def measures() -> list[Measure]:
    call_command("migrate", verbosity=0)
    release = a_release()
    edition = edition_of(release)
    bodies = [body for _, body in render_each(edition, FORMATS)]

    def pressed(quality: int) -> Callable[[], Any]:
        return lambda: [brotli.compress(body, quality=quality) for body in bodies]

    def store() -> None:
        Rendering.objects.all().delete()
        store_renderings(release)

    return [
        timed("each format alone", lambda: [render(edition, name) for name in FORMATS]),
        timed(
            "all formats, composed once",
            lambda: dict(render_each(edition, FORMATS)),
            goal="goal: 0.7×",
        ),
        timed("… and stored: identity, gzip and Brotli", store),
        timed(f"Brotli alone, quality {BROTLI_QUALITY}", pressed(BROTLI_QUALITY)),
        timed("Brotli alone, quality 11", pressed(11), runs=1),
    ]


@transaction.atomic
def a_release() -> Release:
    company = a_cited_profile("published")
    sources = [a_source(f"report-{number}") for number in range(SOURCES)]
    for number in range(NAMES):
        name = a_body(Name, key=f"published-{number}", subject=company.record, name=f"Ex {number}")
        cited(name, "name", source=sources[number % SOURCES])
    candidate = submit(company=company, by=person("erin"), note="First profile.")
    approve(submission=candidate, by=person("rita"))
    return publish(submission=candidate, by=person("paul"))
