"""From facts to values: citations and disputes gathered, nothing forgotten."""

from collections.abc import Iterable
from dataclasses import replace

from profiles.document.schema import Citation, Claim, Fact, Record, Reference
from profiles.renderings.edition import Edition
from profiles.renderings.evidence.freshness import freshness_of
from profiles.renderings.evidence.rulings import (
    contradictions,
    is_disputed,
    ruling_of,
    unusual,
    usual_ruling,
)
from profiles.renderings.evidence.unread import unread_basis
from profiles.renderings.page import Dispute, Item, Line, Rival, Value
from profiles.renderings.wording import day, iso, lowered, some_time_in, status, words, words_of

LONG = 90  # characters; a longer value is a paragraph of its own


class Composer:
    """Makes values in page order and remembers which records the page has told."""

    def __init__(self, edition: Edition) -> None:
        self.document = edition.document
        self.envelope = edition.envelope
        self.ruled = usual_ruling(edition.document)
        self.published = edition.published
        self._told: set[str] = set()

    def tell(self, record: Record) -> Record:
        self._told.add(record.ref)
        return record

    def untold(self) -> list[Record]:
        """What no part of the page has claimed: it gets a generic section."""
        return [record for record in self.document.records if record.ref not in self._told]

    def related(self, kind: str, relation: str, ref: str) -> list[Record]:
        """Records of a kind that name this one: the investments of a round."""
        return [
            record
            for record in self.document.of_kind(kind)
            if relation in record.relations and record.relations[relation].ref == ref
        ]

    def href(self, other: Reference | None) -> str:
        """The page of a company that has one here; empty for everything else."""
        if other is None or other.kind != "company" or other.key == self.document.profile:
            return ""
        return f"/companies/{other.key}/" if other.key in self.published else ""

    def brief(self, fact: Fact, *, before: str = "", after: str = "") -> Value:
        """A fact that is told in full elsewhere on the page: no dispute, no date."""
        return self._cited(fact, fact.claim, before=before, after=after)

    def value(
        self, record: Record, fact: Fact, *, before: str = "", after: str = "", alone: bool = False
    ) -> Value:
        """`alone`: the fact that it is cited with does not stand beside it."""
        claim = fact.claim or (self._lead_claim(record, fact) if alone else None)
        as_of = day(fact.claim.as_of) if fact.claim and _is_news(record, fact) else None
        is_dated = bool(fact.claim and fact.claim.as_of)
        dispute = self._dispute(fact)
        return replace(
            self._cited(fact, claim, before=before, after=after),
            as_of=as_of,
            look=freshness_of(fact.claim, published=self.envelope.published_at, dated=is_dated),
            basis=unread_basis(claim, self.document),
            dispute=dispute,
            note=fact.claim.note if fact.claim and not dispute else "",
        )

    def _cited(self, fact: Fact, claim: Claim | None, *, before: str, after: str) -> Value:
        said = words(fact)
        if fact.type == "date":
            before += some_time_in(before, fact.value)
        return Value(
            words=lowered(said) if before and fact.type == "choice" else said,
            canonical=fact.value,
            type=fact.type,
            iso=iso(fact.type, fact.value),
            status=status(fact.claim, fact.type),
            cited=tuple(each for each in _citations(claim) if each.stance != "contradicts"),
            before=before,
            after=after,
        )

    def item(self, record: Record, *names: str, alone: bool = False) -> Item | None:
        """Several facts of a record read as one; None where it has none of them."""
        facts = [fact for name in names if (fact := record.fact(name))]
        values = tuple(
            self.value(
                record, fact, before=" (" if place else "", after=")" if place else "", alone=alone
            )
            for place, fact in enumerate(facts)
        )
        return Item(values) if values else None

    def joined(self, record: Record, joins: dict[str, str], anchor: str = "") -> list[Item]:
        """Several facts as one item, each after its own words; none where it has none of them.

        A bracket that such words open is closed behind the fact.
        """
        known = [(fact, before) for name, before in joins.items() if (fact := record.fact(name))]
        values = tuple(
            self.value(record, fact, before=before, after=")" if before.endswith("(") else "")
            for fact, before in known
        )
        return [Item(values, anchor=anchor)] if values else []

    def dated(self, record: Record) -> Value | str:
        """The date as the label of a line."""
        date = record.fact("date")
        return self.value(record, date) if date else "Undated"

    def line(self, record: Record, name: str, *, alone: bool = False) -> list[Line]:
        """A fact under its own label: one line, or none where there is no such fact."""
        fact = record.fact(name)
        if fact is None:
            return []
        item = Item((self.value(record, fact, alone=alone),))
        return [Line(fact.label, (item,), long=len(words(fact)) > LONG)]

    def rest(self, record: Record, known: Iterable[str], *, alone: bool = False) -> list[Line]:
        """Every fact that a template does not know by name, so that new ones show by themselves."""
        self.tell(record)
        known = set(known)
        names = [fact.name for fact in record.facts if fact.name not in known]
        return [line for name in names for line in self.line(record, name, alone=alone)]

    def _lead_claim(self, record: Record, fact: Fact) -> Claim | None:
        lead = record.fact(fact.cited_with)
        return lead.claim if lead else None

    def _dispute(self, fact: Fact) -> Dispute | None:
        if not is_disputed(fact):
            return None
        return Dispute(
            subject=fact.label,
            shown=words(fact),
            rivals=tuple(_rival(fact, claim) for claim in fact.rivals),
            ruling=ruling_of(fact.claim),
            against=contradictions(fact),
            ruled=unusual(fact, self.ruled),
        )


def _rival(fact: Fact, claim: Claim) -> Rival:
    said = words_of(fact.type, claim.value, claim.text)
    value = Value(
        words=said,
        canonical=claim.value,
        type=fact.type,
        iso=iso(fact.type, claim.value),
        status=status(claim, fact.type),
        as_of=day(claim.as_of),
        cited=claim.citations,
    )
    printed = claim.printed if claim.printed != said else ""
    return Rival(value, printed, ruling_of(claim, instead_of=fact.claim), claim.also_given)


def _is_news(record: Record, fact: Fact) -> bool:
    """Whether the as-of date adds to what the record states anyway; a choice does not age."""
    as_of = fact.claim.as_of if fact.claim else ""
    return fact.type != "choice" and as_of not in ("", record.value("date"))


def _citations(claim: Claim | None) -> tuple[Citation, ...]:
    return claim.citations if claim else ()
