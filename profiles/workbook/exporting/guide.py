"""An empty workbook that explains itself: all headers, and a sheet `guide` for what they mean."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from profiles.facts import BY_SHEET, Fact
from profiles.models.fields import PartialDateField, QuantityField
from profiles.values.date_parts import EXAMPLE as DATE_EXAMPLE
from profiles.values.quantity_parts import examples
from profiles.workbook.columns import (
    CAPTURES,
    CLAIMS,
    FIELD_OF_PART,
    SHEETS,
    SOURCES,
    Column,
    field_of,
    is_required,
    layout,
)
from profiles.workbook.formats.sheets import Row, Sheet
from profiles.workbook.guide_words import (
    EXAMPLES,
    KEY_WORDS,
    KEYS,
    LEADS,
    NOTES,
    PARTS,
    SHEET_WORDS,
)
from profiles.workbook.planning.named_keys import kinds_of

GUIDE = "guide"
HEADER = ["sheet", "column", "label", "what it means", "example", "required", "to publish"]
MANY = 30  # choices; more than that are not listed
TEXT = "Text"


def template(kinds: Iterable[str] | None = None) -> list[Sheet]:
    """A workbook without rows, for these kinds of record or for all of them."""
    wanted = None if kinds is None else set(kinds)
    names = [
        name
        for name in SHEETS
        if name not in BY_SHEET or wanted is None or BY_SHEET[name].kind in wanted
    ]
    guide = Sheet(GUIDE, HEADER)
    rows = [*_notes(), *_parts(), *(line for name in names for line in _lines(name))]
    for number, cells in enumerate(rows, start=2):
        guide.rows.append(Row(number, {column: text for column, text in cells.items() if text}))
    return [guide, *(Sheet(name, list(layout(name))) for name in names)]


def _notes() -> Iterator[dict[str, str]]:
    return ({"what it means": note} for note in NOTES)


def _parts() -> Iterator[dict[str, str]]:
    """Said once: they stand behind every fact in the same way."""
    for part, (meaning, example) in PARTS.items():
        field = field_of(*FIELD_OF_PART[part])
        form, usual = _form(field) if field.flatchoices or part == "as_of" else ("", "")
        label = "Source" if part == "source" else _title(field)
        yield _line("any fact", f":{part}", label, _sentences(meaning, form), example or usual)


def _lines(sheet: str) -> Iterator[dict[str, str]]:
    kind = f"kind: {BY_SHEET[sheet].kind}" if sheet in BY_SHEET else ""
    yield _line(sheet, "", kind, SHEET_WORDS[sheet])
    facts = BY_SHEET[sheet].by_name if sheet in BY_SHEET else {}
    for column in layout(sheet).values():
        if column.part:
            continue
        fact = facts.get(column.name)
        yield _line(sheet, column.name, _label(sheet, column), *_meaning(sheet, column, fact)) | {
            "required": "yes" if _must_be_stated(sheet, column) else "",
            "to publish": "with a source" if fact and fact.required else "",
        }


def _line(sheet: str, column: str, label: str, meaning: str, example: str = "") -> dict[str, str]:
    return dict(zip(HEADER, (sheet, column, label, meaning, example), strict=False))


def _must_be_stated(sheet: str, column: Column) -> bool:
    if column.identity:
        return True
    return sheet != CLAIMS and column.field is not None and is_required(column.field)


def _label(sheet: str, column: Column) -> str:
    if column.field is None:
        return "Key"
    return "Source" if (sheet, column.name) == (CLAIMS, "source") else _title(column.field)


def _title(field: Any) -> str:
    label = str(field.verbose_name)
    return label[:1].upper() + label[1:]


def _meaning(sheet: str, column: Column, fact: Fact | None) -> tuple[str, str]:
    """What to write, and an example."""
    if column.field is None:
        return KEY_WORDS, KEYS[BY_SHEET[sheet].kind]
    lead = LEADS.get((sheet, column.name)) or str(column.field.help_text)
    is_explained = sheet in (SOURCES, CAPTURES, CLAIMS) and column.field.is_relation
    form, example = ("", "") if is_explained else _form(column.field)
    with_another = f"Cited with {fact.cited_with}" if fact and fact.cited_with else ""
    meaning = _sentences(lead, "" if lead and form.startswith(TEXT) else form, with_another)
    return meaning, EXAMPLES.get((sheet, column.name), example)


def _sentences(*parts: str) -> str:
    return ". ".join(part.rstrip(".") for part in parts if part)


def _form(field: Any) -> tuple[str, str]:
    """In what form it is written, and an example."""
    if isinstance(field, models.ForeignKey):
        return _of_relation(kinds_of(field))
    if field.flatchoices:
        return _of_choices(field)
    if isinstance(field, PartialDateField):
        return "A date as exact as it is known", DATE_EXAMPLE
    if isinstance(field, QuantityField):
        return "An amount as exact as it is known", examples(field.unit)
    if isinstance(field, models.IntegerField):
        return ("" if field.help_text else "Its place in the list: a whole number"), "1"
    return f"{TEXT}, at most {field.max_length:,} characters" if field.max_length else TEXT, ""


def _of_relation(kinds: list[str]) -> tuple[str, str]:
    if len(kinds) == 1:
        return f"Key of {_with_article(kinds[0])}", KEYS[kinds[0]]
    *others, last = map(_with_article, kinds)
    return f"kind/key of {', '.join(others)} or {last}", f"{kinds[0]}/{KEYS[kinds[0]]}"


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _of_choices(field: Any) -> tuple[str, str]:
    choices = [(str(value), str(label)) for value, label in field.flatchoices if value]
    if len(choices) > MANY:
        return "Its code or its English name", choices[0][0]
    listed = ", ".join(_choice(value, label) for value, label in choices)
    default = str(field.get_default() or "")
    usual = f"; blank in a new row means {default}" if default else ""
    return f"One of: {listed}{usual}", default or choices[0][0]


def _choice(value: str, label: str) -> str:
    """The label too, where it says more than the code."""
    said = label.replace("-", " ").casefold() == value.replace("-", " ")
    return value if said else f"{value} ({label})"
