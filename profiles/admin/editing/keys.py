"""Forms of records: the key is typed or made on adding, and fixed from then on."""

from typing import Any

from django import forms

from profiles.admin.editing.locking import LockedForm
from profiles.admin.editing.namesakes import NamesakeForm
from profiles.admin.editing.saving import EditForm
from profiles.models import Record


class KeyedForm(LockedForm):
    """A record's form; without a typed key the record makes one when it is saved.

    Not sooner: two new rows checked in one form would otherwise both be promised the same key.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self.is_saved:
            # From the start, for the inline rows of a new record hang on it before it is checked.
            self.instance.record = Record(kind=self.instance.kind)

    def _post_clean(self) -> None:
        typed = self.cleaned_data.get("key", "")
        if not self.is_saved:
            self.instance.record.key = typed
        super()._post_clean()  # type: ignore[misc]
        if not self.is_saved:
            self.instance.record.key = typed


class RecordForm(NamesakeForm, KeyedForm, EditForm):
    key = forms.SlugField(
        required=False,
        max_length=120,
        help_text="Optional. Names the row in workbooks and on the page, and never changes again; "
        "made from the name when left empty.",
    )

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"]
        if key and Record.objects.filter(kind=self.instance.kind, key=key).exists():
            raise forms.ValidationError(f"The key “{key}” is taken. Choose another.")
        return key
