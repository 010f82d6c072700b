"""Records of a kind that no template knows, and what hangs on nothing that is published."""

from collections.abc import Iterator

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.wording import plural


def others(composer: Composer) -> Iterator[Part]:
    kinds: dict[str, list[Record]] = {}
    for record in composer.untold():
        kinds.setdefault(record.kind, []).append(record)
    for kind, records in kinds.items():
        entries = tuple(_entry(composer, record) for record in records)
        yield Part(f"other-{kind}", plural(kind), "entries", (Group(entries=entries),))


def _entry(composer: Composer, record: Record) -> Entry:
    lines = (*_relations(composer, record), *composer.rest(record, ()))
    return Entry(record.anchor, Item((Value(record.name),)), lines)


def _relations(composer: Composer, record: Record) -> Iterator[Line]:
    for name, other in record.relations.items():
        if other.ref != composer.document.company.ref:
            yield Line(
                name.replace("_", " ").capitalize(),
                (Item((Value(other.name),), href=composer.href(other)),),
            )
