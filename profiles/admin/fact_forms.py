"""What an editor can do on the page of a fact. Each form is one deed and calls one verb."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from profiles.admin.pasting import TextOfSource, looks_pasted, remarks, title_of
from profiles.admin.quoting import QuoteOfText
from profiles.models import Claim, Reason, Record, Source, Stance, Status
from profiles.models.companies import web_address
from profiles.models.fields import PartialDateFormField
from profiles.models.history import name_of
from profiles.provenance.captures import Captured, capture
from profiles.provenance.claims import amend, assert_value, cite
from profiles.provenance.freshness import confirm
from profiles.provenance.rulings import accept, reject, reopen

SOURCE_LIST = "known-sources"
NO_REASON = [("", "Choose …")]


class Deed(forms.Form):
    """`apply` does it and returns what to tell the editor; it raises `ValidationError`."""

    name: ClassVar[str]
    decides: ClassVar[bool] = False
    """Whether it is a decision, which may only be made on what the page shows."""

    def __init__(
        self, data: Any = None, *, record: Record, fact: str, user: Any, claim: Claim | None = None
    ) -> None:
        self.record, self.fact, self.user, self.claim = record, fact, user, claim
        auto_id = f"{self.name}-{claim.pk if claim else 'new'}-%s"
        super().__init__(data, auto_id=auto_id, initial=self.known())

    def known(self) -> dict[str, Any]:
        return {}

    is_asking: bool = False
    """Set by `clean`: valid, but not to be done yet, for the page asks something back."""
    remark: str = ""
    """Set by `apply`: what else to tell the editor."""
    shows_more: bool = False
    """Set by `apply`: the page has something to look at now, so it should stay open."""

    def keep_fetched(self) -> None:
        """Where it is asking: nobody should fetch again what came already."""

    def apply(self) -> str:
        raise NotImplementedError


class Citing(TextOfSource, QuoteOfText, Deed):
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
        source = self._known(text)
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

    def _known(self, text: str) -> Source | None:
        if not text:
            return None  # many sources have no address
        return Source.objects.filter(key=text).first() or Source.objects.filter(url=text).first()

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

    def keep(self) -> Captured | None:
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


class AddClaim(Citing):
    name = "add"

    value = forms.CharField(max_length=20_000, help_text="As you would type it into the form")
    printed = forms.CharField(
        required=False, max_length=300, label="As printed", help_text="The source’s own wording"
    )
    as_of = PartialDateFormField(required=False, label="As of")
    status = forms.ChoiceField(choices=Status.choices, initial=Status.REPORTED)
    use = forms.BooleanField(required=False, label="Use this value now")
    reason = forms.ChoiceField(
        required=False,
        choices=NO_REASON + Reason.choices,
        label="Why it is right",
        help_text="Needed only where sources disagree",
    )
    note = forms.CharField(required=False, max_length=600, label="Note for readers")

    field_order = ["value", "printed", "as_of", "status", "source", "locator", "quote", "stance"]

    def known(self) -> dict[str, Any]:
        claims = Claim.objects.filter(record=self.record, fact=self.fact)
        if claims.exists():
            return {}
        return {"value": str(getattr(self.record.body, self.fact)), "use": True}

    def apply(self) -> str:
        said = {name: self.cleaned_data[name] for name in ("value", "printed", "as_of", "status")}
        claim = assert_value(record=self.record, fact=self.fact, **said)
        self.cite(claim)
        if not self.cleaned_data["use"]:
            return "The claim is recorded. Decide below which value is right."
        reason = self.cleaned_data["reason"] or Reason.UNDISPUTED
        accept(claim=claim, by=self.user, reason=reason, note=self.cleaned_data["note"])
        return "The claim is recorded and its value is used."


class CiteAlso(Citing):
    name = "cite"
    claim: Claim

    def apply(self) -> str:
        self.cite(self.claim)
        return "The citation is recorded."


class Accept(Deed):
    name = "accept"
    decides = True
    claim: Claim

    reason = forms.ChoiceField(choices=NO_REASON + Reason.choices, label="Why it is right")
    note = forms.CharField(required=False, max_length=600, label="Note for readers")

    def apply(self) -> str:
        accept(claim=self.claim, by=self.user, **self.cleaned_data)
        return "The value is used from now on."


class SetAside(Deed):
    name = "set-aside"
    decides = True
    claim: Claim

    reason = forms.ChoiceField(
        choices=NO_REASON + Reason.against(),
        label="Why it is not used",
    )
    note = forms.CharField(required=False, max_length=600, label="Note for readers")

    def apply(self) -> str:
        reject(claim=self.claim, by=self.user, **self.cleaned_data)
        return "The claim is set aside; it stays here and is shown with its reason."


class Reopen(Deed):
    name = "reopen"
    decides = True
    claim: Claim

    def apply(self) -> str:
        reopen(claim=self.claim)
        return "The decision is taken back. The value in use is not changed."


class Amend(Deed):
    name = "amend"
    claim: Claim

    printed = forms.CharField(required=False, max_length=300, label="As printed")
    as_of = PartialDateFormField(required=False, label="As of")
    status = forms.ChoiceField(choices=Status.choices)

    def known(self) -> dict[str, Any]:
        return {name: getattr(self.claim, name) for name in ("printed", "as_of", "status")}

    def apply(self) -> str:
        if amend(claim=self.claim, **self.cleaned_data):
            return "The claim is corrected."
        return "Nothing was different, so nothing was saved."


class Confirm(Deed):
    name = "confirm"
    decides = True
    claim: Claim

    note = forms.CharField(
        required=False, max_length=300, label="Note", help_text="Where you looked; not published"
    )

    def apply(self) -> str:
        confirm(claim=self.claim, by=self.user, note=self.cleaned_data["note"])
        return "Confirmed: looked again today, and unchanged."


DEEDS: dict[str, type[Deed]] = {
    deed.name: deed for deed in (AddClaim, CiteAlso, Accept, SetAside, Reopen, Amend, Confirm)
}


def decided_by(claim: Claim) -> str:
    return name_of(claim.decided_by) if claim.decided_by else ""


def free_source_key(title: str) -> str:
    stem = slugify(title)[:110].rstrip("-") or "source"
    taken = set(Source.objects.filter(key__startswith=stem).values_list("key", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(key for key in numbered if key not in taken)
