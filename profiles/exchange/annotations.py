"""A profile's citations as W3C Web Annotations (JSON-LD), each a quote linked to its claim.

https://www.w3.org/TR/annotation-model/: the target is the source with a TextQuoteSelector and the
time at which it said so; the body is the claim in words, with the record, the fact and the
canonical value in terms of our own.
"""

import uuid
from collections.abc import Iterator
from datetime import UTC
from typing import Any

import msgspec

from profiles.facts import type_of
from profiles.models import Citation, Claim, Company, Stance

ANNO = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
# A source that agrees describes the value; any other is linked for what it says against it.
MOTIVATIONS = {Stance.SUPPORTS: "describing"}


def annotations(company: Company, *, site: str) -> bytes:
    """An AnnotationCollection of every citation of the profile; `site`: where it is published."""
    claims = Claim.objects.of_profile(company.record).with_evidence().select_related("record")
    base = f"{site.rstrip('/')}/companies/{company.key}/"
    items = [
        _annotation(claim, citation, base) for claim in claims for citation in claim.citations.all()
    ]
    collection = {
        "@context": [ANNO, {"footnote": f"{site.rstrip('/')}/#"}],
        "id": f"{base}#annotations",
        "type": "AnnotationCollection",
        "label": f"Citations of {company}",
        "total": len(items),
        "first": {
            "id": f"{base}#annotations-1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return msgspec.json.format(msgspec.json.encode(collection), indent=2) + b"\n"


def _annotation(claim: Claim, citation: Citation, base: str) -> dict[str, Any]:
    return {
        "id": uuid.uuid5(uuid.NAMESPACE_URL, f"{base}#citation-{citation.pk}").urn,
        "type": "Annotation",
        "motivation": MOTIVATIONS.get(Stance(citation.stance), "linking"),
        "body": _body(claim, citation, base),
        "target": dict(_target(citation, base)),
    }


def _body(claim: Claim, citation: Citation, base: str) -> dict[str, Any]:
    record_type = type_of(claim.record)
    label = record_type.label_of(claim.fact)
    said = {
        "type": "TextualBody",
        "format": "text/plain",
        "value": f"{label}: {record_type.display(claim.fact, claim.value)}",
        "footnote:page": f"{base}#{claim.record.kind}-{claim.record.key}",
        "footnote:record": claim.record.ref,
        "footnote:fact": claim.fact,
        "footnote:value": claim.value,
        "footnote:printed": claim.printed,
        "footnote:asOf": str(claim.as_of),
        "footnote:status": claim.status,
        "footnote:decision": claim.decision,
        "footnote:stance": citation.stance,
    }
    return {name: value for name, value in said.items() if value}


def _target(citation: Citation, base: str) -> Iterator[tuple[str, Any]]:
    source = citation.capture.source
    yield "type", "SpecificResource"
    yield "source", source.url or f"{base}sources/#source-{source.key}"
    yield "footnote:source", source.key
    if citation.exact:
        quote = {"exact": citation.exact, "prefix": citation.prefix, "suffix": citation.suffix}
        stated = {name: text for name, text in quote.items() if text}
        yield "selector", {"type": "TextQuoteSelector", **stated}
    seen = citation.capture.seen_at.astimezone(UTC)
    yield "state", {"type": "TimeState", "sourceDate": f"{seen:%Y-%m-%dT%H:%M:%SZ}"}
    if citation.locator:
        yield "footnote:locator", citation.locator
