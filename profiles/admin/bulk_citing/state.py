"""Everything that was chosen and typed while citing many facts. No page of it keeps anything else.

What a page does not show as inputs travels in one hidden field, so that going back loses nothing
and many rows stay within what a form may carry.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict

from profiles.provenance.bulk.plan import RequestedCitation

TEXTS = ("profile", "kind", "state", "source", "recent", "paste")
CELLS = ("locator", "quote", "value")


class FactLine(msgspec.Struct):
    """One fact to cite; `name` is `kind/key#fact`, `number` that of a pasted row."""

    name: str
    locator: str = ""
    quote: str = ""
    value: str = ""
    number: int = 0

    @property
    def asked(self) -> RequestedCitation:
        ref, _, fact = self.name.partition("#")
        return RequestedCitation(ref, fact, self.locator, self.quote, self.value)


class FormState(msgspec.Struct):
    """`profile` is a company's key; `records` are ids, where it began with some rows of a list."""

    profile: str = ""
    records: list[str] = []
    kind: str = ""
    state: str = ""
    source: str = ""
    recent: str = ""
    paste: str = ""
    values: bool = False
    """Whether the column for other values than those in use is shown."""
    lines: list[FactLine] = []

    @classmethod
    def of(cls, request: HttpRequest) -> "FormState":
        """Raises `SuspiciousOperation` where the hidden field was tampered with."""
        sent = request.POST if request.method == "POST" else request.GET
        typed = _kept(sent.get("kept", "{}"))
        for name in TEXTS:
            if name in sent:
                setattr(typed, name, sent[name].strip())
        if "values" in sent:
            typed.values = sent["values"] == "on"
        typed._read_cells(sent)
        typed._read_names(sent)
        typed.choose(sent.getlist("chosen"), among=sent.get("listed", "").split())
        return typed

    @property
    def chosen(self) -> set[str]:
        return {line.name for line in self.lines}

    @property
    def asked(self) -> list[RequestedCitation]:
        return [line.asked for line in self.lines]

    def choose(self, chosen: Iterable[str], *, among: Iterable[str]) -> None:
        """Of those that were listed only the chosen stay, with what was typed for them."""
        wanted, listed = dict.fromkeys(chosen), set(among)
        kept = [line for line in self.lines if line.name in wanted or line.name not in listed]
        known = {line.name for line in kept}
        self.lines = kept + [FactLine(name) for name in wanted if name not in known]

    def leave_out(self, places: Iterable[int]) -> None:
        gone = set(places)
        self.lines = [line for place, line in enumerate(self.lines) if place not in gone]

    def hidden(self, *shown: str) -> str:
        """Everything but what the page shows as inputs: names of `TEXTS`, or `cells`."""
        kept = msgspec.structs.replace(self, **{name: "" for name in shown if name in TEXTS})
        if "cells" in shown:
            kept.lines = [FactLine(line.name, number=line.number) for line in self.lines]
        return msgspec.json.encode(kept).decode()

    def _read_cells(self, sent: QueryDict) -> None:
        for name in CELLS:
            texts = sent.getlist(name)
            if texts and len(texts) != len(self.lines):
                raise SuspiciousOperation(f"{len(texts)} of {len(self.lines)} rows came.")
            for line, text in zip(self.lines, texts, strict=False):
                setattr(line, name, text.replace("\r\n", "\n").strip())

    def _read_names(self, sent: QueryDict) -> None:
        """Those that name nothing may be typed again."""
        for place, line in enumerate(self.lines):
            line.name = sent.get(f"name-{place}", line.name).strip()


def _kept(text: str) -> FormState:
    try:
        return msgspec.json.decode(text, type=FormState)
    except msgspec.DecodeError as error:
        raise SuspiciousOperation(f"What the form carried cannot be read: {error}") from None


def fact_reference(ref: Any, fact: str) -> str:
    return f"{ref}#{fact}"
