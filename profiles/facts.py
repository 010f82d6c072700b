"""The registry: which fields of which record are facts.

Admin marks, workbook columns, import validation, review checks and the release document derive
from `RECORD_TYPES`, in its order. A new fact is one line here and one field on the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from profiles.models import (
    Body,
    Cell,
    Certification,
    Company,
    Comparison,
    Deal,
    Event,
    Faq,
    FundingRound,
    Investment,
    Link,
    Metric,
    Name,
    Participant,
    Party,
    Person,
    Product,
    Quotation,
    Record,
    Role,
    Section,
    Statement,
    Valuation,
)
from profiles.models.fields import PartialDateField, QuantityField

HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Fact:
    """One citable field.

    `required`: without a citation the profile cannot be submitted; other uncited values are left
    out of the release. `expected`: readers look for it, so the checks warn where nobody says it.
    `cited_with`: where it has no claim of its own, the citation of that fact
    of the same record covers it too (a sentence that gives a title also says who is a founder).
    `prose`: cited by the footnotes in its own text. `fresh_for`: how long a confirmed value counts
    as current; None means for ever.
    """

    name: str
    required: bool = False
    expected: bool = False
    cited_with: str = ""
    prose: bool = False
    fresh_for: timedelta | None = None


@dataclass(frozen=True)
class RecordType:
    """One kind of record: its model, its sheet, and its facts in reading order."""

    model: type[Body]
    sheet: str
    facts: tuple[Fact, ...]
    by_name: dict[str, Fact] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {fact.name: fact for fact in self.facts})

    @property
    def kind(self) -> str:
        return self.model.kind

    @cached_property
    def relations(self) -> tuple[models.ForeignKey[Any, Any], ...]:
        """Columns that name another record: who it belongs to, who invested …"""
        return tuple(
            column
            for column in self.model._meta.concrete_fields
            if isinstance(column, models.ForeignKey) and not column.primary_key
        )

    @property
    def owner_path(self) -> str:
        """The lookup from a row to the top of its owners, e.g. `round__company_id`; may be ""."""
        path: list[str] = []
        model: Any = self.model
        while getattr(model, "hangs_on", ""):
            path.append(model.hangs_on)
            model = model._meta.get_field(model.hangs_on).related_model
        return "__".join(path) + "_id" if path else ""

    @cached_property
    def settings(self) -> tuple[models.Field[Any, Any], ...]:
        """Columns that arrange the record and state nothing, e.g. its place in a list."""
        return tuple(
            column
            for column in self.model._meta.concrete_fields
            if column.editable and not column.is_relation and column.name not in self.by_name
        )

    def field_of(self, fact: str) -> models.Field[Any, Any]:
        return self.model._meta.get_field(fact)  # type: ignore[return-value]

    def label_of(self, fact: str) -> str:
        label = str(self.field_of(fact).verbose_name)
        return label[:1].upper() + label[1:]

    def read(self, fact: str, text: Any) -> str:
        """The canonical text of a value as typed or pasted.

        Raises `ValidationError` with a remedy where it cannot be read or is not allowed.
        """
        column = self.field_of(fact)
        if isinstance(text, str):
            text = text.strip()
        for value, label in column.flatchoices:
            if isinstance(text, str) and text.casefold() in {
                str(value).casefold(),
                str(label).casefold(),
            }:
                text = value
        try:
            return str(column.clean(text, None))
        except ValidationError:
            if column.flatchoices and text:
                allowed = ", ".join(str(value) for value, _ in column.flatchoices if value)
                raise ValidationError(f"“{text}” is not one of: {allowed}.") from None
            raise

    def display(self, fact: str, value: str) -> str:
        """A choice's label; any other value as it is."""
        return str(dict(self.field_of(fact).flatchoices).get(value, value))

    def in_words(self, fact: str, value: str) -> str:
        """A canonical value as people read it: a date, an amount, a choice's label."""
        column = self.field_of(fact)
        if value and isinstance(column, PartialDateField | QuantityField):
            return str(column.to_python(value).display())
        return self.display(fact, value)

    def stated(self, body: Body) -> Iterator[tuple[Fact, str]]:
        """Each fact for which this row has a value, with that value as text."""
        for fact in self.facts:
            value = str(getattr(body, fact.name))
            if value:
                yield fact, value


RECORD_TYPES = (
    RecordType(
        Company,
        "companies",
        (
            Fact("name", required=True),
            Fact("tagline"),
            Fact("description"),
            Fact("mission"),
            Fact("founded", expected=True),
            Fact("founding_place"),
            Fact("founder_count"),
            Fact("headquarters", expected=True),
            Fact("country", cited_with="headquarters"),
            Fact("address"),
            Fact("work_model"),
            Fact("headcount", fresh_for=HALF_A_YEAR),
            Fact("total_funding", fresh_for=HALF_A_YEAR),
            Fact("total_debt", fresh_for=HALF_A_YEAR),
            Fact("name_origin"),
        ),
    ),
    RecordType(
        Person,
        "people",
        (
            Fact("name", required=True),
            Fact("previously"),
            Fact("education"),
            Fact("distinctions"),
            Fact("net_worth", fresh_for=HALF_A_YEAR),
            Fact("biography"),
        ),
    ),
    RecordType(
        Role,
        "roles",
        (
            Fact("title", required=True, fresh_for=HALF_A_YEAR),
            Fact("group", cited_with="title"),
            Fact("office", cited_with="title"),
            Fact("started"),
            Fact("ended"),
        ),
    ),
    RecordType(
        FundingRound,
        "rounds",
        (
            Fact("label"),
            Fact("date", required=True),
            Fact("amount", required=True),
            Fact("amount_converted"),
            Fact("instrument"),
            Fact("purpose"),
        ),
    ),
    RecordType(
        Investment,
        "investments",
        (Fact("part", required=True), Fact("amount"), Fact("stake"), Fact("standing")),
    ),
    RecordType(
        Valuation,
        "valuations",
        (
            Fact("amount", required=True),
            Fact("amount_converted"),
            Fact("date", cited_with="amount"),
            Fact("basis", cited_with="amount"),
        ),
    ),
    RecordType(
        Metric,
        "metrics",
        (
            Fact("value", required=True),
            Fact("measure", cited_with="value"),
            Fact("form", cited_with="value"),
            Fact("date", cited_with="value"),
            Fact("definition"),
        ),
    ),
    RecordType(
        Product,
        "products",
        (
            Fact("name", required=True),
            Fact("form", cited_with="name"),
            Fact("summary"),
            Fact("released"),
            Fact("licence"),
            Fact("open_weights"),
            Fact("open_source"),
            Fact("hosted"),
            Fact("parameters"),
            Fact("parameters_active"),
            Fact("parameters_per_expert"),
            Fact("experts"),
            Fact("architecture"),
            Fact("pricing"),
        ),
    ),
    RecordType(
        Deal,
        "deals",
        (
            Fact("title", required=True),
            Fact("form", cited_with="title"),
            Fact("date", cited_with="title"),
            Fact("scope", cited_with="title"),
            Fact("place", cited_with="title"),
            Fact("sequence"),
            Fact("rationale"),
            Fact("amount"),
            Fact("amount_converted"),
        ),
    ),
    RecordType(Party, "parties", (Fact("part", required=True), Fact("description"))),
    RecordType(
        Event,
        "events",
        (
            Fact("title", required=True),
            Fact("form", cited_with="title"),
            Fact("date", cited_with="title"),
            Fact("place", cited_with="title"),
        ),
    ),
    RecordType(Participant, "participants", (Fact("part", required=True),)),
    RecordType(
        Quotation,
        "quotations",
        (
            Fact("words", required=True),
            Fact("extent", cited_with="words"),
            Fact("subject", cited_with="words"),
            Fact("medium", cited_with="words"),
            Fact("place", cited_with="words"),
            Fact("date", cited_with="words"),
        ),
    ),
    RecordType(
        Certification,
        "certifications",
        (
            Fact("name", required=True),
            Fact("form", cited_with="name"),
            Fact("scope"),
            Fact("proof"),
        ),
    ),
    RecordType(
        Statement,
        "statements",
        (
            Fact("text", required=True),
            Fact("topic", cited_with="text"),
            Fact("attributed_to", cited_with="text"),
        ),
    ),
    RecordType(Comparison, "comparisons", (Fact("title", required=True),)),
    RecordType(Cell, "cells", (Fact("text", required=True),)),
    RecordType(
        Name,
        "names",
        (
            Fact("name", required=True),
            Fact("use", cited_with="name"),
            Fact("since", cited_with="name"),
            Fact("until", cited_with="name"),
        ),
    ),
    RecordType(Link, "links", (Fact("place", required=True, cited_with="url"), Fact("url"))),
    RecordType(Section, "sections", (Fact("body", required=True, prose=True),)),
    RecordType(Faq, "faq", (Fact("answer", required=True, prose=True),)),
)

BY_KIND = {record_type.kind: record_type for record_type in RECORD_TYPES}
BY_SHEET = {record_type.sheet: record_type for record_type in RECORD_TYPES}


def type_of(thing: Body | Record | str) -> RecordType:
    """The registry's entry for a body, a record or a kind. `KeyError` for an unknown kind."""
    return BY_KIND[thing if isinstance(thing, str) else thing.kind]
