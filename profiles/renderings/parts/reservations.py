"""What a source says against relying on it, where its figures stand: once for a whole part."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from profiles.document.schema import Citation, Claim, Fact, Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Item, Line, Part, Value


def with_reservations(composer: Composer, part: Part, records: Iterable[Record]) -> Part:
    """The part, remarking on every source with a disclaimer that a figure in it rests on."""
    first: dict[str, Citation] = {}
    for citation in (each for record in records for each in _behind_figures(record)):
        first.setdefault(citation.source, citation)
    lines = tuple(line for each in first.values() for line in _reservation(composer, each))
    if not lines:
        return part
    said = part.remarks.lines if part.remarks else ()
    return replace(part, remarks=Entry(lines=(*said, *lines)))


def _behind_figures(record: Record) -> list[Citation]:
    """What supports the amounts of a record."""
    claims = [fact.claim for fact in record.facts if fact.type == "quantity" and fact.claim]
    return [
        citation
        for claim in claims
        for citation in claim.citations
        if citation.stance != "contradicts"
    ]


def _reservation(composer: Composer, citation: Citation) -> Iterator[Line]:
    source = composer.document.source(citation.source)
    if source and source.disclaimer:
        title = f"“{source.title}”"
        claim = Claim(value=title, text=title, citations=(citation,))
        named = Fact(name="title", label="Title", type="text", value=title, text=title, claim=claim)
        figures = composer.brief(named, before="Figures from ")
        words = Value(source.disclaimer, before=" — ")
        yield Line("With reservation", (Item((figures, words)),), long=True)
