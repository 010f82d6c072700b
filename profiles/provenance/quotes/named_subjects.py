"""Whom the sentence around a quote names: a figure in the right words may be that of another.

No check establishes what a sentence is about. Where it names a company, a person, a product or a
round that is held here, and not the one that the fact is about, that is said beside the check.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from profiles.facts import type_of
from profiles.models import Body, Company, FundingRound, Name, Person, Product
from profiles.models.fields import PartialDateField, QuantityField
from profiles.provenance.quotes.suggestions import SENTENCE

NAMED: tuple[type[Company] | type[Person] | type[Product], ...] = (Company, Person, Product)
ROUND = FundingRound.kind
KINDS = (*(model.kind for model in NAMED), ROUND)
WORD = re.compile(r"[\w&][\w&'’.+-]*")
POSSESSIVE = re.compile(r"(?:['’]s?|[.])$")
LONGEST_NAME = 5  # words
LONGEST_SIDE = 400  # characters of a sentence, on each side of the quote
SHORTEST_WORD = 4  # letters of a part of a name that may stand for it
AT_ONCE = 400  # names in one query
MOST_NAMED = 3  # in one remark


Ref = tuple[str, UUID]
Held = dict[str, set[Ref]]


class Quoted(NamedTuple):
    """What a fact is about, and the sentence that is quoted for it."""

    body: Body
    fact: str
    sentence: str

    @property
    def is_of_a_figure(self) -> bool:
        """Words that are the value name whom they please; a figure or a date is of somebody."""
        return isinstance(type_of(self.body).field_of(self.fact), PartialDateField | QuantityField)


class Phrase(NamedTuple):
    start: int
    end: int
    text: str


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence, or the sentences, in which the quote stands."""
    before, after = text[max(0, start - LONGEST_SIDE) : start], text[end : end + LONGEST_SIDE]
    begins = max((found.end() for found in SENTENCE.finditer(before)), default=0)
    ends = SENTENCE.search(after)
    return f"{before[begins:]}{text[start:end]}{after[: ends.start()] if ends else after}"


def remarks(quoted: Sequence[Quoted]) -> list[str]:
    """For each figure or date: `it names Brik, not Acme`, or nothing. A few queries for all."""
    phrases = [list(_phrases(each.sentence)) if each.is_of_a_figure else [] for each in quoted]
    held = _held({phrase.text for each in phrases for phrase in each})
    return [
        _remark(each.body, each.sentence, _named(said, held)) if said else ""
        for each, said in zip(quoted, phrases, strict=True)
    ]


def _phrases(sentence: str) -> Iterator[Phrase]:
    """Whatever may be a name: words in a row, of which the first has a capital; longest first."""
    words = [found.span() for found in WORD.finditer(sentence)]
    for length in range(LONGEST_NAME, 0, -1):
        for first, last in zip(words, words[length - 1 :], strict=False):
            if sentence[first[0]].isupper() or sentence[first[0]].isdigit():
                text = sentence[first[0] : last[1]]
                yield Phrase(first[0], last[1], " ".join(POSSESSIVE.sub("", text).split()))


def _held(names: set[str]) -> Held:
    """The records that have each of these names."""
    held: Held = defaultdict(set)
    listed = sorted(names)
    for some in (listed[at : at + AT_ONCE] for at in range(0, len(listed), AT_ONCE)):
        for model in NAMED:
            for name, pk in model.objects.filter(name__in=some).values_list("name", "pk"):
                held[name].add((model.kind, pk))
        for label, pk in FundingRound.objects.filter(label__in=some).values_list("label", "pk"):
            held[label].add((ROUND, pk))
        aliases = Name.objects.filter(name__in=some, subject__kind__in=KINDS)
        for name, kind, pk in aliases.values_list("name", "subject__kind", "subject"):
            held[name].add((kind, pk))
    return held


def _named(phrases: list[Phrase], held: Held) -> Held:
    """The names that stand there, each place for one name, the longest."""
    taken: list[Phrase] = []
    for phrase in phrases:
        is_free = all(phrase.end <= each.start or each.end <= phrase.start for each in taken)
        if is_free and phrase.text in held:
            taken.append(phrase)
    return {phrase.text: held[phrase.text] for phrase in sorted(taken)}


def _remark(body: Body, sentence: str, named: Held) -> str:
    """A round may be mistaken for another of its company; anything else for whoever is held."""
    own = list(dict.fromkeys(_own(body))) if named else []
    if not own:
        return ""
    refs = {(each.kind, each.pk) for each in own}
    said = set(chain.from_iterable(named.values())) & refs
    words = {word.group().strip(".'’") for word in WORD.finditer(sentence)}
    is_named = any(kind != ROUND for kind, _ in said) or any(
        not words.isdisjoint(_short(each)) for each in own
    )
    rivals = set() if any(kind == ROUND for kind, _ in said) else _other_rounds(own)
    others = [
        name
        for name, each in named.items()
        if not each & refs
        and ((not is_named and any(kind != ROUND for kind, _ in each)) or each & rivals)
    ]
    subject = next((each for each in own if not isinstance(each, Company)), own[0])
    return f"it names {', '.join(others[:MOST_NAMED])}, not {subject}" if others else ""


def _own(body: Body) -> Iterator[Body]:
    """What a fact of this record is about: itself and whatever it belongs to, nearest first."""
    if body.kind in KINDS:
        yield body
    for relation in type_of(body).relations:
        target: Any = getattr(body, relation.name)
        if target is not None:
            yield from _own(target if isinstance(target, Body) else target.body)


def _short(body: Body) -> Iterator[str]:
    """Parts of a name that may stand for it: `Mistral` for Mistral AI, `Mensch` for a person."""
    words = str(body).split() if isinstance(body, NAMED) else []
    wanted = words[-1:] if isinstance(body, Person) else words[:1]
    yield from (word for word in wanted if len(word) >= SHORTEST_WORD)


def _other_rounds(own: list[Body]) -> set[Ref]:
    """Those of the same company, where the fact is about one of its rounds."""
    rounds = [each for each in own if isinstance(each, FundingRound)]
    found = FundingRound.objects.filter(company__in=[each.company_id for each in rounds])
    others = found.exclude(pk__in=[each.pk for each in rounds])
    return {(ROUND, pk) for pk in others.values_list("pk", flat=True)} if rounds else set()
