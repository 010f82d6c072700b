"""What the words of another fact say already: its own words go, its footnotes stay."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from msgspec.structs import replace as changed

from profiles.document.schema import Claim, Fact, Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Item

PLAIN = ("reported", "confirmed")


def names(text: str, words: str) -> bool:
    """Whether a text has these words, not merely as a part of longer ones."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))


def is_plain(fact: Fact) -> bool:
    """Whether nobody disputes a fact and no status qualifies it: so its words may go."""
    if fact.rivals:
        return False
    claim = fact.claim
    return claim is None or (
        claim.status in PLAIN
        and all(citation.stance != "contradicts" for citation in claim.citations)
    )


def with_footnotes_of(fact: Fact, others: Iterable[Fact]) -> Fact:
    """The fact with the citations of others too, so that each source is marked once."""
    more = [citation for other in others if other.claim for citation in other.claim.citations]
    claim = fact.claim or Claim(value=fact.value, text=fact.text)
    return changed(fact, claim=changed(claim, citations=(*claim.citations, *more)))


def named_by_title(record: Record, others: Iterable[Record], part: str) -> list[Record]:
    """Those whom the title names and of whom no more is known than that they had this part."""
    title = record.value("title")
    return [other for other in others if _says_no_more(other, part) and names(title, _who(other))]


def titled(
    composer: Composer, record: Record, joins: dict[str, str], named: Sequence[Record]
) -> Item:
    """The title and what is joined to it, with the footnotes and anchors of those it names."""
    parts = [part for other in named if (part := composer.tell(other).fact("part"))]
    facts = tuple(
        with_footnotes_of(fact, parts) if fact.name == "title" and parts else fact
        for fact in record.facts
    )
    items = composer.joined(changed(record, facts=facts), joins, anchor=record.anchor)
    item = items[0] if items else Item((), anchor=record.anchor)
    return replace(item, aliases=tuple(other.anchor for other in named))


def _says_no_more(other: Record, part: str) -> bool:
    return all(
        fact.name == "part" and fact.value == part and is_plain(fact) for fact in other.facts
    )


def _who(other: Record) -> str:
    return other.relations["who"].name if "who" in other.relations else other.name
