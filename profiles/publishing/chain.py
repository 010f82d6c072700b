"""Proof that the releases are what was approved, in the order in which they were published.

Everything that a reader gets, and every column that a page shows, is held against sealed bytes.
"""

from collections.abc import Iterable, Iterator

from django.contrib.auth.models import User
from django.db.models import Prefetch
from msgspec import DecodeError, MsgspecError

from profiles.document.schema import Deeds, Envelope, decode_envelope
from profiles.document.seal import digest
from profiles.models import Release, Review, Submission, Unpublishing
from profiles.publishing.breaks import Break
from profiles.publishing.deeds import deed
from profiles.publishing.log_check import CheckedLog
from profiles.publishing.seals import hash_of_summary, seal_of_rendering, seal_of_unpublishing
from profiles.publishing.stored_renderings import altered_formats

AT_ONCE = 40
"""Their pages are loaded whole: a large one takes some megabytes in all its formats."""


def breaks(log: CheckedLog | None = None, *, renders: bool = False) -> Iterator[Break]:
    """Recompute every hash from the stored bytes; `renders` also makes each page anew.

    Without `log` it is read here.
    """
    log = log or CheckedLog.read()
    yield from log.breaks
    for release in _releases():
        for message in flaws(release, log):
            yield Break(str(release), message)
        if renders:
            for message in _rendered_otherwise(release):
                yield Break(str(release), message)
    yield from _unpublished_otherwise(log)
    found = set(Release.objects.values_list("sha256", flat=True))
    for sealed in log.releases.values():
        if sealed["sha256"] not in found:
            name = f"{sealed['profile']} release {sealed['number']}"
            yield Break(name, "was sealed in the log and is gone or differs")


def _unpublished_otherwise(log: CheckedLog) -> Iterator[Break]:
    """What readers are told of profiles that are off the site, against its seal."""
    sealed = dict(log.unpublishings)
    for row in Unpublishing.objects.select_related("release"):
        if sealed.pop(row.seal_id, None) != seal_of_unpublishing(row):
            yield Break(str(row.release), "it is off the site otherwise than was sealed")
    for index in sealed:
        yield Break("log", f"what entry {index} took off the site is back without a release")


def _releases() -> Iterable[Release]:
    return (
        Release.objects.order_by("slug", "number")
        .select_related("submission", "previous", "profile")
        .defer("submission__made_of", "previous__envelope", "previous__summary")
        .prefetch_related(
            "submission__reviews",
            Prefetch("submission__contributors", User.objects.only("pk")),
            "renderings",
        )
        .iterator(chunk_size=AT_ONCE)
    )


def flaws(release: Release, log: CheckedLog) -> Iterator[str]:
    """What does not hold about this release, each in a sentence's end."""
    sealed = bytes(release.envelope)
    if digest(sealed) != release.sha256:
        yield "the envelope was changed after publication"
    if digest(bytes(release.submission.document)) != release.submission.sha256:
        yield "the document was changed after submission"
    if release.sha256 not in log.releases:
        yield "the log has no entry for it"
    try:
        envelope = decode_envelope(sealed)
    except DecodeError:
        yield "the envelope cannot be read"
    else:
        yield from _place(release, envelope)
        yield from _told_otherwise(release, envelope)
    yield from _served_otherwise(release, log)


def _place(release: Release, envelope: Envelope) -> Iterator[str]:
    """In the chain of its profile."""
    if (envelope.profile, envelope.number) != (release.slug, release.number):
        yield "the envelope belongs to another release"
    if release.profile.ref != f"company/{release.slug}":
        yield "it hangs on another profile"
    if release.submission.profile_id != release.profile_id:
        yield "its submission is of another profile"
    if envelope.document_sha256 != release.submission.sha256:
        yield "the envelope names another document than the one stored"
    if envelope.previous_sha256 != (release.previous.sha256 if release.previous else ""):
        yield "it does not follow the release before it"
    if release.submission.base_id != release.previous_id:
        yield "its submission was made on top of another release"


def _told_otherwise(release: Release, envelope: Envelope) -> Iterator[str]:
    """What pages tell of it, against what was sealed."""
    submission = release.submission
    if submission.note != envelope.note:
        yield "the note was changed"
    if hash_of_summary(release.summary) != envelope.summary_sha256:
        yield "the directory shows something else"
    reviews = sorted(submission.reviews.all(), key=lambda review: (review.at, review.pk))
    comments = [approval.comment for approval in envelope.approvals]
    if not envelope.approvals or not isinstance(envelope.deeds, Deeds):
        yield "nobody approved it"
        return
    if [review.comment for review in reviews] != comments:
        yield "the reviewers' comments were changed"
    if any(review.decision != Review.Decision.APPROVE for review in reviews):
        yield "a reviewer's decision was changed"
    yield from _done_otherwise(release, submission, reviews, envelope.deeds)


def _done_otherwise(
    release: Release, submission: Submission, reviews: list[Review], sealed: Deeds
) -> Iterator[str]:
    if deed(submission.submitted_by_id, submission.submitted_at) != sealed.submitted:
        yield "who submitted it, or when, was changed"
    if tuple(deed(review.by_id, review.at) for review in reviews) != sealed.approved:
        yield "who approved it, or when, was changed"
    if deed(release.published_by_id, release.published_at) != sealed.published:
        yield "who published it, or when, was changed"
    contributors = tuple(sorted(account.pk for account in submission.contributors.all()))
    if contributors != sealed.contributors:
        yield "whose work is in it was changed"
    if not sealed.is_apart:
        yield "it was approved by somebody whose work is in it"
    moments = [sealed.submitted.at, *(each.at for each in sealed.approved), sealed.published.at]
    if moments != sorted(moments):
        yield "it was not submitted, approved and published in this order"


def _served_otherwise(release: Release, log: CheckedLog) -> Iterator[str]:
    """Whatever the site may send of it, of any build, against the seal of its making."""
    stored = set()
    for row in release.renderings.all():
        seal = log.seal_of(row, release)
        if seal is None:
            yield f"a stored {row.format} page was never sealed"
        elif seal != seal_of_rendering(row):
            yield f"the stored {row.format} page was changed after it was rendered"
        else:
            stored.add(row.format)
    for name in sorted(log.formats_of(release) - stored):
        yield f"the {name} page that was sealed is gone"


def _rendered_otherwise(release: Release) -> Iterator[str]:
    try:
        for name in altered_formats(release):
            yield f"the {name} page is not what this build makes of the document"
    except (MsgspecError, OSError) as error:
        yield f"it cannot be rendered ({error})"


def heads() -> dict[str, tuple[int, str]]:
    """The newest release of each profile: slug -> (number, sha256)."""
    return {release.slug: (release.number, release.sha256) for release in Release.objects.newest()}
