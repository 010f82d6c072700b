"""What one document says that another does not, in words a reviewer can read.

What a machine found of the quotes is no edit: it is told once for each source, and of a fact only
where one of its quotes is not found any more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec
from msgspec import UnsetType
from msgspec.structs import replace

from profiles.document.schema import Check, Citation, Claim, Document, Fact, Record, Source
from profiles.values.dates import PartialDate, day_in_words
from profiles.values.quantities import Quantity

WORDS: dict[str, type[PartialDate] | type[Quantity]] = {"date": PartialDate, "quantity": Quantity}
SOURCE_DATES = ("published", "updated", "as_of")


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    EVIDENCE = "evidence changed"


class Difference(msgspec.Struct, frozen=True):
    """One fact that differs. `before` and `after` are its texts; empty where there is none."""

    kind: Kind
    ref: str
    record: str
    """Name of the record it belongs to."""
    label: str
    before: str = ""
    after: str = ""
    fact_before: Fact | None = None
    fact_after: Fact | None = None


def differences(before: Document | None, after: Document) -> list[Difference]:
    """In the order of `after`, then what only `before` had, then the sources.

    Everything is new against None. Two documents without a difference have the same bytes, but
    for names that follow from other facts.
    """
    old = {record.ref: record for record in before.records} if before else {}
    new = {record.ref: record for record in after.records}
    found: list[Difference] = []
    for ref, record in new.items():
        found += _in_record(old.get(ref), record)
    for ref, record in old.items():
        if ref not in new:
            found += _in_record(record, None)
    found += _sources(before.sources if before else (), after.sources)
    return found + list(_checks(before, after) if before else ())


def words(fact: Fact, claim: Claim | None = None) -> str:
    """The fact's value for people, or a claim's of it: `€385M` for `EUR 385000000`."""
    stated = claim or fact
    value_class = WORDS.get(fact.type)
    return value_class(stated.value).display() if value_class else stated.text


def _in_record(before: Record | None, after: Record | None) -> Iterator[Difference]:
    record = after or before
    assert record is not None  # noqa: S101 - one of the two is always there
    old = {fact.name: fact for fact in before.facts} if before else {}
    new = {fact.name: fact for fact in after.facts} if after else {}
    yield from _arrangement(before, after)
    for name in dict.fromkeys([*new, *old]):
        kind = _kind(old.get(name), new.get(name))
        if kind:
            yield _difference(kind, record, old.get(name), new.get(name))


def _kind(before: Fact | None, after: Fact | None) -> Kind | None:
    if before is None:
        return Kind.ADDED
    if after is None:
        return Kind.REMOVED
    if before.value != after.value:
        return Kind.CHANGED
    is_edited = _unchecked(before) != _unchecked(after)
    return Kind.EVIDENCE if is_edited or _has_lost(before, after) else None


def _unchecked(fact: Fact) -> Fact:
    """The fact as editors left it."""
    claim = fact.claim and _claim_unchecked(fact.claim)
    return replace(fact, claim=claim, rivals=tuple(map(_claim_unchecked, fact.rivals)))


def _claim_unchecked(claim: Claim) -> Claim:
    return replace(claim, citations=tuple(citation.unchecked for citation in claim.citations))


def _has_lost(before: Fact, after: Fact) -> bool:
    """Whether a text that should have a quote of it lacks it now."""
    old = dict(_checks_of(before))
    return any(
        isinstance(check, Check) and check.is_lost and place in old and old[place] != check
        for place, check in _checks_of(after)
    )


def _difference(kind: Kind, record: Record, before: Fact | None, after: Fact | None) -> Difference:
    return Difference(
        kind=kind,
        ref=record.ref,
        record=record.name,
        label=(after or before).label,  # type: ignore[union-attr]
        before=words(before) if before else "",
        after=words(after) if after else "",
        fact_before=before,
        fact_after=after,
    )


def _arrangement(before: Record | None, after: Record | None) -> Iterator[Difference]:
    """Changes of what a record points to, and of its place or heading."""
    if before is None or after is None:
        return
    old, new = _pointers(before), _pointers(after)
    for name in dict.fromkeys([*new, *old]):
        if old.get(name) != new.get(name):
            yield Difference(
                kind=Kind.CHANGED,
                ref=after.ref,
                record=after.name,
                label=name.capitalize(),
                before=old.get(name, ("", ""))[1],
                after=new.get(name, ("", ""))[1],
            )


def _pointers(record: Record) -> dict[str, tuple[str, str]]:
    """Name of the column -> what it is compared by, and its words."""
    relations = {
        name: (f"{other.ref} {other.when}", f"{other.name} {_words_of_date(other.when)}".strip())
        for name, other in record.relations.items()
    }
    return relations | {name: (str(value), str(value)) for name, value in record.settings.items()}


def _words_of_date(date: str) -> str:
    return f"({day_in_words(date)})" if date else ""


def _sources(before: Iterable[Source], after: Iterable[Source]) -> Iterator[Difference]:
    old = {source.key: source for source in before}
    new = {source.key: source for source in after}
    for key in dict.fromkeys([*new, *old]):
        yield from _in_source(old.get(key), new.get(key))


def _in_source(before: Source | None, after: Source | None) -> Iterator[Difference]:
    """A source that came or went in one line; otherwise each of its columns that changed."""
    source = after or before
    assert source is not None  # noqa: S101 - one of the two is always there
    ref = f"source/{source.key}"
    if before is None or after is None:
        yield Difference(
            kind=Kind.ADDED if before is None else Kind.REMOVED,
            ref=ref,
            record=source.title,
            label="Source",
            before=_described(before),
            after=_described(after),
        )
        return
    for name in source.__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Difference(
                kind=Kind.CHANGED,
                ref=ref,
                record=source.title,
                label=name.replace("_", " ").capitalize(),
                before=_text(name, old),
                after=_text(name, new),
            )


def _text(column: str, value: str | tuple[str, ...] | UnsetType) -> str:
    """One column of a source as people read it."""
    if isinstance(value, UnsetType):
        return ""
    if column in SOURCE_DATES:
        return day_in_words(str(value))
    return value if isinstance(value, str) else ", ".join(map(str, value))


Place = tuple[str, Citation]
"""A claim's value and a citation of it, without what was found."""


def _checks_of(fact: Fact) -> Iterator[tuple[Place, Check | UnsetType]]:
    for claim in fact.claims:
        for citation in claim.citations:
            yield (claim.value, citation.unchecked), citation.check


def _every_check(document: Document) -> Iterator[tuple[tuple[str, str, Place], Check | UnsetType]]:
    for record in document.records:
        for fact in record.facts:
            for place, check in _checks_of(fact):
                yield (record.ref, fact.name, place), check


def _checks(before: Document, after: Document) -> Iterator[Difference]:
    """What was found anew of quotes that both have, by source."""
    old, found = dict(_every_check(before)), defaultdict(list)
    for place, check in _every_check(after):
        if place in old and old[place] != check:
            found[place[2][1].source].append((old[place], check))
    for key, pairs in found.items():
        source = after.source(key)
        yield Difference(
            kind=Kind.EVIDENCE,
            ref=f"source/{key}",
            record=source.title if source else key,
            label="Quotes looked for",
            before=_tally(check for check, _ in pairs),
            after=_tally(check for _, check in pairs),
        )


def _tally(checks: Iterable[Check | UnsetType]) -> str:
    """`12 found word for word in the full text archived on 3 March 2025; 1 …`."""
    counts = Counter(
        check.words if isinstance(check, Check) else "without a check" for check in checks
    )
    return "; ".join(f"{count} {words}" for words, count in counts.most_common())


def _described(source: Source | None) -> str:
    if source is None:
        return ""
    published = day_in_words(source.published)
    parts = [source.title, source.publisher, published, source.url]
    return ", ".join(part for part in parts if part)
