"""What crawlers and language models ask for."""

from django.http import HttpRequest, HttpResponse

from profiles.public.directory import companies
from profiles.public.pages import page, read_only
from profiles.public.stored_bytes import slugs_with


@read_only
def sitemap(request: HttpRequest) -> HttpResponse:
    context = {"companies": companies(), "with_background": slugs_with("background")}
    return _as("application/xml", page("public/sitemap.xml", context))


@read_only
def llms(request: HttpRequest) -> HttpResponse:
    return _as("text/plain; charset=utf-8", page("public/llms.txt", {"companies": companies()}))


@read_only
def robots(request: HttpRequest) -> HttpResponse:
    return _as("text/plain; charset=utf-8", page("public/robots.txt", {}))


def _as(content_type: str, response: HttpResponse) -> HttpResponse:
    response["Content-Type"] = content_type
    return response
