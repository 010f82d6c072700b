"""A form of the page of a fact: one action, which calls one verb."""

from typing import Any, ClassVar

from django import forms

from profiles.models import Claim, Record


class FactAction(forms.Form):
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
