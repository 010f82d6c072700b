"""Columns for partial dates and quantities, each with a sortable companion.

`founded = PartialDateField(blank=True, default="")` stores canonical EDTF text, reads back as
`PartialDate`, and adds the column `founded_sort`: a date, the earliest day it can mean.
`amount = QuantityField(unit="money", …)` stores canonical text, reads back as `Quantity`, and adds
`amount_sort`: a float, its midpoint. Order and filter ranges by the companion, never by the text.

Nothing is ever NULL but a companion: no value is "". Anything a person may write can be assigned;
saving makes it canonical or raises ValidationError.

Hazards, all of them Django's ways around `save()`:

- `save(update_fields=["amount"])` and `bulk_update` write only the columns they are told:
  tell them `companions_too(instance, ["amount"])`.
- `QuerySet.update(amount=…)` makes the value canonical but leaves `amount_sort` behind.
- `loaddata` writes no companions; save the rows once afterwards.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Combinable

from profiles.models.limits import is_not_negative
from profiles.models.name_keys import NameKeyField, key_columns_too
from profiles.values.date_parts import EXAMPLE as DATE_EXAMPLE
from profiles.values.dates import PartialDate
from profiles.values.errors import UnreadableValue
from profiles.values.quantities import Quantity
from profiles.values.quantity_parts import examples as quantity_examples

SORT = "_sort"
MONEY = "money"


def companions_too(instance: models.Model, names: Iterable[str]) -> list[str]:
    """Make the named values canonical on the instance, and return the names with their companions.

    For `instance.save(update_fields=companions_too(instance, ["amount"]))` and `bulk_update`.
    Names of other fields pass through. Raises ValidationError for a value that cannot be read.
    """
    columns: list[str] = []
    for name in names:
        columns.append(name)
        if isinstance(instance._meta.get_field(name), _ValueField):
            columns.append(name + SORT)
    columns = key_columns_too(type(instance), columns)
    for column in columns:
        field = instance._meta.get_field(column)
        if isinstance(field, _ValueField | _SortField | NameKeyField):
            field.pre_save(instance, add=False)
    return columns


# --- in forms ---------------------------------------------------------------------------------


class _ValueFormField(forms.CharField):
    """A text input whose cleaned value is canonical, or ""."""

    example = ""

    def read(self, value: object) -> str:
        raise NotImplementedError

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return _validated(self.read, text) if text else ""

    def prepare_value(self, value: Any) -> Any:
        """Show a date or number as text; leave what was typed as it was typed."""
        if value is None or isinstance(value, str):
            return value
        try:
            return str(self.read(value))
        except UnreadableValue:
            return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        if self.disabled:
            return False
        try:
            before = self.read(initial) if initial not in self.empty_values else ""
            return before != self.to_python(data)
        except (UnreadableValue, ValidationError):
            return str(initial or "") != str(data or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        hints = {"placeholder": self.example, "autocomplete": "off", "spellcheck": "false"}
        return super().widget_attrs(widget) | hints


class PartialDateFormField(_ValueFormField):
    """Reads what `PartialDate.read` reads."""

    example = DATE_EXAMPLE

    def read(self, value: object) -> str:
        return PartialDate.read(value)


class QuantityFormField(_ValueFormField):
    """Reads what `Quantity.read` reads with this default unit."""

    def __init__(self, *, unit: str = "", **options: Any) -> None:
        self.unit = unit
        self.example = quantity_examples(unit)
        super().__init__(**options)

    def read(self, value: object) -> str:
        return Quantity.read(value, self.unit)


# --- in tables --------------------------------------------------------------------------------


class _ValueField(models.CharField):
    """Canonical text in the database, a value class in Python, a companion to sort by."""

    value_class: ClassVar[type[PartialDate] | type[Quantity]]
    sort_field_class: ClassVar[type["_SortField"]]

    def read(self, value: object) -> str:
        raise NotImplementedError

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only=private_only)
        # Migrations list the companion themselves; there, a second one would add its column twice.
        is_in_migration = cls.__module__ == "__fake__"
        if not is_in_migration and not _has_field(cls, name + SORT):
            self.sort_field_class().contribute_to_class(cls, name + SORT)

    def to_python(self, value: Any) -> Any:
        if value is None or value == "":
            return ""
        return value if isinstance(value, self.value_class) else _validated(self.read, value)

    def from_db_value(
        self, value: str | None, expression: object, connection: BaseDatabaseWrapper
    ) -> str | None:
        return self.value_class.trusted(value) if value else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.canonical_on(model_instance)
        setattr(model_instance, self.attname, value)
        return value

    def canonical_on(self, instance: models.Model) -> Any:
        """Return the instance's value, read; a database expression is left alone."""
        value = getattr(instance, self.attname)
        return value if hasattr(value, "resolve_expression") else self.to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        """Leave text alone, for a lookup may look for a part of it."""
        if value is None or hasattr(value, "resolve_expression"):
            return value
        return str(value if isinstance(value, str) else self.to_python(value))

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        if value is not None and not hasattr(value, "resolve_expression"):
            value = self.to_python(value)
        return super().get_db_prep_save(value, connection)


class PartialDateField(_ValueField):
    """EDTF text of at most 60 characters, with the DateField `<name>_sort`."""

    description = "A date as exact as its source"
    value_class = PartialDate

    _pyi_private_set_type: str | int | date | Combinable  # type: ignore[assignment]
    _pyi_private_get_type: PartialDate

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 60)
        super().__init__(*args, **options)

    def read(self, value: object) -> str:
        return PartialDate.read(value)

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"form_class": PartialDateFormField, **options})


class QuantityField(_ValueField):
    """Bounds and unit in at most 100 characters, with the FloatField `<name>_sort`.

    `unit` is what a bare number is taken for: `people`, `percent`, a currency code. `money`
    demands that a currency is named.
    """

    description = "An amount as exact as its source"
    value_class = Quantity

    _pyi_private_set_type: str | float | Decimal | Combinable  # type: ignore[assignment]
    _pyi_private_get_type: Quantity

    def __init__(self, *args: Any, unit: str = "", **options: Any) -> None:
        self.unit = unit
        if unit == MONEY:
            self.default_validators = [is_not_negative]
        options.setdefault("max_length", 100)
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | ({"unit": self.unit} if self.unit else {})

    def read(self, value: object) -> str:
        return Quantity.read(value, self.unit)

    def formfield(self, **options: Any) -> Any:
        options = {"form_class": QuantityFormField, **options}
        if issubclass(options["form_class"], QuantityFormField):
            options.setdefault("unit", self.unit)
        return super().formfield(**options)


# --- to sort by -------------------------------------------------------------------------------


class _SortField(models.Field):
    """Companion of the field whose name it bears before `_sort`; nobody else writes it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        for option in ("null", "blank", "db_index"):
            options.setdefault(option, True)
        for option in ("editable", "serialize"):
            options.setdefault(option, False)
        super().__init__(*args, **options)

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False, **options: Any
    ) -> None:
        """Join the class, unless the main field has already brought a companion with it."""
        if not _has_field(cls, name):
            super().contribute_to_class(cls, name, private_only=private_only, **options)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        main: Any = model_instance._meta.get_field(self.name.removesuffix(SORT))
        value = main.canonical_on(model_instance)
        if hasattr(value, "resolve_expression"):
            raise ValidationError(f"“{main.name}” needs a value, not an expression.")
        sortable = self.sortable(value) if value else None
        setattr(model_instance, self.attname, sortable)
        return sortable

    def sortable(self, value: Any) -> Any:
        raise NotImplementedError


class DateSortField(_SortField, models.DateField):
    """The earliest day a partial date can mean."""

    def sortable(self, value: PartialDate) -> date:
        return value.earliest


class QuantitySortField(_SortField, models.FloatField):
    """The midpoint of a quantity, without regard to its unit."""

    def sortable(self, value: Quantity) -> float | None:
        return float(value.midpoint) if value.disclosed else None


PartialDateField.sort_field_class = DateSortField
QuantityField.sort_field_class = QuantitySortField


def _has_field(cls: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in cls._meta.local_fields)


def _validated(read: Any, value: object) -> str:
    try:
        text: str = read(value)
    except UnreadableValue as error:
        raise ValidationError(str(error), code="unreadable") from error
    return text
