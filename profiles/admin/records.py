"""Records as such: searched by name where another form names one, and shown as their bodies."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from profiles.admin.links import change_url
from profiles.admin.search import matching
from profiles.models import Record

WITH_NAMES = ("company", "person", "product")
"""For `select_related`: the bodies of the kinds that other forms may refer to."""


@admin.register(Record)
class RecordLookup(admin.ModelAdmin):
    search_fields = (
        "company__name",
        "person__name",
        "product__name",
        "names__name",
        "key",
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(*WITH_NAMES)

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        return matching(queryset, self.search_fields, search_term), False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:index"))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        record = self.get_object(request, object_id)
        if record is None:
            raise Http404("There is no such record.")
        return HttpResponseRedirect(change_url(record.body))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
