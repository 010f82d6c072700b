"""Values that are read together and rest on the same sources share their marks, behind the last.

A mark so stands for what is before it, back to the mark before; `SHARED` tells readers. A heading
leaves its marks to the paragraph below it. An entry's paragraphs are its first lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from profiles.document.schema import Citation
from profiles.renderings.page import Entry, Line, Value

SHARED = (
    "A number stands for what comes before it, back to the number before; "
    "one that stands alone is the only source."
)


def shared_entry(entry: Entry) -> Entry:
    """Each line by itself; a heading with the paragraph below, unless its dispute is between."""
    if entry.title is None:
        return replace(entry, lines=tuple(map(shared_line, entry.lines)))
    below = [] if entry.title.disputes else entry.paragraphs[:1]
    heading, rest = entry.title.values, entry.lines[len(below) :]
    values = iter(shared([*heading, *(value for line in below for value in line.values)]))
    title = replace(entry.title, values=tuple(islice(values, len(heading))))
    lines = [*(filled(line, values) for line in below), *map(shared_line, rest)]
    return replace(entry, title=title, lines=tuple(lines))


def shared_line(line: Line) -> Line:
    return filled(line, iter(shared(line.values)))


def shared(values: Sequence[Value]) -> Iterator[Value]:
    """The same values; those that share have given what they cite to the last of them."""
    waiting: tuple[Citation, ...] = ()
    for place, value in enumerate(values):
        last = _last_that_shares(values[place:])
        if value.cited and last is not value:
            waiting += value.cited
            as_of = None if value.as_of == last.as_of else value.as_of
            yield replace(value, cited=(), as_of=as_of)
        elif value.cited:
            yield replace(value, cited=waiting + value.cited, shared=bool(waiting))
            waiting = ()
        else:
            yield value


def filled(line: Line, values: Iterator[Value]) -> Line:
    """The line with its values replaced: as many are taken as it has."""
    label = next(values) if isinstance(line.label, Value) else line.label
    items = [replace(item, values=tuple(islice(values, len(item.values)))) for item in line.items]
    return replace(line, label=label, items=tuple(items))


def _last_that_shares(values: Sequence[Value]) -> Value:
    """The end of the run that the first of these begins; prose, with its own marks, ends any."""
    first = last = values[0]
    for value in values:
        if value.type == "prose" or (value.cited and _sources(value) != _sources(first)):
            break
        last = value if value.cited else last
    return last


def _sources(value: Value) -> set[tuple[str, str]]:
    """With what each does for the value: only the same support is shared."""
    return {(citation.source, citation.stance) for citation in value.cited}
