"""Values that are read together and rest on the same sources share their marks, behind the last.

A mark so stands for what is before it in its line, back to the mark before; and the name in a
heading leaves its marks to the paragraph below. `SHARED` says so to readers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from profiles.document.schema import Citation
from profiles.renderings.page import Entry, Line, Value

SHARED = "A number stands for what comes before it, back to the number before."


def shared_entry(entry: Entry) -> Entry:
    """Each line by itself, but the heading with the first paragraph."""
    heading = entry.title.values if entry.title else ()
    first, *others = entry.lines or (Line(""),)
    if first.label:
        return replace(
            entry,
            title=entry.title and replace(entry.title, values=tuple(shared(heading))),
            lines=tuple(shared_line(line) for line in entry.lines),
        )
    values = iter(shared([*heading, *first.values]))
    return replace(
        entry,
        title=entry.title and replace(entry.title, values=tuple(islice(values, len(heading)))),
        lines=tuple([filled(first, values), *map(shared_line, others)] if entry.lines else ()),
    )


def shared_line(line: Line) -> Line:
    return filled(line, iter(shared(line.values)))


def shared(values: Sequence[Value]) -> Iterator[Value]:
    """The same values; those that share have given what they cite to the last of them."""
    waiting: tuple[Citation, ...] = ()
    for place, value in enumerate(values):
        later = _next_cited(values[place + 1 :])
        if value.cited and later and _sources(value) == _sources(later):
            waiting += value.cited
            as_of = None if value.as_of == later.as_of else value.as_of
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


def _next_cited(values: Iterable[Value]) -> Value | None:
    """Prose has marks of its own and nothing is read across it."""
    found = next((value for value in values if value.cited or value.type == "prose"), None)
    return None if found is None or found.type == "prose" else found


def _sources(value: Value) -> set[str]:
    return {citation.source for citation in value.cited}
