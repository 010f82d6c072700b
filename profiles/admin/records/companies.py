"""Companies, their other names and their links."""

from collections.abc import Iterable

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from profiles.admin.display.columns import column
from profiles.admin.display.links import cite_url, submit_url
from profiles.admin.editing.filters import EvidenceFilter, ProfileFilter
from profiles.admin.editing.inlines import LinkInline, NameInline
from profiles.admin.editing.panels import PanelSpec
from profiles.admin.editing.record_admin import RecordAdmin
from profiles.models import (
    Certification,
    Company,
    Comparison,
    Deal,
    Event,
    Faq,
    FundingRound,
    Investment,
    Link,
    Metric,
    Name,
    Party,
    Product,
    Quotation,
    Release,
    Role,
    Section,
    Statement,
    Valuation,
)


@admin.register(Company)
class CompanyAdmin(RecordAdmin):
    list_display = (
        "name",
        "form",
        "headquarters",
        column(Company, "founded"),
        column(Company, "headcount"),
        column(Company, "total_funding"),
        "key",
    )
    list_filter = (ProfileFilter, EvidenceFilter, "form")
    search_fields = ("name", "record__names__name", "record__key")
    last = ("form",)
    inlines = (NameInline, LinkInline)
    panels = (
        PanelSpec(FundingRound, "company", ("label", "date", "amount", "instrument"), "Rounds"),
        PanelSpec(Valuation, "company", ("amount", "date", "basis")),
        PanelSpec(Investment, "round__company", ("investor", "round", "part", "amount")),
        PanelSpec(
            Investment, "investor", ("round", "part", "amount"), "Invested in", hide_empty=True
        ),
        PanelSpec(Metric, "company", ("measure", "date", "value")),
        PanelSpec(Role, "company", ("person", "title", "group", "started", "ended")),
        PanelSpec(Product, "company", ("name", "form", "released", "licence")),
        PanelSpec(Deal, "company", ("title", "form", "date", "amount")),
        PanelSpec(Party, "who", ("deal", "part"), "In deals of others", hide_empty=True),
        PanelSpec(Event, "company", ("title", "form", "date", "look_again")),
        PanelSpec(Quotation, "company", ("words", "speaker", "date")),
        PanelSpec(Certification, "company", ("name", "form", "scope")),
        PanelSpec(Statement, "company", ("text", "topic", "attributed_to")),
        PanelSpec(Comparison, "company", ("title", "order")),
        PanelSpec(Section, "company", ("heading", "order")),
        PanelSpec(Faq, "company", ("question", "order")),
    )

    def links_of(self, request: HttpRequest, obj: Company) -> Iterable[tuple[str, str]]:
        released = Release.objects.filter(profile=obj.pk).order_by("-number").first()
        if released:
            yield f"Public page (release {released.number})", f"/companies/{released.slug}/"
        yield "Checks and submission", submit_url(obj.pk)
        if request.user.has_perm("profiles.change_claim"):
            yield "Cite many facts from one source", cite_url(profile=obj.key)
        if request.user.has_perm("profiles.export_workbook"):
            yield "Export workbook", reverse("admin:profiles_workbook_export", args=[obj.pk])
        if request.user.has_perm("profiles.view_claim"):
            annotations = reverse("admin:profiles_annotations", args=[obj.pk])
            yield "Citations as Web Annotations (JSON-LD)", annotations


@admin.register(Name)
class NameAdmin(RecordAdmin):
    list_display = ("name", "use", "subject", column(Name, "until"))
    list_filter = ("use", EvidenceFilter)
    search_fields = ("name", "record__key")
    list_select_related = ("record", "subject__company", "subject__person", "subject__product")


@admin.register(Link)
class LinkAdmin(RecordAdmin):
    list_display = ("url", "place", "company")
    list_filter = ("place", EvidenceFilter)
    search_fields = ("url", "company__name", "record__key")
    list_select_related = ("record", "company")
