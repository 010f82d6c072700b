"""In their words: quotations as they were printed, a fragment marked as one."""

from collections.abc import Iterator
from dataclasses import replace

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.phrasing.names import linked

CIRCUMSTANCES = {
    "medium": ", ",
    "place": ", ",
    "date": ", ",
    "subject": "; about: ",
    "extent": " (",
}
OURS = "… {}\N{NO-BREAK SPACE}…"
"""The ellipsis behind a fragment never stands alone on a line."""
LONGER = "taken from a longer quotation"


def quotations(composer: Composer) -> Part:
    known = composer.document.of_kind("quotation")
    entries = tuple(_entry(composer, quotation) for quotation in known)
    return Part("quotations", "In their words", groups=(Group(entries=entries),))


def _entry(composer: Composer, quotation: Record) -> Entry:
    lines = (
        *_words(composer, quotation),
        *_attribution(composer, quotation),
        *composer.rest(quotation, {"words", *CIRCUMSTANCES}),
    )
    return Entry(quotation.anchor, lines=lines)


def _words(composer: Composer, quotation: Record) -> list[Line]:
    """The ellipsis of a fragment is ours, so it stands outside of the quotation marks."""
    fact = quotation.fact("words")
    if fact is None:
        return []
    said = composer.value(quotation, fact)
    words = f"“{said.words}”"
    if quotation.value("extent") == "fragment":
        words = OURS.format(words)
    return [Line("", (Item((replace(said, words=words),)),), quoted=True)]


def _attribution(composer: Composer, quotation: Record) -> list[Line]:
    named = quotation.relations.get("speaker")
    speaker = Value(named.name if named else "Speaker not named", before="— ")
    values = [value for item in composer.joined(quotation, CIRCUMSTANCES) for value in item.values]
    return [Line("", (Item((speaker, *values)), *_longer(composer, quotation)), mixed=True)]


def _longer(composer: Composer, quotation: Record) -> Iterator[Item]:
    if "part_of" in quotation.relations:
        yield linked(composer.document, quotation.relations["part_of"], LONGER)
