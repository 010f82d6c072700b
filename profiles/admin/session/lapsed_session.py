"""A form was sent and is not accepted, for its session ended meanwhile: what was typed survives.

Without a session the login page comes at once and carries the text; after it, one button sends it
on. Where somebody logged in again in another tab, the form's old token is refused: the same button
then comes with a new one. It is offered only for a form that was sent from our own pages and by the
person who opened it, so that no other site and no other user of the browser can have it pressed.
"""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from profiles.admin.session.kept_text import KeptText

LOGIN_PAGE = "admin/session/login.html"


def log_in_again(request: HttpRequest, kept: KeptText) -> HttpResponse:
    site = admin.site
    context = {
        "title": "Log in",
        "subtitle": None,
        "app_path": reverse("admin:login"),
        "next": kept.address,
        "form": (site.login_form or AdminAuthenticationForm)(request),
        "kept": kept,
    }
    return _page(request, LOGIN_PAGE, context)


def go_on(request: HttpRequest, kept: KeptText, *, status: int = 200) -> HttpResponse:
    context = {"title": "What you typed is still here", "subtitle": None, "kept": kept}
    return _page(request, "admin/session/go_on.html", context, status=status)


def after_login(request: HttpRequest, kept: KeptText, response: HttpResponse) -> HttpResponse:
    """Where a login leads that carried a text: back to it, for the person who typed it."""
    if not request.user.is_authenticated:
        return response
    if kept.belongs_to(request.user):
        return go_on(request, kept)
    messages.warning(
        request,
        "What was typed before you logged in was not sent, for it was not you who typed it.",
    )
    return redirect("admin:index")


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's answer to a form without a valid token (`CSRF_FAILURE_VIEW`), losing no text."""
    kept = KeptText.carried_by(request) or KeptText.of(request)
    if kept and _is_from_our_pages(request):
        if kept.belongs_to(request.user):
            return go_on(request, kept, status=403)
        if request.user.is_anonymous:
            return log_in_again(request, kept)
    return _page(request, "403_csrf.html", {})


def _is_from_our_pages(request: HttpRequest) -> bool:
    """Browsers say so themselves, and no page can make them say otherwise."""
    own = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    return request.headers.get("Origin") in own


def _page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 403
) -> HttpResponse:
    frame = admin.site.each_context(request)
    response = render(request, template, {**frame, **context}, status=status)
    add_never_cache_headers(response)
    return response
