"""What a source says against relying on it, where its figures stand: once for a whole part."""

from collections.abc import Iterator
from dataclasses import replace

from profiles.renderings.composing import Composer
from profiles.renderings.page import Endnote, Entry, Item, Line, Part, Value


def with_reservations(composer: Composer, part: Part) -> Part:
    """The part, remarking on every source with a disclaimer that one of its figures rests on."""
    numbers = {mark.number for figure in _figures(part.entries) for mark in figure.marks}
    lines = tuple(
        _reservation(endnote)
        for endnote in composer.footnotes.endnotes()
        if endnote.number in numbers and endnote.source.disclaimer
    )
    if not lines:
        return part
    said = part.remarks.lines if part.remarks else ()
    return replace(part, remarks=Entry(lines=(*said, *lines)))


def _figures(entries: list[Entry]) -> Iterator[Value]:
    for entry in entries:
        for line in entry.lines:
            values = (value for item in line.items for value in item.values)
            yield from (value for value in values if value.type == "quantity")


def _reservation(endnote: Endnote) -> Line:
    source = Value(f"Figures from source {endnote.number}")
    words = Value(endnote.source.disclaimer, before=" — ")
    return Line("With reservation", (Item((source, words), href=f"#n{endnote.number}"),))
