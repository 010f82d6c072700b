"""The bytes that are served: made at publication, and again when templates or settings change."""

import gzip
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

import brotli
from django.conf import settings

from profiles.document.schema import Envelope, decode, decode_envelope
from profiles.models import Release, Rendering
from profiles.publishing.links import companies_named, published_among
from profiles.renderings import FORMATS, Edition, Site, build, render


def store_renderings(release: Release) -> int:
    """Make the formats that this build has not made yet, and tell how many that were."""
    done = release.renderings.filter(build=current_build()).values_list("format", flat=True)
    missing = [name for name in FORMATS if name not in set(done)]
    if missing:
        edition = edition_of(release)
        made = [(name, body) for name in missing if (body := render(edition, name))]
        Rendering.objects.bulk_create(_rendering(release, name, body) for name, body in made)
        return len(made)
    return 0


def render_again(release: Release) -> int:
    """Replace the bytes of this build that would be others now, and tell how many that were."""
    altered = list(altered_formats(release))
    release.renderings.filter(build=current_build(), format__in=altered).delete()
    return store_renderings(release)


def altered_formats(release: Release) -> Iterator[str]:
    """Formats whose stored bytes are not what this build makes of the release."""
    edition = edition_of(release)
    for stored in release.renderings.filter(build=current_build()):
        expected = render(edition, stored.format)
        bodies = (
            bytes(stored.body),
            gzip.decompress(bytes(stored.body_gzip)),
            brotli.decompress(bytes(stored.body_brotli)),
        )
        if any(body != expected for body in bodies):
            yield stored.format


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
        body_brotli=brotli.compress(body, quality=11),
        etag=sha256(body).hexdigest()[:32],
    )
