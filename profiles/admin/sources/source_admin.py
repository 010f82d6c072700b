"""Sources, and the facts that rest on each of them."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from profiles.admin.display.columns import column
from profiles.admin.display.links import cite_url, standing_url
from profiles.admin.editing.saving import EditForm, EditingAdmin
from profiles.admin.facts.fetching import fetch_url
from profiles.admin.sources.columns import (
    CopyFilter,
    LanguageFilter,
    ReadFilter,
    copy_of,
    kind,
    named,
)
from profiles.admin.sources.exchange import download
from profiles.admin.sources.standing import groups_of
from profiles.exchange.formats import FORMATS
from profiles.models import Capture, Source
from profiles.models.sources import LONG_TEXTS, SOURCE_RELATIONS
from profiles.provenance.captures.archiving import recheck
from profiles.provenance.sources.retraction_impact import facts_resting_on
from profiles.provenance.sources.standing import twins
from profiles.provenance.sources.witnesses import copies_and_rewrites, origins, witnesses
from profiles.values.counting import counted


def export_action(form: str) -> Any:
    """The action of the list that exports the chosen sources in one of `FORMATS`."""

    @admin.action(description=f"Export as {FORMATS[form].name}", permissions=["view"])
    def export(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
        return download(queryset.select_related(*SOURCE_RELATIONS), form)

    export.__name__ = f"export_{form}"
    return export


class CaptureInline(admin.TabularInline):
    """What was captured; a capture is written once, on a page of its own."""

    model = Capture
    fields = ("edition", "seen", "depth", "medium", "length", "digest")
    readonly_fields = fields
    extra = 0
    show_change_link = True
    verbose_name_plural = "captures (what it said, and when)"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Capture]:
        """Without the texts: they are long."""
        captures = super().get_queryset(request).defer(*LONG_TEXTS)
        return captures.annotate(characters=Length("text"))

    @admin.display(description="Seen at (UTC)")
    def seen(self, capture: Capture) -> str:
        return date_format(localtime(capture.seen_at), "DATETIME_FORMAT")

    @admin.display(description="SHA-256")
    def digest(self, capture: Capture) -> str:
        return f"{capture.sha256[:12]}…" if capture.sha256 else "–"

    @admin.display(description="Text")
    def length(self, capture: Any) -> str:
        if capture.depth == Capture.Depth.FINGERPRINT:
            return "fingerprint"
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
    change_form_template = "admin/sources/source_form.html"
    change_list_template = "admin/sources/source_list.html"
    list_display = (
        named, "publisher", kind, column(Source, "published"), copy_of, "key",
    )  # fmt: skip
    list_filter = (
        ReadFilter, "kind", "standing", ("language", LanguageFilter), ("canonical", CopyFilter),
    )  # fmt: skip
    actions = tuple(map(export_action, FORMATS))
    list_select_related = ("canonical",)
    search_fields = ("title", "publisher", "author", "url", "key")
    autocomplete_fields = ("canonical", "derived_from")
    inlines = (CaptureInline,)
    fields = (
        "title", "url", "publisher", "publisher_kind", "kind", "language",
        "author", "author_kind", "author_note", "author_url",
        "published", "updated", "as_of", "canonical", "derived_from", "disclaimer", "note",
        "topics", "entities", "alternates", "key",
    )  # fmt: skip

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Prose and workbooks name a source by its key."""
        return ("key",) if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else {"key": ("title",)}

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = {"formats": {form: each.name for form, each in FORMATS.items()}}
        return super().changelist_view(request, context | (extra_context or {}))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "canonical" in form.changed_data:
            recheck(obj, Source.objects.filter(pk=form.initial["canonical"]).first())
        if not change or "url" in form.changed_data:
            for twin in twins(obj):
                messages.warning(request, f"Another source has this address: {twin} ({twin.key}).")

    def beside_fields(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        profiles, family = facts_resting_on(obj), _family(obj)
        return {
            "groups": groups_of(profiles),
            "facts_total": len({fact.place for each in profiles for fact in each.facts}),
            "twins": twins(obj),
            "family": [each for each in family if each != obj],
            "family_words": _family_words(family),
            "links": _links(request, obj),
            "fetch_url": fetch_url(request, obj),
            "can_add_capture": request.user.has_perm("profiles.add_capture"),
            "can_merge": request.user.has_perm("profiles.delete_source"),
        }


def _family(source: Source) -> list[Source]:
    """The source, what it copies or follows, and what copies or follows those: one witness."""
    family = {source.pk: source} | {origin.pk: origin for origin in origins(source)}
    for member in list(family.values()):
        family |= Source.objects.in_bulk(list(copies_and_rewrites(member)))
    return list(family.values())


def _family_words(family: list[Source]) -> str:
    articles = f"{len(family)} articles"
    return f"{articles}, {counted(witnesses(family), 'independent source')}"


def _links(request: HttpRequest, source: Source) -> list[tuple[str, str]]:
    """(button, address) of what this person may do to the source."""
    user, standing = request.user, source.standing
    links: list[tuple[str, str]] = []
    if user.has_perm("profiles.change_claim"):
        links.append(("Cite facts from this source", cite_url(source=source.key)))
    if user.has_perm("profiles.change_source"):
        if standing != Source.Standing.RETRACTED:
            links.append(("Retract…", standing_url(source.pk, "retract")))
            links.append(("Mark corrected…", standing_url(source.pk, "correct")))
        if standing != Source.Standing.IN_FORCE:
            links.append(("Put back in force…", standing_url(source.pk, "reinstate")))
    if user.has_perm("profiles.delete_source"):
        links.append(("Merge into…", standing_url(source.pk, "merge")))
    return links
