"""Filters for the page's templates: items, values and days as HTML."""

from django import template
from django.utils.safestring import SafeString

from profiles.document.schema import Document, Source
from profiles.renderings.evidence import particulars
from profiles.renderings.formats import inline
from profiles.renderings.page import Day, Entry, Item, Line, Mark, Value

register = template.Library()


@register.filter
def phrase(thing: Item | Value | str) -> SafeString | str:
    """An item or a value with its marks; a plain text stays one (and is escaped)."""
    if isinstance(thing, Item):
        return inline.phrase(thing)
    return inline.value_html(thing) if isinstance(thing, Value) else thing


@register.filter
def rival(value: Value) -> SafeString:
    return inline.rival_html(value)


@register.filter
def run(line: Line) -> SafeString:
    return inline.run(line)


@register.filter
def day(value: Day) -> SafeString:
    return inline.day_html(value)


@register.filter
def marks(value: tuple[Mark, ...]) -> SafeString:
    return inline.marks_html(value)


@register.filter
def backlink(value: Mark) -> SafeString:
    return inline.back_link(value)


@register.filter
def column(entry: Entry, name: str) -> list[Line]:
    """The lines of a funding round that stand in one column of its table."""
    return [line for line in entry.lines if line.column == name]


@register.inclusion_tag("renderings/_partials/about.html")
def about(document: Document, source: Source) -> dict[str, list[particulars.Particular]]:
    """What a source is, who names it, and whom it names."""
    return {
        "particulars": [
            *particulars.particulars(document, source),
            *particulars.named_by(document, source),
        ],
        "names": list(particulars.names(document, source)),
    }
