"""The bytes that are served: made at publication, and again when templates or settings change."""

import gzip
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

import brotli
from django.conf import settings
from django.db.models import QuerySet

from profiles.document.schema import Envelope, decode, decode_envelope
from profiles.models import Release, Rendering
from profiles.publishing.links import companies_named, published_among
from profiles.publishing.log import add_to_log
from profiles.publishing.seals import seal_of_renderings
from profiles.renderings import FORMATS, Edition, Site, build, render_each

# Of 0 to 11. The best takes 90 times as long, while a publisher waits, for a seventh fewer bytes.
BROTLI_QUALITY = 5


def store_renderings(release: Release) -> int:
    """Make the formats that this build has not made yet, and tell how many that were."""
    done = set(_of_this_build(release).values_list("format", flat=True))
    missing = [name for name in FORMATS if name not in done]
    if not missing:
        return 0
    return _store(release, dict(render_each(edition_of(release), missing)))


def render_again(release: Release) -> int:
    """Replace the bytes of this build that would be others now, and tell how many that were."""
    made = dict(render_each(edition_of(release), FORMATS))
    stored = _of_this_build(release)
    same = {row.format for row in stored if _holds(row, made[row.format])}
    stored.exclude(format__in=same).delete()
    return _store(release, {name: body for name, body in made.items() if name not in same})


def altered_formats(release: Release) -> Iterator[str]:
    """Formats whose stored bytes are not what this build makes of the release."""
    stored = {row.format: row for row in _of_this_build(release)}
    for name, expected in render_each(edition_of(release), stored):
        if not _holds(stored[name], expected):
            yield name


def _of_this_build(release: Release) -> QuerySet[Rendering]:
    return release.renderings.sealed().filter(build=current_build())


def _holds(stored: Rendering, expected: bytes) -> bool:
    """In every coding."""
    bodies = (
        bytes(stored.body),
        gzip.decompress(bytes(stored.body_gzip)),
        brotli.decompress(bytes(stored.body_brotli)),
    )
    return all(body == expected for body in bodies)


def _store(release: Release, made: dict[str, bytes]) -> int:
    """With a seal of all that was made, so that others can tell it from what somebody put there."""
    rows = [_rendering(release, name, body) for name, body in made.items() if body]
    if not rows:
        return 0
    [seal] = add_to_log([seal_of_renderings(release, rows)])
    for row in rows:
        row.seal = seal
    return len(Rendering.objects.bulk_create(rows))


def edition_of(release: Release) -> Edition:
    envelope = decode_envelope(bytes(release.envelope))
    return edition(bytes(release.submission.document), envelope, release)


def edition(sealed: bytes, envelope: Envelope, release: Release | None = None) -> Edition:
    """What is rendered: the document as frozen, with what makes it a release of this site."""
    document = decode(sealed)
    published = published_among(companies_named(document), beside=release)
    return Edition(document=document, envelope=envelope, site=_site(), published=published)


@cache
def current_build() -> str:
    """Hash of all that the bytes depend on beside the release."""
    site = _site()
    return sha256(f"{build()} {site.name} {site.url}".encode()).hexdigest()


def _site() -> Site:
    return Site(name=settings.SITE_NAME, url=settings.SITE_URL)


def _rendering(release: Release, name: str, body: bytes) -> Rendering:
    return Rendering(
        release=release,
        format=name,
        build=current_build(),
        media_type=FORMATS[name].media_type,
        body=body,
        body_gzip=gzip.compress(body, mtime=0),
        body_brotli=brotli.compress(body, quality=BROTLI_QUALITY),
        etag=sha256(body).hexdigest()[:32],
    )
