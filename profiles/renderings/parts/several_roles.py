"""Who meets the company in more than one way: an investor that is a partner and a supplier too.

Derived from the other records; each item leads to its own, where the footnote is.
"""

from collections.abc import Iterator

from profiles.document.schema import Document, Record, Reference
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.phrasing.names import short_name
from profiles.renderings.wording import lowered, status

FEWEST = 2
INVESTOR = "investor"
WAYS = {
    "investment": ("investor", "round"),
    "party": ("who", "deal"),
    "participant": ("who", "event"),
}
"""For each kind of record who it names, and in what."""


def several_roles(composer: Composer) -> Part:
    known: dict[str, list[tuple[str, Record]]] = {}
    names: dict[str, str] = {}
    for who, way, record in _ways(composer.document):
        known.setdefault(who.ref, []).append((way, record))
        names[who.ref] = who.name
    lines = tuple(
        Line(names[ref], tuple(_items(composer.document, _in_order(composer, ways))), mixed=True)
        for ref, ways in sorted(known.items(), key=lambda pair: names[pair[0]].casefold())
        if len({way for way, _ in ways}) >= FEWEST
    )
    return Part("several-roles", "In several roles", groups=(Group(entries=(Entry(lines=lines),)),))


def _ways(document: Document) -> Iterator[tuple[Reference, str, Record]]:
    for kind, (relation, _) in WAYS.items():
        for record in document.of_kind(kind):
            who = record.relations.get(relation)
            if who and who.ref != document.company.ref:
                yield who, _way(record), record


def _way(record: Record) -> str:
    if record.kind == "investment":
        return INVESTOR
    part = record.fact("part") if record.kind == "party" else None
    return lowered(part.text) if part else record.kind


def _in_order(composer: Composer, ways: list[tuple[str, Record]]) -> list[tuple[str, Record]]:
    """Each way once, its rounds, deals or events in the order of the page."""
    order = [record.ref for record in composer.document.records]
    first = list(dict.fromkeys(way for way, _ in ways))

    def rank(pair: tuple[str, Record]) -> tuple[int, int]:
        place = pair[1].relations.get(WAYS[pair[1].kind][1])
        known = place is not None and place.ref in order
        return first.index(pair[0]), order.index(place.ref) if place and known else len(order)

    return sorted(ways, key=rank)


def _items(document: Document, ways: list[tuple[str, Record]]) -> Iterator[Item]:
    """`investor in Seed; Series A; partner: …`: a way is named where it begins."""
    before = ""
    for way, record in ways:
        part = record.fact("part")
        doubt = status(part.claim, "text") if part else ""
        words = ("" if way == before else _opening(way)) + _where(document, record)
        yield Item((Value(words, status=doubt),), href=f"#{record.anchor}")
        before = way


def _opening(way: str) -> str:
    return f"{way} in " if way == INVESTOR else f"{way}: "


def _where(document: Document, record: Record) -> str:
    place = record.relations.get(WAYS[record.kind][1])
    return short_name(document, place) if place else record.name
