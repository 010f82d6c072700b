"""What the words of another fact say already: its own words go, its footnotes stay."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace as changed

from profiles.document.schema import Claim, Fact, Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Item, Value

PLAIN = ("reported", "confirmed")
DESCRIBED = "description"


def names(text: str, words: str) -> bool:
    """Whether a text has these words, not merely as a part of longer ones."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))


def is_plain(fact: Fact) -> bool:
    """Whether nobody disputes or annotates a fact or its status: so its words may go."""
    if fact.rivals:
        return False
    claim = fact.claim
    return claim is None or (
        claim.status in PLAIN
        and not claim.note
        and all(citation.stance != "contradicts" for citation in claim.citations)
    )


def with_footnotes_of(fact: Fact, others: Iterable[Fact]) -> Fact:
    """The fact with the citations of others too, so that each source is marked once."""
    more = [citation for other in others if other.claim for citation in other.claim.citations]
    claim = fact.claim or Claim(value=fact.value, text=fact.text)
    return changed(fact, claim=changed(claim, citations=(*claim.citations, *more)))


def named_by_title(record: Record, others: Iterable[Record], part: str) -> list[Record]:
    """Those whom the title names and who had just this part; one of them may be described."""
    title = record.value("title")
    named = [other for other in others if _had_just(other, part) and names(title, _who(other))]
    return named if len(named) == 1 else [other for other in named if not other.fact(DESCRIBED)]


def titled(
    composer: Composer, record: Record, joins: dict[str, str], named: Sequence[Record]
) -> Item:
    """The title and what is joined to it, with the footnotes and anchors of those it names.

    A description of the one it names stands in brackets behind it.
    """
    parts = [part for other in named if (part := composer.tell(other).fact("part"))]
    facts = tuple(
        with_footnotes_of(fact, parts) if fact.name == "title" and parts else fact
        for fact in record.facts
    )
    cited = changed(record, facts=facts)
    title, *rest = joins
    values = [
        *_values(composer.joined(cited, {title: joins[title]})),
        *(v for each in named for v in _values(composer.joined(each, {DESCRIBED: " ("}))),
        *_values(composer.joined(cited, {name: joins[name] for name in rest})),
    ]
    aliases = tuple(other.anchor for other in named)
    return Item(tuple(values) or (Value(record.name),), anchor=record.anchor, aliases=aliases)


def _values(items: Iterable[Item]) -> list[Value]:
    return [value for item in items for value in item.values]


def _had_just(other: Record, part: str) -> bool:
    known = {fact.name for fact in other.facts}
    fact = other.fact("part")
    return known <= {"part", DESCRIBED} and (
        fact is None or (fact.value == part and is_plain(fact))
    )


def _who(other: Record) -> str:
    return other.relations["who"].name if "who" in other.relations else other.name
