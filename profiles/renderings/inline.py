"""Values as HTML inside a line: the words, their status, their footnote marks, their date."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from profiles.renderings.page import Day, Item, Mark, Value
from profiles.renderings.prose import prose_html

NOTHING = mark_safe("")


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


def day_html(day: Day) -> SafeString:
    if not day.iso:
        return format_html("{}", day.words)
    return format_html('<time datetime="{}">{}</time>', day.iso, day.words)


def marks_html(marks: Iterable[Mark]) -> SafeString:
    references = format_html_join("", "{}", ((note_reference(mark),) for mark in marks))
    return format_html("<sup>{}</sup>", references) if references else NOTHING


def note_reference(mark: Mark) -> SafeString:
    """A page has hundreds of these: without quotes where HTML needs none."""
    return format_html(
        '<a role=doc-noteref id={} href=#{} aria-label="Source {}">{}</a>',
        mark.anchor,
        mark.note_anchor,
        mark.number,
        mark.number,
    )


def back_link(mark: Mark) -> SafeString:
    """Its list says of which source these are the uses."""
    return format_html("<a role=doc-backlink href=#{}>{}</a>", mark.anchor, mark.letter)


def _joined(value: Value) -> SafeString:
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
    status = (
        format_html(' <span class="status">{}</span>', value.status) if value.status else NOTHING
    )
    as_of = (
        format_html(' <small class="as-of">as of {}</small>', day_html(value.as_of))
        if value.as_of
        else NOTHING
    )
    return format_html("{}{}{}", status, marks_html(value.marks), as_of)
