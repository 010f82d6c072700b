"""What else things are called, and where the company is on the web."""

from collections.abc import Iterable

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part


def names(composer: Composer) -> Part:
    company = composer.document.company
    lines = (
        *composer.line(company, "name"),
        *other_names(composer, company),
        *composer.line(company, "name_origin"),
    )
    return Part("names", "Names", groups=(Group(entries=(Entry(lines=lines),)),))


def links(composer: Composer) -> Part:
    lines = _by_label(composer, composer.document.of_kind("link"), "place", ("url",))
    return Part("links", "Links", groups=(Group(entries=(Entry(lines=lines),)),))


def other_names(composer: Composer, subject: Record) -> tuple[Line, ...]:
    """Official, former and other names of a record, each use on one line."""
    known = composer.related("name", "subject", subject.ref)
    return _by_label(composer, known, "use", ("name", "until"))


def _by_label(
    composer: Composer, records: Iterable[Record], label: str, names: tuple[str, ...]
) -> tuple[Line, ...]:
    """Records that say little: their label once, then one item each."""
    lines: dict[str, list[Item]] = {}
    extra: list[Line] = []
    for record in records:
        head = record.fact(label)
        item = _item(composer, record, names)
        if item:
            lines.setdefault(head.text if head else "Other", []).append(item)
        extra += composer.rest(record, {label, *names})
    return (*(Line(label, tuple(items)) for label, items in lines.items()), *extra)


def _item(composer: Composer, record: Record, names: tuple[str, ...]) -> Item | None:
    facts = [fact for name in names if (fact := record.fact(name))]
    values = tuple(
        composer.value(record, fact, before=", until " if fact.name == "until" else "")
        for fact in facts
    )
    return Item(values, anchor=record.anchor) if values else None
