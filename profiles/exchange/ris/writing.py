"""Entries -> a file. What RIS has no tag for stands as JSON in C1."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from profiles.exchange.entries import Entry, Values, unsaid
from profiles.exchange.ris.reading import OURS, values_of
from profiles.exchange.statements import names
from profiles.values import PartialDate, UnreadableValue

TYPES = {"news": "NEWS", "analysis": "RPRT", "essay": "BLOG", "database": "DBASE"}
PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?(?:-([0-9]{2}))?([~?%]?)")
WITHIN_A_YEAR = re.compile(r"([0-9]{4})(?:-[-0-9]+)?[~?%]?(?:/\1(?:-[-0-9]+)?[~?%]?)?")


def write(entries: Iterable[Entry]) -> str:
    return "\n".join("\n".join(_lines(entry.values)) for entry in entries)


def _lines(values: Values) -> Iterator[str]:
    tags = _tags(values)
    for tag, said in tags.items():
        yield from (f"{tag}  - {text}" for text in said)
    if ours := unsaid(values, values_of(tags)[0]):
        yield f"C1  - {OURS}{msgspec.json.encode(ours).decode()}"
    yield "ER  - "
    yield ""


def _tags(values: Values) -> dict[str, list[str]]:
    in_a_line = {column: " ".join(text.split()) for column, text in values.items()}
    given, _ = names.others_follow(names.split(in_a_line.get("author", "")))
    said = {
        "TY": [TYPES.get(values.get("kind", ""), "ELEC")],
        "ID": [in_a_line.get("key", "")],
        "TI": [in_a_line.get("title", "")],
        "AU": [_name(name, values.get("author_kind", "")) for name in given],
        "DA": [_date(values.get("published", ""))],
        "PB": [in_a_line.get("publisher", "")],
        "LA": [in_a_line.get("language", "")],
        "UR": [in_a_line.get("url", ""), *_each(values.get("alternates", ""))],
        "KW": _each(values.get("topics", "")),
        "N1": _each(values.get("note", "")),
    }
    found = {tag: [text for text in texts if text] for tag, texts in said.items()}
    return {tag: texts for tag, texts in found.items() if texts}


def _each(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _name(text: str, kind: str) -> str:
    """A comma at the end, by which EndNote knows a whole name, where there is one within it."""
    name = names.recorded(text, kind)
    if "," in name.whole:
        return f"{name.whole.replace(',', ',,')},"
    return name.whole or ", ".join(filter(None, [name.family, name.given, name.suffix]))


def _date(edtf: str) -> str:
    """`2023/04//`; with words behind it where numbers alone would say too much or too little."""
    found = PLAIN.fullmatch(edtf)
    if found:
        numbers = "/".join(part or "" for part in found.groups()[:3])
        return f"{numbers}/{_in_words(edtf) if found[4] else ''}"
    year = WITHIN_A_YEAR.fullmatch(edtf)
    return f"{year[1]}///{_in_words(edtf)}" if year else ""


def _in_words(edtf: str) -> str:
    try:
        return PartialDate(edtf).display()
    except UnreadableValue:
        return ""
