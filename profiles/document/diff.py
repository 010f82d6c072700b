"""What one document says that another does not, in words a reviewer can read."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from profiles.document.schema import Document, Fact, Record


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
    """In the order of `after`, then what only `before` had. Everything is new against None."""
    old = {record.ref: record for record in before.records} if before else {}
    new = {record.ref: record for record in after.records}
    found: list[Difference] = []
    for ref, record in new.items():
        found += _in_record(old.get(ref), record)
    for ref, record in old.items():
        if ref not in new:
            found += _in_record(record, None)
    return found


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
    return Kind.EVIDENCE if before != after else None


def _difference(kind: Kind, record: Record, before: Fact | None, after: Fact | None) -> Difference:
    return Difference(
        kind=kind,
        ref=record.ref,
        record=record.name,
        label=(after or before).label,  # type: ignore[union-attr]
        before=before.text if before else "",
        after=after.text if after else "",
        fact_before=before,
        fact_after=after,
    )


def _arrangement(before: Record | None, after: Record | None) -> Iterator[Difference]:
    """Changes of what a record points to, and of its place or heading."""
    if before is None or after is None:
        return
    old = {**{k: v.name for k, v in before.relations.items()}, **before.settings}
    new = {**{k: v.name for k, v in after.relations.items()}, **after.settings}
    for name in dict.fromkeys([*new, *old]):
        if old.get(name) != new.get(name):
            yield Difference(
                kind=Kind.CHANGED,
                ref=after.ref,
                record=after.name,
                label=name.capitalize(),
                before=str(old.get(name, "")),
                after=str(new.get(name, "")),
            )
