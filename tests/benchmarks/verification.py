"""Verifying releases: every column and byte that readers get, against what was sealed.

The yardstick hashes the stored bytes and does nothing else. Below, the verification of everything,
and the same with each page made anew.
"""

from hashlib import sha256
from typing import Any

from django.core.management import call_command
from django.db import transaction

from profiles.models import Release, Rendering
from profiles.publishing.chain import breaks
from tests.benchmarks import Measure, share_of, timed
from tests.factories import a_cited_profile
from tests.factories import a_release as published

PROFILES = share_of(300)


def measures() -> list[Measure]:
    call_command("migrate", verbosity=0)
    make_releases()
    count = Release.objects.count()
    return [
        timed("hashing alone", hash_all, count=count),
        timed("verified", lambda: _held(renders=False), count=count, goal="goal: 2,000/s"),
        timed("… and rendered anew", lambda: _held(renders=True), count=count, runs=1),
    ]


@transaction.atomic
def make_releases() -> None:
    for number in range(PROFILES):
        published(a_cited_profile(f"acme-{number}"))


def hash_all() -> None:
    for row in Rendering.objects.values_list("body", "body_gzip", "body_brotli").iterator():
        for body in row:
            sha256(bytes(body)).digest()


def _held(*, renders: bool) -> Any:
    assert not list(breaks(renders=renders))
