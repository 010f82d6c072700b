"""What a reviewer should look at twice: contradiction, no quote, weak evidence."""

from collections.abc import Iterator, Mapping

from profiles.document.schema import Check, Citation, Fact, Source

Sources = Mapping[str, Source]


def is_contested(fact: Fact) -> bool:
    return any(not rival.also_given for rival in fact.rivals)


def is_unquoted(fact: Fact) -> bool:
    """Prose names its sources in its text, and what is cited with another fact has its quote."""
    if fact.type == "prose" or fact.cited_with:
        return False
    return not any(each.quote for each in _supporting(fact))


def weaknesses(fact: Fact, sources: Sources) -> list[str]:
    """In words, each once."""
    return list(dict.fromkeys(_weaknesses(fact, sources)))


def _weaknesses(fact: Fact, sources: Sources) -> Iterator[str]:
    supporting = list(_supporting(fact))
    for each in supporting:
        if isinstance(each.check, Check):
            yield from _of_check(each, each.check)
        if (source := sources.get(each.source)) and source.standing == "retracted":
            yield "retracted source"
    witnesses = {_original(each.source, sources) for each in supporting}
    if len(witnesses) == 1:
        yield "one source"


def _of_check(citation: Citation, check: Check) -> Iterator[str]:
    if check.is_lost:
        yield "gone from its source" if check.gone else "quote not found"
    elif check.value == "other":
        yield "quote says another value"
    elif check.value == "unread":
        yield "quote could not be read"
    elif citation.quote and check.outcome == "unchecked":
        yield "quote not checked"


def _supporting(fact: Fact) -> Iterator[Citation]:
    claims = [fact.claim] if fact.claim else []
    return (each for claim in claims for each in claim.citations if each.stance == "supports")


def _original(key: str, sources: Sources) -> str:
    source = sources.get(key)
    return source.canonical or key if source else key
