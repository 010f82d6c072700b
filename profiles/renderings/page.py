"""The page before it is written down: what every reading format prints, in order.

    Page > Part (a section) > Group (a subheading) > Entry (one record) > Line > Item > Value

A format decides how these look, never which of them there are: so all say the same.
"""

from dataclasses import dataclass
from typing import Literal

from profiles.document.schema import FactType, Source

Layout = Literal[
    "rows", "entries", "prose", "funding", "questions", "callout", "comparison", "statements"
]

NOT_DISCLOSED = "not disclosed"
NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class Mark:
    """One use of one source: what stands behind a value, and what an endnote leads back to."""

    number: int
    letter: str

    @property
    def anchor(self) -> str:
        return f"r{self.number}{self.letter}"

    @property
    def note_anchor(self) -> str:
        return f"n{self.number}"


@dataclass(frozen=True, slots=True)
class Day:
    words: str
    iso: str = ""
    """For `<time datetime>`; empty where a season or an interval has none."""


@dataclass(frozen=True, slots=True)
class Ruling:
    reason: str = ""
    note: str = ""
    by: str = ""
    on: Day | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """One fact as readers see it, with everything that belongs to it."""

    words: str
    canonical: str = ""
    type: FactType = "text"
    iso: str = ""
    status: str = ""
    """Only where it is not simply reported: rumoured, projected, denied, confirmed."""
    as_of: Day | None = None
    marks: tuple[Mark, ...] = ()
    prose_marks: tuple[tuple[str, Mark], ...] = ()
    """For prose: each footnote of its text in order, with the source's key."""
    dispute: "Dispute | None" = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Rival:
    value: Value
    printed: str
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Dispute:
    subject: str
    shown: str
    rivals: tuple[Rival, ...]
    contradicted_by: tuple[Mark, ...]
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Item:
    """Values that are read as one: an amount with its conversion, an investor with a stake."""

    values: tuple[Value, ...]
    anchor: str = ""
    href: str = ""
    aliases: tuple[str, ...] = ()
    """Anchors of other records that its words tell too: the partner whom a title names."""

    @property
    def disputes(self) -> list[Dispute]:
        return [value.dispute for value in self.values if value.dispute]


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what is said under it; no items means it was not disclosed."""

    label: str | Value
    items: tuple[Item, ...] = ()
    column: str = ""
    long: bool = False
    """A paragraph rather than a few words."""
    quoted: bool = False
    """Somebody's own words, set apart from the text."""
    mixed: bool = False
    """Its items are of different kinds: parties, a scope, a place."""

    @property
    def disputes(self) -> list[Dispute]:
        found = [dispute for item in self.items for dispute in item.disputes]
        if isinstance(self.label, Value) and self.label.dispute:
            return [self.label.dispute, *found]
        return found

    @property
    def separator(self) -> str:
        compound = self.mixed or any(len(item.values) > 1 for item in self.items)
        return "; " if compound else ", "


@dataclass(frozen=True, slots=True)
class Entry:
    anchor: str = ""
    title: Item | None = None
    lines: tuple[Line, ...] = ()
    children: tuple["Entry", ...] = ()
    """What stands below it: the models of a family, the rows of a table."""

    @property
    def paragraphs(self) -> list[Line]:
        return [line for line in self.lines if not line.label]

    @property
    def rows(self) -> list[Line]:
        return [line for line in self.lines if line.label and not line.column]


@dataclass(frozen=True, slots=True)
class Group:
    title: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """`x` and `y` are places in the drawing, from its upper left corner."""

    x: float
    y: float
    words: str = ""
    align: str = "middle"


@dataclass(frozen=True, slots=True)
class Chart:
    message: str
    remark: str
    width: int
    height: int
    floor: float
    left: float
    right: float
    points: tuple[Point, ...]
    joined: bool
    years: tuple[Point, ...]
    levels: tuple[Point, ...]

    @property
    def path(self) -> str:
        return " ".join(f"{point.x},{point.y}" for point in self.points)


@dataclass(frozen=True, slots=True)
class Part:
    anchor: str
    title: str
    layout: Layout = "rows"
    groups: tuple[Group, ...] = ()
    chart: Chart | None = None
    remarks: Entry | None = None
    """What is said at its end about the whole: a sum, the reservation of a source."""
    listed: bool = True
    """Whether it stands in the contents."""

    @property
    def entries(self) -> list[Entry]:
        return [entry for group in self.groups for entry in group.entries]


@dataclass(frozen=True, slots=True)
class Use:
    """Marks that point at the same place of a source."""

    marks: tuple[Mark, ...]
    locator: str = ""
    quote: str = ""
    stance: str = ""
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Endnote:
    number: int
    source: Source
    published: Day | None
    updated: Day | None
    uses: tuple[Use, ...]
    original: Source | None = None
    original_number: int = 0

    @property
    def anchor(self) -> str:
        return f"n{self.number}"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who reviewed or published it, and when."""

    by: tuple[str, ...]
    on: Day


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    tagline: Value | None
    number: int
    note: str
    reviewed: Signature | None
    published: Signature
    facts: tuple[Line, ...] = ()
    parts: tuple[Part, ...] = ()
    endnotes: tuple[Endnote, ...] = ()
