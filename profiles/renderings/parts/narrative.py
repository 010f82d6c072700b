"""Prose with footnotes of its own: call-outs, sections, questions and answers."""

from collections.abc import Iterator
from dataclasses import replace

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value

CALLOUT = "callout"


def callouts(composer: Composer) -> Iterator[Part]:
    """Boxes beside the text: on the page, not in its contents."""
    for section in composer.document.of_kind("section"):
        if _is_callout(section):
            yield replace(_section(composer, section), layout="callout", listed=False)


def sections(composer: Composer) -> Iterator[Part]:
    for section in composer.document.of_kind("section"):
        if not _is_callout(section):
            yield _section(composer, section)


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


def _is_callout(section: Record) -> bool:
    return section.settings.get("form") == CALLOUT


def _section(composer: Composer, section: Record) -> Part:
    entry = Entry(lines=_prose(composer, section, "body"))
    heading = str(section.settings.get("heading") or section.name)
    return Part(section.anchor, heading, "prose", (Group(entries=(entry,)),))


def _prose(composer: Composer, record: Record, name: str) -> tuple[Line, ...]:
    text = [Line("", line.items, long=True) for line in composer.line(record, name)]
    return (*text, *composer.rest(record, {name}))
