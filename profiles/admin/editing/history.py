"""The history of a row: a list of edits, and a page that shows one version and changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from simple_history.admin import SimpleHistoryAdmin

from profiles.admin.display.columns import EMPTY, in_words
from profiles.admin.display.last_change import name_or_nobody
from profiles.models.fields import SORT


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    old: str
    new: str


def shown_columns(model: type[Model]) -> list[Any]:
    """The columns that people write: neither keys nor the companions that only serve sorting."""
    return [
        column
        for column in model._meta.concrete_fields
        if not column.primary_key and not column.name.endswith(SORT)
    ]


def differences(old: Model, new: Model) -> list[Difference]:
    """Column by column, what differs between two versions of a row."""
    return [
        Difference(str(column.verbose_name).capitalize(), _text(old, column), _text(new, column))
        for column in shown_columns(type(new))
        if getattr(old, column.attname) != getattr(new, column.attname)
    ]


def version_label(row: Model) -> str:
    """A row's name; one that is deleted may be named after another that is gone as well."""
    try:
        return str(row)
    except ObjectDoesNotExist:
        return f"{row._meta.verbose_name}, deleted"


def _text(row: Model, column: Any) -> str:
    if not column.is_relation:
        return in_words(row, column.name) or EMPTY
    try:
        return str(getattr(row, column.name) or EMPTY)
    except column.related_model.DoesNotExist:
        return f"{column.related_model._meta.verbose_name}, deleted since"


class SafeHistoryAdmin(SimpleHistoryAdmin):
    """simple-history's pages, with the one that could overwrite a row made read-only."""

    object_history_template = "admin/editing/history.html"
    object_history_list_template = "admin/editing/_partials/edits.html"

    def history_view_title(self, request: HttpRequest, obj: Model) -> str:
        return f"History of {version_label(obj)}"

    def render_history_view(
        self, request: HttpRequest, template: str, context: dict[str, Any], **options: Any
    ) -> HttpResponse:
        context["name"] = version_label(context["object"])
        return super().render_history_view(request, template, context, **options)

    def get_history_queryset(
        self, request: HttpRequest, history_manager: Any, pk_name: str, object_id: Any
    ) -> Any:
        """Without stock's joins to the records of today, which hide the history of deleted ones."""
        try:
            return history_manager.filter(**{pk_name: object_id}).select_related("history_user")
        except (TypeError, ValueError, ValidationError):
            raise Http404("There is no such row.") from None

    def set_history_delta_changes(
        self, request: HttpRequest, historical_records: Any, foreign_keys_are_objs: bool = True
    ) -> None:
        """Each edit against the one before, the last of a page against the next page's first."""
        edits = list(historical_records)
        if not edits:
            return
        earlier = [*edits[1:], edits[-1].prev_record]
        for edit, before in zip(edits, earlier, strict=True):
            edit.editor = name_or_nobody(edit.history_user)
            edit.changes = differences(before.instance, edit.instance) if before else []

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """One version as it was, beside the row as it is. Only ever read."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        edit = self._edit(object_id, version_id)
        if not self.has_view_history_or_change_history_permission(request, edit.instance):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"{version_label(edit.instance)}, as saved then",
            "opts": self.model._meta,
            "edit": edit,
            "name": version_label(edit.instance),
            "who": name_or_nobody(edit.history_user),
            "lines": self._lines(edit),
            "object_id": object_id,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/editing/version.html", context)

    def _edit(self, object_id: str, version_id: str) -> Any:
        model: Any = self.model
        try:
            edit = model.history.select_related("history_user").get(
                **{model._meta.pk.attname: object_id, "history_id": version_id}
            )
        except (model.history.model.DoesNotExist, TypeError, ValueError, ValidationError):
            raise Http404("There is no such version.") from None
        return edit

    def _lines(self, edit: Any) -> Sequence[tuple[str, str, str, bool]]:
        """(label, then, now, is different) for each column; `now` is empty for a deleted row."""
        now = self.model._default_manager.filter(pk=edit.instance.pk).first()
        lines = []
        for column in shown_columns(self.model):
            then = _text(edit.instance, column)
            current = _text(now, column) if now else ""
            lines.append((str(column.verbose_name).capitalize(), then, current, then != current))
        return lines
