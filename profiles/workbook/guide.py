"""An empty workbook that explains itself: all headers, and a sheet `guide` with a line for each."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from profiles.facts import BY_SHEET
from profiles.models.fields import PartialDateField, QuantityField
from profiles.values.date_parts import EXAMPLE as DATE_EXAMPLE
from profiles.values.quantity_parts import examples
from profiles.workbook.columns import CAPTURES, CLAIMS, SHEETS, SOURCES, Column, is_required, layout
from profiles.workbook.naming import kinds_of
from profiles.workbook.sheets import CLEAR, Row, Sheet

GUIDE = "guide"
HEADER = ["sheet", "column", "label", "what it means", "example", "required"]

PARTS = {
    "source": ("Key of the source that says so; its value is then cited and accepted", "le-monde"),
    "locator": ("Where in the source: line, section, table cell", "paragraph 4"),
    "quote": ("The source's own words, verbatim", "raised €385 million"),
    "origin": ("Key of the source that this one names for it, if it does", "bloomberg-2026"),
    "as_of": ("The date for which the source says so", DATE_EXAMPLE),
    "status": ("How sure the source is", "reported"),
    "printed": ("The value as the source prints it", "$500+ million"),
}
MEANINGS = {
    (SOURCES, "key"): ("Names the source here and in footnotes; stays the same", "le-monde-2023"),
    (SOURCES, "canonical"): ("Key of the source that this one copies", "reuters-2023"),
    (SOURCES, "derived_from"): ("Key of the source whose material it follows", "reuters-2023"),
    (SOURCES, "url"): (
        "Its address, as it was given; blank if it is only named",
        "https://example.org/article",
    ),
    (CAPTURES, "source"): ("Key of the source", "le-monde-2023"),
    (CAPTURES, "edition"): ("Tells one capture of the source from another", "2023-12-11"),
    (CAPTURES, "seen_at"): ("When it was captured; needed for a new one", "2023-12-11T09:30"),
    (CAPTURES, "sha256"): ("Fingerprint of the captured text", ""),
    (CLAIMS, "record"): ("What the claim is about: kind/key", "company/mistral-ai"),
    (CLAIMS, "fact"): ("The name of the fact's column", "founded"),
    (CLAIMS, "value"): ("The value that the source asserts", "2023-04"),
    (CLAIMS, "source"): ("Key of the source, or key@edition for an older capture", "le-monde"),
    (CLAIMS, "origin"): ("Key of the source that this one names for it", "bloomberg-2026"),
    (CLAIMS, "decision"): ("Whether this value was chosen", "accepted"),
    (CLAIMS, "reason"): ("Why; needed with a decision", "newer"),
}
KEYS = {"company": "mistral-ai", "person": "arthur-mensch", "round": "mistral-ai-2023-12"}
NOTES = (
    "A blank cell changes nothing. The word (clear) empties a column.",
    "A cell that differs from a sourced value becomes a rival claim to rule on.",
    "Further citations, rival values and rulings stand in the sheet “claims”.",
    "This sheet, “readme”, and sheets that begin with “_” are not imported.",
)


def template(kinds: Iterable[str] | None = None) -> list[Sheet]:
    """A workbook without rows, for these kinds of record or for all of them."""
    wanted = None if kinds is None else set(kinds)
    names = [
        name
        for name in SHEETS
        if name not in BY_SHEET or wanted is None or BY_SHEET[name].kind in wanted
    ]
    rows = [*_notes(), *(line for name in names for line in _lines(name))]
    guide = Sheet(GUIDE, HEADER)
    for number, texts in enumerate(rows, start=2):
        cells = {column: text for column, text in zip(HEADER, texts, strict=True) if text}
        guide.rows.append(Row(number, cells))
    return [guide, *(Sheet(name, list(layout(name))) for name in names)]


def _notes() -> Iterator[list[str]]:
    for note in NOTES:
        yield ["", "", "", note, "", ""]


def _lines(sheet: str) -> Iterator[list[str]]:
    for column in layout(sheet).values():
        meaning, example = _meaning(sheet, column)
        required = column.identity or (not column.part and _must_be_stated(sheet, column))
        yield [sheet, column.name, _label(column), meaning, example, "yes" if required else ""]


def _must_be_stated(sheet: str, column: Column) -> bool:
    if sheet == CLAIMS or column.field is None:
        return False
    return is_required(column.field)


def _label(column: Column) -> str:
    if column.field is None:
        return "Key"
    label = str(column.field.verbose_name)
    return label[:1].upper() + label[1:]


def _meaning(sheet: str, column: Column) -> tuple[str, str]:
    if column.part:
        return PARTS[column.part]
    if (sheet, column.name) in MEANINGS:
        return MEANINGS[sheet, column.name]
    if column.field is None:
        return "Names the row; readable, and stays the same for ever", "mistral-ai"
    return _of_field(column.field)


def _of_field(field: Any) -> tuple[str, str]:
    if isinstance(field, models.ForeignKey):
        kinds = kinds_of(field)
        if len(kinds) > 1:
            return f"Names a {' or a '.join(kinds)}: kind/key", "company/mistral-ai"
        return f"Names a {kinds[0]}: its key", KEYS.get(kinds[0], "")
    choices = [str(value) for value, _ in field.flatchoices if value]
    if choices:
        return f"One of: {', '.join(choices)}", choices[0]
    if isinstance(field, PartialDateField):
        return str(field.help_text) or "A date as exact as it is known", DATE_EXAMPLE
    if isinstance(field, QuantityField):
        return str(field.help_text) or "An amount as exact as it is known", examples(field.unit)
    return str(field.help_text) or _of_text(field), ""


def _of_text(field: Any) -> str:
    if isinstance(field, models.IntegerField):
        return "Its place in the list: a whole number"
    length = f", at most {field.max_length:,} characters" if field.max_length else ""
    return f"Text{length}" + ("" if not field.blank else f"; {CLEAR} empties it")
