"""A published profile as plain values: its document, and what a reader sees of it."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from profiles.document.schema import Citation, Claim, Document, Fact, Record, Source, decode
from profiles.models import Release


@dataclass(frozen=True)
class Published:
    document: Document
    texts: dict[str, str]
    """Format -> the stored rendering."""

    @cached_property
    def readable(self) -> dict[str, str]:
        """Markdown, plain text and list of sources, without marks and markup, on one line."""
        beside = r" \((?:context|against)(?:\[\^?\d+\])+\)"
        markdown = re.sub(rf"{beside}|\[\^[\w-]+\]|\*\*|\\(?=\W)", "", self.texts["md"])
        markdown = re.sub(r"\[([^\]]*)\]\(<[^>]*/companies/[^>]*>\)", r"\1", markdown)
        plain = re.sub(rf"{beside}|\[\d+\]", "", self.texts["txt"])
        listed = html.unescape(re.sub(r"<[^>]*>", " ", self.texts["sources"]))
        texts = {"md": markdown, "txt": plain, "sources": re.sub(r"\s+(?=[,.;)])", "", listed)}
        return {name: re.sub(r"\s+", " ", text) for name, text in texts.items()}

    def lacks(self, *words: str, within: tuple[str, ...] = ("md", "txt")) -> list[str]:
        """Which of these words a reader does not find: nowhere, or not in every format asked."""
        return [
            f"{name}: {each}"
            for each in words
            for name in within
            if re.sub(r"\s+", " ", each) not in self.readable[name]
        ]

    def record(self, ref: str) -> Record:
        found = self.document.record(ref)
        assert found is not None, ref
        return found

    def fact(self, ref: str, name: str) -> Fact:
        found = self.record(ref).fact(name)
        assert found is not None, f"{ref} {name}"
        return found

    def claims(self, ref: str, name: str) -> list[Claim]:
        """The one that is shown, then its rivals."""
        return list(self.fact(ref, name).claims)

    def values(self, ref: str, name: str) -> list[str]:
        return [claim.value for claim in self.claims(ref, name)]

    def source(self, key: str) -> Source:
        found = self.document.source(key)
        assert found is not None, key
        return found

    def every_claim(self) -> Iterator[Claim]:
        for record in self.document.records:
            for fact in record.facts:
                yield from self.claims(record.ref, fact.name)

    def every_citation(self) -> Iterator[Citation]:
        for claim in self.every_claim():
            yield from claim.citations

    def stated(self, kind: str, name: str) -> set[str]:
        """What records of a kind say of one fact."""
        return {record.value(name) for record in self.document.of_kind(kind)} - {""}

    def related(self, kind: str, relation: str, ref: str) -> list[Record]:
        """The records of a kind that name this one."""
        return [
            record
            for record in self.document.of_kind(kind)
            if relation in record.relations and record.relations[relation].ref == ref
        ]


def published(release: Release) -> Published:
    stored = release.renderings.all()
    texts = {each.format: bytes(each.body).decode() for each in stored}
    return Published(decode(bytes(release.submission.document)), texts)
