"""The button that fetches a source's text from the web, once for each press."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from profiles.admin.display.frame import demand
from profiles.admin.display.links import change_url
from profiles.admin.display.lost_quotes import lost_quotes_message
from profiles.admin.site import desk_page
from profiles.models import Source
from profiles.provenance.captures.archiving import capture
from profiles.provenance.captures.fetching import fetch, is_allowed


def fetch_url(request: HttpRequest, source: Source | None) -> str:
    """Where a button posts to; nothing where there should be none."""
    may = is_allowed() and request.user.has_perm("profiles.add_capture")
    if not (may and source and source.url):
        return ""
    return reverse("admin:profiles_source_fetch", args=[source.pk])


@desk_page("profiles/sources/<int:pk>/fetch/", name="profiles_source_fetch")
@require_POST
def fetch_page(request: HttpRequest, pk: int) -> HttpResponse:
    demand(request, "add_capture")
    source = get_object_or_404(Source, pk=pk)
    try:
        came = fetch(source.url)  # first, and in no transaction: SQLite has one writer
        done = capture(source=source, content=came.document, depth=came.depth)
    except ValidationError as refused:
        messages.error(request, f"Nothing was kept. {' '.join(refused.messages)}")
        return redirect(change_url(source))
    known = "" if done.is_new else "It says what it said before. "
    elsewhere = f" It came from {came.address}." if came.address != source.url else ""
    messages.success(request, f"{known}{done.capture}: {done.summary}.{elsewhere}")
    if came.doubt:
        messages.warning(request, came.doubt)
    if done.drifted:
        messages.warning(request, lost_quotes_message(done))
    return redirect(change_url(source))
