"""What the log says of a release and of its renderings."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

import rfc8785

from profiles.document.seal import digest
from profiles.models import Release, Rendering, Unpublishing
from profiles.publishing.deeds import exact


def hash_of_summary(summary: Any) -> str:
    """Of what the directory shows, as the envelope has it."""
    return digest(rfc8785.dumps(summary))


def seal_of_release(release: Release) -> dict[str, Any]:
    return {
        "type": "release",
        "profile": release.slug,
        "number": release.number,
        "sha256": release.sha256,
    }


def seal_of_unpublishing(unpublishing: Unpublishing) -> dict[str, Any]:
    return {
        "type": "unpublishing",
        "release": unpublishing.release.sha256,
        "explanation": unpublishing.explanation,
        "by": unpublishing.by_id,
        "at": exact(unpublishing.at),
    }


def seal_of_renderings(release: Release, made: Iterable[Rendering]) -> dict[str, Any]:
    """All formats that were made together, each in every coding."""
    return {
        "type": "renderings",
        "release": release.sha256,
        "formats": [seal_of_rendering(rendering) for rendering in made],
    }


def seal_of_rendering(rendering: Rendering) -> dict[str, str]:
    return {
        "format": rendering.format,
        "build": rendering.build,
        "media_type": rendering.media_type,
        "etag": rendering.etag,
        "sha256": sha256(bytes(rendering.body)).hexdigest(),
        "gzip": sha256(bytes(rendering.body_gzip)).hexdigest(),
        "br": sha256(bytes(rendering.body_brotli)).hexdigest(),
    }
