"""Which original each copy goes back to, for many sources at once."""

from collections.abc import Iterable

from profiles.models import Source


def originals(sources: Iterable[int]) -> dict[int, int]:
    """Primary key of a source -> that of the original that it is in the end a copy of, or itself.

    Holds these sources and everything that is a copy or has copies, in one query.
    """
    rows = Source.objects.exclude(canonical=None).values_list("pk", "canonical")
    canonical = {copy: original for copy, original in rows if original}
    everyone = {*sources, *canonical, *canonical.values()}
    return {source: _original(source, canonical) for source in everyone}


def family(sources: Iterable[int]) -> set[int]:
    """These sources, their originals, and every copy of one of those."""
    sources = set(sources)
    found = originals(sources)
    wanted = {found[source] for source in sources}
    return {source for source, original in found.items() if original in wanted}


def _original(source: int, canonical: dict[int, int]) -> int:
    seen = set()
    while source in canonical and source not in seen:
        seen.add(source)
        source = canonical[source]
    return source
