"""What every page of review, release and workbook shares: the admin's frame, and the door."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def demand(request: HttpRequest, permission: str) -> User:
    """Who asks, if they hold this right of ours; otherwise 403."""
    user = cast(User, request.user)
    if not user.has_perm(f"profiles.{permission}"):
        raise PermissionDenied
    return user


def render_page(
    request: HttpRequest, template: str, *, title: str, status: int = 200, **context: Any
) -> HttpResponse:
    frame = admin.site.each_context(request)
    return render(request, template, {**frame, "title": title, **context}, status=status)
