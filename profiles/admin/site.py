"""The admin site of the desk: Django's own, with room for pages that are no model's."""

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path

View = Callable[..., HttpResponseBase]
Context = Callable[[HttpRequest], dict[str, Any]]


class DeskSite(admin.AdminSite):
    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = "Desk"
    pages: ClassVar[list[tuple[str, View, str]]] = []
    first_page: ClassVar[Context]

    def get_urls(self) -> list[Any]:
        ours: list[URLPattern | URLResolver] = [
            path(route, self.admin_view(view), name=name) for route, view, name in self.pages
        ]
        return ours + super().get_urls()

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        return super().index(
            request, {"desk": DeskSite.first_page(request), **(extra_context or {})}
        )


@cache
def the_desk() -> DeskSite:
    """The one site: Django asks twice while this package is being imported."""
    return DeskSite()


def desk_page(route: str, *, name: str) -> Callable[[View], View]:
    """Put a view under /admin/<route> as `admin:<name>`, for staff only, with CSRF protection.

    The view checks its own permissions and gives its template `admin.site.each_context(request)`.
    """

    def register(view: View) -> View:
        DeskSite.pages.append((route, view, name))
        return view

    return register


def shown_first(context: Context) -> Context:
    """Give the desk's first page what this returns for a request, under the name `desk`."""
    DeskSite.first_page = context
    return context
