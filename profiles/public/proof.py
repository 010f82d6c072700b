"""The proof of a release: all that it takes to check its pages without believing this site."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, JsonResponse

from profiles.document.schema import (
    Claim,
    Deeds,
    Document,
    Envelope,
    Fact,
    Record,
    decode,
    decode_envelope,
)
from profiles.models.log import Checkpoint, LogEntry
from profiles.models.releases import Release
from profiles.public.log import in_base_64
from profiles.public.pages import missing, page, read_only
from profiles.public.stored_bytes import CACHE_CONTROL
from profiles.publishing import merkle
from profiles.publishing.log import signer

NO_PROOF = "This profile has no release of that number."


@dataclass(frozen=True)
class Sealed:
    """An entry of the log, and its way up to the head."""

    index: int
    leaf: str
    path: list[str]


@read_only
def proof(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """For people: from each fact to its source, and from the release to the log."""
    chain = _chain(slug, number)
    if not chain:
        return missing(NO_PROOF)
    release, head = chain[-1], Checkpoint.objects.last()
    document = decode(bytes(release.submission.document))
    envelope = decode_envelope(bytes(release.envelope))
    context = {
        "slug": slug,
        "name": document.company.name,
        "release": release,
        "envelope": envelope,
        "is_apart": _is_apart(envelope),
        "records": list(_cited(document)),
        "entries": _sealed(chain, head.size if head else 0),
        "head": head,
        "key": _key(),
    }
    return page("public/proof.html", context)


@read_only
def proof_file(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """For `check_proof.py`. Texts are exactly those that were hashed."""
    chain = _chain(slug, number)
    head = Checkpoint.objects.last()
    if not chain or head is None:
        return missing(NO_PROOF)
    told: dict[str, Any] = {
        "document": bytes(chain[-1].submission.document).decode(),
        "envelopes": [bytes(release.envelope).decode() for release in chain],
        "entries": [vars(entry) for entry in _sealed(chain, head.size)],
        "checkpoint": head.note,
        "key": _key(),
    }
    response = JsonResponse(told)
    response["Cache-Control"] = CACHE_CONTROL
    return response


def _chain(slug: str, number: int) -> list[Release]:
    """The releases up to this one, in order; none where there is no such release."""
    rows = Release.objects.filter(slug=slug, number__lte=number).order_by("number")
    chain = list(rows.select_related("submission"))
    return chain if chain and chain[-1].number == number else []


def _sealed(chain: list[Release], size: int) -> list[Sealed]:
    """The entries of these releases, and of the pages of the last one."""
    rows = LogEntry.objects.filter(index__lt=size).values_list("index", "leaf")
    leaves = {index: bytes(leaf) for index, leaf in rows.iterator(chunk_size=2000)}
    hashes = [merkle.hash_of_leaf(leaf) for leaf in leaves.values()]
    names = [f'"sha256":"{release.sha256}","type":"release"'.encode() for release in chain]
    wanted = {index for index, leaf in leaves.items() if any(name in leaf for name in names)}
    wanted |= set(chain[-1].renderings.sealed().values_list("seal", flat=True)) & set(leaves)
    return [
        Sealed(index, leaves[index].decode(), in_base_64(merkle.inclusion(index, hashes)))
        for index in sorted(wanted)
    ]


def _key() -> str:
    return signer().verifier if settings.LOG_KEY else ""


def _is_apart(envelope: Envelope) -> bool:
    """Whether it is sealed that nobody approved their own work; envelopes of old tell nothing."""
    deeds = envelope.deeds
    return isinstance(deeds, Deeds) and bool(deeds.approved) and deeds.is_apart


def _cited(document: Document) -> Iterator[tuple[Record, list[tuple[Fact, Claim, Any]]]]:
    """Each record with its facts, their claims and (citation, source) of each."""
    sources = {source.key: source for source in document.sources}
    for record in document.records:
        facts = [
            (fact, fact.claim, [(each, sources[each.source]) for each in fact.claim.citations])
            for fact in record.facts
            if fact.claim and fact.claim.citations
        ]
        if facts:
            yield record, facts
