"""The part of a citing form that finds words to quote, in the text that is cited."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from profiles.facts import type_of
from profiles.models import Record, Source
from profiles.provenance.captures.archiving import Document
from profiles.provenance.quotes.stated_value import ClaimedValue, claimed_value
from profiles.provenance.quotes.suggestions import passages_stating

SUGGEST = "suggest"
"""The name of the button that asks."""


class QuoteForm(forms.Form):
    """`look_for_quotes` sets `passages` and `is_asking`; a chosen passage is the quote."""

    record: Record
    fact: str
    document: Document | None
    stated: Any

    suggested = forms.CharField(required=False, max_length=1000)
    without_quote = forms.BooleanField(required=False)

    passages: list[str] | None = None
    """What of its text may be quoted; None where nobody asked."""
    hint: str = ""
    is_asking: bool = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["quote"] = cleaned.get("quote") or cleaned.get("suggested", "")
        return cleaned

    def look_for_quotes(self, source: Source | None) -> None:
        """Where that is asked for, or where a text is new and nothing is quoted yet."""
        asks = SUGGEST in self.data
        is_bare = self.document and not self.cleaned_data["quote"]
        if not asks and (not is_bare or self.cleaned_data.get("without_quote")):
            return
        said = self._said()
        if said is None:
            return
        text = self.document.text if self.document else text_kept_of(source)
        about = f"{self.fact} {type_of(self.record).label_of(self.fact)}"
        self.passages = passages_stating(text, said, about=about)
        self.is_asking = asks or bool(self.passages)
        self.hint = hint(self.passages, text, asks=asks)

    def _said(self) -> ClaimedValue | None:
        try:
            value = type_of(self.record).read(self.fact, self.stated)
        except ValidationError as error:
            self.add_error("value" if "value" in self.fields else None, error.messages)
            return None
        return claimed_value(self.record.kind, self.fact, value)


def hint(passages: list[str], text: str, *, asks: bool) -> str:
    """What to do about the passages that were found."""
    if not text:
        return "Nothing of what this source says is kept here. Paste its text, then ask again."
    if not passages:
        return "No passage of its text says this value. Type the words, or look at the value again."
    other = "" if asks else " Or press the button again to cite without a quote."
    return f"These words of its text say it. Choose some, then cite.{other}"


def text_kept_of(source: Source | None) -> str:
    """What the latest capture that has any text says."""
    captures = source.captures.exclude(text="").order_by("-seen_at", "-pk") if source else None
    latest = captures.first() if captures is not None else None
    return latest.text if latest else ""
