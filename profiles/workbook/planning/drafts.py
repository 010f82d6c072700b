"""What a plan would write, as it will stand afterwards, next to what stands now."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from profiles.facts import BY_KIND, RecordType
from profiles.models import Body, Capture, Citation, Claim, Decision, Record, Source, Status
from profiles.workbook.columns import CLAIM_FIELDS
from profiles.workbook.formats.sheets import tidy
from profiles.workbook.planning.database import Ref
from profiles.workbook.planning.ledger import Place

NOT_ARCHIVED = "not archived"


@dataclass
class SourceDraft:
    key: str
    source: Source | None
    place: Place | None = None
    values: dict[str, str] = field(default_factory=dict)
    """Only columns that change; in a relation, the key of the other source, or nothing."""
    relations: dict[str, str] = field(default_factory=dict)
    """By column: the key of the other source, as it will be, whether that changes or not."""


@dataclass
class CaptureDraft:
    """`seen_at` None: now, for a source that was never captured."""

    source: str
    edition: str
    seen_at: datetime | None = None
    sha256: str = ""
    fingerprint: str = ""
    capture: Capture | None = None


@dataclass
class CitationDraft:
    capture: CaptureDraft
    exact_edition: bool
    """Whether the workbook names the edition, or means whichever is the latest."""
    locator: str
    quote: str
    stance: str
    """Empty: not stated, so a new one supports and a known one stays as it is."""
    place: Place
    citation: Citation | None = None
    origin: str = ""
    """Key of the source behind it; empty: not stated, so a known one stays as it is."""
    prefix: str = ""
    suffix: str = ""
    """What stands around the quote; empty: not stated."""

    @property
    def spot(self) -> tuple[str, str, str, str]:
        return self.capture.source, self.capture.edition, self.locator, tidy(self.quote)

    @property
    def changed(self) -> bool:
        known = self.citation
        if known is None:
            return True
        stated = (
            (self.stance, known.stance),
            (self.origin, known.origin.key if known.origin else ""),
            (self.prefix, tidy(known.prefix)),
            (self.suffix, tidy(known.suffix)),
        )
        return any(asked not in ("", kept) for asked, kept in stated)


@dataclass
class ClaimDraft:
    value: str
    place: Place
    claim: Claim | None = None
    terms: dict[str, str] = field(default_factory=dict)
    """printed, as_of, status, decision, reason, note: as they will be."""
    citations: list[CitationDraft] = field(default_factory=list)
    words: str = ""
    proposed: bool = False

    def __post_init__(self) -> None:
        self.terms = self.terms or self.before()

    def before(self) -> dict[str, str]:
        if self.claim:
            return {name: str(getattr(self.claim, name)) for name in CLAIM_FIELDS}
        new = {"status": Status.REPORTED.value, "decision": Decision.OPEN.value}
        return dict.fromkeys(CLAIM_FIELDS, "") | new

    @property
    def decision(self) -> str:
        return self.terms["decision"]

    @property
    def was(self) -> str:
        """Its decision in the database; nothing for a new claim."""
        return str(self.claim.decision) if self.claim else ""

    @property
    def changed(self) -> bool:
        return self.claim is None or any(
            tidy(before) != self.terms[name] for name, before in self.before().items()
        )

    @property
    def ruled(self) -> bool:
        """Whether its decision, reason or note is made anew."""
        before = self.before()
        return any(
            tidy(before[name]) != self.terms[name] for name in ("decision", "reason", "note")
        )

    def decide(self, decision: str, reason: str = "", note: str = "") -> None:
        self.terms |= {"decision": decision, "reason": reason, "note": note}


@dataclass
class RecordDraft:
    ref: Ref
    place: Place
    record: Record | None
    body: Body | None
    values: dict[str, str] = field(default_factory=dict)
    """Facts and settings that change."""
    relations: dict[str, Ref | None] = field(default_factory=dict)
    """Relations that change."""
    claims: dict[str, dict[str, ClaimDraft]] = field(default_factory=dict)
    """By fact and tidy value, in the order in which they were or will be made."""

    @property
    def record_type(self) -> RecordType:
        return BY_KIND[self.ref[0]]

    @property
    def label(self) -> str:
        return "/".join(self.ref)

    def stored(self, column: str) -> str:
        """What the column says now; of a new record, its default."""
        if self.body:
            return str(getattr(self.body, column))
        return default_text(self.record_type.field_of(column))

    def final(self, column: str) -> str:
        """What it will say, as tidy text."""
        return self.values[column] if column in self.values else tidy(self.stored(column))

    @property
    def claim_drafts(self) -> list[ClaimDraft]:
        return [draft for drafts in self.claims.values() for draft in drafts.values()]

    @property
    def row_changes(self) -> bool:
        return self.body is None or bool(self.values or self.relations)

    @property
    def touched(self) -> bool:
        return self.row_changes or any(
            draft.changed or any(citation.changed for citation in draft.citations)
            for draft in self.claim_drafts
        )


def default_text(field: Any) -> str:
    default = field.get_default()
    return "" if default is None else str(default)
