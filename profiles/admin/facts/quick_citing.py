"""The one gesture: cite the value in the form, from a source used before or a new one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from profiles.admin.facts.actions import NO_REASON
from profiles.admin.facts.citing_form import SOURCE_LIST, CitingForm
from profiles.admin.facts.named_source import named_source
from profiles.admin.facts.source_text_form import title_of
from profiles.models import Citation, Claim, Decision, Reason, Record, Source
from profiles.models.limits import is_web_address
from profiles.provenance.claims.assert_and_cite import assert_value
from profiles.provenance.claims.rulings import accept

MOST_RECENT = 9  # each has a digit of the keyboard
LOOKED_THROUGH = 300
NEW, PICKED = "new", "picked"


def recent_sources(record: Record) -> list[Source]:
    """The sources last cited in the profile that this record belongs to, the latest first."""
    profile = record.profile_id
    mine = Record.objects.of_profile(profile).values("pk")
    rows = Citation.objects.filter(claim__record__in=mine).order_by("-pk")
    keys = list(dict.fromkeys(rows.values_list("capture__source_id", flat=True)[:LOOKED_THROUGH]))
    sources = Source.objects.in_bulk(keys[:MOST_RECENT])
    return [sources[key] for key in keys[:MOST_RECENT]]


class CiteValue(CitingForm):
    name = "cite-value"

    source = forms.CharField(
        required=False,
        label="Another source",
        help_text="Its key or its address; a new address becomes a new source",
        widget=forms.TextInput(attrs={"list": SOURCE_LIST, "autocomplete": "off"}),
    )
    quote = forms.CharField(
        required=False, max_length=1000, help_text="Verbatim words that carry the value"
    )
    value = forms.CharField(max_length=20_000)
    recent = forms.CharField(required=False)
    whose = forms.ChoiceField(
        required=False,
        choices=[("", "Choose …"), (NEW, "A new source"), (PICKED, "The source picked above")],
        label="Whose text it is",
    )
    reason = forms.ChoiceField(
        required=False,
        choices=NO_REASON + Reason.choices,
        label="Use it because",
        help_text="Without a reason it waits for a decision",
    )

    def known(self) -> dict[str, Any]:
        return {"value": str(getattr(self.record.body, self.fact))}

    def clean(self) -> dict[str, Any]:
        """What was typed counts before what was picked."""
        typed = self.cleaned_data.get("source", "")
        self.cleaned_data["source"] = typed or self._picked()
        return super().clean()

    def _picked(self) -> str:
        """One is always picked, so a text does not become its capture unless somebody says so."""
        picked: str = self.cleaned_data.get("recent", "")
        whose = self.cleaned_data.get("whose")
        if picked and self.pasted and not whose:
            self.add_error("whose", "Say whose text this is: it cannot be moved later.")
        return "" if self.pasted and whose == NEW else picked

    @property
    def has_rivals(self) -> bool:
        return Claim.objects.filter(record=self.record, fact=self.fact).exists()

    def _find(self, field: str, text: str) -> Source | None:
        """A new address may stand in the line for a source."""
        if field != "source" or not is_web_address(text.strip()):
            return super()._find(field, text)
        try:
            source = named_source(text, by=self.user)
        except ValidationError as refusal:
            self.add_error("source", refusal)
            return None
        if source.pk:
            return source
        self.new_source = source
        self.new_source.title = self.cleaned_data.get("new_title") or title_of(self.pasted)
        return None

    def apply(self) -> str:
        claim = assert_value(record=self.record, fact=self.fact, value=self.cleaned_data["value"])
        self.cite(claim)
        others = Claim.objects.filter(record=self.record, fact=self.fact).exclude(pk=claim.pk)
        if claim.decision == Decision.ACCEPTED:
            return "Cited."
        if not others.exists():
            accept(claim=claim, by=self.user)
            return "Cited."
        if not self.cleaned_data["reason"]:
            return "Recorded beside the other value. Decide below which is right."
        accept(claim=claim, by=self.user, reason=self.cleaned_data["reason"])
        return "Cited and used from now on."
