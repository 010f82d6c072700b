"""The page as lines of text: the order and the words that Markdown and plain text share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from profiles.renderings.edition import Edition
from profiles.renderings.evidence.particulars import kind, names, particulars
from profiles.renderings.evidence.quote_checks import of_the_source
from profiles.renderings.evidence.shared_marks import SHARED
from profiles.renderings.formats.prose import with_marks
from profiles.renderings.page import (
    NOT_COMPARED,
    NOT_DISCLOSED,
    Dispute,
    Endnote,
    Entry,
    Item,
    Line,
    Mark,
    Page,
    Part,
    Place,
    Rival,
    Ruling,
    Signature,
    Value,
    by_stance,
    notes_on,
)


class Writer:
    """Walks the page; a format says how a heading, a bullet and a footnote mark are written."""

    def __init__(self, edition: Edition, page: Page) -> None:
        self.edition = edition
        self.page = page

    def heading(self, level: int, text: str) -> list[str]:
        raise NotImplementedError

    def paragraph(self, text: str) -> list[str]:
        raise NotImplementedError

    def quotation(self, text: str) -> list[str]:
        raise NotImplementedError

    def bullet(self, text: str, depth: int = 0) -> list[str]:
        raise NotImplementedError

    def prose(self, markdown: str) -> list[str]:
        raise NotImplementedError

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
        """`head` names the columns behind the first, which names the rows."""
        raise NotImplementedError

    def strong(self, text: str) -> str:
        raise NotImplementedError

    def escaped(self, text: str) -> str:
        raise NotImplementedError

    def mark(self, mark: Mark) -> str:
        raise NotImplementedError

    def marks(self, marks: Iterable[Mark]) -> str:
        """`[1][2] (context[5])`: what does not support the value says so."""
        said = ""
        for stance, found in by_stance(marks):
            references = "".join(self.mark(mark) for mark in found)
            said += f" ({stance}{references})" if stance else references
        return said

    def endnote(self, endnote: Endnote) -> list[str]:
        raise NotImplementedError

    def write(self) -> str:
        lines = [
            *self._head(),
            *(line for fact in self.page.facts for line in self._line(fact)),
            "",
            *(line for part in self.page.parts for line in self._part(part)),
            *self._sources(),
            *self._updates(),
        ]
        return "\n".join(_without_double_gaps(lines)).strip() + "\n"

    def _head(self) -> list[str]:
        page = self.page
        lines = self.heading(1, self.escaped(page.name))
        if page.tagline:
            lines += [*self.paragraph(self.said(page.tagline)), *self._beside([page.tagline])]
        return [*lines, "", *self.paragraph(self._reviewed()), ""]

    def _reviewed(self) -> str:
        page = self.page
        release = f"Release {page.number}"
        if page.reviewed:
            names = self.escaped(" and ".join(page.reviewed.by))
            return f"{release}, reviewed by {names} on {page.reviewed.on.words}."
        names = self.escaped(" and ".join(page.published.by))
        return f"{release}, published by {names} on {page.published.on.words}, not reviewed yet."

    def _part(self, part: Part) -> list[str]:
        lines = ["", *self.heading(2, self.escaped(part.title))]
        for group in part.groups:
            lines += ["", *self.heading(3, self.escaped(group.title))] if group.title else []
            for entry in group.entries:
                if part.layout == "comparison":
                    lines += self._comparison(entry)
                elif part.layout == "statements" and group.title:
                    lines += self._list(entry)
                else:
                    lines += self._entry(entry, level=4 if group.title else 3)
        return [*lines, *(self._entry(part.remarks, level=3) if part.remarks else [])]

    def _comparison(self, entry: Entry) -> list[str]:
        rows = entry.children
        cells = [line for row in rows for line in row.lines]
        lines = self._entry(replace(entry, children=()), level=3)
        lines += ["", *self.table([self.escaped(c) for c in _columns(entry)], map(self._row, rows))]
        values = [value for line in cells for item in line.items for value in item.values]
        return [*lines, "", *self._beside(values)]

    def _row(self, entry: Entry) -> list[str]:
        name = self.phrase(entry.title) if entry.title else ""
        said = [line.separator.join(map(self.phrase, line.items)) for line in entry.lines]
        return [name, *(text or NOT_COMPARED for text in said)]

    def _list(self, entry: Entry) -> list[str]:
        lines: list[str] = [""]
        for line in entry.lines:
            if line.label:
                lines += self._line(line)
                continue
            values = [value for item in line.items for value in item.values]
            lines += self.bullet(line.separator.join(map(self.phrase, line.items)))
            lines += self._beside(values)
        return lines

    def _entry(self, entry: Entry, level: int) -> list[str]:
        lines: list[str] = [""]
        if entry.title:
            lines += ["", *self.heading(level, self.phrase(entry.title))]
            lines += self._beside(entry.title.values)
        lines += [text for line in entry.lines for text in self._line(line)]
        return [
            *lines,
            *(text for child in entry.children for text in self._entry(child, level + 1)),
        ]

    def _line(self, line: Line) -> list[str]:
        label = self.said(line.label) if isinstance(line.label, Value) else self.escaped(line.label)
        values = [value for item in line.items for value in item.values]
        if any(value.type == "prose" for value in values):
            text = [row for value in values for row in self.prose(self._marked(value))]
            return ["", *text, ""]
        said = line.separator.join(self.phrase(item) for item in line.items) or NOT_DISCLOSED
        if isinstance(line.label, Value):
            values = [line.label, *values]
        if not label:
            text = self.quotation(said) if line.quoted else self.paragraph(said)
            return ["", *text, "", *self._beside(values)]
        return [*self.bullet(f"{self.strong(label)}: {said}"), *self._beside(values)]

    def phrase(self, item: Item) -> str:
        first, *others = item.values
        return "".join([self.said(first, item.href), *map(self.said, others)])

    def said(self, value: Value, href: str = "") -> str:
        """A value with its status, its footnotes and its date; `href`: where its words lead."""
        status = f" ({value.status})" if value.status else ""
        marks = self.marks(value.marks)
        as_of = f" ({value.observed})" if value.observed else ""
        words = self.url(value.words) if value.type == "url" else self.escaped(value.words)
        words = self.link(words, href) if href.startswith("/") else words
        if value.shared:
            return f"{value.before}{words}{status}{value.after}{marks}{as_of}"
        if value.is_bracketed:
            return f"{value.before}{words}{status}{marks}{value.after}{as_of}"
        return f"{value.before}{words}{status}{marks}{as_of}{value.after}"

    def url(self, address: str) -> str:
        return address

    def link(self, words: str, path: str) -> str:
        """Words that lead to another page of the site."""
        return words

    def _marked(self, value: Value) -> str:
        marks = value.prose_marks
        return with_marks(value.canonical, marks, lambda place: self.mark(marks[place][1]))

    def _beside(self, values: Sequence[Value]) -> list[str]:
        """What editors say of values to readers: their notes, then what is disputed."""
        notes = [self.bullet(f"Note: {self.escaped(note)}", 1) for note in notes_on(values)]
        disputes = [self._dispute(value.dispute) for value in values if value.dispute]
        return [line for lines in (*notes, *disputes) for line in lines]

    def _dispute(self, dispute: Dispute) -> list[str]:
        lines = self.bullet(
            f"{dispute.called}: “{self.escaped(dispute.subject)}”. "
            f"Shown: {self.escaped(dispute.shown)}{_stop(dispute.shown)}"
            f"{self._ruling(dispute.ruling)}{self._ruled(dispute.ruled)}",
            1,
        )
        for rival in dispute.rivals:
            lines += self.bullet(self._rival(rival), 2)
        if dispute.contradicted_by:
            lines += self.bullet(f"Contradicted by{self.marks(dispute.contradicted_by)}", 2)
        return lines

    def _rival(self, rival: Rival) -> str:
        printed = f", printed as “{self.escaped(rival.printed)}”" if rival.printed else ""
        said = f"{self.said(rival.value)}{printed}"
        stop = _stop("" if printed else rival.value.words)
        return f"{rival.called}: {said}{stop}{self._ruling(rival.ruling)}"

    def _ruling(self, ruling: Ruling) -> str:
        return f" {self.escaped(ruling.words)}" if ruling.words else ""

    def _ruled(self, signatures: Iterable[Signature]) -> str:
        names = "; ".join(each.words for each in signatures)
        return f" Chosen by {self.escaped(names)}." if names else ""

    def _sources(self) -> list[str]:
        if not self.page.endnotes:
            return []
        notes = [line for endnote in self.page.endnotes for line in self.endnote(endnote)]
        return ["", *self.heading(2, "Sources"), "", *self._usual(), *notes]

    def about(self, endnote: Endnote) -> list[str]:
        """What its source is, and whom it names for what it says."""
        document, source = self.edition.document, endnote.source
        said = (*kind(source), *particulars(document, source), *names(document, source))
        founded = [endnote.only_source, of_the_source(document, source.key)]
        return [*endnote.warnings, *founded, *(each.line for each in said)]

    def _usual(self) -> list[str]:
        page = self.page
        said = " ".join(part for part in (SHARED, page.founded, page.usual_ruling) if part)
        return [*self.paragraph(self.escaped(said)), ""]

    def _updates(self) -> list[str]:
        page = self.page
        note = f"Release {page.number}, {page.published.on.words}: {self.escaped(page.note)}"
        history = f"All updates: {self.edition.url}history/"
        return [
            "",
            *self.heading(2, "Updates"),
            "",
            *self.paragraph(note),
            "",
            *self.paragraph(history),
        ]


def imprint(endnote: Endnote) -> list[str]:
    """Publisher, author and dates of a source, as far as they are known."""
    source = endnote.source
    updated = f"updated {endnote.updated.words}" if endnote.updated else ""
    published = endnote.published.words if endnote.published else ""
    return [part for part in (source.publisher, source.author, published, updated) if part]


def copy_of(endnote: Endnote) -> str:
    if endnote.original is None:
        return ""
    if endnote.original_number:
        return f"Copy of source {endnote.original_number}: the two are one witness."
    return f"Copy of “{endnote.original.title}”, {endnote.original.url}".rstrip(", ") + "."


def told(place: Place) -> str:
    """Where in the source, and its words: `“raised $500M” (line 12)`; what of it is not there."""
    lost = place.check.words if place.check and place.check.is_lost else ""
    where = ", ".join(part for part in (place.locator, place.stance, place.edition, lost) if part)
    if not place.quote:
        return where
    return f"“{place.quote}” ({where})" if where else f"“{place.quote}”"


def _columns(entry: Entry) -> list[str]:
    return [line.column for line in entry.children[0].lines] if entry.children else []


def _stop(text: str) -> str:
    """A full stop, unless the text ends with its own."""
    return "" if text.endswith((".", "?", "!")) else "."


def _without_double_gaps(lines: Sequence[str]) -> Iterator[str]:
    gap = False
    for line in lines:
        if line or not gap:
            yield line
        gap = not line
