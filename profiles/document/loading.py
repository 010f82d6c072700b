"""A profile as the database has it now: whoever checks it and whoever seals it see the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from profiles.document.rows import Row, claims_by_record, profile_bodies
from profiles.models import Company
from profiles.provenance.claims.evidence_state import Evidence, evidence_of


@dataclass(frozen=True)
class LoadedProfile:
    """A company's rows with their evidence, read once; later edits are not in it."""

    company: Company

    @cached_property
    def rows(self) -> list[Row]:
        """In reading order, the company first."""
        return profile_bodies(self.company.record)

    @cached_property
    def evidence(self) -> dict[Any, dict[str, Evidence]]:
        """By the id of the record, then by the fact's name."""
        return evidence_on(self.rows)


def evidence_on(rows: list[Row]) -> dict[Any, dict[str, Evidence]]:
    """Of each row's facts, in a fixed number of queries."""
    claims = claims_by_record(rows)
    return {body.pk: evidence_of(body, claims[body.pk]) for _, body in rows}
