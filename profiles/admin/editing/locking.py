"""Two editors, one row: the second save is refused, names the first, and loses nothing.

Each form carries what its editor saw (`version` and the values, in `seen`). Where the row has moved
on, the form comes back with the editor's own changes in place, everybody else's taken over
elsewhere, and a list of the fields that both touched. Saving again is then a decision.
"""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from profiles.admin.display.columns import in_words
from profiles.admin.display.last_change import last_change
from profiles.models import Body, Record

OWN = ("version", "seen", "edit_reason", "key")


class LockedForm(forms.ModelForm):
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.conflict: ValidationError | None = None
        if not self.is_saved:
            return
        self.initial["version"] = loaded_version(self.instance)
        self.initial["seen"] = json.dumps(self._values_of(self.instance), default=str)
        if self.is_bound:
            self.initial.update(self._seen_values())

    @property
    def is_saved(self) -> bool:
        return not self.instance._state.adding

    @property
    def changed_data(self) -> list[str]:
        """What this editor changed, compared with what they saw."""
        return [name for name in super().changed_data if name not in OWN]

    def check_version(self) -> None:
        """Raise `ValidationError`, and merge, where somebody else saved the row meanwhile."""
        version = current_version(self.instance, lock=True)
        if version == self.cleaned_data.get("version"):
            return
        if not version:
            touch = last_change(type(self.instance), self.instance.pk)
            raise ValidationError(f"{touch}. Copy your text from below to keep it.", code="stale")
        now = type(self.instance)._default_manager.get(pk=self.instance.pk)
        self.conflict = self._conflict_with(now)
        self._take_over(now, version)
        raise self.conflict

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.is_saved and self.changed_data:
            self.check_version()
        return cleaned

    def _names(self) -> list[str]:
        columns = {c.name for c in self.instance._meta.concrete_fields if c.editable}
        return [name for name in self.fields if name in columns and name not in OWN]

    def _values_of(self, row: models.Model) -> dict[str, Any]:
        return forms.model_to_dict(row, fields=self._names())

    def _seen_values(self) -> dict[str, Any]:
        try:
            seen = json.loads(self.data.get(self.add_prefix("seen")) or "{}")
        except ValueError:
            seen = {}
        names = self._names()
        return {k: v for k, v in seen.items() if k in names} if isinstance(seen, dict) else {}

    def _conflict_with(self, now: models.Model) -> ValidationError:
        theirs = self._values_of(now)
        both = [
            f"{self[name].label}: saved now is “{in_words(now, name) or 'nothing'}”."
            for name in self.changed_data
            if name in theirs
            and self.fields[name].has_changed(self.initial.get(name), theirs[name])
            and self.fields[name].has_changed(theirs[name], self[name].data)
        ]
        touch = last_change(type(now), now.pk)
        first = f"{touch}, after you opened this page, so nothing was saved. "
        if both:
            first += "Your text is still below. You both changed the fields named here:"
            last = "Put right what should stand, then save again to replace what is saved now."
        else:
            first += "Your text is still below, together with the other changes."
            last = "Look it over, then save again."
        return ValidationError([first, *both, last], code="stale")

    def _take_over(self, now: models.Model, version: int) -> None:
        """Let the form show, and be compared with, the row as it is; keep this editor's changes."""
        theirs = self._values_of(now)
        mine = self.changed_data
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        for name in self._names():
            if name not in mine:
                value = self.fields[name].prepare_value(theirs[name])
                data[self.add_prefix(name)] = "" if value is None else value
        data[self.add_prefix("version")] = version
        data[self.add_prefix("seen")] = json.dumps(theirs, default=str)
        self.data = data


def loaded_version(row: Any) -> int:
    return row.record.version if isinstance(row, Body) else current_version(row)


def current_version(row: Any, *, lock: bool = False) -> int:
    """A record's version; of any other row, the number of its last edit. 0 where it is gone."""
    if isinstance(row, Body):
        records = Record.objects.select_for_update() if lock else Record.objects
        return records.filter(pk=row.pk).values_list("version", flat=True).first() or 0
    if lock:
        type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
    last = row.history.order_by("-history_id").values_list("history_id", flat=True).first()
    return last or 0
