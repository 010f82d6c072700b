"""Workbooks made of dictionaries, and what a database looks like before and after one."""

from typing import Any

from django.apps import apps
from django.utils import timezone

from profiles.models import Capture, Citation, Claim, Record, Source
from profiles.workbook.formats.sheets import Row, Sheet

GAZETTE = {"key": "gazette", "title": "The Gazette", "url": "https://example.org/gazette"}
HERALD = {"key": "herald", "title": "The Herald"}
ACME = {"key": "acme", "name": "Acme"}


def sheet(name: str, *rows: dict[str, str], header: list[str] | None = None) -> Sheet:
    """Rows are numbered as in a spreadsheet: the first one below the header is 2."""
    columns = header or list(dict.fromkeys(column for row in rows for column in row))
    numbered = [Row(number, dict(row)) for number, row in enumerate(rows, start=2)]
    return Sheet(name, columns, numbered)


def book(**sheets: list[dict[str, str]]) -> list[Sheet]:
    return [sheet(name, *rows) for name, rows in sheets.items()]


def claim_row(fact: str, value: str, record: str = "company/acme", **cells: str) -> dict[str, str]:
    return {"record": record, "fact": fact, "value": value} | cells


def history_rows() -> dict[str, int]:
    """How many rows each table of edit history has."""
    return {
        model.__name__: model._default_manager.count()
        for model in apps.get_app_config("profiles").get_models()
        if hasattr(model, "history_id")
    }


def everything() -> dict[str, list[Any]]:
    """Every row of the tables that an import may write."""
    models = [Record, Source, Capture, Claim, Citation]
    models += [
        model for model in apps.get_app_config("profiles").get_models() if hasattr(model, "kind")
    ]
    return {
        model.__name__: list(model._default_manager.order_by("pk").values()) for model in models
    } | {"history": [history_rows()]}


def told(rows: list[Sheet]) -> list[Any]:
    """Sheets as plain lists, to compare."""
    return [(sheet.name, sheet.header, [row.cells for row in sheet.rows]) for sheet in rows]


def capture(source: Source, edition: str, **columns: Any) -> Capture:
    columns.setdefault("seen_at", timezone.now())
    return Capture.objects.create(source=source, edition=edition, **columns)


def empty_the_database() -> None:
    """Whatever guards deletion: the next import finds nothing but the users."""
    for model in apps.get_app_config("profiles").get_models():
        model._base_manager.all()._raw_delete("default")  # type: ignore[attr-defined]
