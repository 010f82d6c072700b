"""The list of sources: its columns, and what stands in it before anybody asks for more."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from profiles.models import Source

ASKS_FOR_MORE = ("q", "kind__exact", "standing__exact")
"""In the query of the list: whoever looks for something finds it whether it was read or not."""


class ReadFilter(admin.SimpleListFilter):
    """Sources that somebody read here, unless those are wanted that others only name."""

    title = "whether it was read"
    parameter_name = "read"

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        self.hides_named = not any(request.GET.get(name) for name in ASKS_FOR_MORE)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("named", "Only named by others"), ("all", "Both")]

    def choices(self, changelist: Any) -> Any:
        first, *others = super().choices(changelist)
        yield {**first, "display": "Read here" if self.hides_named else "Both"}
        yield from others if self.hides_named else others[:1]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Source]) -> QuerySet[Source]:
        if self.value() == "named":
            return queryset.filter(kind=Source.Kind.NAMED)
        if self.value() is None and self.hides_named:
            return queryset.exclude(kind=Source.Kind.NAMED)
        return queryset


class CopyFilter(admin.EmptyFieldListFilter):
    """Of the column `canonical`."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.title = "copies"

    def choices(self, changelist: Any) -> Any:
        names = ("Both", "Originals", "Copies of another source")
        for name, choice in zip(names, super().choices(changelist), strict=True):
            yield {**choice, "display": name}


class LanguageFilter(admin.AllValuesFieldListFilter):
    def choices(self, changelist: Any) -> Any:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "Not known"}


@admin.display(description="Source", ordering="title")
def named(source: Source) -> str:
    """Many documents have no title."""
    in_force = source.standing == Source.Standing.IN_FORCE
    return str(source) if in_force else f"{source} ({source.get_standing_display().lower()})"


@admin.display(description="Kind", ordering="kind")
def kind(source: Source) -> str:
    return "Only named" if source.kind == Source.Kind.NAMED else source.get_kind_display()


@admin.display(description="Copy of", ordering="canonical__key", empty_value="–")
def copy_of(source: Source) -> str:
    return source.canonical.key if source.canonical else ""
