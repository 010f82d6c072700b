"""What a source says against relying on it, where its figures stand: once for a whole part."""

from collections.abc import Iterable
from dataclasses import replace

from profiles.document.schema import Citation, Claim, Fact, Record, Source
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Item, Line, Part, Value


def with_reservations(composer: Composer, part: Part, records: Iterable[Record]) -> Part:
    """The part, remarking on every source with a disclaimer that a figure in it rests on."""
    keys = list(dict.fromkeys(key for record in records for key in _behind_figures(record)))
    sources = [source for key in keys if (source := composer.document.source(key))]
    lines = tuple(_reservation(composer, source) for source in sources if source.disclaimer)
    if not lines:
        return part
    said = part.remarks.lines if part.remarks else ()
    return replace(part, remarks=Entry(lines=(*said, *lines)))


def _behind_figures(record: Record) -> list[str]:
    """The keys of the sources that support an amount of a record."""
    claims = [fact.claim for fact in record.facts if fact.type == "quantity" and fact.claim]
    return [
        citation.source
        for claim in claims
        for citation in claim.citations
        if citation.stance != "contradicts"
    ]


def _reservation(composer: Composer, source: Source) -> Line:
    title = f"“{source.title}”"
    claim = Claim(value=title, text=title, citations=(Citation(source=source.key),))
    named = Fact(name="title", label="Title", type="text", value=title, text=title, claim=claim)
    figures = composer.brief(named, before="Figures from ")
    words = Value(source.disclaimer, before=" — ")
    return Line("With reservation", (Item((figures, words)),), long=True)
