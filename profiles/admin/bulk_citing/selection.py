"""The facts that may be cited from one source: of a profile, or of rows chosen in a list."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q

from profiles.admin.bulk_citing.state import FormState, fact_reference
from profiles.admin.display.links import change_url
from profiles.admin.display.marks import Mark, mark
from profiles.document.rows import bind, claims_by_record, load, profile_bodies
from profiles.facts import BY_KIND, RecordType, type_of
from profiles.models import Body, Company
from profiles.provenance.claims.evidence_state import Evidence, State, evidence_of

MOST_LISTED = 1000  # facts on one page
Row = tuple[RecordType, Body]


@dataclass(frozen=True, slots=True)
class Choice:
    """One fact with a box to tick."""

    name: str
    label: str
    value: str
    mark: Mark
    state: State
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one record."""

    title: str
    noun: str
    url: str
    choices: list[Choice]


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    chosen: bool


class FactSelection:
    """What the first page lists: loaded once, filtered by kind and by state."""

    def __init__(self, typed: FormState) -> None:
        self.typed = typed
        self.kind = typed.kind if typed.kind in BY_KIND else ""
        self.state = typed.state if typed.state in State.__members__ else ""

    @cached_property
    def company(self) -> Company | None:
        """By its key, as the list suggests, or by its name."""
        companies = Company.objects.select_related("record")
        asked = Q(record__key=self.typed.profile) | Q(name__iexact=self.typed.profile)
        return companies.filter(asked).order_by("pk").first() if self.typed.profile else None

    @cached_property
    def _facts(self) -> list[Evidence]:
        """Every fact with a value that a citation can be made for; prose cites in its own text."""
        rows = list(self._rows())
        bind(rows)
        claims = claims_by_record(rows)
        found = (e for _, body in rows for e in evidence_of(body, claims[body.pk]).values())
        return [each for each in found if each.value and not each.fact.prose]

    def _rows(self) -> Iterable[Row]:
        if self.typed.records:
            bodies = load(UUID(pk) for pk in self.typed.records if _is_uuid(pk))
            return [(type_of(body), body) for body in bodies.values()]
        return profile_bodies(self.company.record) if self.company else []

    @cached_property
    def _filtered(self) -> list[Evidence]:
        return [
            each
            for each in self._facts
            if self.kind in ("", each.body.kind) and self.state in ("", each.state.name)
        ]

    @property
    def listed(self) -> list[Evidence]:
        return self._filtered[:MOST_LISTED]

    @property
    def total(self) -> int:
        """How many the filter lets through."""
        return len(self._filtered)

    @property
    def names(self) -> list[str]:
        return [_name(each) for each in self.listed]

    @property
    def uncited(self) -> list[str]:
        return [_name(each) for each in self.listed if each.state == State.UNCITED]

    @property
    def elsewhere(self) -> int:
        """How many are chosen that this page does not list."""
        return len(self.typed.chosen - set(self.names))

    def groups(self) -> Iterator[Group]:
        chosen, by_record = self.typed.chosen, dict[Any, list[Evidence]]()
        for each in self.listed:
            by_record.setdefault(each.body.pk, []).append(each)
        for facts in by_record.values():
            body = facts[0].body
            noun = str(body._meta.verbose_name).capitalize()
            choices = [_choice(each, chosen) for each in facts]
            yield Group(str(body), noun, change_url(body), choices)

    @property
    def kinds(self) -> list[Option]:
        counts = Counter(each.body.kind for each in self._facts)
        named = {
            kind: str(entry.model._meta.verbose_name_plural).capitalize()
            for kind, entry in BY_KIND.items()
            if counts[kind] or kind == self.kind
        }
        return _options("Every kind", named, counts, self.kind)

    @property
    def states(self) -> list[Option]:
        counts = Counter(each.state.name for each in self._facts)
        named = {
            state.name: state.value.capitalize()
            for state in State
            if counts[state.name] or state.name == self.state
        }
        return _options("Every state", named, counts, self.state)


def _choice(evidence: Evidence, chosen: set[str]) -> Choice:
    record_type, name = type_of(evidence.body), evidence.fact.name
    return Choice(
        name=_name(evidence),
        label=record_type.label_of(name),
        value=record_type.in_words(name, evidence.value),
        mark=mark(evidence.body, evidence),
        state=evidence.state,
        chosen=_name(evidence) in chosen,
    )


def _name(evidence: Evidence) -> str:
    return fact_reference(evidence.body.record.ref, evidence.fact.name)


def _options(every: str, named: dict[str, str], counts: Counter[str], chosen: str) -> list[Option]:
    labels = {"": every} | {each: f"{label} ({counts[each]})" for each, label in named.items()}
    return [Option(each, label, each == chosen) for each, label in labels.items()]


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
