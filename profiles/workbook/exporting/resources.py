"""django-import-export: one flat table per record type, for export from the admin's lists.

These resources only export. A flat import could change a cited value without a claim, a ruling or
a word about it, so the admin's import button leads to the workbook upload, and `import_data`
refuses. The workbook's sheets have these very columns: an exported table can be uploaded there.
"""

from functools import cache
from typing import Any, NoReturn

from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.widgets import Widget

from profiles.facts import RecordType, type_of
from profiles.models import Record
from profiles.workbook.formats.formulas import guard
from profiles.workbook.formats.placeholders import meant
from profiles.workbook.formats.sheets import tidy


class ExportOnly(TypeError):
    """Somebody tried to import through a resource."""


class CellWidget(Widget):
    """Texts as in a workbook, and never a formula."""

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        return "" if value is None else guard(meant(tidy(str(value))))


class RefWidget(CellWidget):
    """Another record as `key`, or as `kind/key` where several kinds are possible."""

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        name = value.ref if isinstance(value, Record) else value and value.record.key
        return super().render(name, obj)


class RecordResource(ModelResource):
    def filter_export(self, queryset: Any, **options: Any) -> Any:
        """With everything that the cells name, in one query."""
        relations = type_of(queryset.model.kind).relations
        named = [
            relation.name if relation.related_model is Record else f"{relation.name}__record"
            for relation in relations
        ]
        return super().filter_export(queryset, **options).select_related("record", *named)

    def import_data(self, *args: Any, **options: Any) -> NoReturn:
        raise ExportOnly("Import through a workbook, which keeps the claims. This only exports.")


@cache
def resource_for(record_type: RecordType) -> type[RecordResource]:
    """The resource class of one record type: its key, relations, settings and facts."""
    relations = [relation.name for relation in record_type.relations]
    settings = [setting.name for setting in record_type.settings]
    facts = [fact.name for fact in record_type.facts]
    columns: dict[str, Any] = {
        "key": Field(column_name="key", attribute="record__key", widget=CellWidget())
    }
    for name in relations:
        columns[name] = Field(column_name=name, attribute=name, widget=RefWidget())
    for name in settings + facts:
        columns[name] = Field(column_name=name, attribute=name, widget=CellWidget())
    meta = {"model": record_type.model, "fields": tuple(columns), "export_order": tuple(columns)}
    name = f"{record_type.model.__name__}Resource"
    return type(name, (RecordResource,), {**columns, "Meta": type("Meta", (), meta)})
