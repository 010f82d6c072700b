"""What readers should know of a source before they trust it, in sentences."""

from profiles.document.schema import Document, Source

STANDING = {"corrected": "Corrected since", "retracted": "Retracted"}


def warnings(source: Source, document: Document) -> tuple[str, ...]:
    """That it was corrected or retracted, or its original was; its own reservation."""
    found = [_standing(source), _of_its_origin(source, document)]
    if source.disclaimer:
        found.append(f"Its own reservation: {_closed(source.disclaimer)}")
    return tuple(sentence for sentence in found if sentence)


def root(source: Source, document: Document) -> str:
    """Key of what it copies or follows in the end, or its own: those that share one are one."""
    seen = [source.key]
    while (other := document.source(source.canonical or source.derived_from)) and (
        other.key not in seen
    ):
        source = other
        seen.append(other.key)
    return seen[-1]


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
