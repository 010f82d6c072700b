"""Sources, and the facts that rest on each of them."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse

from profiles.admin.columns import column, text_in_words
from profiles.admin.editing import EditForm, EditingAdmin
from profiles.admin.links import fact_url
from profiles.facts import type_of
from profiles.models import Capture, Citation, Source

MOST_CITATIONS = 100


class CaptureInline(admin.TabularInline):
    """What was captured; a capture is written once, on a page of its own."""

    model = Capture
    fields = ("edition", "seen_at", "depth", "medium", "length", "sha256")
    readonly_fields = fields
    extra = 0
    show_change_link = True
    verbose_name_plural = "captures (what it said, and when)"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Capture]:
        """Without the texts: they are long."""
        return super().get_queryset(request).defer("text").annotate(characters=Length("text"))

    @admin.display(description="Text")
    def length(self, capture: Any) -> str:
        return f"{capture.characters:,} characters" if capture.characters else "kept elsewhere"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class SourceForm(EditForm):
    def clean_canonical(self) -> Source | None:
        return self._other("canonical", "A source cannot be a copy of itself.")

    def clean_derived_from(self) -> Source | None:
        return self._other("derived_from", "A source cannot follow itself.")

    def _other(self, relation: str, refusal: str) -> Source | None:
        other: Source | None = self.cleaned_data[relation]
        if other and other.pk == self.instance.pk:
            raise forms.ValidationError(refusal)
        return other


@admin.register(Source)
class SourceAdmin(EditingAdmin):
    form = SourceForm
    change_form_template = "admin/sources/change_form.html"
    list_display = ("title", "publisher", "kind", column(Source, "published"), "key", "canonical")
    list_filter = ("kind", "language", ("canonical", admin.EmptyFieldListFilter))
    list_select_related = ("canonical",)
    search_fields = ("title", "publisher", "author", "url", "key")
    autocomplete_fields = ("canonical", "derived_from")
    inlines = (CaptureInline,)
    fields = (
        "title", "url", "publisher", "kind", "language", "author", "author_note", "author_url",
        "published", "updated", "as_of", "canonical", "derived_from", "disclaimer", "note",
        "topics", "entities", "alternates", "key",
    )  # fmt: skip

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Prose and workbooks name a source by its key."""
        return ("key",) if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else {"key": ("title",)}

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        if obj:
            citations = Citation.objects.filter(capture__source=obj)
            context |= {
                "citations": [_line(each) for each in _with_names(citations)[:MOST_CITATIONS]],
                "citations_total": citations.count(),
                "can_add_capture": request.user.has_perm("profiles.add_capture"),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)


def _with_names(citations: Any) -> Any:
    return citations.select_related(
        "claim__record", "capture__source", *(f"claim__record__{kind}" for kind in BODIES)
    )


BODIES = ("company", "person", "fundinground", "product")


def _line(citation: Citation) -> dict[str, Any]:
    claim = citation.claim
    record_type = type_of(claim.record)
    return {
        "citation": citation,
        "record": str(claim.record),
        "label": record_type.label_of(claim.fact),
        "value": text_in_words(record_type, claim.fact, claim.value),
        "url": fact_url(claim.record_id, claim.fact),
    }
