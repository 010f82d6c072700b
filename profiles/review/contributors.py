"""Who answers for what a candidate says and the release before it did not.

It goes by the order of edits and by no clock: a submission keeps which edit of each row it was made
of, and what a row got behind that one is new, also where it was begun long before and saved late.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q

from profiles.document.diff import Kind, differences
from profiles.document.schema import Document, decode
from profiles.models import Capture, Company, Confirmation, Record, Release
from profiles.review.edit_history import (
    Records,
    by_kind,
    decisions_of,
    history_of,
    history_of_sources,
    ids_of,
    names_of,
    records_ever_in,
    records_ever_naming,
    together,
)
from profiles.review.made_of import Ingredients, read_ingredients


@dataclass
class Contribution:
    """The people behind a candidate, and the edits that it is made of."""

    before: Ingredients
    people: set[Any] = field(default_factory=set)
    made_of: Ingredients = field(default_factory=lambda: defaultdict(dict))

    def add(self, table: str, row: Any, number: int, *people: Any, whole: bool = False) -> None:
        """One edit of a row, in the order of the edits; `whole` where all of the row is new."""
        self.made_of[table][str(row)] = number
        if whole or number > self.before.get(table, {}).get(str(row), 0):
            self.people.update(person for person in people if person is not None)


def contributors(company: Company, *, candidate: Document, base: Release | None) -> set[Any]:
    """Ids of the users behind what `candidate` says and `base` did not."""
    return contribution(company, candidate=candidate, base=base).people


def contribution(company: Company, *, candidate: Document, base: Release | None) -> Contribution:
    """Everybody who touched any part of the profile, its evidence or what it prints of others,
    behind the edits that the base was made of: also who deleted a row, or undid an edit. Of a
    record that is new in the candidate, everybody who ever touched it: a value may be older than
    its first citation.
    """
    found = Contribution(read_ingredients(base.submission) if base else {})
    new = _new_refs(candidate, base)
    shown = together(_seen_on_its_page(company), records_of(dated_by(candidate)))
    _add_edits(found, shown)
    if base is not None:
        _add_edits(found, records_of(new | dated_by(candidate, new)), whole=True)
    _add_sources(found, candidate, new)
    _add_evidence(found, candidate, ids_of(shown))
    _add_names(found, candidate)
    return found


def newer_edits(company: Company, *, since: datetime) -> int:
    """How many rows of edit history the profile gained after `since`."""
    return sum(rows.count() for rows in history_of(_seen_on_its_page(company), since=since))


def _new_refs(candidate: Document, base: Release | None) -> set[str]:
    published = decode(bytes(base.submission.document)) if base else None
    return {
        difference.ref
        for difference in differences(published, candidate)
        if difference.kind == Kind.ADDED
    }


def _seen_on_its_page(company: Company) -> Records:
    return together(records_ever_in(company), records_ever_naming(company))


def dated_by(document: Document, refs: set[str] | None = None) -> set[str]:
    """The rounds and deals of other profiles whose dates it tells, or these records of it do."""
    records = [record for record in document.records if refs is None or record.ref in refs]
    return {other.ref for record in records for other in record.relations.values() if other.when}


def records_of(refs: set[str]) -> Records:
    keys: dict[str, list[str]] = defaultdict(list)
    for kind, _, key in (ref.partition("/") for ref in refs):
        keys[kind].append(key)
    named = Q()
    for kind, some in keys.items():
        named |= Q(kind=kind, key__in=some)
    return by_kind(Record.objects.filter(named)) if refs else {}


def _add_edits(found: Contribution, records: Records, *, whole: bool = False) -> None:
    """Of these records with their claims and citations; whoever ruled on a claim is one of them."""
    if not records:
        return
    for rows in history_of(records):
        table = rows.model.instance_type._meta.model_name
        pk = rows.model.instance_type._meta.pk.attname
        edits = rows.order_by("history_id").values_list(pk, "history_id", "history_user_id")
        for row, number, user in edits:
            found.add(table, row, number, user, whole=whole)
    decided: dict[Any, Any] = {}
    for claim, number, user, moment in decisions_of(ids_of(records)):
        is_another = decided.get(claim) != (user, moment)
        found.add("decision", claim, number, *([user] if is_another else []), whole=whole)
        decided[claim] = (user, moment)


def _add_sources(found: Contribution, candidate: Document, new: set[str]) -> None:
    rows = history_of_sources(source.key for source in candidate.sources)
    edits = rows.order_by("history_id").values_list("id", "key", "history_id", "history_user_id")
    for row, key, number, user in edits:
        found.add("source", row, number, user, whole=f"source/{key}" in new)


def _add_evidence(found: Contribution, candidate: Document, records: set[Any]) -> None:
    """Captures that quotes were looked for in, and confirmations: both are written once."""
    for row, user in captures_behind(candidate, records).values_list("pk", "recorded_by"):
        found.add("capture", row, 1, user)
    confirmed = Confirmation.objects.filter(claim__record__in=records).order_by()
    for row, user in confirmed.values_list("pk", "by"):
        found.add("confirmation", row, 1, user)


def captures_behind(candidate: Document, records: set[Any]) -> Any:
    keys = [source.key for source in candidate.sources]
    checked = Capture.objects.filter(checks__citation__claim__record__in=records).values("pk")
    return Capture.objects.filter(Q(source__key__in=keys) | Q(pk__in=checked)).order_by()


def _add_names(found: Contribution, candidate: Document) -> None:
    """Who gave the records of other profiles the names under which the page points to them."""
    for table, rows in names_of(records_of(pointed_to(candidate))):
        names: dict[Any, Any] = {}
        for row, number, user, name in rows:
            renamed = [user] if names.get(row) != name else []
            found.add(f"name of {table}", row, number, *renamed)
            names[row] = name


def pointed_to(candidate: Document) -> set[str]:
    own = {record.ref for record in candidate.records}
    named = {other.ref for record in candidate.records for other in record.relations.values()}
    return named - own
