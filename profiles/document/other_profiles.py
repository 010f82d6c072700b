"""What other profiles say of a company: its part in their rounds and their deals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any

from profiles.document.rows import Row
from profiles.facts import type_of
from profiles.provenance.claims.evidence_state import Evidence

OWNER = "company"
"""The relation that such a record gets beside its own: to the company whose profile it is in."""


def records_hung_on(row: Row) -> Row:
    """The round of an investment, the deal of a party."""
    _, body = row
    owner = getattr(body, body.hangs_on)
    return type_of(owner), owner


def owner_of(row: Row) -> Any:
    """The id of the company whose profile the row belongs to."""
    record_type, body = row
    return reduce(getattr, record_type.owner_path.split("__"), body)


def dates_of(rows: list[Row], known: Mapping[Any, Mapping[str, Evidence]]) -> dict[Any, str]:
    """When the rounds and deals were that these rows hang on, as far as that may be published."""
    found: dict[Any, str] = {}
    for row in rows:
        _, owner = records_hung_on(row)
        date = known[owner.pk].get("date")
        if date and date.publishable:
            found[owner.pk] = date.value
    return found
