"""Founders, executives, board and advisers: each person once, with every role."""

from collections.abc import Iterator

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.names import other_names
from profiles.renderings.wording import lowered

HEADINGS = {
    "founder": "Founders",
    "executive": "Executives",
    "board": "Board members",
    "adviser": "Advisers",
}
ORDER = list(HEADINGS.values())
KNOWN = ("title", "group", "started", "ended")


def people(composer: Composer) -> Part:
    groups: dict[str, list[Entry]] = {}
    for heading, roles in _by_person(composer):
        groups.setdefault(heading, []).append(_entry(composer, heading, roles))
    return Part(
        "people",
        "People",
        "entries",
        tuple(Group(heading, tuple(entries)) for heading, entries in groups.items()),
    )


def _by_person(composer: Composer) -> Iterator[tuple[str, list[Record]]]:
    """The roles of each person under the first heading that one of them belongs to."""
    roles: dict[str, list[Record]] = {}
    for role in composer.document.of_kind("role"):
        if "person" in role.relations:
            roles.setdefault(role.relations["person"].ref, []).append(role)
    placed = [(min(map(_heading, mine), key=_rank), mine) for mine in roles.values()]
    yield from sorted(placed, key=lambda pair: _rank(pair[0]))


def _rank(heading: str) -> int:
    return ORDER.index(heading) if heading in ORDER else len(ORDER)


def _heading(role: Record) -> str:
    group = role.fact("group")
    return HEADINGS.get(group.value, group.text) if group else "Other roles"


def _entry(composer: Composer, heading: str, roles: list[Record]) -> Entry:
    reference = roles[0].relations["person"]
    person = composer.document.record(reference.ref)
    name = composer.item(person, "name") if person else None
    offices = tuple(_office(composer, heading, role) for role in roles)
    lines = [Line("", offices, long=True)]
    for role in roles:
        lines += composer.rest(role, KNOWN)
    if person:
        lines += [*composer.rest(person, {"name"}), *other_names(composer, person)]
    anchor = person.anchor if person else ""
    return Entry(anchor, name or Item((Value(reference.name),)), tuple(lines))


def _office(composer: Composer, heading: str, role: Record) -> Item:
    joins = {"title": "", "group": ", ", "started": ", from ", "ended": ", until "}
    values = [
        composer.value(role, fact, before=before)
        for name, before in joins.items()
        if (fact := role.fact(name)) and not (name == "group" and _heading(role) == heading)
    ]
    return Item(tuple(values) or (Value(lowered(role.name)),), anchor=role.anchor)
