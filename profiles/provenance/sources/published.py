"""Which facts of a published document name a source: a narrow view of the release's bytes.

The document's own types stand above this room; only these few of its fields are read here.
"""

from collections.abc import Iterator

import msgspec

from profiles.values.footnotes import footnote_keys


class _Citation(msgspec.Struct):
    source: str


class _Claim(msgspec.Struct):
    citations: tuple[_Citation, ...] = ()


class _Fact(msgspec.Struct):
    name: str
    type: str
    value: str
    claim: _Claim | None = None
    rivals: tuple[_Claim, ...] = ()


class _Record(msgspec.Struct):
    kind: str
    key: str
    facts: tuple[_Fact, ...] = ()


class _Document(msgspec.Struct):
    records: tuple[_Record, ...]


def facts_naming(document: bytes, keys: set[str]) -> set[tuple[str, str]]:
    """(`kind/key`, fact) of whatever rests on one of these sources, rivals and prose included."""
    if not any(key.encode() in document for key in keys):
        return set()  # reading it all takes twenty times as long
    return {
        (f"{record.kind}/{record.key}", fact.name)
        for record in msgspec.json.decode(document, type=_Document).records
        for fact in record.facts
        if not keys.isdisjoint(_named_by(fact))
    }


def _named_by(fact: _Fact) -> Iterator[str]:
    if fact.type == "prose":
        yield from footnote_keys(fact.value)
    for claim in (fact.claim, *fact.rivals):
        for citation in claim.citations if claim else ():
            yield citation.source
