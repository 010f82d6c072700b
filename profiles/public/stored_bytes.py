"""Stored bytes, found with one query and sent in the coding that the client takes."""

from dataclasses import dataclass

from django.db.models import Exists, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from profiles.models.releases import Release, Rendering, Unpublishing

# A browser asks each time, so whoever publishes sees it at once; a shared cache is a minute late.
CACHE_CONTROL = "public, max-age=0, s-maxage=60, must-revalidate"
CODINGS = {"br": "body_brotli", "gzip": "body_gzip", "": "body"}  # the best first


@dataclass(frozen=True, slots=True)
class Stored:
    body: bytes
    etag: str
    media_type: str
    coding: str = ""


def find(
    *, slug: str, name: str, number: int | None = None, accept_encoding: str = ""
) -> Stored | None:
    """The newest bytes of a format, of the newest release unless `number` names one."""
    coding = preferred_coding(accept_encoding)
    rows = _rows(slug, name, number).order_by("-pk")
    row = rows.values_list(CODINGS[coding], "etag", "media_type").first()
    if row is None:
        return None
    body, etag, media_type = row
    return Stored(bytes(body), etag, media_type, coding)


def is_stored(*, slug: str, name: str, number: int | None = None) -> bool:
    """Whether a release, the newest unless `number` names one, has this page."""
    return _rows(slug, name, number).exists()


def slugs_with(name: str) -> set[str]:
    """The profiles whose newest release has this page."""
    rows = Rendering.objects.sealed().filter(format=name, release__in=Release.objects.live())
    return set(rows.values_list("release__slug", flat=True))


def _rows(slug: str, name: str, number: int | None) -> QuerySet[Rendering]:
    """Of one release in one format, by any build. The newest release may lack what others had."""
    newest = Release.objects.filter(slug=slug).order_by("-number").values("number")[:1]
    off = Unpublishing.objects.filter(release__slug=slug, release__number=Subquery(newest))
    return Rendering.objects.sealed().filter(
        ~Exists(off),
        release__slug=slug,
        release__number=Subquery(newest) if number is None else number,
        format=name,
    )


def preferred_coding(accept_encoding: str) -> str:
    """`br`, `gzip` or nothing: the smallest that the header allows."""
    allowed = set()
    for entry in accept_encoding.lower().split(","):
        coding, _, parameters = entry.partition(";")
        if parameters.replace(" ", "").rstrip("0.") != "q=":
            allowed.add(coding.strip())
    return next((coding for coding in CODINGS if coding in allowed), "")


def respond(request: HttpRequest, stored: Stored, *vary: str) -> HttpResponseBase:
    """The bytes with their own ETag for each coding; 304 where the client has them already."""
    response = HttpResponse(stored.body, content_type=content_type(stored.media_type))
    if stored.coding:
        response["Content-Encoding"] = stored.coding
    response["ETag"] = f'"{stored.etag}-{stored.coding or "identity"}"'
    response["Cache-Control"] = CACHE_CONTROL
    patch_vary_headers(response, [*vary, "Accept-Encoding"])
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def content_type(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
