"""What an editor can do on the page of a fact. Each form is one action and calls one verb."""

from typing import Any

from django import forms

from profiles.admin.facts.action import FactAction
from profiles.admin.facts.citing_form import CitingForm
from profiles.models import Claim, Reason, Status
from profiles.models.fields import PartialDateFormField
from profiles.models.history import name_of
from profiles.provenance.claims.assert_and_cite import amend, assert_value
from profiles.provenance.claims.freshness import confirm
from profiles.provenance.claims.rulings import accept, reject, reopen

NO_REASON = [("", "Choose …")]


class AddClaim(CitingForm):
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


class CiteAlso(CitingForm):
    name = "cite"
    claim: Claim

    def apply(self) -> str:
        self.cite(self.claim)
        return "The citation is recorded."


class Accept(FactAction):
    name = "accept"
    decides = True
    claim: Claim

    reason = forms.ChoiceField(choices=NO_REASON + Reason.choices, label="Why it is right")
    note = forms.CharField(required=False, max_length=600, label="Note for readers")

    def apply(self) -> str:
        accept(claim=self.claim, by=self.user, **self.cleaned_data)
        return "The value is used from now on."


class SetAside(FactAction):
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


class Reopen(FactAction):
    name = "reopen"
    decides = True
    claim: Claim

    def apply(self) -> str:
        reopen(claim=self.claim)
        return "The decision is taken back. The value in use is not changed."


class Amend(FactAction):
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


class Confirm(FactAction):
    name = "confirm"
    decides = True
    claim: Claim

    note = forms.CharField(
        required=False, max_length=300, label="Note", help_text="Where you looked; not published"
    )

    def apply(self) -> str:
        confirm(claim=self.claim, by=self.user, note=self.cleaned_data["note"])
        return "Confirmed: looked again today, and unchanged."


ACTIONS: dict[str, type[FactAction]] = {
    action.name: action for action in (AddClaim, CiteAlso, Accept, SetAside, Reopen, Amend, Confirm)
}


def decided_by(claim: Claim) -> str:
    return name_of(claim.decided_by) if claim.decided_by else ""
