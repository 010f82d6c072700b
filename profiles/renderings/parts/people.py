"""Founders, executives, board and advisers: each person once, with every role.

A role that nobody is named for yet stands among the others of its group.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace as changed

from profiles.document.schema import Fact, Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.names import other_names
from profiles.renderings.phrasing.implied import is_plain, names, with_footnotes_of
from profiles.renderings.wording import lowered

HEADINGS = {
    "founder": "Founders",
    "executive": "Executives",
    "board": "Board members",
    "adviser": "Advisers",
}
ORDER = list(HEADINGS.values())
TITLE = {"title": "", "office": " (", "group": ", "}
TIMES = {"started": ", from ", "ended": ", until "}
KNOWN = (*TITLE, *TIMES)
NOBODY = "Nobody named yet"


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
    """The roles of each person, or one of nobody's, under the first of their headings."""
    roles: dict[str, list[Record]] = {}
    for role in composer.document.of_kind("role"):
        holder = role.relations["person"].ref if "person" in role.relations else role.ref
        roles.setdefault(holder, []).append(role)
    placed = [(min(map(_heading, mine), key=_rank), mine) for mine in roles.values()]
    yield from sorted(placed, key=lambda pair: _rank(pair[0]))


def _rank(heading: str) -> int:
    return ORDER.index(heading) if heading in ORDER else len(ORDER)


def _heading(role: Record) -> str:
    group = role.fact("group")
    return HEADINGS.get(group.value, group.text) if group else "Other roles"


def _entry(composer: Composer, heading: str, roles: list[Record]) -> Entry:
    if "person" not in roles[0].relations:
        return _vacancy(composer, heading, roles[0])
    reference = roles[0].relations["person"]
    person = composer.document.record(reference.ref)
    name = composer.item(person, "name") if person else None
    offices = tuple(_office(composer, heading, role, TITLE | TIMES) for role in roles)
    lines = [Line("", offices, long=True)]
    for role in roles:
        lines += composer.rest(role, KNOWN)
    if person:
        lines += [*composer.rest(person, {"name"}), *other_names(composer, person)]
    anchor = person.anchor if person else ""
    return Entry(anchor, name or Item((Value(reference.name),)), tuple(lines))


def _vacancy(composer: Composer, heading: str, role: Record) -> Entry:
    title = _office(composer, heading, role, TITLE)
    times = [Line("", (Item((Value(NOBODY),)), *composer.joined(role, _first_plain(role))))]
    return Entry("", title, (*times, *composer.rest(role, KNOWN)))


def _first_plain(role: Record) -> dict[str, str]:
    """The times without the comma that joins them to a title."""
    known = [name for name in TIMES if role.fact(name)]
    return {name: TIMES[name].lstrip(", ") if name == known[0] else TIMES[name] for name in known}


def _office(composer: Composer, heading: str, role: Record, joins: dict[str, str]) -> Item:
    """The title as printed; what it says already leaves only its footnotes."""
    said = [fact for fact in role.facts if _is_said(role, fact, heading)]
    facts = tuple(
        with_footnotes_of(fact, said) if fact.name == "title" and said else fact
        for fact in role.facts
        if fact not in said
    )
    if _goes_on(role) and "started" in joins:
        joins = {**joins, "started": ", since "}
    items = composer.joined(changed(role, facts=facts), joins, anchor=role.anchor)
    return items[0] if items else Item((Value(lowered(role.name)),), anchor=role.anchor)


def _goes_on(role: Record) -> bool:
    """Whether it has begun, for all that is known, and has not ended."""
    started = role.fact("started")
    is_planned = started and started.claim and started.claim.status == "projected"
    return not role.fact("ended") and not is_planned


def _is_said(role: Record, fact: Fact, heading: str) -> bool:
    if not is_plain(fact) or not role.fact("title"):
        return False
    if fact.name == "group":
        return _heading(role) == heading
    return fact.name == "office" and _says_office(role.value("title"), fact)


def _says_office(title: str, office: Fact) -> bool:
    """Whether a title has the office by its name or its letters: `CTO`, `Chief Tech Officer`."""
    letters = "".join(word[0] for word in re.findall(r"\w+", title)).casefold()
    short = office.value.casefold()
    return (
        office.text.casefold() in title.casefold()
        or names(title, short)
        or (len(short) == len("ceo") and short in letters)
    )
