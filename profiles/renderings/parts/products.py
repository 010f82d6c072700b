"""What the company makes."""

from dataclasses import replace

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.names import other_names
from profiles.renderings.wording import lowered

SIZE = ("parameters", "parameters_active")
ANSWERS = ("open_weights", "open_source", "hosted")


def products(composer: Composer) -> Part:
    entries = tuple(_entry(composer, product) for product in composer.document.of_kind("product"))
    return Part("products", "Products", "entries", (Group(entries=entries),))


def _entry(composer: Composer, product: Record) -> Entry:
    title = composer.item(product, "name") or Item((Value(product.name),))
    summary = [Line("", line.items, long=True) for line in composer.line(product, "summary")]
    known = {"name", "summary", *SIZE, *ANSWERS}
    lines = (
        *summary,
        *composer.rest(product, known),
        *_size(composer, product),
        *_answers(composer, product),
        *other_names(composer, product),
    )
    return Entry(product.anchor, title, lines)


def _size(composer: Composer, product: Record) -> list[Line]:
    """All parameters, then those that are active at a time."""
    items = [item for name in SIZE for item in composer.joined(product, {name: _size_word(name)})]
    return [Line("Size", tuple(items))] if items else []


def _size_word(name: str) -> str:
    return "active " if name == "parameters_active" else ""


def _answers(composer: Composer, product: Record) -> list[Line]:
    """Yes, no or not stated, in small letters behind what was asked."""
    lines = [line for name in ANSWERS for line in composer.line(product, name)]
    return [replace(line, items=tuple(map(_lowered, line.items))) for line in lines]


def _lowered(item: Item) -> Item:
    values = tuple(replace(value, words=lowered(value.words)) for value in item.values)
    return replace(item, values=values)
