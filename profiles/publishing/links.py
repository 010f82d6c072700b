"""Which companies that a release names have pages of their own, and whose pages name a company."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from profiles.document.schema import Document
from profiles.models import Release, Unpublishing


def companies_named(document: Document) -> set[str]:
    """Keys of the other companies that the document's records refer to."""
    named = {
        other.key
        for record in document.records
        for other in record.relations.values()
        if other.kind == "company"
    }
    return named - {document.profile}


def published_among(companies: set[str], *, beside: Release | None = None) -> frozenset[str]:
    """Those that had a page while this release was the newest of its profile, or have one now.

    So an old release keeps the links that it had, and rendering it again gives the same bytes.
    """
    first = Release.objects.filter(slug__in=companies, number=1)
    off = Unpublishing.objects.filter(release__slug__in=companies)
    back = Release.objects.filter(previous=OuterRef("release"))
    successor = Release.objects.filter(previous=beside).first() if beside else None
    if successor:
        first = first.filter(published_at__lt=successor.published_at)
        off = off.filter(at__lt=successor.published_at)
        back = back.filter(published_at__lt=successor.published_at)
    gone = off.filter(~Exists(back)).values("release__slug")
    return frozenset(first.exclude(slug__in=gone).values_list("slug", flat=True))


def live_releases_naming(company: str) -> Iterator[Release]:
    """The newest releases whose documents refer to this company, read through one by one."""
    reference = f'"ref":"company/{company}"'.encode()  # canonical JSON has no spaces
    for release in Release.objects.live().select_related("submission").iterator(chunk_size=100):
        if release.slug != company and reference in bytes(release.submission.document):
            yield release
