"""The desk's form and list of any record; what a kind adds stands in its own module."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join

from profiles.admin.bulk_citing.batches import batches_of
from profiles.admin.bulk_citing.pages import begin_with
from profiles.admin.display.links import change_url, company_url
from profiles.admin.display.marks import marks_of
from profiles.admin.editing.deletion import RecordDeletion
from profiles.admin.editing.filters import EvidenceFilter
from profiles.admin.editing.flat_export import FlatExport
from profiles.admin.editing.inlines import MAX_ROWS, RecordInline
from profiles.admin.editing.keys import RecordForm
from profiles.admin.editing.panels import Panel, PanelSpec, panels_for
from profiles.admin.editing.returning import ReturnsToOpener
from profiles.admin.editing.saving import EditingAdmin
from profiles.facts import type_of
from profiles.models import Body, Company, Query
from profiles.models.namesakes import namesakes_of
from profiles.provenance.claims.evidence_state import evidence_for

VIEW_SUBMISSION = "profiles.view_submission"


class RecordAdmin(ReturnsToOpener, FlatExport, RecordDeletion, EditingAdmin):
    form = RecordForm
    object_history_template = "admin/editing/record_history.html"
    actions: Sequence[Any] = ("cite_selected",)
    list_select_related: Sequence[str] = ("record",)
    list_filter: Sequence[Any] = (EvidenceFilter,)
    panels: tuple[PanelSpec, ...] = ()
    inlines: Sequence[type[RecordInline]] = ()
    last: tuple[str, ...] = ("order",)
    """Columns that only arrange the record stand below its facts."""

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        return [column.name for column in type_of(self.model.kind).relations]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What it belongs to, what it is called, its facts in the registry's order, its place."""
        record_type = type_of(self.model.kind)
        settings = [column.name for column in record_type.settings]
        return [
            *(column.name for column in record_type.relations),
            *(name for name in settings if name not in self.last),
            *(fact.name for fact in record_type.facts),
            *(name for name in settings if name in self.last),
            "key",
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("key",) if obj else ()

    @admin.display(description="Key", ordering="record__key")
    def key(self, body: Body) -> str:
        return body.key

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change or "name" in form.changed_data:
            say_namesakes(request, obj)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(*self.list_select_related)

    @admin.action(description="Cite one source for the selected rows", permissions=["cite"])
    def cite_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse:
        return begin_with(request, queryset.values_list("pk", flat=True))

    def has_cite_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("profiles.change_claim"))

    def render_history_view(
        self, request: HttpRequest, template: str, context: dict[str, Any], **options: Any
    ) -> HttpResponse:
        """As stock, with what was done to the claims and citations of the record."""
        if request.user.has_perm("profiles.view_claim"):
            context["batches"] = batches_of(context["object"])
        return super().render_history_view(request, template, context, **options)

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[type[RecordInline]]:
        return self._inlines_and_panels(obj)[0]

    def _inlines_and_panels(self, obj: Any) -> tuple[list[Any], list[PanelSpec]]:
        """The inlines whose rows fit on this form, and a panel in place of each other one."""
        fitting: list[Any] = []
        panels: list[PanelSpec] = []
        room = MAX_ROWS
        for inline in self.inlines:
            count = inline(self.model, self.admin_site).count_for(obj) if obj else 0
            if count > room:
                panels.append(PanelSpec(inline.model, inline.path, inline.shown))
            else:
                fitting.append(inline)
                room -= count
        return fitting, panels

    def beside_fields(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        return {
            "marks": marks_of(obj, evidence_for(obj).values()),
            "panels": self.panels_of(request, obj),
            "queries": open_queries(obj) if request.user.has_perm(VIEW_SUBMISSION) else {},
            "links": self.links_of(request, obj),
        }

    def panels_of(self, request: HttpRequest, obj: Any) -> list[Panel]:
        specs = [*self._inlines_and_panels(obj)[1], *self.panels]
        return panels_for(request, self.admin_site, obj, specs)

    def links_of(self, request: HttpRequest, obj: Any) -> Iterable[tuple[str, str]]:
        """(text, address) of the strip under the title: at least the profile this belongs to."""
        company = profile_of(obj)
        if company is None or company.pk == obj.pk:
            return []
        return [(f"Profile: {company}", company_url(company.pk))]


def open_queries(body: Body) -> dict[str, list[Query]]:
    """Name of a fact -> what reviewers ask about it and nobody has settled."""
    asked: dict[str, list[Query]] = {}
    for query in Query.objects.for_desk().open().filter(ref=body.record.ref):
        asked.setdefault(query.fact, []).append(query)
    return asked


def say_namesakes(request: HttpRequest, body: Any) -> None:
    """Who else bears its name, with the way there: two rows for one company are soon two truths."""
    if others := namesakes_of(body):
        links = ((change_url(each), each, each.record.key) for each in others)
        said = format_html_join(", ", '<a href="{}">{}</a> ({})', links)
        noun = type(body)._meta.verbose_name
        messages.warning(request, format_html("Another {} has this name: {}.", noun, said))


def profile_of(body: Any) -> Company | None:
    """The company whose profile a row belongs to; None for people and what hangs on them."""
    return Company.objects.filter(pk=body.record.profile_id).first()
