"""The marks of a page: its values are walked as they are read, so the numbers run with the text."""

from collections.abc import Iterator
from dataclasses import replace

from profiles.document.schema import Document
from profiles.renderings.evidence.footnote_numbers import Footnotes
from profiles.renderings.evidence.passages import count_passages
from profiles.renderings.evidence.shared_marks import shared_entry, shared_line
from profiles.renderings.evidence.support import Support
from profiles.renderings.page import Dispute, Entry, Group, Item, Line, Mark, Page, Part, Value
from profiles.values.footnotes import FOOTNOTE


def numbered(page: Page, document: Document, founding: Support) -> Page:
    """The page with its marks, and the endnotes that they lead to."""
    notes = Footnotes(document, founding)
    walk = _Walk(notes)
    page = replace(
        page,
        tagline=walk.alone(page.tagline) if page.tagline else None,
        facts=tuple(walk.line(shared_line(line)) for line in page.facts),
        parts=tuple(walk.part(part) for part in page.parts),
    )
    return replace(page, endnotes=notes.endnotes(count_passages(document)))


class _Walk:
    """Each method numbers one thing, in the order in which what it consists of is printed."""

    def __init__(self, notes: Footnotes) -> None:
        self.notes = notes

    def part(self, part: Part) -> Part:
        groups = tuple(self.group(group) for group in part.groups)
        return replace(part, groups=groups, remarks=part.remarks and self.entry(part.remarks))

    def group(self, group: Group) -> Group:
        return replace(group, entries=tuple(self.entry(entry) for entry in group.entries))

    def entry(self, entry: Entry) -> Entry:
        entry = shared_entry(replace(entry, lines=tuple(sorted(entry.lines, key=_place))))
        title = entry.title and self.disputed(self.marked(entry.title))
        lines = tuple(self.line(line) for line in entry.lines)
        children = tuple(self.entry(child) for child in entry.children)
        return replace(entry, title=title, lines=lines, children=children)

    def line(self, line: Line) -> Line:
        """What is disputed about a line stands at its end."""
        label = self.value(line.label) if isinstance(line.label, Value) else line.label
        items = [self.marked(item) for item in line.items]
        if isinstance(label, Value):
            label = self.with_dispute(label)
        return replace(line, label=label, items=tuple(self.disputed(item) for item in items))

    def marked(self, item: Item) -> Item:
        return replace(item, values=tuple(self.value(value) for value in item.values))

    def disputed(self, item: Item) -> Item:
        return replace(item, values=tuple(self.with_dispute(value) for value in item.values))

    def alone(self, value: Value) -> Value:
        return self.with_dispute(self.value(value))

    def value(self, value: Value) -> Value:
        if value.type == "prose":
            return replace(value, prose_marks=tuple(self.mentions(value.canonical)))
        return replace(value, marks=self.notes.cite(value.cited))

    def mentions(self, prose: str) -> Iterator[tuple[str, Mark]]:
        for key in FOOTNOTE.findall(prose):
            if self.notes.knows(key):
                yield key, self.notes.mention(key)

    def with_dispute(self, value: Value) -> Value:
        return replace(value, dispute=self.dispute(value.dispute)) if value.dispute else value

    def dispute(self, dispute: Dispute) -> Dispute:
        rivals = [replace(rival, value=self.alone(rival.value)) for rival in dispute.rivals]
        against = [replace(mark, stance="") for mark in self.notes.cite(dispute.against)]
        return replace(dispute, rivals=tuple(rivals), contradicted_by=tuple(against))


def _place(line: Line) -> tuple[bool, bool]:
    """Paragraphs come first, then the cells of a table, then what has a label."""
    return bool(line.label), not line.column
