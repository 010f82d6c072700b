"""One source as a file states it, in the words of our columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

COLUMNS = (
    "key", "title", "url", "publisher", "publisher_kind",
    "author", "author_kind", "author_note", "author_url", "language", "kind",
    "published", "updated", "as_of", "canonical", "derived_from", "standing", "standing_note",
    "topics", "entities", "alternates", "disclaimer", "note",
)  # fmt: skip
LISTS = ("topics", "entities", "alternates")
"""Columns with one thing on each line."""

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """What the document says, where the file holds it; `sha256` is of the file that came in."""

    words: str
    edition: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """`number` counts from 1 within the file; a column that is not in `values` is not stated.

    `values` are texts by column; `canonical` and `derived_from` hold keys. `left_out` names what
    the file says besides and no column holds; `remarks` are sentences about what was read
    otherwise than it stands there. `line`: where it begins, from 1; 0 if that is not known.
    """

    number: int
    values: Values
    left_out: tuple[str, ...] = ()
    text: Text | None = None
    remarks: tuple[str, ...] = ()
    line: int = 0

    @property
    def name(self) -> str:
        return self.values.get("key") or self.values.get("title") or self.values.get("url") or ""

    def get(self, column: str) -> str:
        return self.values.get(column, "")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an entry cannot be imported: which one, which field of it, and what to do."""

    entry: int
    name: str
    field: str
    message: str
    line: int = 0

    @property
    def place(self) -> str:
        if not self.entry:
            return f"Line {self.line}" if self.line else "The file"
        name = f" ({self.name[:60]})" if self.name else ""
        line = f", line {self.line}" if self.line else ""
        return f"Entry {self.entry}{name}{line}"

    def __str__(self) -> str:
        return f"{self.place}{f', {self.field}' if self.field else ''}: {self.message}"


@dataclass(slots=True)
class Reading:
    """What was read from a file."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class UnreadableFile(Exception):
    """The file as a whole cannot be read; the message says what to do."""


class UnreadableEntry(Exception):
    """One entry, and no other, cannot be read: `field` of it, and what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def stated(values: Values) -> dict[str, str]:
    """Only what says something, in the order of the columns."""
    return {column: values[column] for column in COLUMNS if values.get(column)}


def unsaid(values: Values, said: Values) -> dict[str, str]:
    """The columns that a format's own fields, read back as `said`, do not give back as they are."""
    return {column: text for column, text in stated(values).items() if said.get(column) != text}


def first_stated(fields: Mapping[str, str], names: Iterable[str]) -> tuple[str, list[str]]:
    """The first of these fields that says something, and the names of those that say another."""
    said = [(name, fields[name]) for name in names if fields.get(name)]
    text = said[0][1] if said else ""
    return text, [name for name, other in said if other != text]
