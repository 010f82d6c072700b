"""Texts of their own that go on inside a line: they lose the capital they began with."""

import re
from dataclasses import replace

from profiles.renderings.page import Item, Value
from profiles.renderings.wording import lowered

TEXTS = ("text", "choice")  # not dates: months keep their capital
SMALL_WORD = re.compile(r"^(The|A|An|To|For|In|By|So|As|Because)(?= )")


def inside(value: Value) -> Value:
    """`First acquisition` becomes `first acquisition`; not for what may be a name."""
    return replace(value, words=lowered(value.words)) if value.type in TEXTS else value


def all_inside(item: Item) -> Item:
    return replace(item, values=tuple(map(inside, item.values)))


def going_on(value: Value) -> Value:
    """`The founders` become `the founders`; what may begin with a name stays as it is."""
    return replace(value, words=SMALL_WORD.sub(lambda found: found[0].lower(), value.words))
