"""BibTeX. Dates are written as BibLaTeX has them, in EDTF; ours in fields `footnote-…`."""

import logging
import re
from collections.abc import Iterable, Mapping

import bibtexparser
from bibtexparser import Library
from bibtexparser.middlewares import SeparateCoAuthors
from bibtexparser.model import Block, DuplicateBlockKeyBlock, Field
from bibtexparser.model import Entry as BibEntry
from bibtexparser.writer import BibtexFormat

from profiles.exchange import names
from profiles.exchange.entries import (
    COLUMNS,
    Entry,
    Problem,
    Reading,
    UnreadableFile,
    Values,
    stated,
    unsaid,
)
from profiles.exchange.languages import language_code
from profiles.exchange.latex import UnreadableLatex, decoded, encoded, verbatim

MOST_ENTRIES = 5_000
OURS = "footnote-"
START = re.compile(r"@\s*\w+\s*[{(]")
TYPES = {"news": "article", "analysis": "report"}
KINDS = {"article": "news", "report": "analysis", "techreport": "analysis"}
PUBLISHERS = ("publisher", "organization", "journaltitle", "journal", "institution", "howpublished")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
BRACES = str.maketrans({"{": "%7B", "}": "%7D"})  # an odd one would end the whole file
NAMED = frozenset(
    {"title", "author", "date", "year", "month", "day", "url", "language", "langid", "keywords"}
    | {"note", *PUBLISHERS}
    | {OURS + column for column in COLUMNS}
)

# What cannot be read becomes a problem with its place; the parser would print it as well.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read(text: str) -> Reading:
    """Raises `UnreadableFile` for what holds no entry, or more than `MOST_ENTRIES`."""
    started = sum(1 for _ in START.finditer(text))
    if started > MOST_ENTRIES:
        raise UnreadableFile(f"This file begins {started:,} entries; at most {MOST_ENTRIES:,} are.")
    library = bibtexparser.parse_string(text)
    reading = Reading()
    blocks = [*library.entries, *library.failed_blocks]
    if not blocks:
        raise UnreadableFile("There is no entry in this file: BibTeX begins one with @.")
    for number, block in enumerate(sorted(blocks, key=_line), start=1):
        try:
            reading.entries.append(_entry(number, block))
        except _Refused as refused:
            reading.problems.append(refused.problem)
    return reading


class _Refused(Exception):
    def __init__(self, number: int, name: str, field: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(number, name, field, message)


def _line(block: Block) -> int:
    return block.start_line or 0


def _entry(number: int, block: Block) -> Entry:
    if not isinstance(block, BibEntry):
        raise _Refused(number, "", "", _why(block))
    fields = {}
    for name, field in block.fields_dict.items():
        try:
            fields[name.casefold()] = _plain(name.casefold(), str(field.value))
        except UnreadableLatex as error:
            raise _Refused(number, block.key, name, str(error)) from None
    left_out = tuple(name for name in fields if name not in NAMED)
    ours = {name.removeprefix(OURS): text for name, text in fields.items() if name in _OURS}
    return Entry(number, stated(_values(block, fields) | ours), left_out)


_OURS = frozenset(OURS + column for column in COLUMNS)


def _plain(name: str, value: str) -> str:
    if name == "url":
        return verbatim(value)
    return names.joined(_authors(value)) if name == "author" else decoded(value)


def _why(block: Block) -> str:
    line = _line(block) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        return f"Line {line}: the key “{block.key}” is in this file twice. Keep one of them."
    return f"Line {line}: this is no whole entry. Look for a missing brace, comma or key."


def _values(block: BibEntry, fields: Mapping[str, str]) -> dict[str, str]:
    words = re.split(r"[,;]", fields.get("keywords", ""))
    return {
        "key": block.key,
        "title": fields.get("title", ""),
        "url": fields.get("url", ""),
        "publisher": next((fields[name] for name in PUBLISHERS if fields.get(name)), ""),
        "author": fields.get("author", ""),
        "language": language_code(fields.get("language") or fields.get("langid", "")),
        "kind": KINDS.get(block.entry_type.casefold(), ""),
        "published": fields.get("date") or _legacy_date(fields),
        "topics": "\n".join(word.strip() for word in words if word.strip()),
        "note": fields.get("note", ""),
    }


def _authors(latex: str) -> list[str]:
    """`Family, Given` as written; braces around a whole name are dropped with the other braces."""
    field = Field("author", latex)
    entry = BibEntry("misc", "x", [field])
    SeparateCoAuthors().transform_entry(entry, Library())
    return [decoded(name) for name in field.value]


def _legacy_date(fields: Mapping[str, str]) -> str:
    year, month = fields.get("year", ""), fields.get("month", "").casefold().strip(".")
    if month[:3] in MONTHS:
        month = str(MONTHS.index(month[:3]) + 1)
    return "-".join(part.zfill(2) for part in (year, month, fields.get("day", "")) if part)


def write(entries: Iterable[Entry]) -> str:
    form = BibtexFormat()
    form.indent = "  "
    form.trailing_comma = True
    blocks: list[Block] = [_written(entry.values) for entry in entries]
    return bibtexparser.write_string(Library(blocks), bibtex_format=form)


def _written(values: Values) -> BibEntry:
    publisher = "journaltitle" if values.get("kind") == "news" else "publisher"
    said = {
        "title": encoded(values.get("title", "")),
        "author": " and ".join(_name(name) for name in names.split(values.get("author", ""))),
        publisher: encoded(values.get("publisher", "")),
        "date": values.get("published", ""),
        "url": values.get("url", "").translate(BRACES),
        "language": values.get("language", ""),
        "keywords": encoded(", ".join(values.get("topics", "").split("\n"))),
        "note": encoded(values.get("note", "")),
    }
    block = BibEntry(
        TYPES.get(values.get("kind", ""), "online"),
        values.get("key", ""),
        [Field(name, value) for name, value in said.items() if value],
    )
    for column, text in unsaid(values, _entry(0, block).values).items():
        block.set_field(Field(OURS + column, encoded(text)))
    return block


def _name(name: str) -> str:
    """A whole name in braces, so that nobody guesses which part of it is the family's."""
    family, given = names.parts_of(name)
    return f"{encoded(family)}, {encoded(given)}" if family else f"{{{encoded(name)}}}"
