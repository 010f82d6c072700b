"""The release document: typed, versioned, and all that renderings ever see.

Texts are canonical: dates are EDTF (`profiles.values.dates`), amounts are bounds and unit
(`profiles.values.quantities`). `ref` is `kind/key` everywhere.
"""

from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from profiles.values.dates import day_in_words

FactType = Literal["text", "choice", "date", "quantity", "url", "prose"]


class _Frozen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the document; unknown fields are an error, so old readers never misread."""


FOUND = {
    "exact": "found word for word",
    "normalised": "found but for",
    "fingerprint": "found by fingerprint",
}
DEPTHS = {
    "full": "the full text",
    "fingerprint": "the full text",
    "excerpt": "an excerpt",
    "stub": "what stands before the paywall,",
    "none": "a text",
}
VALUES = {
    "": "",
    "other": ", where it gives another value",
    "unread": "; the figure or date that it gives could not be read",
}
WHOLE = ("full", "fingerprint")
"""Depths at which nothing of the source is left out."""


class Check(_Frozen, frozen=True, kw_only=True, omit_defaults=True):
    """What a machine found of a quote, as it stood when the candidate was frozen.

    `elsewhere`: not in the text that is cited, but in another of the source, its original or its
    copies. `unchecked` is no result, and `why` says so.
    """

    outcome: Literal["exact", "normalised", "fingerprint", "elsewhere", "missing", "unchecked"]
    rules: tuple[str, ...] = ()
    """What had to be evened out to find it: dashes, quotation marks …"""
    why: Literal[
        "", "no quote", "nothing archived", "too short", "beyond a fingerprint", "not yet"
    ] = ""
    depth: Literal["full", "excerpt", "stub", "fingerprint", "none"] = "none"
    """How much of the source is archived, in the text where it was looked for."""
    seen: str = ""
    """ISO day on which the source said so."""
    gone: str = ""
    """ISO day of the latest full text, where that lacks what an earlier one had."""
    value: Literal["", "other", "unread"] = ""
    """Where its words give another value than the fact has, or one that could not be compared."""

    @property
    def is_found(self) -> bool:
        return self.outcome in FOUND

    @property
    def is_lost(self) -> bool:
        """Whether a text that should have the quote lacks it."""
        return self.outcome in ("missing", "elsewhere") or bool(self.gone)

    @property
    def words(self) -> str:
        """For people: `found word for word in the full text archived on 3 March 2025`."""
        if self.outcome == "unchecked":
            return self.result
        there, kept = ("of", "seen") if self.depth == "fingerprint" else ("in", "archived")
        archived = f" {kept} on {day_in_words(self.seen)}" if self.seen else ""
        found = f"{self.result} {there} {DEPTHS[self.depth]}{archived}"
        match self.outcome:
            case "missing":
                return found if self.depth in WHOLE else f"{found}, which is not all of it"
            case "elsewhere":
                return f"{found}, but in another text of the source"
        gone = f", no longer in that of {day_in_words(self.gone)}" if self.gone else ""
        return f"{found}{gone}{VALUES[self.value]}"

    @property
    def result(self) -> str:
        """The same without the text: `found but for dashes`, `not found`."""
        if self.outcome == "unchecked":
            return f"not checked: {self.why}"
        rules = f" {' and '.join(self.rules)}" if self.rules else ""
        not_found = "not found by fingerprint" if self.depth == "fingerprint" else "not found"
        return f"{FOUND.get(self.outcome, not_found)}{rules}"


class Freshness(_Frozen, frozen=True, kw_only=True, omit_defaults=True):
    """When a value was last known, and by when somebody has to look again. ISO days."""

    known: str = ""
    """The last day for which a source or somebody who looked says so."""
    look_again: str = ""
    """Empty for what stays true."""
    confirmed: str = ""
    """When somebody last looked and found it unchanged."""


class Citation(_Frozen, frozen=True, kw_only=True):
    source: str
    """Key of a `Source` of this document."""
    edition: str = ""
    stance: str = "supports"
    locator: str = ""
    quote: str = ""
    origin: str = ""
    """Key of the source that this one names for it; that one is in the document too."""
    check: Check | UnsetType = UNSET
    """Unset in documents from before checks were kept: then nothing is known of it."""

    @property
    def unchecked(self) -> "Citation":
        """What an editor stated of it, without what a machine found."""
        return replace(self, check=UNSET)


class Claim(_Frozen, frozen=True, kw_only=True):
    value: str
    text: str
    """For people: a choice's label; else the value itself."""
    printed: str = ""
    as_of: str = ""
    status: str = "reported"
    citations: tuple[Citation, ...] = ()
    reason: str = ""
    """Why it was accepted or not chosen: the label of a reason code."""
    note: str = ""
    decided_by: str = ""
    decided_on: str = ""
    kind: str = ""
    """Of a rival: how it disagrees with the accepted claim. `compatible`, `rounding`, `currency`,
    `date`, `basis` or `contradiction`; follows from the ruling, and before there is one from the
    values and what was said around them."""
    explanation: str = ""
    """That kind in a sentence."""
    freshness: Freshness | UnsetType = UNSET
    """Of the accepted claim; unset where it stays true and nobody confirmed it."""

    @property
    def also_given(self) -> bool:
        """Whether a rival can be true as well and nobody had to decide: no disagreement."""
        return self.kind == "compatible" and not self.decided_by


class Fact(_Frozen, frozen=True, kw_only=True):
    """A published value. `claim` is None only for prose and for facts `cited_with` another."""

    name: str
    label: str
    type: FactType
    value: str
    text: str
    claim: Claim | None = None
    rivals: tuple[Claim, ...] = ()
    cited_with: str = ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The one that is shown, if there is one, then its rivals."""
        return (self.claim, *self.rivals) if self.claim else self.rivals


class Reference(_Frozen, frozen=True, kw_only=True):
    """Another record as this one names it: the investor of an investment, the person of a role."""

    ref: str
    name: str
    when: str = ""
    """EDTF date of a round or deal of another profile, where this is all that is said of it."""

    @property
    def kind(self) -> str:
        return self.ref.partition("/")[0]

    @property
    def key(self) -> str:
        return self.ref.partition("/")[2]

    @property
    def anchor(self) -> str:
        """Its place on the page of its own profile."""
        return f"{self.kind}-{self.key}"


class Record(_Frozen, frozen=True, kw_only=True):
    kind: str
    key: str
    name: str
    facts: tuple[Fact, ...] = ()
    relations: dict[str, Reference] = {}
    settings: dict[str, str | int] = {}
    """What arranges it and states nothing: heading, place in a list."""

    @property
    def ref(self) -> str:
        return f"{self.kind}/{self.key}"

    @property
    def anchor(self) -> str:
        """Its place on the page, the same in every release."""
        return f"{self.kind}-{self.key}"

    def fact(self, name: str) -> Fact | None:
        return next((fact for fact in self.facts if fact.name == name), None)

    def value(self, name: str) -> str:
        fact = self.fact(name)
        return fact.value if fact else ""


class Source(_Frozen, frozen=True, kw_only=True):
    key: str
    title: str
    url: str = ""
    publisher: str = ""
    publisher_kind: str | UnsetType = UNSET
    """`person` or `organisation`, where somebody recorded it."""
    author: str = ""
    author_note: str = ""
    author_url: str = ""
    language: str = ""
    kind: str = ""
    published: str = ""
    updated: str = ""
    as_of: str = ""
    canonical: str = ""
    """Key of the source that this one copies; that one is in the document too."""
    derived_from: str = ""
    """Key of the source whose material this one follows; in the document too."""
    topics: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    disclaimer: str = ""
    note: str = ""
    standing: str = "in-force"
    """`in-force`, `corrected` or `retracted`."""
    standing_note: str = ""
    """What was corrected, or why it was retracted."""


class TextFingerprint(_Frozen, frozen=True, kw_only=True):
    """What tells whether a quote stands in a text that is not archived; whoever has the text can
    make it again.
    """

    source: str
    edition: str
    seen: str
    """ISO day on which the source said so."""
    sha256: str
    """Of the file or the text that was read."""
    fingerprint: str
    """JSON: salt in hexadecimal, number of words, and the hashes of every five of them in base 64:
    the first five bytes of PBKDF2-HMAC-SHA-256 over the words with a space between, 100 rounds."""


class Document(_Frozen, frozen=True, kw_only=True):
    """One profile, whole: `records[0]` is the company itself, then the registry's order.

    At the end stand records of other profiles that name the company: its part in their rounds and
    deals. They have a relation `company` to the one whose they are.
    """

    schema: Literal[1] = 1
    profile: str
    """Key of the company: its address on the public site."""
    records: tuple[Record, ...]
    sources: tuple[Source, ...]
    fingerprints: tuple[TextFingerprint, ...] | UnsetType = UNSET
    """Unset where none was needed."""

    @property
    def company(self) -> Record:
        return self.records[0]

    @property
    def citations(self) -> Iterator[Citation]:
        """Of every claim, shown or not."""
        for record in self.records:
            for fact in record.facts:
                for claim in fact.claims:
                    yield from claim.citations

    def of_kind(self, kind: str) -> list[Record]:
        return [record for record in self.records if record.kind == kind]

    def record(self, ref: str) -> Record | None:
        return next((record for record in self.records if record.ref == ref), None)

    def source(self, key: str) -> Source | None:
        return next((source for source in self.sources if source.key == key), None)


class Approval(_Frozen, frozen=True, kw_only=True):
    by: str
    at: str
    comment: str = ""


class Deed(_Frozen, frozen=True, kw_only=True):
    """What one account did, to the microsecond, as it stands in the database."""

    account: int
    at: str


class Deeds(_Frozen, frozen=True, kw_only=True):
    """Everybody who had a hand in a release, by the numbers of their accounts."""

    submitted: Deed
    approved: tuple[Deed, ...]
    published: Deed
    contributors: tuple[int, ...]
    """In order. None of them approved it."""

    @property
    def is_apart(self) -> bool:
        """Whether nobody approved their own work."""
        authors = {self.submitted.account, *self.contributors}
        return authors.isdisjoint(each.account for each in self.approved)


class Envelope(_Frozen, frozen=True, kw_only=True):
    """What makes a document a release. Times are ISO 8601 in UTC."""

    schema: Literal[1] = 1
    profile: str
    number: int
    document_sha256: str
    previous_sha256: str
    """Hash of the envelope before; empty for the first."""
    note: str
    submitted_by: str
    submitted_at: str
    approvals: tuple[Approval, ...]
    published_by: str
    published_at: str
    deeds: Deeds | UnsetType = UNSET
    """Unset in envelopes from before they were kept."""
    summary_sha256: str | UnsetType = UNSET
    """Of what the directory shows, as canonical JSON."""


def decode(document: bytes) -> Document:
    """Raises `msgspec.ValidationError` where the bytes are not such a document."""
    return msgspec.json.decode(document, type=Document)


def decode_envelope(envelope: bytes) -> Envelope:
    return msgspec.json.decode(envelope, type=Envelope)


def plain(thing: Document | Envelope) -> dict[str, Any]:
    """As dictionaries, lists and texts: what canonical JSON is made from.

    What is unset is left out, so a document from before a field keeps its bytes and its hash.
    """
    return msgspec.to_builtins(thing)
