"""What the company makes."""

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.names import other_names


def products(composer: Composer) -> Part:
    entries = tuple(_entry(composer, product) for product in composer.document.of_kind("product"))
    return Part("products", "Products", "entries", (Group(entries=entries),))


def _entry(composer: Composer, product: Record) -> Entry:
    title = composer.item(product, "name") or Item((Value(product.name),))
    summary = [Line("", line.items, long=True) for line in composer.line(product, "summary")]
    lines = (*summary, *composer.rest(product, {"name", "summary"}))
    return Entry(product.anchor, title, (*lines, *other_names(composer, product)))
