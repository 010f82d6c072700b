"""After saving or deleting a row that was opened from another record's form: back to that form.

The address carries the id of that record and no address, so it leads to a form of ours or nowhere.
"""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from profiles.admin.display.links import change_url
from profiles.models import Record

OPENED_FROM = "_opened_from"


def opened_from(url: str, record_pk: Any) -> str:
    """The address of a row's form, as that record's form leads to it."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode({OPENED_FROM: record_pk})}"


class ReturnsToOpener:
    """For a ModelAdmin: stock leads to the list, and so does this for whoever came from there."""

    admin_site: Any
    has_change_permission: Any

    def opener_url(self, request: HttpRequest) -> str:
        """The form that this one was opened from; empty where there was none, or it is gone."""
        try:
            pk = UUID(request.GET.get(OPENED_FROM, ""))
        except ValueError:
            return ""
        record = Record.objects.filter(pk=pk).first()
        if record is None:
            return ""
        may = self.admin_site.get_model_admin(type(record.body)).has_view_permission(request)
        return change_url(record.body) if may else ""

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._back(request) or super().response_post_save_add(request, obj)  # type: ignore[misc]

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._back(request) or super().response_post_save_change(request, obj)  # type: ignore[misc]

    def response_delete(self, request: HttpRequest, obj_display: str, obj_id: Any) -> HttpResponse:
        stock = super().response_delete(request, obj_display, obj_id)  # type: ignore[misc]
        return stock if IS_POPUP_VAR in request.POST else self._back(request) or stock

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **options: Any
    ) -> HttpResponse:
        """The link that deletes remembers it too; a form only to read links to the list alone."""
        if self.has_change_permission(request) and self.opener_url(request):
            context["preserved_qsl"] = [(OPENED_FROM, request.GET[OPENED_FROM])]
        return super().render_change_form(request, context, *arguments, **options)  # type: ignore[misc]

    def _back(self, request: HttpRequest) -> HttpResponse | None:
        url = self.opener_url(request)
        return HttpResponseRedirect(url) if url else None
