"""What somebody sees who has tried too many passwords. The counting is django-axes'."""

from math import ceil
from typing import Any

from axes.helpers import get_cool_off
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from profiles.admin.session.kept_text import KeptText
from profiles.admin.session.lapsed_session import LOGIN_PAGE


def locked_out(
    request: HttpRequest, original: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """429, in place of whatever a login would have said; text that the form carried stays in it."""
    wait = get_cool_off(request)
    seconds = ceil(wait.total_seconds()) if wait else 0
    context = {
        **admin.site.each_context(request),
        "title": "Log in",
        "subtitle": None,
        "app_path": request.get_full_path(),
        "next": request.POST.get("next", ""),
        "form": AdminAuthenticationForm(request),
        "kept": KeptText.carried_by(request),
        "minutes": ceil(seconds / 60),
    }
    response = render(request, LOGIN_PAGE, context, status=429)
    response["Retry-After"] = str(seconds)
    add_never_cache_headers(response)
    return response
