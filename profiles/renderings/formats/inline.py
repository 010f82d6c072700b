"""Values as HTML inside a line: the words, their status, their footnote marks, their date."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from profiles.renderings.formats.prose import prose_html
from profiles.renderings.page import NOT_DISCLOSED, Day, Item, Line, Mark, Stance, Value, by_stance

NOTHING = mark_safe("")


def run(line: Line) -> SafeString:
    """What a line says; the element around it has the line's anchor."""
    if not line.items:
        return format_html('<span class="none">{}</span>', NOT_DISCLOSED)
    items = [replace(item, anchor="") if line.anchor else item for item in line.items]
    return format_html_join(line.separator, "{}", ((phrase(item),) for item in items))


def phrase(item: Item) -> SafeString:
    """An item as one run of text; its disputes are the template's to place."""
    values = format_html_join("", "{}", ((_joined(value),) for value in item.values))
    if item.href:
        first, *others = item.values
        rest = format_html_join("", "{}", ((_joined(value),) for value in others))
        linked = format_html('<a href="{}">{}</a>{}', item.href, _words(first), _trailing(first))
        values = format_html("{}{}", linked, rest)
    for anchor in filter(None, (*item.aliases, item.anchor)):
        values = format_html('<span id="{}">{}</span>', anchor, values)
    return values


def value_html(value: Value) -> SafeString:
    if value.type == "prose":
        return prose_html(value.canonical, value.prose_marks, note_reference)
    return format_html("{}{}", _words(value), _trailing(value))


def rival_html(value: Value) -> SafeString:
    """A value that is not shown: its words suffice, no program should take it for ours."""
    return format_html("{}{}", value.words, _trailing(value))


def day_html(day: Day) -> SafeString:
    if not day.iso:
        return format_html("{}", day.words)
    return format_html('<time datetime="{}">{}</time>', day.iso, day.words)


def marks_html(marks: Iterable[Mark]) -> SafeString:
    """Those of what does not support the value come last and say so."""
    return format_html_join("", "{}", ((_marks(*each),) for each in by_stance(marks)))


def _marks(stance: Stance, marks: Iterable[Mark]) -> SafeString:
    references = format_html_join("", "{}", ((note_reference(mark),) for mark in marks))
    if not stance:
        return format_html("<sup>{}</sup>", references)
    return format_html(" <small>{}<sup>{}</sup></small>", stance, references)


def note_reference(mark: Mark) -> SafeString:
    """A page has hundreds of these: an id only where an endnote leads back to it."""
    anchor = format_html(' id="{}"', mark.anchor) if mark.anchor else NOTHING
    return format_html(
        '<a href="#{}"{} role="doc-noteref">{}</a>', mark.note_anchor, anchor, mark.number
    )


def back_link(mark: Mark) -> SafeString:
    return format_html('<a href="#{}" role="doc-backlink">{}</a>', mark.anchor, mark.letter)


def _joined(value: Value) -> SafeString:
    if value.shared:
        said = format_html("{}{}{}{}", value.before, _words(value), _status(value), value.after)
        return format_html("{}{}{}", said, marks_html(value.marks), _as_of(value))
    if value.is_bracketed:
        told = replace(value, as_of=None, look="")
        bracketed = format_html("{}{}{}", value.before, value_html(told), value.after)
        return format_html("{}{}", bracketed, _as_of(value))
    return format_html("{}{}{}", value.before, value_html(value), value.after)


def _words(value: Value) -> SafeString:
    if value.type == "url" and value.canonical.startswith(("https://", "http://")):
        return format_html(
            '<a class="url" href="{}" rel="nofollow">{}</a>', value.canonical, value.words
        )
    if value.type == "date":
        return day_html(Day(value.words, value.iso))
    if value.type == "quantity":
        return format_html('<data value="{}">{}</data>', value.canonical, value.words)
    return format_html("{}", value.words)


def _trailing(value: Value) -> SafeString:
    return format_html("{}{}{}", _status(value), marks_html(value.marks), _as_of(value))


def _status(value: Value) -> SafeString:
    if not value.status:
        return NOTHING
    return format_html(' <span class="status">{}</span>', value.status)


def _as_of(value: Value) -> SafeString:
    if not value.observed:
        return NOTHING
    return format_html(" <small>{}</small>", value.observed)
