"""What readers should know of a source before they trust it, in sentences."""

from profiles.document.schema import Document, Source
from profiles.renderings.wording import day

STANDING = {"corrected": "Corrected since", "retracted": "Retracted"}


def warnings(source: Source, document: Document) -> tuple[str, ...]:
    """That it was corrected or retracted, or its original was; its own reservation."""
    found = [_standing(source), _of_its_origin(source, document)]
    if source.disclaimer:
        found.append(f"Its own reservation: {_closed(source.disclaimer)}")
    return tuple(sentence for sentence in found if sentence)


def details(source: Source, document: Document) -> tuple[str, ...]:
    """Whose material it follows, what time it speaks of, who wrote it, what it is about."""
    followed = document.source(source.derived_from) if source.derived_from else None
    time = day(source.as_of)
    found = [
        f"Follows the material of “{followed.title}”." if followed else "",
        f"Speaks of {time.words}." if time else "",
        f"About the author: {_closed(source.author_note)}" if source.author_note else "",
        f"Topics: {', '.join(source.topics)}." if source.topics else "",
        f"About: {', '.join(source.entities)}." if source.entities else "",
    ]
    return tuple(sentence for sentence in found if sentence)


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
