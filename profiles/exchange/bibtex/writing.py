"""Entries -> a file. What BibTeX has no field for stands in `footnote-…`."""

import re
from collections.abc import Iterable

import bibtexparser
from bibtexparser import Library
from bibtexparser.model import Block, Field
from bibtexparser.model import Entry as BibEntry
from bibtexparser.writer import BibtexFormat

from profiles.exchange.bibtex import names
from profiles.exchange.bibtex.latex import encoded
from profiles.exchange.bibtex.reading import OURS, plain, values_of
from profiles.exchange.entries import Entry, Values, unsaid

TYPES = {"news": "article", "analysis": "report"}
BRACES = str.maketrans({"{": "%7B", "}": "%7D"})  # an odd one would end the whole file
ITSELF = re.compile(r"([0-9]{4}-2[1-4])/\1")


def write(entries: Iterable[Entry]) -> str:
    form = BibtexFormat()
    form.indent = "  "
    form.trailing_comma = True
    blocks: list[Block] = [_written(entry.values) for entry in entries]
    return bibtexparser.write_string(Library(blocks), bibtex_format=form, unparse_stack=None)


def _written(values: Values) -> BibEntry:
    publisher = "journaltitle" if values.get("kind") == "news" else "publisher"
    said = {
        "title": encoded(values.get("title", "")),
        "author": names.write(values.get("author", ""), values.get("author_kind", "")),
        publisher: encoded(values.get("publisher", "")),
        "date": _date(values.get("published", "")),
        "url": values.get("url", "").translate(BRACES),
        "language": values.get("language", ""),
        "keywords": encoded(", ".join(values.get("topics", "").split("\n"))),
        "note": encoded(values.get("note", "")),
    }
    fields = {name: value for name, value in said.items() if value}
    kind = TYPES.get(values.get("kind", ""), "online")
    block = BibEntry(kind, values.get("key", ""), [Field(n, value) for n, value in fields.items()])
    for column, text in unsaid(values, _read_back(block.key, kind, fields)).items():
        block.set_field(Field(OURS + column, encoded(text)))
    return block


def _read_back(key: str, kind: str, fields: dict[str, str]) -> Values:
    text = {name: plain(name, value) for name, value in fields.items()}
    return values_of(key, kind, text, fields)[0]


def _date(edtf: str) -> str:
    """A season that is kept as a range of itself is one season in BibLaTeX."""
    found = ITSELF.fullmatch(edtf)
    return found[1] if found else edtf
