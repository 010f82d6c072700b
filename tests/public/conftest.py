"""Releases made directly, with every format rendered and stored."""

import gzip
import json
from collections.abc import Callable, Iterable
from hashlib import sha256

import brotli
import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from profiles.document.schema import Document
from profiles.document.seal import canonical, digest
from profiles.models import Record, Release, Rendering, Submission
from profiles.publishing.log import add_to_log
from profiles.publishing.seals import seal_of_renderings
from profiles.renderings import FORMATS, build, render, summarise
from tests.documents import an_edition
from tests.made_once import made_once

Publish = Callable[..., Release]


@pytest.fixture
def publish(db) -> Publish:
    """`publish(document)` makes the next release of that profile."""
    return _publish


@made_once
def _publish(document: Document, note: str = "First version") -> Release:
    by, _ = get_user_model().objects.get_or_create(username="paul")
    profile, _ = Record.objects.get_or_create(kind="company", key=document.profile)
    previous = Release.objects.filter(profile=profile).order_by("-number").first()
    number = previous.number + 1 if previous else 1
    edition = an_edition(document, number=number, note=note)
    sealed = canonical(document)
    submission = Submission.objects.create(
        profile=profile,
        document=sealed,
        sha256=digest(sealed),
        base=previous,
        note=note,
        submitted_by=by,
        submitted_at=timezone.now(),
    )
    envelope = canonical(edition.envelope)
    release = Release.objects.create(
        profile=profile,
        slug=document.profile,
        number=number,
        submission=submission,
        previous=previous,
        envelope=envelope,
        sha256=sha256(envelope + str(number).encode()).hexdigest(),
        summary=json.loads(json.dumps(summarise(document))),
        published_by=by,
        published_at=timezone.now(),
    )
    _sealed(_stored(release, name, body) for name in FORMATS if (body := render(edition, name)))
    return release


def _sealed(rows: Iterable[Rendering]) -> None:
    rows = list(rows)
    [seal] = add_to_log([seal_of_renderings(rows[0].release, rows)])
    for row in rows:
        row.seal = seal
    Rendering.objects.bulk_create(rows)


def _stored(release: Release, name: str, body: bytes, made_by: str = "") -> Rendering:
    return Rendering(
        release=release,
        format=name,
        build=made_by or build(),
        media_type=FORMATS[name].media_type,
        body=body,
        body_gzip=gzip.compress(body),
        body_brotli=brotli.compress(body, quality=1),
        etag=sha256(body).hexdigest()[:32],
    )


@pytest.fixture
def rebuild() -> Callable[[Release, bytes], None]:
    """Store another page for a release, as a new build of the templates does."""
    return lambda release, body: _sealed([_stored(release, "html", body, made_by="newer")])
