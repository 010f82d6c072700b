"""Read-only tables on a record's page: what hangs on it, with its evidence and the way to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import label_for_field
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from profiles.admin.display.columns import in_words
from profiles.admin.display.marks import EVIDENCE, summary
from profiles.admin.editing.returning import opened_from
from profiles.models import Body

ROWS = 25


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """Which rows (`path` leads from them to the page's record) and which of their columns."""

    model: type[Body]
    path: str
    columns: tuple[str, ...]
    title: str = ""
    hide_empty: bool = False


@dataclass(frozen=True, slots=True)
class PanelRow:
    url: str
    name: str
    cells: list[str]
    evidence: SafeString


@dataclass(frozen=True, slots=True)
class Panel:
    title: str
    noun: str
    headings: list[str]
    rows: list[PanelRow]
    total: int
    list_url: str
    add_url: str

    @property
    def hidden_rows(self) -> int:
        return self.total - len(self.rows)


def panels_for(
    request: HttpRequest, admin_site: Any, parent: Model, specs: Iterable[PanelSpec]
) -> list[Panel]:
    """The panels that this user may see, each in a fixed number of queries."""
    admins = ((spec, admin_site.get_model_admin(spec.model)) for spec in specs)
    panels = [
        (spec, _panel(request, spec, model_admin, parent))
        for spec, model_admin in admins
        if model_admin.has_view_permission(request)
    ]
    return [panel for spec, panel in panels if panel.total or not spec.hide_empty]


def _panel(request: HttpRequest, spec: PanelSpec, model_admin: ModelAdmin, parent: Model) -> Panel:
    rows = model_admin.get_queryset(request).filter(**{spec.path: parent.pk})
    shown = rows.prefetch_related(EVIDENCE)[:ROWS]
    opts = spec.model._meta
    base = f"admin:{opts.app_label}_{opts.model_name}"
    add_url = f"{reverse(f'{base}_add')}?{urlencode({spec.path: parent.pk})}"
    can_add = model_admin.has_add_permission(request) and "__" not in spec.path
    return Panel(
        title=spec.title or str(opts.verbose_name_plural).capitalize(),
        noun=str(opts.verbose_name),
        headings=[_heading(spec.model, name) for name in spec.columns],
        rows=[_row(body, spec, f"{base}_change", parent) for body in shown],
        total=rows.count(),
        list_url=f"{reverse(f'{base}_changelist')}?{urlencode({spec.path: parent.pk})}",
        add_url=opened_from(add_url, parent.pk) if can_add else "",
    )


def _heading(model: type[Body], name: str) -> str:
    return str(label_for_field(name, model)).capitalize()


def _row(body: Body, spec: PanelSpec, change: str, parent: Model) -> PanelRow:
    first, *rest = (in_words(body, name) for name in spec.columns)
    url = opened_from(reverse(change, args=[body.pk]), parent.pk)
    return PanelRow(url, first or str(body), rest, summary(body))
