"""Rows edited inside another row's form: locked one by one, and missed when somebody deletes them.

Stock Django answers a row that is gone with an error on a hidden field, which nobody sees.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from profiles.admin.display.last_change import last_change
from profiles.admin.editing.locking import OWN


class LockedFormSet(forms.BaseInlineFormSet):
    """Inline rows, each with its own lock."""

    prefix: str
    model: type[Model]

    def __init__(self, data: Any = None, *args: Any, **options: Any) -> None:
        super().__init__(data, *args, **options)
        self.gone: list[str] = []
        if self.is_bound:
            self._drop_rows_that_are_gone()

    def _construct_form(self, i: int, **options: Any) -> Any:
        form = super()._construct_form(i, **options)  # type: ignore[misc]
        if self.instance.pk:
            # The parent in memory: it may be unsaved, and a row's key is made from its key.
            setattr(form.instance, self.fk.name, self.instance)
        return form

    def add_fields(self, form: Any, index: int | None) -> None:
        """As stock, but a new parent keeps the id it was given, and the page does not name it yet.

        The next request makes another id, and a row that names the old one would be refused.
        """
        pk = self.instance.pk
        super().add_fields(form, index)
        if self.instance._state.adding:
            self.instance.pk = pk
            form.fields[self.fk.name].initial = None
        for name, field in form.fields.items():
            label = field.label or name.replace("_", " ").capitalize()
            field.widget.attrs.setdefault(
                "aria-label", str(label)
            )  # a column's head labels nothing

    def clean(self) -> None:
        super().clean()
        if self.gone:
            raise ValidationError([*self.gone, "Nothing was saved. Look it over and save again."])
        forms_of_rows: Any = self.initial_forms
        for form in forms_of_rows:
            if hasattr(form, "cleaned_data") and form.cleaned_data.get("DELETE"):
                form.check_version()  # Django itself ignores the errors of rows to be deleted

    def _drop_rows_that_are_gone(self) -> None:
        """Forget posted rows that no longer exist, so that the next save can go through."""
        rows = _posted_rows(self.data, self.prefix)
        initial = self.initial_form_count() or 0
        pk_name = self.model._meta.pk.name
        existing = {str(row.pk) for row in self.get_queryset()}
        kept = []
        for number, row in enumerate(rows):
            if number < initial and row.get(pk_name) and row[pk_name] not in existing:
                self.gone.append(self._obituary(row, row[pk_name]))
            else:
                kept.append(row)
        if self.gone:
            self.data = _with_rows(self.data, self.prefix, kept, initial - len(self.gone))
            self.__dict__.pop("management_form", None)

    def _obituary(self, row: dict[str, str], pk: str) -> str:
        texts = [v for k, v in row.items() if k in self.form.base_fields and k not in OWN and v]
        touch = last_change(self.model, pk)
        noun = str(self.model._meta.verbose_name).capitalize()
        return f"{noun} “{' · '.join(texts)}”: {touch}."


def _posted_rows(data: Any, prefix: str) -> list[dict[str, str]]:
    total = int(data.get(f"{prefix}-TOTAL_FORMS") or 0)
    rows: list[dict[str, str]] = [{} for _ in range(min(total, 1000))]
    for name, value in data.items():
        head, _, rest = name.removeprefix(f"{prefix}-").partition("-")
        if name.startswith(f"{prefix}-") and head.isdigit() and int(head) < len(rows):
            rows[int(head)][rest] = value
    return rows


def _with_rows(data: Any, prefix: str, rows: list[dict[str, str]], initial: int) -> Any:
    fresh = data.copy()
    for name in [name for name in fresh if name.startswith(f"{prefix}-")]:
        if name.removeprefix(f"{prefix}-").partition("-")[0].isdigit():
            del fresh[name]
    for number, row in enumerate(rows):
        for rest, value in row.items():
            fresh[f"{prefix}-{number}-{rest}"] = value
    fresh[f"{prefix}-TOTAL_FORMS"] = str(len(rows))
    fresh[f"{prefix}-INITIAL_FORMS"] = str(initial)
    return fresh
