"""What the company says it is, and the six facts at the top."""

import re

from profiles.document.schema import Fact, Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.funding import latest_valuation
from profiles.renderings.wording import day

AT_THE_TOP = ("founded", "headquarters", "headcount", "total_funding")
AMONG_NAMES = ("name", "name_origin")
CHIEF = re.compile(r"\b(CEO|chief executive)\b", re.IGNORECASE)


def facts_bar(composer: Composer) -> tuple[Line, ...]:
    """Founded, headquarters, people, who leads, total funding, latest valuation: what is known."""
    company = composer.document.company
    lines: list[Line] = []
    for name in AT_THE_TOP[:3]:
        lines += composer.line(company, name)
    lines += _leaders(composer)
    lines += composer.line(company, "total_funding")
    lines += _valuation(composer)
    return tuple(lines)


def _leaders(composer: Composer) -> list[Line]:
    """The chief executive; where none is named, the founders."""
    titles = [
        (role, title)
        for role in composer.document.of_kind("role")
        if (title := role.fact("title")) and _holds_office(role)
    ]
    chiefs = [pair for pair in titles if CHIEF.search(pair[1].value)]
    founders = [pair for pair in titles if pair[0].value("group") == "founder"]
    items = tuple(_leader(composer, *pair) for pair in chiefs or founders)
    return [Line("CEO" if chiefs else "Founders", items)] if items else []


def _holds_office(role: Record) -> bool:
    title = role.fact("title")
    held = title is None or title.claim is None or title.claim.status in ("reported", "confirmed")
    return held and not role.value("ended")


def _leader(composer: Composer, role: Record, title: Fact) -> Item:
    person = role.relations["person"].name if "person" in role.relations else role.name
    return Item((Value(person, cited=composer.brief(title).cited),), href=f"#{role.anchor}")


def _valuation(composer: Composer) -> list[Line]:
    valuation = latest_valuation(composer.document)
    if valuation is None:
        return []
    details = {"amount_converted": " (", "basis": ", "}
    values = [composer.brief(fact) for name in ("amount",) if (fact := valuation.record.fact(name))]
    for name, before in details.items():
        if fact := valuation.record.fact(name):
            values.append(composer.brief(fact, before=before, after=")" if "(" in before else ""))
    said = day(valuation.date)
    if said:
        values.append(Value(said.words, valuation.date, "date", said.iso, before=", "))
    return [Line("Latest valuation", (Item(tuple(values), href=f"#{valuation.record.anchor}"),))]


def about(composer: Composer) -> Part:
    company = composer.document.company
    paragraphs = composer.line(company, "description")
    lines = [Line("", line.items, long=True) for line in paragraphs]
    mission = composer.line(company, "mission")
    lines += [Line(line.label, line.items, long=True) for line in mission]
    known = {"tagline", "description", "mission", *AT_THE_TOP, *AMONG_NAMES}
    lines += composer.rest(company, known, alone=True)
    return Part("about", "Overview", groups=(Group(entries=(Entry(lines=tuple(lines)),)),))
