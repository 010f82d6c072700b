"""Records as such: searched by name where another form names one, and shown as their bodies."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from profiles.admin.display.links import change_url
from profiles.admin.editing.read_only import ReadOnlyAdmin
from profiles.admin.editing.search import matching
from profiles.models import Record

WITH_NAMES = ("company", "person", "product", "fundinground__company", "deal", "event")
"""For `select_related`: the bodies of the kinds that other forms may refer to."""


@admin.register(Record)
class RecordLookup(ReadOnlyAdmin):
    search_fields = (
        "company__name",
        "person__name",
        "product__name",
        "fundinground__label",
        "deal__title",
        "event__title",
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

    def place_of(self, row: Record) -> str:
        return change_url(row.body)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
