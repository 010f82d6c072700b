"""A file -> entries and problems. One that cannot be read keeps none of the others back."""

import logging
import re
from collections.abc import Mapping

import bibtexparser
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    MiddlewareErrorBlock,
)
from bibtexparser.model import Entry as BibEntry

from profiles.exchange.bibtex import dates, latex, names
from profiles.exchange.bibtex.inheritance import completed
from profiles.exchange.bibtex.latex import UnreadableLatex
from profiles.exchange.bibtex.values import Abbreviations
from profiles.exchange.entries import (
    COLUMNS,
    Entry,
    Problem,
    Reading,
    UnreadableEntry,
    UnreadableFile,
    first_stated,
    stated,
)
from profiles.exchange.statements import addresses
from profiles.exchange.statements.languages import language_code
from profiles.exchange.statements.month_words import NUMBER_OF
from profiles.exchange.statements.names import joined, kind_of

MOST_ENTRIES = 5_000
OURS = "footnote-"
START = re.compile(r"@\s*\w+\s*[{(]")
KEY = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,{}()=]+)\s*,")
KINDS = {"article": "news", "report": "analysis", "techreport": "analysis"}
PUBLISHERS = ("publisher", "organization", "journaltitle", "journal", "institution", "howpublished")
DATED = ("date", "year", "month", "day")
VERBATIM = ("url", "doi", "crossref", "xdata", "author")
NAMED = frozenset(
    {"title", "author", "url", "language", "langid", "keywords", "note", "crossref", "xdata"}
    | {*DATED, *PUBLISHERS}
    | {OURS + column for column in COLUMNS}
)

# What cannot be read becomes a problem with its place; the parser would print it as well.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read(text: str) -> Reading:
    """Raises `UnreadableFile` for what holds no entry, or more than `MOST_ENTRIES`."""
    started = sum(1 for _ in START.finditer(text))
    if started > MOST_ENTRIES:
        raise UnreadableFile(f"This file begins {started:,} entries; at most {MOST_ENTRIES:,} are.")
    library = bibtexparser.parse_string(text, parse_stack=[])
    words = Abbreviations({each.key: str(each.value) for each in library.strings})
    blocks = [*library.entries, *(_as_entry(block) for block in library.failed_blocks)]
    if not blocks:
        raise UnreadableFile("There is no entry in this file: BibTeX begins one with @.")
    found = _File([block for block in blocks if isinstance(block, BibEntry)], words)
    reading = Reading()
    for number, block in enumerate(sorted(blocks, key=_line), start=1):
        if isinstance(block, BibEntry) and block.entry_type.casefold() == "xdata":
            continue  # no source: what it says is said by those that name it
        try:
            reading.entries.append(found.entry(number, block))
        except UnreadableEntry as refused:
            problem = Problem(number, _key(block), refused.field, refused.message, _line(block))
            reading.problems.append(problem)
    return reading


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _key(block: Block) -> str:
    if isinstance(block, BibEntry | DuplicateBlockKeyBlock):
        return block.key
    found = KEY.match(block.raw or "")
    return found[1] if found else ""


def _as_entry(block: Block) -> Block:
    """Entries without a key are no twins."""
    if isinstance(block, DuplicateBlockKeyBlock) and not block.key:
        return block.ignore_error_block or block
    return block


class _File:
    """The entries of a file, for they refer to each other, and the words that it defines."""

    def __init__(self, blocks: list[BibEntry], words: Abbreviations) -> None:
        self.words = words
        self.raw = {block.key.casefold(): self._fields(block) for block in blocks}

    def _fields(self, block: BibEntry) -> dict[str, str]:
        return {
            name.casefold(): self.words.value(str(field.value))[0]
            for name, field in block.fields_dict.items()
        }

    def entry(self, number: int, block: Block) -> Entry:
        if not isinstance(block, BibEntry):
            raise UnreadableEntry("", _why(block))
        raw, remarks = completed(self._fields(block), lambda key: self.raw.get(key.casefold()))
        remarks += self._undefined(block)
        fields = {name: plain(name, text) for name, text in raw.items()}
        for name, text in raw.items():
            if name not in (*VERBATIM, *DATED):
                lost = ", ".join(dict.fromkeys(latex.dropped(text)))
                remarks += [f"{name}: {lost} is not known here and was dropped."] if lost else []
        values, left_out, more = values_of(block.key, block.entry_type, fields, raw)
        ours = {name.removeprefix(OURS): fields[name] for name in fields if name in _OURS}
        said = stated(values | ours)
        return Entry(number, said, left_out, remarks=(*remarks, *more), line=_line(block))

    def _undefined(self, block: BibEntry) -> list[str]:
        return [
            f"{name}: “{word}” is no @string of this file; it was taken as it stands."
            for name, field in block.fields_dict.items()
            for word in self.words.value(str(field.value))[1]
            if word.casefold().strip(".") not in NUMBER_OF
        ]


_OURS = frozenset(OURS + column for column in COLUMNS)


def plain(name: str, value: str) -> str:
    try:
        if name in DATED:
            return dates.plain_latex(value)
        if name in VERBATIM:
            return latex.address(value) if name in ("url", "doi") else value
        return latex.decoded(value)
    except UnreadableLatex as error:
        raise UnreadableEntry(name, str(error)) from None


def _why(block: Block) -> str:
    if isinstance(block, DuplicateBlockKeyBlock):
        return f"The key “{block.key}” is in this file twice. Keep one of them."
    if isinstance(block, DuplicateFieldKeyBlock):
        twice = ", ".join(sorted(block.duplicate_keys))
        return f"This field stands here twice: {twice}. Keep one of them."
    if isinstance(block, MiddlewareErrorBlock):
        return "This cannot be read."
    return "This is no whole entry. Look for a missing brace, comma or key."


def values_of(
    key: str, entry_type: str, fields: Mapping[str, str], raw: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...], list[str]]:
    """By column; the fields that no column holds; remarks."""
    try:
        authors, remarks = names.read(raw.get("author", ""))
    except UnreadableLatex as error:
        raise UnreadableEntry("author", str(error)) from None
    published, dated = dates.published(fields)
    said = dict(fields)
    urls = [fields.get("url", "")]
    if not urls[0] and addresses.begins_like_an_address(fields.get("howpublished", "")):
        urls = [said.pop("howpublished")]
    url, alternates, is_doi_kept = addresses.chosen(urls, fields.get("doi", ""))
    publisher, unused = first_stated(said, PUBLISHERS)
    words = re.split(r"[,;]", fields.get("keywords", ""))
    named = NAMED | {"doi"} if is_doi_kept else NAMED
    left_out = [name for name in fields if name not in named]
    values = {
        "key": key,
        "title": fields.get("title", ""),
        "url": url,
        "alternates": alternates,
        "publisher": publisher,
        "author": joined(authors),
        "author_kind": kind_of(authors),
        "language": language_code(fields.get("language") or fields.get("langid", "")),
        "kind": KINDS.get(entry_type.casefold(), ""),
        "published": published,
        "topics": "\n".join(word.strip() for word in words if word.strip()),
        "note": fields.get("note", ""),
    }
    return values, (*left_out, *unused), [*remarks, *dated]
