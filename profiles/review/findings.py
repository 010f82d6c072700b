"""What a check is handed, and what it answers with."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from profiles.document.loading import LoadedProfile
from profiles.facts import RecordType
from profiles.models import Body, Source
from profiles.models.sources import ORIGINS
from profiles.provenance.claims.evidence_state import Evidence
from profiles.provenance.sources.witnesses import stands
from profiles.values.footnotes import footnote_keys


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing to mend (error) or to know (warning), with its place and the remedy."""

    severity: Severity
    code: str
    ref: str
    """`kind/key` of the record."""
    record: str
    """Its name."""
    fact: str
    """Empty where it is about several."""
    message: str
    record_id: Any = None

    def __str__(self) -> str:
        place = f"{self.ref} {self.fact}".strip()
        return f"{self.severity}: {place}: {self.message}"


@dataclass(frozen=True)
class Entry:
    """A row of the profile with the evidence for each of its facts."""

    record_type: RecordType
    body: Body
    evidence: dict[str, Evidence]

    def finding(self, severity: Severity, code: str, fact: str, message: str) -> Finding:
        body = self.body
        return Finding(severity, code, body.record.ref, str(body), fact, message, body.pk)

    def in_words(self, fact: str, value: str) -> str:
        """A value of a fact for people, the beginning of a long one."""
        return self.record_type.in_words(fact, value)[:60]


class Profile:
    """A company's rows and evidence, loaded once for every check."""

    def __init__(self, loaded: LoadedProfile) -> None:
        self.company = loaded.company
        self.entries = [
            Entry(record_type, body, loaded.evidence[body.pk]) for record_type, body in loaded.rows
        ]

    @cached_property
    def source_keys(self) -> set[str]:
        return set(Source.objects.values_list("key", flat=True))

    @cached_property
    def fallen_keys(self) -> set[str]:
        """The keys of sources that are retracted, or copy or follow one that is."""
        texts = [e.value for entry in self.entries for e in entry.evidence.values() if e.fact.prose]
        named = {key for text in texts for key in footnote_keys(text)}
        sources = Source.objects.filter(key__in=named).select_related(*ORIGINS)
        return {source.key for source in sources if not stands(source)}

    def of(self, model: type[Body]) -> Iterator[Entry]:
        return (entry for entry in self.entries if isinstance(entry.body, model))


Check = Callable[[Profile], Iterable[Finding]]
