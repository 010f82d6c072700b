"""What rests on each source: every fact that cites it, with the place and the words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from profiles.document.schema import Citation, Claim, Document, Fact, Record
from profiles.renderings.wording import words, words_of
from profiles.values.footnotes import footnote_keys


@dataclass(frozen=True, slots=True)
class Passage:
    """One value that one source gives, or a text that mentions it."""

    source: str
    record: Record
    name: str
    label: str
    words: str
    """Empty for a text."""
    citations: tuple[Citation, ...] = ()
    shown: bool = True
    """Whether it is the value of the page, or one that was not chosen."""


def passages(document: Document) -> Iterator[Passage]:
    """In the document's order; a value that has two sources is two passages."""
    for record in document.records:
        for fact in record.facts:
            if fact.type == "prose":
                yield from _mentions(record, fact)
            if fact.claim:
                yield from _of_claim(record, fact, fact.claim, shown=True)
            for rival in fact.rivals:
                yield from _of_claim(record, fact, rival, shown=False)


def count_passages(document: Document) -> Counter[str]:
    """By the key of the source."""
    return Counter(passage.source for passage in passages(document))


def _mentions(record: Record, fact: Fact) -> Iterator[Passage]:
    for key in dict.fromkeys(footnote_keys(fact.value)):
        yield Passage(key, record, fact.name, fact.label, "")


def _of_claim(record: Record, fact: Fact, claim: Claim, *, shown: bool) -> Iterator[Passage]:
    said = words(fact) if shown else words_of(fact.type, claim.value, claim.text)
    for key in dict.fromkeys(citation.source for citation in claim.citations):
        cited = tuple(citation for citation in claim.citations if citation.source == key)
        yield Passage(key, record, fact.name, fact.label, said, cited, shown)
