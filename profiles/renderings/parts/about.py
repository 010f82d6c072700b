"""What the company says it is, and the six facts at the top."""

import re
from dataclasses import replace

from msgspec.structs import replace as changed

from profiles.document.schema import Fact, Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.funding import latest_valuation
from profiles.renderings.phrasing.implied import is_plain, names, with_footnotes_of
from profiles.renderings.wording import day

AT_THE_TOP = ("founded", "headquarters", "headcount", "total_funding")
BESIDE = {
    "founded": ("founding_place", ", ", ""),
    "headquarters": ("country", ", ", ""),
    "total_funding": ("total_debt", " (of which debt ", ")"),
}
"""What is read together with a fact, and the words before and behind it."""
AMONG_NAMES = ("name", "name_origin")
CHIEF = re.compile(r"\b(CEO|chief executive)\b", re.IGNORECASE)


def facts_bar(composer: Composer) -> tuple[Line, ...]:
    """Founded, headquarters, people, who leads, total funding, latest valuation: what is known."""
    company = composer.document.company
    return (
        *_top(composer, company, "founded"),
        *_headquarters(composer, company),
        *_top(composer, company, "headcount"),
        *_leaders(composer),
        *_top(composer, company, "total_funding"),
        *_valuation(composer),
    )


def _top(composer: Composer, company: Record, name: str) -> list[Line]:
    fact = company.fact(name)
    if fact is None:
        return []
    values = [composer.value(company, fact)]
    if name in BESIDE:
        other, before, after = BESIDE[name]
        if beside := company.fact(other):
            values.append(composer.value(company, beside, before=before, after=after))
    return [Line(fact.label, (Item(tuple(values)),))]


def _headquarters(composer: Composer, company: Record) -> list[Line]:
    """The place, and the country unless the place names it."""
    place, country = company.fact("headquarters"), company.fact("country")
    if place and country and names(place.value, country.text) and is_plain(country):
        said = composer.value(company, with_footnotes_of(place, [country]))
        return [Line(place.label, (Item((said,)),))]
    return _top(composer, _with_country_in_words(company), "headquarters")


def _with_country_in_words(company: Record) -> Record:
    """Countries keep their capital letter inside a line, as other choices do not."""
    facts = tuple(
        changed(fact, type="text") if fact.name == "country" else fact for fact in company.facts
    )
    return changed(company, facts=facts)


def _leaders(composer: Composer) -> list[Line]:
    """The chief executive; where none is named, the founders."""
    titles = [
        (role, title)
        for role in composer.document.of_kind("role")
        if (title := role.fact("title")) and _is_held(role)
    ]
    chiefs = [pair for pair in titles if _leads(*pair)]
    founders = [pair for pair in titles if pair[0].value("group") == "founder"]
    items = tuple(_leader(composer, *pair) for pair in chiefs or founders)
    return [Line("CEO" if chiefs else "Founders", items)] if items else []


def _is_held(role: Record) -> bool:
    title = role.fact("title")
    held = title is None or title.claim is None or title.claim.status in ("reported", "confirmed")
    return held and "person" in role.relations and not role.value("ended")


def _leads(role: Record, title: Fact) -> bool:
    return role.value("office") == "ceo" or bool(CHIEF.search(title.value))


def _leader(composer: Composer, role: Record, title: Fact) -> Item:
    person = role.relations["person"].name
    named = replace(composer.brief(title), words=person, canonical="", status="")
    return Item((named,), href=f"#{role.anchor}")


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
    known = {"tagline", "description", "mission", *_told_at_the_top(company), *AMONG_NAMES}
    lines += composer.rest(company, known, alone=True)
    return Part("about", "Overview", groups=(Group(entries=(Entry(lines=tuple(lines)),)),))


def _told_at_the_top(company: Record) -> set[str]:
    told = {name for name in AT_THE_TOP if company.fact(name)}
    return told | {BESIDE[name][0] for name in told if name in BESIDE}
