"""Release documents made by hand, down to one as bare as allowed."""

from typing import Any

from profiles.document.schema import (
    Approval,
    Citation,
    Claim,
    Document,
    Envelope,
    Fact,
    Record,
    Reference,
    Source,
)
from profiles.renderings import Edition, Site

SITE = Site(name="Footnote", url="https://profiles.example.org")
DECIDED = {"decided_by": "Erin Editor", "decided_on": "2026-11-20"}


def a_claim(value: str, *sources: str, text: str = "", **other: Any) -> Claim:
    """An accepted claim; a source is `key` or `key|locator|quote`."""
    settings = {"reason": "No source disagrees", **DECIDED, **other}
    return Claim(value=value, text=text or value, citations=citations(*sources), **settings)


def citations(*sources: str) -> tuple[Citation, ...]:
    found = []
    for source in sources:
        key, locator, quote = (*source.split("|"), "", "")[:3]
        found.append(Citation(source=key, edition="2026-11-01", locator=locator, quote=quote))
    return tuple(found)


def a_fact(name: str, value: str, *sources: str, **other: Any) -> Fact:
    """`text`, `type`, `label`, `rivals`, `cited_with` as in the schema; the rest is the claim's."""
    text = other.pop("text", value)
    shape = {
        "label": other.pop("label", name.replace("_", " ").capitalize()),
        "type": other.pop("type", "text"),
        "rivals": tuple(other.pop("rivals", ())),
        "cited_with": other.pop("cited_with", ""),
    }
    claim = a_claim(value, *sources, text=text, **other) if sources else None
    return Fact(name=name, value=value, text=text, claim=claim, **shape)


def a_date(name: str, value: str, *sources: str, **other: Any) -> Fact:
    return a_fact(name, value, *sources, type="date", **other)


def an_amount(name: str, value: str, *sources: str, **other: Any) -> Fact:
    return a_fact(name, value, *sources, type="quantity", **other)


def a_choice(name: str, value: str, text: str, *sources: str, **other: Any) -> Fact:
    return a_fact(name, value, *sources, text=text, type="choice", **other)


def a_record(kind: str, key: str, *facts: Fact, name: str = "", **other: Any) -> Record:
    """`relations` is given as `investor=("company/x", "X")`, `settings` as a dictionary."""
    settings = other.pop("settings", {})
    relations = {relation: Reference(ref=ref, name=said) for relation, (ref, said) in other.items()}
    name = name or next((fact.value for fact in facts if fact.name == "name"), key)
    return Record(
        kind=kind, key=key, name=name, facts=facts, relations=relations, settings=settings
    )


def a_source(key: str, **other: Any) -> Source:
    settings = {
        "title": f"Report {key}",
        "url": f"https://news.example.org/{key}?a=1&b=2",
        "publisher": "Example News",
        "language": "en",
        "kind": "News article",
        "published": "2026-03-05",
        **other,
    }
    return Source(key=key, **settings)


def an_envelope(number: int = 3, **other: Any) -> Envelope:
    settings = {
        "profile": "acme",
        "number": number,
        "document_sha256": "d" * 64,
        "previous_sha256": "",
        "note": "Series C & its valuation added",
        "submitted_by": "Erin Editor",
        "submitted_at": "2026-11-21T09:00:00+00:00",
        "approvals": (Approval(by="Rita Reviewer", at="2026-11-22T10:00:00+00:00"),),
        "published_by": "Paul Publisher",
        "published_at": "2026-11-22T11:00:00+00:00",
        **other,
    }
    return Envelope(**settings)


def an_edition(document: Document, **envelope: Any) -> Edition:
    return Edition(document, an_envelope(**{"profile": document.profile, **envelope}), SITE)


def a_document(*records: Record, company: tuple[Fact, ...] = (), sources: Any = ()) -> Document:
    """A document of Acme & Co; without arguments one that states only its name."""
    name = a_fact("name", "Acme & Co", "report")
    form = a_choice("form", "company", "Company", cited_with="name")
    head = a_record("company", "acme", name, form, *company)
    named = {source.key: source for source in (a_source("report"), *sources)}
    return Document(profile="acme", records=(head, *records), sources=tuple(named.values()))


ACME = ("company/acme", "Acme & Co")
