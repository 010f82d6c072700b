"""Rounds, investments, valuations and metrics."""

from django.contrib import admin
from django.http import HttpRequest

from profiles.admin.display.columns import column
from profiles.admin.editing.filters import EvidenceFilter
from profiles.admin.editing.inlines import InvestmentInline
from profiles.admin.editing.panels import PanelSpec
from profiles.admin.editing.record_admin import RecordAdmin
from profiles.models import FundingRound, Investment, Metric, Valuation


@admin.register(FundingRound)
class FundingRoundAdmin(RecordAdmin):
    list_display = (
        "label",
        "company",
        column(FundingRound, "date"),
        column(FundingRound, "amount"),
        "instrument",
    )
    list_filter = ("instrument", EvidenceFilter)
    date_hierarchy = "date_sort"
    search_fields = ("label", "company__name", "record__key")
    list_select_related = ("record", "company")
    inlines = (InvestmentInline,)
    panels = (PanelSpec(Valuation, "round", ("amount", "date", "basis")),)


@admin.register(Investment)
class InvestmentAdmin(RecordAdmin):
    list_display = (
        "investor",
        "round",
        "part",
        column(Investment, "amount"),
        column(Investment, "stake"),
    )
    list_filter = ("part", EvidenceFilter)
    search_fields = (
        "investor__company__name",
        "investor__person__name",
        "round__label",
        "round__company__name",
        "record__key",
    )
    list_select_related = ("record", "round__company", "investor__company", "investor__person")

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """A company's page leads to the list of the investments in all its rounds."""
        return lookup == "round__company" or super().lookup_allowed(lookup, value, request)


@admin.register(Valuation)
class ValuationAdmin(RecordAdmin):
    list_display = (
        "company",
        column(Valuation, "amount"),
        column(Valuation, "date"),
        "basis",
        "round",
    )
    list_filter = ("basis", EvidenceFilter)
    date_hierarchy = "date_sort"
    search_fields = ("company__name", "round__label", "record__key")
    list_select_related = ("record", "company", "round__company")


@admin.register(Metric)
class MetricAdmin(RecordAdmin):
    list_display = ("measure", "company", column(Metric, "date"), column(Metric, "value"))
    list_filter = (EvidenceFilter,)
    date_hierarchy = "date_sort"
    search_fields = ("measure", "company__name", "record__key")
    list_select_related = ("record", "company")
