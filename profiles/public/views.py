"""A company's pages. Each view finds stored bytes and sends them."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from profiles.document.schema import decode_envelope
from profiles.models.releases import Release
from profiles.public.pages import missing, page, read_only
from profiles.public.stored_bytes import Stored, find, is_stored, respond
from profiles.renderings import ALTERNATES, FORMATS
from profiles.renderings.formats.html import NOTICE

NEGOTIATED = {each.media_type: each.name for each in (FORMATS["html"], *ALTERNATES)}
NO_COMPANY = "There is no published profile at this address."
NO_BACKGROUND = "This profile has no background page."
NO_RELEASE = "This profile has no release of that number."


@read_only
def company(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The format that `Accept` prefers; the page for people where it takes any."""
    name = NEGOTIATED[request.get_preferred_type(list(NEGOTIATED)) or "text/html"]
    stored = _find(request, slug, name)
    if stored is None:
        return _missing(slug, NO_COMPANY)
    response = respond(request, stored, "Accept")
    response["Link"] = _alternates(slug)
    return response


@read_only
def alternate(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    stored = _find(request, slug, name)
    if stored is None:
        return _missing(slug, NO_COMPANY)
    response = respond(request, stored)
    response["Link"] = f'</companies/{slug}/>; rel="canonical"'
    return response


@read_only
def background(request: HttpRequest, slug: str) -> HttpResponseBase:
    stored = _find(request, slug, "background")
    return respond(request, stored) if stored else _missing(slug, NO_BACKGROUND)


@read_only
def sources(request: HttpRequest, slug: str) -> HttpResponseBase:
    stored = _find(request, slug, "sources")
    return respond(request, stored) if stored else _missing(slug, NO_COMPANY)


@read_only
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Every release, the newest first."""
    rows = Release.objects.filter(slug=slug).order_by("-number").select_related("unpublishing")
    if rows and hasattr(rows[0], "unpublishing"):
        return _missing(slug, NO_COMPANY)
    releases = [(row, decode_envelope(bytes(row.envelope))) for row in rows]
    if not releases:
        return _missing(slug, NO_COMPANY)
    name = releases[0][0].summary["name"]
    has_background = is_stored(slug=slug, name="background")
    about = {"slug": slug, "path": f"/companies/{slug}/", "background": has_background}
    return page("public/history.html", {**about, "name": name, "releases": releases})


@read_only
def release(request: HttpRequest, slug: str, number: int, name: str = "html") -> HttpResponseBase:
    """A page of a release as it was published; if it is not the newest, it says so at its top."""
    newest = _newest(slug)
    if number == newest:
        stored = _find(request, slug, name, number)
    else:
        stored = find(slug=slug, name=name, number=number)
    if stored is None:
        return _missing(slug, NO_RELEASE)
    if number != newest:
        stored = _marked_as_old(stored, slug=slug, number=number, newest=newest)
    return respond(request, stored)


def _missing(slug: str, what: str) -> HttpResponse:
    """404, or where the profile was taken off the site 410 and why."""
    newest = Release.objects.newest().filter(slug=slug).select_related("unpublishing").first()
    if newest is None or not hasattr(newest, "unpublishing"):
        return missing(what)
    told = {"unpublishing": newest.unpublishing, "name": newest.summary["name"]}
    return page("public/gone.html", told, status=410)


def _newest(slug: str) -> int | None:
    releases = Release.objects.filter(slug=slug).order_by("-number")
    return releases.values_list("number", flat=True).first()


def _marked_as_old(stored: Stored, **context: Any) -> Stored:
    notice = render_to_string("public/_partials/notice.html", context)
    body = stored.body.replace(NOTICE.encode(), notice.encode(), 1)
    body = _led_within(body, f"/companies/{context['slug']}/", number=context["number"])
    return replace(stored, body=body, etag=f"{stored.etag}-before-{context['newest']}")


def _led_within(body: bytes, path: str, *, number: int) -> bytes:
    """Between the pages of one release, not from an old profile to the background of today."""
    release = f"{path}releases/{number}/"
    for page_of_today, its_own in (
        (f"{path}background/", f"{release}background/"),
        (f"{path}#", f"{release}#"),
    ):
        body = body.replace(f"href={page_of_today}".encode(), f"href={its_own}".encode())
    return body


def _find(request: HttpRequest, slug: str, name: str, number: int | None = None) -> Stored | None:
    codings = request.headers.get("Accept-Encoding", "")
    return find(slug=slug, name=name, number=number, accept_encoding=codings)


def _alternates(slug: str) -> str:
    return ", ".join(
        f'</companies/{slug}.{each.suffix}>; rel="alternate"; type="{each.media_type}"'
        for each in ALTERNATES
    )
