"""Prose with footnotes of its own: sections, questions and answers."""

from collections.abc import Iterator

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value


def sections(composer: Composer) -> Iterator[Part]:
    for section in composer.document.of_kind("section"):
        entry = Entry(lines=_prose(composer, section, "body"))
        heading = str(section.settings.get("heading") or section.name)
        yield Part(section.anchor, heading, "prose", (Group(entries=(entry,)),))


def questions(composer: Composer) -> Part:
    entries = tuple(
        Entry(
            anchor=answer.anchor,
            title=Item((Value(str(answer.settings.get("question") or answer.name)),)),
            lines=_prose(composer, answer, "answer"),
        )
        for answer in composer.document.of_kind("faq")
    )
    return Part("questions", "Questions", "questions", (Group(entries=entries),))


def _prose(composer: Composer, record: Record, name: str) -> tuple[Line, ...]:
    text = [Line("", line.items, long=True) for line in composer.line(record, name)]
    return (*text, *composer.rest(record, {name}))
