"""The list as one flat table, for whoever may export workbooks. Flat tables are never imported."""

from typing import Any

from django.http import HttpRequest
from import_export.admin import ExportMixin
from import_export.formats.base_formats import CSV, ODS, XLSX
from import_export.forms import ExportForm

from profiles.facts import type_of
from profiles.workbook.exporting.resources import resource_for


class FlatExport(ExportMixin):
    """For a ModelAdmin of a `Body`: django-import-export's button; search and filters apply."""

    model: Any
    export_template_name = "admin/editing/flat_export.html"
    export_form_class = ExportForm
    export_formats = (CSV, XLSX, ODS)

    def get_export_resource_classes(self, request: HttpRequest) -> list[Any]:
        return [resource_for(type_of(self.model.kind))]

    def get_export_filename(self, request: HttpRequest, queryset: Any, file_format: Any) -> str:
        return f"{type_of(self.model.kind).sheet}.{file_format.get_extension()}"

    def has_export_permission(self, request: HttpRequest) -> bool:
        user: Any = request.user
        return bool(user.has_perm("profiles.export_workbook")) and self.has_view_permission(request)
