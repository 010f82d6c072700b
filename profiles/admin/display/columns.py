"""Columns of the lists: values in words, sorted by what they mean."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin.utils import label_for_field
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from profiles.models.fields import SORT
from profiles.values import canonical

EMPTY = "–"


def in_words(body: models.Model, name: str) -> str:
    """One value of a row as an editor reads it: `€385M`, `April 2023`, a choice's label."""
    value = getattr(body, name)
    label = getattr(body, f"get_{name}_display", None)
    return str(label()) if label else canonical.in_words(value)


def sort_column(model: type[models.Model], name: str) -> str:
    """The column that orders this one: a date's and an amount's companion, else itself."""
    try:
        return model._meta.get_field(name + SORT).name
    except FieldDoesNotExist:
        return name


def column(model: type[models.Model], name: str) -> Callable[[Any], str]:
    """For `list_display`: the value in words."""

    def show(body: Any) -> str:
        return in_words(body, name)

    show.__name__ = name
    show.short_description = label_for_field(name, model)  # type: ignore[attr-defined]
    show.admin_order_field = sort_column(model, name)  # type: ignore[attr-defined]
    show.empty_value_display = EMPTY  # type: ignore[attr-defined]
    return show
