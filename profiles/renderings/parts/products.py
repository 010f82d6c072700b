"""What the company makes: families and platforms, and under each what is part of it."""

from collections.abc import Iterator
from dataclasses import replace

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.names import other_names
from profiles.renderings.phrasing.mid_sentence import all_inside
from profiles.renderings.phrasing.names import linked

SIZE = {
    "parameters": ("", ""),
    "parameters_active": ("active ", ""),
    "parameters_per_expert": ("", " per expert"),
    "experts": ("", ""),
}
"""What stands before and behind each; all parameters come first, then the active ones."""
ANSWERS = ("open_weights", "open_source", "hosted")


def products(composer: Composer) -> Part:
    known = composer.document.of_kind("product")
    refs = {product.ref for product in known}
    entries = tuple(_entry(composer, each) for each in known if _parent(each) not in refs)
    return Part("products", "Products", "entries", (Group(entries=entries),))


def _parent(product: Record) -> str:
    return product.relations["parent"].ref if "parent" in product.relations else ""


def _entry(composer: Composer, product: Record) -> Entry:
    title = composer.item(product, "name") or Item((Value(product.name),))
    summary = [Line("", line.items, long=True) for line in composer.line(product, "summary")]
    known = {"name", "summary", *SIZE, *ANSWERS}
    lines = (
        *summary,
        *_absent_parent(composer, product),
        *composer.rest(product, known),
        *_size(composer, product),
        *_answers(composer, product),
        *other_names(composer, product),
    )
    parts = composer.related("product", "parent", product.ref)
    children = tuple(_entry(composer, each) for each in parts)
    return Entry(product.anchor, title, lines, children)


def _absent_parent(composer: Composer, product: Record) -> Iterator[Line]:
    """What it is part of, where that is not on the page."""
    parent = product.relations.get("parent")
    if parent and composer.document.record(parent.ref) is None:
        yield Line("Part of", (linked(composer.document, parent),))


def _size(composer: Composer, product: Record) -> list[Line]:
    values = [
        Item((composer.value(product, fact, before=before, after=after),))
        for name, (before, after) in SIZE.items()
        if (fact := product.fact(name))
    ]
    return [Line("Size", tuple(values))] if values else []


def _answers(composer: Composer, product: Record) -> list[Line]:
    """Yes, no or not stated, in small letters behind what was asked."""
    lines = [line for name in ANSWERS for line in composer.line(product, name)]
    return [replace(line, items=tuple(map(all_inside, line.items))) for line in lines]
