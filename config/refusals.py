"""The pages of requests that fail or are refused, in the site's look.

Made without the request, so that they need no session, no database and no template context.
"""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from profiles.public.pages import missing, page


@never_cache
def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; a form with too much text gets a page that says what to do instead."""
    if isinstance(exception, RequestDataTooBig):
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        return page("413.html", {"most": most}, status=413)
    return page("400.html", {}, status=400)


@never_cache
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page("403.html", {}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return missing("")


@never_cache
def failed(request: HttpRequest) -> HttpResponse:
    return page("500.html", {}, status=500)
