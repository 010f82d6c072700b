"""Small rows edited inside another record's form. Many rows get a list of their own instead."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from profiles.admin.display.links import change_url
from profiles.admin.display.marks import EVIDENCE, row_marks
from profiles.admin.editing.keys import KeyedForm
from profiles.admin.editing.locked_rows import LockedFormSet
from profiles.admin.editing.returning import opened_from
from profiles.models import Body, Cell, Investment, Link, Name, Participant, Party, Record

MAX_ROWS = (
    50  # of all inlines of a form; with too many fields it would be refused, and the work lost
)


class RecordInline(admin.TabularInline):
    form = KeyedForm
    formset = LockedFormSet
    extra = 1
    max_num = MAX_ROWS
    shown: tuple[str, ...] = ()
    """The editable columns, in order."""
    path = ""
    """From the row to the parent's key: how lists of these rows are filtered."""

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        hidden = ["version", "seen"] if self.has_change_permission(request, obj) else []
        return [*self.shown, "marks", *hidden]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("marks",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request).select_related("record")
        return rows.prefetch_related(EVIDENCE)

    def count_for(self, parent: Model) -> int:
        return self.model._default_manager.filter(**{self.path: parent.pk}).count()

    @admin.display(description="Evidence")
    def marks(self, row: Body) -> SafeString | str:
        """With the way to the row's own form, from which one comes back here."""
        if row._state.adding:
            return ""
        url = opened_from(change_url(row), row.owner_id)
        words = '{} <a href="{}">Open<span class="visually-hidden"> {}</span></a>'
        return format_html(words, row_marks(row), url, row)


class LinkInline(RecordInline):
    model = Link
    shown = ("place", "url")
    path = "company"


class OthersInline(RecordInline):
    """Rows that each name another record, a company or a person: `other` is the relation."""

    other = ""

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return (self.other,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        names = (f"{self.fk_name}__company", f"{self.other}__company", f"{self.other}__person")
        return super().get_queryset(request).select_related(*names)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == self.other:
            options["queryset"] = Record.objects.select_related("company", "person")
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name == self.other:
            field.widget.can_view_related = False  # an icon in every row, for what the name says
        return field


class InvestmentInline(OthersInline):
    model = Investment
    fk_name = path = "round"
    other = "investor"
    shown = ("investor", "part", "amount", "stake", "standing")


class PartyInline(OthersInline):
    model = Party
    fk_name = path = "deal"
    other = "who"
    shown = ("who", "part", "description")


class ParticipantInline(OthersInline):
    model = Participant
    fk_name = path = "event"
    other = "who"
    shown = ("who", "part")


class CellInline(RecordInline):
    model = Cell
    path = "comparison"
    shown = ("row", "column", "text", "order")


class NameFormSet(LockedFormSet):
    """Names hang on a `Record`; the form around them edits that record's body."""

    def __init__(self, data: Any = None, files: Any = None, instance: Any = None, **rest: Any):
        super().__init__(data, files, instance=_record_of(instance), **rest)


def _record_of(body: Any) -> Record:
    if body is not None and body.record_id:
        return body.record
    return Record()


class NameInline(RecordInline):
    model = Name
    formset = NameFormSet
    fk_name = "subject"
    shown = ("name", "use", "since", "until")
    path = "subject"
    verbose_name_plural = "other names"

    def __init__(self, parent_model: Any, admin_site: admin.AdminSite) -> None:
        super().__init__(Record, admin_site)
