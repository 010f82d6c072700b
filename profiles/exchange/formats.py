"""Which format a file is in, and the way in and out of each."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import msgspec

from profiles.exchange import article_record, bibtex, csl, ris
from profiles.exchange.entries import LISTS, Entry, Reading, UnreadableFile

MOST_BYTES = 4_000_000
MOST_ENTRIES = 5_000


@dataclass(frozen=True, slots=True)
class Format:
    """`write` makes a file's text of entries; `name` is what people call it."""

    name: str
    suffix: str
    content_type: str
    write: Callable[[Iterable[Entry]], str]


FORMATS = {
    "csl": Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl.write),
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex", bibtex.write),
    "ris": Format("RIS", "ris", "application/x-research-info-systems", ris.write),
}


def read_file(content: bytes) -> Reading:
    """The entries of a file in any of the formats; it is known by what it holds, not by its name.

    Raises `UnreadableFile` with what to do.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableFile(f"At most {MOST_BYTES:,} bytes are read at once. Split the file.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile("This is no UTF-8 text. Save the file as UTF-8.") from None
    reading = _reader(text)(text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(reading.entries) > MOST_ENTRIES:
        raise UnreadableFile(f"At most {MOST_ENTRIES:,} entries are read at once. Split the file.")
    reading.entries = [_tidied(entry) for entry in reading.entries]
    return reading


def _reader(text: str) -> Callable[[str], Reading]:
    begin = text.lstrip()
    if begin[:1] in ("[", "{"):
        return article_record.read if _is_record(begin) else csl.read
    begins = ((bibtex.START.search(text), bibtex.read), (ris.BEGINS.search(text), ris.read))
    found = {first.start(): read for first, read in begins if first}
    if found:
        return found[min(found)]
    raise UnreadableFile("This is neither CSL-JSON, BibTeX, RIS nor the JSON record of an article.")


def _is_record(text: str) -> bool:
    try:
        return article_record.is_record(msgspec.json.decode(text))
    except (msgspec.DecodeError, RecursionError):
        return False


def _tidied(entry: Entry) -> Entry:
    values = {column: _tidy(column, text) for column, text in entry.values.items()}
    values = {column: text for column, text in values.items() if text}
    return replace(entry, values=values)


def _tidy(column: str, text: str) -> str:
    """Composed, without control characters; of one line, but for notes and lists."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(char for char in text if char == "\n" or unicodedata.category(char) != "Cc")
    if column in LISTS or column == "note":
        return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
    return " ".join(text.split())
