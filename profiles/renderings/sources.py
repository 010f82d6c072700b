"""The list of sources: what each is, and which facts of the page rest on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from profiles.document.schema import Claim, Document, Record, Source
from profiles.renderings.assets import asset_version
from profiles.renderings.edition import Edition
from profiles.renderings.page import Day
from profiles.renderings.templating import rendered
from profiles.renderings.wording import day, words
from profiles.values.footnotes import footnote_keys


@dataclass(slots=True)
class Supported:
    """A record of which facts rest on a source; `rivals` are those shown with another value."""

    anchor: str
    name: str
    facts: list[str] = field(default_factory=list)
    rivals: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ListedSource:
    source: Source
    published: Day | None
    updated: Day | None
    original: Source | None
    supported: list[Supported]


def render_sources(edition: Edition) -> str:
    sources = listed(edition.document)
    return rendered(
        "sources.html",
        {
            "edition": edition,
            "site": edition.site,
            "company": edition.document.company.name,
            "sources": sources,
            "witnesses": sum(1 for each in sources if each.original is None),
            "version": asset_version(),
        },
    )


def listed(document: Document) -> list[ListedSource]:
    """Every source of the document by title."""
    return [
        ListedSource(
            source,
            day(source.published),
            day(source.updated),
            document.source(source.canonical) if source.canonical else None,
            list(_supported(document, source.key)),
        )
        for source in sorted(document.sources, key=lambda each: each.title.casefold())
    ]


def _supported(document: Document, key: str) -> Iterator[Supported]:
    for record in document.records:
        found = Supported(record.anchor, _name(document, record))
        for fact in record.facts:
            keys = footnote_keys(fact.value) if fact.type == "prose" else _keys(fact.claim)
            if key in keys:
                found.facts.append(fact.label)
            if any(key in _keys(rival) for rival in fact.rivals):
                found.rivals.append(fact.label)
        if found.facts or found.rivals:
            yield found


def _name(document: Document, record: Record) -> str:
    """The record's name without the company in front, its values in words."""
    name = record.name.removeprefix(f"{document.company.name}: ")
    for fact in record.facts:
        if fact.type in ("date", "quantity"):
            name = name.replace(fact.value, words(fact))
    return name


def _keys(claim: Claim | None) -> list[str]:
    return [citation.source for citation in claim.citations] if claim else []
