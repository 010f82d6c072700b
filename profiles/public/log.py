"""The public log, for whoever checks or witnesses it: heads, entries and proofs."""

from base64 import b64encode
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse

from profiles.models.log import Checkpoint, LogEntry
from profiles.public.pages import missing, read_only
from profiles.publishing import merkle

NO_ENTRY = "The log has no such entry."
EMPTY = "Nothing has been published yet."
FOR_EVER = "public, max-age=31536000, immutable"
FOR_NOW = "public, max-age=0, s-maxage=5, must-revalidate"


@read_only
def checkpoint(request: HttpRequest) -> HttpResponseBase:
    """The newest head, as it was signed."""
    head = Checkpoint.objects.last()
    if head is None:
        return missing(EMPTY)
    return _kept(HttpResponse(head.note, content_type="text/plain; charset=utf-8"), FOR_NOW)


@read_only
def entry(request: HttpRequest, index: int) -> HttpResponseBase:
    leaf = LogEntry.objects.filter(pk=index).values_list("leaf", flat=True).first()
    if leaf is None:
        return missing(NO_ENTRY)
    return _kept(HttpResponse(bytes(leaf), content_type="application/json"), FOR_EVER)


@read_only
def inclusion(request: HttpRequest, index: int) -> HttpResponseBase:
    """The audit path of an entry under the newest head."""
    hashes = _hashes()
    if index >= len(hashes):
        return missing(NO_ENTRY)
    path = in_base_64(merkle.inclusion(index, hashes))
    return _kept(JsonResponse({"index": index, "size": len(hashes), "path": path}), FOR_NOW)


@read_only
def consistency(request: HttpRequest, size: int) -> HttpResponseBase:
    """That the log of this size is the beginning of the newest."""
    hashes = _hashes()
    if not 0 < size <= len(hashes):
        return missing(NO_ENTRY)
    path = in_base_64(merkle.consistency(size, hashes))
    return _kept(JsonResponse({"from": size, "size": len(hashes), "path": path}), FOR_NOW)


def _hashes() -> list[bytes]:
    leaves = LogEntry.objects.values_list("leaf", flat=True).iterator(chunk_size=2000)
    return [merkle.hash_of_leaf(bytes(leaf)) for leaf in leaves]


def in_base_64(hashes: Sequence[bytes]) -> list[str]:
    return [b64encode(each).decode() for each in hashes]


def _kept(response: HttpResponse, how_long: str) -> HttpResponse:
    response["Cache-Control"] = how_long
    return response
