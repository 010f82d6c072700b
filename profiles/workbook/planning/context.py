"""What every step of a plan works on: the lines, the database's side, the drafts and the ledger."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from profiles.facts import BY_SHEET
from profiles.workbook.planning.database import DatabaseState, Ref
from profiles.workbook.planning.drafts import (
    NOT_ARCHIVED,
    CaptureDraft,
    CitationDraft,
    RecordDraft,
    SourceDraft,
)
from profiles.workbook.planning.headers import Line
from profiles.workbook.planning.ledger import Ledger, Place, did_you_mean


class Mode(StrEnum):
    """What happens to a cell that differs from a sourced value."""

    PROPOSE = "propose"
    ACCEPT = "accept"


@dataclass
class PlanningContext:
    mode: Mode
    filename: str
    default_source: str
    lines: dict[str, list[Line]]
    stored: DatabaseState
    ledger: Ledger
    sources: dict[str, SourceDraft] = field(default_factory=dict)
    captures: dict[str, list[CaptureDraft]] = field(default_factory=lambda: defaultdict(list))
    """By source key, in the order in which they were or will be seen."""
    records: dict[Ref, RecordDraft] = field(default_factory=dict)
    refs: dict[Ref, Place] = field(default_factory=dict)
    """Every record with a row in this workbook."""
    namesakes: dict[Ref, str] = field(default_factory=dict)
    """New record -> another one of its name, as `kind/key`."""

    def record_lines(self) -> list[Line]:
        return [line for sheet in BY_SHEET for line in self.lines.get(sheet, [])]

    def exists(self, ref: Ref) -> bool:
        return ref in self.refs or ref in self.stored.records

    def has_source(self, key: str) -> bool:
        return key in self.sources or key in self.stored.sources

    def check_source(self, key: str, place: Place) -> bool:
        if self.has_source(key):
            return True
        known = [*self.sources, *self.stored.keys_of("source")]
        self.ledger.problem(
            place,
            f"There is no source “{key}”.{did_you_mean(key, known)} "
            "Add it to the sheet “sources”, or correct the key.",
        )
        return False

    def capture(self, named: str, place: Place) -> CaptureDraft | None:
        """What `source-key` or `source-key@edition` cites; None after reporting a problem."""
        key, at, edition = named.partition("@")
        if not self.check_source(key.strip(), place):
            return None
        captures = self.captures[key.strip()]
        if not at:
            if not captures:
                captures.append(CaptureDraft(key.strip(), NOT_ARCHIVED))
            return captures[-1]
        for capture in captures:
            if capture.edition == edition.strip():
                return capture
        known = ", ".join(capture.edition for capture in captures) or "none"
        self.ledger.problem(
            place,
            f"The source “{key}” has no edition “{edition}” (it has: {known}). "
            "Add it to the sheet “captures”, or leave “@…” out to cite the latest.",
        )
        return None

    def default_citation(self, place: Place) -> CitationDraft | None:
        if not self.default_source or not self.has_source(self.default_source):
            return None
        capture = self.capture(self.default_source, place)
        return CitationDraft(capture, False, "", "", "", place) if capture else None

    @property
    def file(self) -> str:
        return self.filename or "a workbook"
