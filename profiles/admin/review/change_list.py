"""Every change of a submission as one short line, under its record, with filters and counts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.text import Truncator

from profiles.admin.review.changes import TONES, kind_name
from profiles.admin.review.weaknesses import is_contested, is_unquoted, weaknesses
from profiles.document.diff import Kind
from profiles.document.schema import Document
from profiles.models import Look
from profiles.review.changed_facts import ChangedFact

LONGEST = 44
SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "−", Kind.CHANGED: "≠", Kind.EVIDENCE: "”"}
FILTERS = {
    "since": "Changed since you last looked",
    "all": "All",
    "unseen": "Not seen yet",
    "contested": "Contradiction",
    "weak": "Weak evidence",
    "unquoted": "No quote",
    "queried": "Queried",
}


@dataclass(frozen=True, slots=True)
class Line:
    changed: ChangedFact
    outcome: Look.Outcome | None
    queries: int
    shows: frozenset[str]
    """The filters under which it stands."""
    weak: list[str]

    @property
    def number(self) -> int:
        return self.changed.number

    @property
    def kind(self) -> Kind:
        return self.changed.difference.kind

    @property
    def sign(self) -> str:
        return SIGNS[self.kind]

    @property
    def tone(self) -> str:
        return TONES[self.kind]

    @property
    def value(self) -> str:
        difference = self.changed.difference
        return Truncator(difference.after or difference.before).chars(LONGEST)


@dataclass(frozen=True, slots=True)
class Chip:
    name: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class RecordLines:
    name: str
    kind: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class ChangeList:
    lines: list[Line]
    show: str

    @property
    def shown(self) -> list[Line]:
        return [line for line in self.lines if self.show in line.shows]

    @property
    def records(self) -> list[RecordLines]:
        by_record = groupby(self.shown, key=lambda line: line.changed.difference.ref)
        return [_record(ref, list(lines)) for ref, lines in by_record]

    @property
    def chips(self) -> list[Chip]:
        counts = {name: sum(name in line.shows for line in self.lines) for name in FILTERS}
        return [
            Chip(name, label, counts[name], name == self.show)
            for name, label in FILTERS.items()
            if counts[name] or name in ("all", self.show)
        ]

    @property
    def seen(self) -> int:
        return sum(line.outcome is not None for line in self.lines)

    @property
    def accepted(self) -> int:
        return sum(line.outcome == Look.Outcome.ACCEPTED for line in self.lines)

    @property
    def queried(self) -> int:
        return sum(line.queries for line in self.lines)

    def chosen(self, number: str) -> Line | None:
        """The asked-for line, else the first that is shown and not seen, else the first."""
        asked = next((line for line in self.lines if str(line.number) == number), None)
        unseen = (line for line in self.shown if line.outcome is None)
        return asked or next(unseen, None) or next(iter(self.shown), None)

    def beside(self, line: Line) -> tuple[Line | None, Line | None]:
        """The shown lines before and after one, which itself may be shown no more."""
        before = [each for each in self.shown if each.number < line.number]
        after = [each for each in self.shown if each.number > line.number]
        return (before[-1] if before else None, after[0] if after else None)

    def of_record(self, line: Line) -> list[Line]:
        """The rest of its record."""
        ref = line.changed.difference.ref
        return [each for each in self.lines if each.changed.difference.ref == ref and each != line]


def change_list(
    changes: list[ChangedFact],
    after: Document,
    *,
    looks: Mapping[str, Look.Outcome],
    queries: Mapping[str, int],
    known: Collection[str] | None,
    show: str,
) -> ChangeList:
    """`known`: hashes of the earlier submission's changes; None where there was no such one."""
    sources = {source.key: source for source in after.sources}
    lines = []
    for changed in changes:
        fact = changed.difference.fact_after
        outcome, asked = looks.get(changed.hash), queries.get(changed.hash, 0)
        weak = weaknesses(fact, sources) if fact else []
        is_so = {
            "all": True,
            "unseen": outcome is None,
            "queried": bool(asked),
            "contested": bool(fact and is_contested(fact)),
            "unquoted": bool(fact and is_unquoted(fact)),
            "weak": bool(weak),
            "since": known is not None and changed.hash not in known,
        }
        shows = frozenset(name for name, holds in is_so.items() if holds)
        lines.append(Line(changed, outcome, asked, shows, weak))
    if show not in FILTERS:
        show = "since" if any("since" in line.shows for line in lines) else "all"
    return ChangeList(lines, show)


def compact_list(changes: list[ChangedFact], after: Document) -> ChangeList:
    """All of it, as nobody has looked at it yet."""
    return change_list(changes, after, looks={}, queries={}, known=None, show="all")


def _record(ref: str, lines: list[Line]) -> RecordLines:
    name = lines[0].changed.difference.record
    return RecordLines(name, kind_name(ref.partition("/")[0]), lines)
