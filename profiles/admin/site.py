"""The admin site of the desk: Django's own, with room for pages that are no model's."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from profiles.admin.record_groups import grouped
from profiles.admin.session.kept_text import KeptText, opened_by
from profiles.admin.session.lapsed_session import LOGIN_PAGE, after_login, log_in_again
from profiles.review.accounts import note_own_password

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

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().each_context(request), "opened_by": opened_by(request.user)}

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """In groups; as stock for the page of one app."""
        apps = super().get_app_list(request, app_label)
        return apps if app_label else grouped(apps)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """As stock, but a form that is sent after its session has ended loses no text."""
        guarded = super().admin_view(view, cacheable)
        refused = csrf_protect(log_in_again)

        @wraps(guarded)
        def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            kept = KeptText.of(request) if request.user.is_anonymous else None
            return refused(request, kept) if kept else guarded(request, *args, **kwargs)

        return door

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        response = super().password_change(request, extra_context)
        if response.status_code == 302 and isinstance(request.user, User):
            note_own_password(request.user)
        return response

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        kept = KeptText.carried_by(request)
        if kept is None:
            return super().login(request, extra_context)
        response = super().login(request, {"kept": kept, **(extra_context or {})})
        if isinstance(response, TemplateResponse):
            response.template_name = LOGIN_PAGE
        return after_login(request, kept, response)

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
