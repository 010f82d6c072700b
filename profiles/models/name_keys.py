"""The column beside a name that says which names are probably the same."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from profiles.values.names import name_key

NAME, NAME_KEY = "name", "name_key"


class NameKeyField(models.CharField):
    """`name_key` of the row's `name`; nobody else writes it. `loaddata` leaves it empty."""

    def __init__(self, *args: Any, **options: Any) -> None:
        defaults: dict[str, Any] = {
            "max_length": 400,
            "blank": True,
            "default": "",
            "db_index": True,
        }
        super().__init__(*args, **defaults | {"editable": False, "serialize": False} | options)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        said = name_key(getattr(model_instance, NAME))[: self.max_length]
        setattr(model_instance, self.attname, said)
        return said


def key_columns_too(model: type[models.Model], columns: Iterable[str]) -> list[str]:
    """The columns that a write names, with the key of the name if the name is among them."""
    names = list(columns)
    has_key = any(isinstance(field, NameKeyField) for field in model._meta.local_fields)
    return [*names, NAME_KEY] if has_key and NAME in names and NAME_KEY not in names else names
