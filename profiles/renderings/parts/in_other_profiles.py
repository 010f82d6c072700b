"""What other profiles say of the company: its part in their rounds and in their deals."""

from collections.abc import Iterable
from dataclasses import replace

from profiles.document.schema import Record, Reference
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.phrasing.chronology import time_of
from profiles.renderings.wording import words_of

INVESTMENT = {"part": ", ", "amount": ", ", "stake": ", ", "standing": " ("}
PARTY = {"part": ", ", "description": " ("}


def investments_elsewhere(composer: Composer) -> Part:
    return _part(composer, "investments", "Investments in others", "round", INVESTMENT)


def deals_elsewhere(composer: Composer) -> Part:
    return _part(composer, "deals-with-others", "Deals with others", "deal", PARTY)


def _part(
    composer: Composer, anchor: str, title: str, relation: str, joins: dict[str, str]
) -> Part:
    """The newest first, one line each, under the date of the round or the deal."""
    found = [
        (record, record.relations["company"], record.relations[relation])
        for record in composer.document.records
        if {"company", relation} <= set(record.relations)
        and record.relations["company"].ref != composer.document.company.ref
    ]
    found.sort(key=lambda row: time_of(row[2].when), reverse=True)
    lines = tuple(line for row in found for line in _lines(composer, *row, joins))
    return Part(anchor, title, groups=(Group(entries=(Entry(lines=lines),)),))


def _lines(
    composer: Composer, record: Record, whose: Reference, what: Reference, joins: dict[str, str]
) -> Iterable[Line]:
    label = words_of("date", what.when, what.when) or "Undated"
    name, page = _named(whose, what), composer.href(whose)
    said = [_about(value, name) for i in composer.joined(record, joins) for value in i.values]
    href = f"{page}#{what.anchor}" if page else ""
    item = Item((Value(name), *said), anchor=record.anchor, href=href)
    return (Line(label, (item,)), *composer.rest(record, joins))


def _named(whose: Reference, what: Reference) -> str:
    """A round is called after its company already; a deal is not."""
    return what.name if whose.name in what.name else f"{whose.name}: {what.name}"


def _about(value: Value, name: str) -> Value:
    """Where sources disagree, of what they speak."""
    if value.dispute is None:
        return value
    return replace(
        value, dispute=replace(value.dispute, subject=f"{name}: {value.dispute.subject}")
    )
