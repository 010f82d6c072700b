"""What readers should know of a source before they trust it, in sentences."""

from collections.abc import Iterable

from profiles.document.schema import Document, Source

STANDING = {"corrected": "Corrected since", "retracted": "Retracted"}


def warnings(source: Source, document: Document) -> tuple[str, ...]:
    """That it was corrected or retracted, or its original was; its own reservation."""
    found = [_standing(source), _of_its_origin(source, document)]
    if source.disclaimer:
        found.append(f"Its own reservation: {_closed(source.disclaimer)}")
    return tuple(sentence for sentence in found if sentence)


def count_witnesses(sources: Iterable[Source], document: Document) -> int:
    """How many of these are independent: those that share an origin count once."""
    families: list[set[str]] = []
    for source in sources:
        family = _lineage(source, document)
        related = [known for known in families if known & family]
        families = [known for known in families if not known & family]
        families.append(family.union(*related))
    return len(families)


def stands(source: Source, document: Document) -> bool:
    """Whether neither it nor anything that it copies or follows was retracted."""
    found = map(document.source, _lineage(source, document))
    return all(each is None or each.standing != "retracted" for each in found)


def _lineage(source: Source, document: Document) -> set[str]:
    """Keys of the source and of all that it copies or follows, as far as they are known."""
    seen: set[str] = set()
    next_ones = [source]
    while next_ones:
        one = next_ones.pop()
        if one.key not in seen:
            seen.add(one.key)
            keys = (one.canonical, one.derived_from)
            next_ones += [found for key in keys if (found := document.source(key))]
    return seen


def _standing(source: Source) -> str:
    word = STANDING.get(source.standing, "")
    if not word:
        return ""
    return f"{word}: {_closed(source.standing_note)}" if source.standing_note else f"{word}."


def _of_its_origin(source: Source, document: Document) -> str:
    for relation, words in (
        (source.canonical, "Its original"),
        (source.derived_from, "What it follows"),
    ):
        other = document.source(relation) if relation else None
        if other and other.standing == "retracted":
            return f"{words} was retracted."
    return ""


def _closed(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
