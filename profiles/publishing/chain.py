"""Proof that the releases are what was approved, in the order in which they were published."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from brotli import error as BrotliError  # noqa: N812 - it is one
from msgspec import DecodeError, MsgspecError

from profiles.document.schema import decode, decode_envelope
from profiles.document.seal import digest
from profiles.models import Release
from profiles.publishing.stored_renderings import altered_formats
from profiles.renderings import summarise


@dataclass(frozen=True)
class Break:
    """One place where the chain does not hold."""

    release: str
    message: str

    def __str__(self) -> str:
        return f"{self.release}: {self.message}"


def releases_in_order() -> Iterable[Release]:
    return (
        Release.objects.order_by("slug", "number")
        .select_related("submission", "previous")
        .iterator(chunk_size=100)
    )


def breaks() -> Iterator[Break]:
    """Recompute every hash from the stored bytes."""
    for release in releases_in_order():
        for message in flaws(release):
            yield Break(str(release), message)


def flaws(release: Release) -> Iterator[str]:
    """What does not hold about this release, each in a sentence's end."""
    sealed = bytes(release.envelope)
    if digest(sealed) != release.sha256:
        yield "the envelope was changed after publication"
    if digest(bytes(release.submission.document)) != release.submission.sha256:
        yield "the document was changed after submission"
    try:
        envelope = decode_envelope(sealed)
    except DecodeError:
        yield "the envelope cannot be read"
        return
    if (envelope.profile, envelope.number) != (release.slug, release.number):
        yield "the envelope belongs to another release"
    if envelope.document_sha256 != release.submission.sha256:
        yield "the envelope names another document than the one stored"
    if envelope.previous_sha256 != (release.previous.sha256 if release.previous else ""):
        yield "it does not follow the release before it"
    if not envelope.approvals:
        yield "nobody approved it"
    yield from _shown_otherwise(release)


def _shown_otherwise(release: Release) -> Iterator[str]:
    """What readers get, against what the sealed bytes say."""
    try:
        if release.summary != summarise(decode(bytes(release.submission.document))):
            yield "the directory shows something else"
        for name in altered_formats(release):
            yield f"the stored {name} page was changed after it was rendered"
    except (MsgspecError, OSError, BrotliError) as error:
        yield f"what is served cannot be read ({error})"


def heads() -> dict[str, tuple[int, str]]:
    """The newest release of each profile: slug -> (number, sha256)."""
    return {release.slug: (release.number, release.sha256) for release in Release.objects.live()}


def missing_heads(known: Mapping[str, tuple[int, str]]) -> Iterator[Break]:
    """Heads written down earlier that are no longer in the chain."""
    for slug, (number, sha256) in known.items():
        if not Release.objects.filter(slug=slug, number=number, sha256=sha256).exists():
            yield Break(f"{slug} release {number}", "was recorded earlier and is gone or differs")
