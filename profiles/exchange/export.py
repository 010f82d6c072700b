"""Rows -> entries."""

from collections.abc import Iterable

from profiles.exchange.entries import COLUMNS, Entry, stated
from profiles.exchange.formats import FORMATS
from profiles.models import Source
from profiles.models.sources import SOURCE_RELATIONS


def export(sources: Iterable[Source], form: str) -> str:
    """The text of a file in this format. `KeyError` for an unknown one.

    Pass sources with `canonical` and `derived_from` loaded: nothing else is queried.
    """
    entries = [entry_of(number, source) for number, source in enumerate(sources, start=1)]
    return FORMATS[form].write(entries)


def entry_of(number: int, source: Source) -> Entry:
    return Entry(number, stated({column: value_of(source, column) for column in COLUMNS}))


def value_of(source: Source, column: str) -> str:
    """A column as text; of another source its key."""
    if column in SOURCE_RELATIONS:
        other = getattr(source, column)
        return other.key if other else ""
    text = str(getattr(source, column))
    return "" if column == "standing" and text == Source.Standing.IN_FORCE else text
