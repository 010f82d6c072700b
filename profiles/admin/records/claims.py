"""Claims and citations as lists. They are made and ruled on at their fact's page, never here."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from profiles.admin.display.columns import column
from profiles.admin.display.links import fact_url
from profiles.admin.editing.history import SafeHistoryAdmin
from profiles.admin.editing.read_only import ReadOnlyAdmin
from profiles.admin.editing.search import matching
from profiles.document.rows import load
from profiles.facts import RECORD_TYPES, type_of
from profiles.models import Citation, Claim


class KindFilter(admin.SimpleListFilter):
    title = "kind of record"
    parameter_name = "kind"
    path = "record__kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [
            (each.kind, str(each.model._meta.verbose_name_plural).capitalize())
            for each in RECORD_TYPES
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(**{self.path: self.value()}) if self.value() else queryset


class CitedKindFilter(KindFilter):
    path = "claim__record__kind"


class EvidenceList(SafeHistoryAdmin, ReadOnlyAdmin):  # type: ignore[misc]  # the stubs differ
    """A list whose rows lead to the fact's page. Deleting needs the right to; nothing is edited."""

    list_per_page = 50
    show_full_result_count = False
    list_display_links = None
    actions = None

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = str(self.opts.verbose_name_plural).capitalize()
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        return matching(queryset, self.get_search_fields(request), search_term), False

    def claim_of(self, row: Any) -> Claim:
        raise NotImplementedError

    @admin.display(description="Fact", ordering="pk")
    def page_of_fact(self, row: Any) -> SafeString:
        claim = self.claim_of(row)
        label = type_of(claim.record).label_of(claim.fact)
        return format_html('<a href="{}">{}</a>', fact_url(claim.record_id, claim.fact), label)

    @admin.display(description="Value")
    def shown_value(self, row: Any) -> str:
        claim = self.claim_of(row)
        return type_of(claim.record).in_words(claim.fact, claim.value)[:80]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        admin = self

        class Named(ChangeList):
            def get_results(self, request: HttpRequest) -> None:
                """With the records of this page loaded: each is named by what it points to."""
                super().get_results(request)
                claims = [admin.claim_of(row) for row in self.result_list]
                bodies = load(claim.record_id for claim in claims)
                for claim in claims:
                    claim.record = bodies[claim.record_id].record

        return Named

    @admin.display(description="Record", ordering="record__key")
    def record_name(self, row: Any) -> str:
        return str(self.claim_of(row).record)[:80]

    def place_of(self, row: Any) -> str:
        claim = self.claim_of(row)
        return fact_url(claim.record_id, claim.fact)


@admin.register(Claim)
class ClaimAdmin(EvidenceList):
    list_display = (
        "page_of_fact",
        "record_name",
        "shown_value",
        "status",
        "decision",
        column(Claim, "as_of"),
    )
    list_filter = ("decision", "status", "reason", KindFilter, "fact")
    list_select_related = ("record",)
    search_fields = ("value", "printed", "record__key", "fact")

    def claim_of(self, row: Claim) -> Claim:
        return row


@admin.register(Citation)
class CitationAdmin(EvidenceList):
    list_display = (
        "page_of_fact",
        "record_name",
        "shown_value",
        "source",
        "locator",
        "stance",
        "exact",
    )
    list_filter = ("stance", "claim__decision", CitedKindFilter)
    list_select_related = ("claim__record", "capture__source")
    search_fields = ("exact", "locator", "capture__source__title", "claim__record__key")

    def claim_of(self, row: Citation) -> Claim:
        return row.claim

    @admin.display(description="Source", ordering="capture__source__title")
    def source(self, row: Citation) -> str:
        return str(row.capture.source)
