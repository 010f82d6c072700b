"""What the facts rest on: how many witnesses each has, and which rest on one source alone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from profiles.document.schema import Document, Fact, Record, Source
from profiles.renderings.evidence.witnesses import count_witnesses, stands
from profiles.values.footnotes import footnote_keys


@dataclass(frozen=True, slots=True)
class FactSupport:
    """What one fact rests on, retracted sources left out."""

    record: Record
    fact: Fact
    sources: tuple[str, ...]
    """Keys, each once."""
    witnesses: int
    """How many of them are independent."""


class Support:
    """Every fact of a document that has sources of its own; prose has those of its footnotes."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._stands = {source.key: stands(source, document) for source in document.sources}

    @cached_property
    def footings(self) -> dict[tuple[str, str], FactSupport]:
        """By the record's `ref` and the fact's name."""
        return {
            (record.ref, fact.name): self._footing(record, fact, sources)
            for record in self._document.records
            for fact in record.facts
            if (sources := tuple(self._standing(fact)))
        }

    @cached_property
    def single(self) -> list[FactSupport]:
        """What rests on one witness."""
        return [footing for footing in self.footings.values() if footing.witnesses == 1]

    @cached_property
    def sole(self) -> Counter[str]:
        """By the key of a source: how many facts nothing else supports."""
        return Counter(each.sources[0] for each in self.single if len(each.sources) == 1)

    @property
    def words(self) -> str:
        """`614 of 669 cited facts rest on a single source …`: of how many it is so."""
        if not self.footings:
            return ""
        rest = "rests" if len(self.single) == 1 else "rest"
        told = f"{len(self.single):,} of {len(self.footings):,} cited facts {rest}"
        return f"{told} on a single source; what copies or follows another counts with it."

    def only_source_for(self, source: Source) -> str:
        """`The only source for 41 facts.`; nothing for a source that is that of none."""
        count = self.sole[source.key]
        return f"The only source for {count:,} fact{'' if count == 1 else 's'}." if count else ""

    def others(self, record: Record, fact: str) -> str:
        """`One of 2 independent sources`; nothing where one alone says so."""
        footing = self.footings.get((record.ref, fact))
        if footing is None or len(footing.sources) == 1:
            return ""
        if footing.witnesses == 1:
            return f"one of {len(footing.sources)} sources that are one witness"
        return f"one of {footing.witnesses} independent sources"

    def _footing(self, record: Record, fact: Fact, keys: tuple[str, ...]) -> FactSupport:
        sources = [found for key in keys if (found := self._document.source(key))]
        witnesses = 1 if len(keys) == 1 else count_witnesses(sources, self._document)
        return FactSupport(record, fact, keys, witnesses)

    def _standing(self, fact: Fact) -> Iterator[str]:
        return (key for key in dict.fromkeys(_supporting(fact)) if self._stands.get(key))


def _supporting(fact: Fact) -> Iterator[str]:
    if fact.type == "prose":
        yield from footnote_keys(fact.value)
    for citation in fact.claim.citations if fact.claim else ():
        if citation.stance == "supports":
            yield citation.source
