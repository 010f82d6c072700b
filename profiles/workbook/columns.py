"""Which columns each sheet has, derived from the models and the registry."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from profiles.facts import BY_SHEET, RecordType
from profiles.models import Capture, Citation, Claim, Source

PARTS = ("source", "locator", "quote", "origin", "as_of", "status", "printed")

FIELD_OF_PART: dict[str, tuple[type[models.Model], str]] = {
    "source": (Source, "key"),
    "locator": (Citation, "locator"),
    "quote": (Citation, "exact"),
    "origin": (Citation, "origin"),
    "as_of": (Claim, "as_of"),
    "status": (Claim, "status"),
    "printed": (Claim, "printed"),
}

SOURCE_FIELDS = (
    "title",
    "url",
    "publisher",
    "publisher_kind",
    "author",
    "author_kind",
    "author_note",
    "author_url",
    "language",
    "kind",
    "published",
    "updated",
    "as_of",
    "canonical",
    "derived_from",
    "topics",
    "entities",
    "alternates",
    "disclaimer",
    "note",
)
CAPTURE_FIELDS = ("seen_at", "sha256", "fingerprint")
CLAIM_FIELDS = ("printed", "as_of", "status", "decision", "reason", "note")
CITATION_FIELDS = {
    "locator": "locator",
    "quote": "exact",
    "stance": "stance",
    "before": "prefix",
    "after": "suffix",
}

SOURCES, CAPTURES, CLAIMS = "sources", "captures", "claims"
SHEETS = (SOURCES, CAPTURES, *BY_SHEET, CLAIMS)


@dataclass(frozen=True, slots=True)
class Column:
    """`field` holds the cell's value; `fact` is the one that a `fact:part` column speaks of."""

    name: str
    field: "models.Field[Any, Any] | None"
    fact: str = ""
    part: str = ""
    identity: bool = False


@cache
def layout(sheet: str) -> dict[str, Column]:
    """The columns of a sheet in their order. Raises `KeyError` for an unknown sheet."""
    if sheet == SOURCES:
        return _named(_columns(Source, ["key"], identity=True), _columns(Source, SOURCE_FIELDS))
    if sheet == CAPTURES:
        return _named(
            _columns(Capture, ["source", "edition"], identity=True),
            _columns(Capture, CAPTURE_FIELDS),
        )
    if sheet == CLAIMS:
        return _named(
            _columns(Claim, ["record", "fact", "value"], identity=True),
            _columns(Claim, CLAIM_FIELDS),
            [Column("source", field_of(Citation, "capture"))],
            [Column(name, field_of(Citation, field)) for name, field in CITATION_FIELDS.items()],
            [Column("origin", field_of(Citation, "origin"))],
        )
    return _named(_record_columns(BY_SHEET[sheet]))


def tidy_header(text: str) -> str:
    """How a header is compared: `Total funding : Source` is `total_funding:source`."""
    parts = ("_".join(part.split()) for part in text.casefold().split(":"))
    return ":".join(parts)


def identity_of(sheet: str) -> list[str]:
    return [column.name for column in layout(sheet).values() if column.identity]


def is_required(field: "models.Field[Any, Any]") -> bool:
    """Whether a new row must state it: it may not be blank and nothing stands in for it."""
    return not field.blank and not field.null and not field.has_default()


@cache
def owner_column(record_type: RecordType) -> str:
    """The relation that names the record this kind belongs to; nothing for a company."""
    for relation in record_type.relations:
        body = record_type.model()
        mark = object()
        body.__dict__[relation.attname] = mark
        if body.owner_id is mark:
            return relation.name
    return ""


def _record_columns(record_type: RecordType) -> list[Column]:
    columns = [Column("key", None, identity=True)]
    columns += [Column(field.name, field) for field in record_type.relations]
    columns += [Column(field.name, field) for field in record_type.settings]
    for fact in record_type.facts:
        columns.append(Column(fact.name, record_type.field_of(fact.name)))
        for part in () if fact.prose else PARTS:
            field = field_of(*FIELD_OF_PART[part])
            columns.append(Column(f"{fact.name}:{part}", field, fact.name, part))
    return columns


def _columns(model: type[models.Model], names: Any, *, identity: bool = False) -> list[Column]:
    return [Column(name, field_of(model, name), identity=identity) for name in names]


def field_of(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    return model._meta.get_field(name)  # type: ignore[return-value]


def _named(*groups: list[Column]) -> dict[str, Column]:
    return {column.name: column for group in groups for column in group}
