"""Our own pages, made without the request: so no session is touched, and no cookie varies them."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from profiles.public.stored_bytes import CACHE_CONTROL
from profiles.renderings import Site
from profiles.renderings.formats.assets import asset_version


def read_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """GET and HEAD; 405 for the rest, with or without a CSRF token: there is nothing to forge."""
    return csrf_exempt(require_safe(view))


def site() -> Site:
    return Site(name=settings.SITE_NAME, url=settings.SITE_URL)


def page(template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    common = {"site": site(), "version": asset_version()}
    response = HttpResponse(render_to_string(template, {**common, **context}), status=status)
    response["Cache-Control"] = CACHE_CONTROL
    return response


def missing(what: str) -> HttpResponse:
    """404 in the house's style, also where Django would show its own page to developers."""
    return page("404.html", {"what": what}, status=404)
