"""RIS: one tag a line. What it has no tag for stands as JSON in C1, behind `footnote:`."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import rispy

from profiles.exchange import names
from profiles.exchange.entries import (
    Entry,
    Problem,
    Reading,
    UnreadableFile,
    Values,
    stated,
    unsaid,
)
from profiles.exchange.languages import language_code

OURS = "footnote:"
BEGINS = re.compile(r"^TY  -", re.MULTILINE)
TYPES = {"news": "NEWS", "analysis": "RPRT", "essay": "BLOG", "database": "DBASE"}
KINDS = {"NEWS": "news", "MGZN": "news", "RPRT": "analysis", "BLOG": "essay", "DBASE": "database"}
DATE = re.compile(r"([0-9]{4})(?:/([0-9]{1,2}))?(?:/([0-9]{1,2}))?/*(.*)")
TITLES = ("title", "primary_title")
PUBLISHERS = ("publisher", "secondary_title", "journal_name", "alternate_title3")
AUTHORS = ("authors", "first_authors")
DATES = ("date", "year", "publication_year")
NAMED = frozenset(
    {"type_of_reference", "id", "urls", "language", "keywords", "notes"}
    | {*TITLES, *PUBLISHERS, *AUTHORS, *DATES}
)
PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?(?:-([0-9]{2}))?")


def read(text: str) -> Reading:
    """Raises `UnreadableFile` where entries do not begin and end as they must."""
    started = len(BEGINS.findall(text))
    if not started:
        raise UnreadableFile("There is no entry in this file: RIS begins one with “TY  - ”.")
    found = rispy.loads(text, delimiter_tags_mapping={})
    if len(found) != started:
        raise UnreadableFile(
            f"{started} entries begin with “TY  - ” and {len(found)} end with “ER  - ”. "
            "Close each entry before the next one begins."
        )
    reading = Reading()
    for number, tags in enumerate(found, start=1):
        try:
            reading.entries.append(_entry(number, tags))
        except msgspec.MsgspecError as error:
            name = str(tags.get("id", ""))
            reading.problems.append(Problem(number, name, "C1", f"Ours cannot be read: {error}."))
    return reading


def _entry(number: int, tags: Mapping[str, Any]) -> Entry:
    custom = str(tags.get("custom1", ""))
    is_ours = custom.startswith(OURS)
    ours = msgspec.json.decode(custom.removeprefix(OURS), type=dict[str, str]) if is_ours else {}
    left_out = tuple(
        name for name in tags if name not in NAMED and not (name == "custom1" and is_ours)
    )
    return Entry(number, stated(_values(tags) | ours), left_out)


def _values(tags: Mapping[str, Any]) -> dict[str, str]:
    return {
        "key": tags.get("id", ""),
        "title": _first(tags, TITLES),
        "url": next(iter(tags.get("urls", [])), ""),
        "publisher": _first(tags, PUBLISHERS),
        "author": names.joined([name for tag in AUTHORS for name in tags.get(tag, [])]),
        "language": language_code(tags.get("language", "")),
        "kind": KINDS.get(tags.get("type_of_reference", ""), ""),
        "published": _date_in(_first(tags, DATES)),
        "topics": "\n".join(tags.get("keywords", [])),
        "note": "\n".join(tags.get("notes", [])),
    }


def _first(tags: Mapping[str, Any], names: Iterable[str]) -> str:
    return next((tags[name] for name in names if tags.get(name)), "")


def _date_in(text: str) -> str:
    """`2023/04//` is April and no day of it; what stands behind the third slash is a remark."""
    found = DATE.fullmatch(text)
    if not found:
        return text
    return "-".join(part.zfill(2) for part in found.groups()[:3] if part)


def write(entries: Iterable[Entry]) -> str:
    written = [_tags(entry.values) for entry in entries]
    return str(rispy.dumps(written, implementation=_Plain)) if written else ""


class _Plain(rispy.RisWriter):
    """Without the number that rispy puts before each entry."""

    def set_header(self, count: int) -> str:
        return ""


def _tags(values: Values) -> dict[str, Any]:
    in_a_line = {column: " ".join(text.split()) for column, text in values.items()}
    said = {
        "type_of_reference": TYPES.get(values.get("kind", ""), "ELEC"),
        "id": in_a_line.get("key"),
        "title": in_a_line.get("title"),
        "authors": names.split(in_a_line.get("author", "")),
        "date": _date_out(values.get("published", "")),
        "publisher": in_a_line.get("publisher"),
        "language": in_a_line.get("language"),
        "urls": [in_a_line["url"]] if values.get("url") else [],
        "keywords": _lines(values.get("topics", "")),
        "notes": _lines(values.get("note", "")),
    }
    tags = {name: value for name, value in said.items() if value}
    if ours := unsaid(values, _entry(0, tags).values):
        tags["custom1"] = OURS + msgspec.json.encode(ours).decode()
    return tags


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _date_out(edtf: str) -> str:
    found = PLAIN.fullmatch(edtf)
    return "/".join(part or "" for part in (*found.groups(), "")) if found else ""
