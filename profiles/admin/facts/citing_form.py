"""The part of a form that says where a value stands: a known source, a new one, a pasted text."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from profiles.admin.facts.action import FactAction
from profiles.admin.facts.named_source import free_source_key
from profiles.admin.facts.quote_form import QuoteForm
from profiles.admin.facts.source_text_form import SourceTextForm, looks_pasted, remarks, title_of
from profiles.models import Claim, Source, Stance
from profiles.models.limits import web_address
from profiles.provenance.captures.archiving import CaptureResult, capture
from profiles.provenance.claims.assert_and_cite import cite
from profiles.provenance.sources.standing import known_as

SOURCE_LIST = "known-sources"


class CitingForm(SourceTextForm, QuoteForm, FactAction):
    """The part of a form that says where: a known source, or a new one."""

    source = forms.CharField(
        required=False,
        label="Source",
        help_text="Key or address of a source that is here already",
        widget=forms.TextInput(attrs={"list": SOURCE_LIST, "autocomplete": "off"}),
    )
    locator = forms.CharField(
        required=False, max_length=100, help_text="Line, section, table cell …"
    )
    quote = forms.CharField(
        required=False,
        max_length=1000,
        help_text="Verbatim words that carry the value",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    origin = forms.CharField(
        required=False,
        label="Which names",
        help_text="Key or address of the source behind this one, if it names one",
        widget=forms.TextInput(attrs={"list": SOURCE_LIST, "autocomplete": "off"}),
    )
    stance = forms.ChoiceField(choices=Stance.choices, initial=Stance.SUPPORTS, required=False)
    new_title = forms.CharField(required=False, max_length=300, label="Title")
    new_url = forms.CharField(
        required=False, max_length=1000, label="Address (URL)", validators=[web_address]
    )
    new_key = forms.SlugField(
        required=False, max_length=120, label="Key", help_text="Made from the title if empty"
    )

    new_source_fields = ("new_title", "new_url", "new_key")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.behind = self._find("origin", cleaned.get("origin", ""))
        if cleaned.get("source"):
            self.known_source = self._find("source", cleaned["source"])
        elif cleaned.get("new_title") or self.pasted:
            self._check_new_source()
        elif not set(self.new_source_fields) & set(self.errors):
            self.add_error("source", "Name a source, or enter a new one with its title.")
        if not self.errors:
            self.bring_text(self.cited_source.url)
        if not self.errors:
            self.look_for_quotes(self.known_source)
        return cleaned

    @property
    def cited_source(self) -> Source:
        return self.known_source or self.new_source

    @property
    def stated(self) -> str:
        """The value that a quote should carry."""
        return self.claim.value if self.claim else self.cleaned_data["value"]

    known_source: Source | None = None
    new_source: Source

    def _find(self, field: str, text: str) -> Source | None:
        if not (text := text.strip()):
            return None
        source = known_as(text)
        if not source and field == "source" and looks_pasted(text):
            self._move(text)
        elif not source:
            self.add_error(field, f"No source has the key or address “{text}”. Add it first.")
        return source

    def _move(self, text: str) -> None:
        """A text in the line for a key: put it where texts go, and let the editor look at it."""
        data: Any = self.data
        data = data.copy()
        if not data.get("text", "").strip():
            data["text"], data["source"] = text, ""
        self.data = data
        self.add_error(
            "text",
            "This was in the line for a source. A line loses where a text's own lines end: paste "
            "it here again if it has several.",
        )

    def _check_new_source(self) -> None:
        if not self.user.has_perm("profiles.add_source"):
            self.add_error("new_title", "You may not add sources. Choose one that is here.")
            return
        title = self.cleaned_data.get("new_title") or title_of(self.pasted)
        key = self.cleaned_data.get("new_key") or free_source_key(title)
        url = self.cleaned_data.get("new_url", "")
        self.new_source = Source(key=key, title=title, url=url)
        try:
            self.new_source.full_clean()
        except ValidationError as error:
            names = {"key": "new_key", "title": "new_title", "url": "new_url"}
            for field, messages in error.message_dict.items():
                self.add_error(names.get(field), messages)

    def cite(self, claim: Claim) -> None:
        kept = self.keep()
        cite(
            claim=claim,
            source=self.cited_source,
            capture=kept.capture if kept else None,
            locator=self.cleaned_data["locator"],
            quote=self.cleaned_data["quote"],
            stance=self.cleaned_data["stance"] or Stance.SUPPORTS,
            origin=self.behind,
        )

    def keep(self) -> CaptureResult | None:
        """The source, if it is new, and its text, if any came."""
        if self.known_source is None:
            self.new_source.save()
        if self.document is None:
            return None
        kept = capture(source=self.cited_source, content=self.document, depth=self.depth_of_text)
        self.remark, self.shows_more = remarks(kept, self.fetched), True
        return kept

    def keep_fetched(self) -> None:
        if not self.fetched:
            return
        self.keep()
        data: Any = self.data
        data = data.copy()
        data["source"] = self.cited_source.key
        for name in ("fetch", "new_title", "new_url", "new_key"):
            data.pop(name, None)
        self.data = data
        self.hint = " ".join(filter(None, ["Its text is kept.", self.remark, self.hint]))
