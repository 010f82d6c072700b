"""Requests that Django refuses before any page sees them."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A form with too much text gets a page that says what to do instead."""
    if not isinstance(exception, RequestDataTooBig):
        return bad_request(request, exception)
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return render(request, "413.html", {"most": most}, status=413)
