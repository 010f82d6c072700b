"""The page before it is written down: what every reading format prints, in order.

    Page > Part (a section) > Group (a subheading) > Entry (one record) > Line > Item > Value

A format decides how these look, never which of them there are: so all say the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.text import slugify

from profiles.document.schema import Check, Citation, FactType, Source
from profiles.renderings.chart import Chart

Layout = Literal[
    "rows", "entries", "prose", "funding", "questions", "callout", "comparison", "statements"
]

Stance = Literal["", "context", "against"]
STANCES: tuple[Stance, ...] = ("", "context", "against")
NOT_DISCLOSED = "not disclosed"
NOT_COMPARED = "not compared"
USUALLY = "Where sources disagree, the value to show was chosen by"
LONGEST, KEPT_OPEN = 12, 8


def folded_from(count: int) -> int:
    """How many of a list stay open: all of them, or the first eight of more than twelve."""
    return count if count <= LONGEST else KEPT_OPEN


@dataclass(frozen=True, slots=True)
class Mark:
    """One use of one source, as it stands behind a value."""

    number: int
    letter: str = ""
    """Only where the endnote leads back to it."""
    stance: Stance = ""
    """What the source does where it does not support the value."""

    @property
    def anchor(self) -> str:
        return f"r{self.number}{self.letter}" if self.letter else ""

    @property
    def note_anchor(self) -> str:
        return f"n{self.number}"


def by_stance(marks: Iterable[Mark]) -> Iterator[tuple[Stance, list[Mark]]]:
    """The marks of what supports a value, then those for context, then those against it."""
    marks = list(marks)
    for stance in STANCES:
        if found := [mark for mark in marks if mark.stance == stance]:
            yield stance, found


@dataclass(frozen=True, slots=True)
class Day:
    words: str
    iso: str = ""
    """For `<time datetime>`; empty where a season or an interval has none."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did it, and when: reviewed, published, ruled."""

    by: tuple[str, ...]
    on: Day

    @property
    def words(self) -> str:
        names = " and ".join(self.by)
        return f"{names} on {self.on.words}" if self.on.words else names


@dataclass(frozen=True, slots=True)
class Ruling:
    """Why a value is shown or not, in sentences; who ruled is said once for the whole page."""

    reason: str = ""
    note: str = ""
    open: bool = False

    @property
    def words(self) -> str:
        reason = "Not ruled on yet." if self.open else self.reason
        return " ".join(part for part in (reason, self.note) if part)


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
    look: str = ""
    """When somebody looked again, and when that is due: `next look due May 2026`."""
    basis: str = ""
    """Only where nobody read a page that says so: `from an unread page’s address`."""
    cited: tuple[Citation, ...] = ()
    """What it rests on; `marking` makes the marks of it."""
    marks: tuple[Mark, ...] = ()
    shared: bool = False
    """Its marks stand for values before it too, so they come behind a bracket that it closes."""
    prose_marks: tuple[tuple[str, Mark], ...] = ()
    """For prose: each footnote of its text in order, with the source's key."""
    dispute: "Dispute | None" = None
    note: str = ""
    """What the editor has to say of it to readers; a dispute says it in its ruling."""
    before: str = ""
    after: str = ""

    @property
    def observed(self) -> str:
        """`as of May 2026, next look due November 2026`; empty for what stays true."""
        as_of = f"as of {self.as_of.words}" if self.as_of else ""
        return ", ".join(part for part in (as_of, self.look, self.basis) if part)

    @property
    def is_bracketed(self) -> bool:
        """Its bracket closes before the date that it was observed."""
        return self.after == ")"


def notes_on(values: Iterable[Value]) -> list[str]:
    """The editor's notes on values that stand together, each once."""
    return list(dict.fromkeys(value.note for value in values if value.note))


@dataclass(frozen=True, slots=True)
class Rival:
    value: Value
    printed: str
    ruling: Ruling
    agrees: bool = False
    """Whether it can be true as well: it is told, and nobody has to rule on it."""

    @property
    def called(self) -> str:
        return "Also given as" if self.agrees else "Other value"


@dataclass(frozen=True, slots=True)
class Dispute:
    subject: str
    shown: str
    rivals: tuple[Rival, ...]
    ruling: Ruling
    against: tuple[Citation, ...] = ()
    contradicted_by: tuple[Mark, ...] = ()
    ruled: tuple[Signature, ...] = ()
    """Who ruled and when; empty where it is what the page says of all."""

    @property
    def called(self) -> str:
        agree = not self.against and all(rival.agrees for rival in self.rivals)
        return "Also given otherwise" if agree else "Sources disagree"


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

    @property
    def notes(self) -> list[str]:
        return notes_on(self.values)


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
    def values(self) -> list[Value]:
        """All that it says in the order of reading, a label that is a value too."""
        label = [self.label] if isinstance(self.label, Value) else []
        return [*label, *(value for item in self.items for value in item.values)]

    @property
    def anchor(self) -> str:
        """That of its only item, which then needs no element of its own."""
        return self.items[0].anchor if len(self.items) == 1 else ""

    @property
    def is_prose(self) -> bool:
        return any(value.type == "prose" for item in self.items for value in item.values)

    @property
    def disputes(self) -> list[Dispute]:
        found = [dispute for item in self.items for dispute in item.disputes]
        if isinstance(self.label, Value) and self.label.dispute:
            return [self.label.dispute, *found]
        return found

    @property
    def notes(self) -> list[str]:
        return notes_on(self.values)

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

    @property
    def folded_from(self) -> int:
        """How many of its rows stand open on a page that folds; no format leaves the rest out."""
        return folded_from(len(self.rows))

    @property
    def folded(self) -> int:
        """How many of its rows do not."""
        return len(self.rows) - self.folded_from

    @property
    def lines_open(self) -> int:
        """How many of its lines stand open where they are one list."""
        return folded_from(len(self.lines))

    @property
    def lines_folded(self) -> int:
        return len(self.lines) - self.lines_open


@dataclass(frozen=True, slots=True)
class Group:
    title: str = ""
    entries: tuple[Entry, ...] = ()

    @property
    def slug(self) -> str:
        """Behind the anchor of its part it is the group's own."""
        return slugify(self.title, allow_unicode=True)

    @property
    def folded_from(self) -> int:
        """How many of its entries stand open on a page that folds."""
        return folded_from(len(self.entries))

    @property
    def folded(self) -> int:
        """How many of its entries do not."""
        return len(self.entries) - self.folded_from


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
    """Whether the table of contents names it."""
    on_background: bool = False
    """Said and asked rather than of record: people read it on a page of its own."""

    @property
    def entries(self) -> list[Entry]:
        return [entry for group in self.groups for entry in group.entries]

    @property
    def titled(self) -> list[Group]:
        return [group for group in self.groups if group.title]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source something stands, and in which words."""

    locator: str = ""
    quote: str = ""
    stance: str = ""
    edition: str = ""
    origin: Source | None = None
    """The source behind it, which it names."""
    check: Check | None = None
    """What a machine found of the quote; None where there is none, or nothing is known."""


@dataclass(frozen=True, slots=True)
class Endnote:
    number: int
    source: Source
    published: Day | None
    updated: Day | None
    places: tuple[Place, ...]
    """Each that is cited, once."""
    cited: tuple[tuple[Citation, ...], ...]
    """What each of its marks stands for, in page order; nothing for one in prose."""
    back_links: tuple[Mark, ...]
    """The first few uses; the list of sources has them all."""
    passages: int
    """How many facts, shown or not, the list of sources has under it."""
    only_source: str = ""
    """For how many facts it is the only source, in a sentence."""
    original: Source | None = None
    original_number: int = 0
    warnings: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        return f"n{self.number}"

    @property
    def says_more(self) -> bool:
        """Whether the list of sources tells what this note does not."""
        return self.passages > len(self.back_links) or any(place.quote for place in self.places)


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
    ruled: Signature | None = None
    """Who ruled on most disagreements, and when; a dispute says so where it was otherwise."""
    founded: str = ""
    """How well the facts are founded, in sentences."""
    endnotes: tuple[Endnote, ...] = ()

    @property
    def usual_ruling(self) -> str:
        """What is true of every ruling that says nothing else; empty where none was made."""
        if self.ruled is None:
            return ""
        return f"{USUALLY} {self.ruled.words}, unless it says otherwise there."
