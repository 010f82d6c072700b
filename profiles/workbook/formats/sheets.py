"""What a sheet and a row are, and when two texts are the same."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

CLEAR = "(clear)"

CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
NO_CHARACTERS = r"\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane | end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
UNPRINTABLE = re.compile(f"[{CONTROLS}{NO_CHARACTERS}]")


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is the line that a person sees in the spreadsheet; blank cells are left out."""

    number: int
    cells: dict[str, Any]


@dataclass(slots=True)
class Sheet:
    name: str
    header: list[str]
    rows: list[Row] = field(default_factory=list)


def tidy(text: str) -> str:
    """The text without what spreadsheets do not keep: composed, one kind of newline, trimmed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", UNPRINTABLE.sub("", text)).strip()


UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
SPACES = re.compile(r"[^\S\n]+")


def alike(one: str, other: str) -> bool:
    """Whether no reader could tell one text from the other: spaces of another kind, or unseen."""
    return one == other or _seen(one) == _seen(other)


def _seen(text: str) -> str:
    return SPACES.sub(" ", UNSEEN.sub("", text)).strip()


def as_text(cell: Any) -> str:
    """A cell of any type as tidy text: `2023.0` is `2023`, midnight is a date, nothing is empty."""
    match cell:
        case None:
            return ""
        case str():
            return tidy(cell)
        case bool():
            return "TRUE" if cell else "FALSE"
        case int():
            return str(cell)
        case float() | Decimal():
            return _number(cell)
        case datetime() if cell.time() == time() and cell.tzinfo is None:
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case _:
            return tidy(str(cell))


def _number(number: float | Decimal) -> str:
    """A plain decimal with the 15 digits that a spreadsheet keeps."""
    text = format(Decimal(format(number, ".15g")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def sheet_of(name: str, table: "list[tuple[int, list[Any]]]") -> Sheet:
    """The sheet in numbered rows of cells, the first of which is the header.

    A column that holds cells but has no header is called by its letter, so that it is reported.
    """
    if not table:
        return Sheet(name, [])
    (_, first), *rest = table
    header = [as_text(cell) for cell in first]
    rows = []
    for number, cells in rest:
        texts = [as_text(cell) for cell in cells]
        header += [""] * (len(texts) - len(header))
        for place, text in enumerate(texts):
            if text and not header[place]:
                header[place] = f"(column {letters(place)})"
        named = {header[place]: text for place, text in enumerate(texts) if text}
        if named:
            rows.append(Row(number, named))
    while header and not header[-1]:
        header.pop()
    return Sheet(name, header, rows)


def letters(place: int) -> str:
    """Spreadsheet letters of a column counted from 0: A, Z, AA."""
    text = ""
    place += 1
    while place:
        place, digit = divmod(place - 1, 26)
        text = chr(65 + digit) + text
    return text
