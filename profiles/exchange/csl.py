"""CSL-JSON, version 1.0.2 of its schema: a list of items. Ours in `custom.footnote`."""

from collections.abc import Iterable
from typing import Any

import msgspec

from profiles.exchange import names
from profiles.exchange.csl_dates import CslDate, date_in, date_out
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

TYPES = {
    "news": "article-newspaper",
    "profile": "webpage",
    "analysis": "report",
    "essay": "post-weblog",
    "company": "webpage",
    "database": "entry",
    "summary": "webpage",
    "named": "webpage",
    "other": "document",
}
KINDS = {
    "article": "news",
    "article-newspaper": "news",
    "article-magazine": "news",
    "broadcast": "news",
    "report": "analysis",
    "post-weblog": "essay",
    "entry": "database",
}


class CslName(msgspec.Struct, rename="kebab"):
    family: str = ""
    given: str = ""
    literal: str = ""
    suffix: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""

    @property
    def whole(self) -> str:
        family = " ".join(filter(None, [self.non_dropping_particle, self.family]))
        given = " ".join(filter(None, [self.given, self.dropping_particle]))
        return self.literal or ", ".join(filter(None, [family, given, self.suffix]))


class CslItem(msgspec.Struct):
    id: str | int = ""
    type: str = ""
    title: str = ""
    url: str = msgspec.field(name="URL", default="")
    publisher: str = ""
    container_title: str = msgspec.field(name="container-title", default="")
    author: list[CslName] = []
    language: str = ""
    issued: CslDate | str = ""
    keyword: str = ""
    note: str = ""
    custom: dict[str, Any] = {}


NAMED = {field.encode_name for field in msgspec.structs.fields(CslItem)}


def read(text: str) -> Reading:
    """Raises `UnreadableFile` for what is no JSON list of items."""
    try:
        found = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableFile(f"This is no JSON: {error}.") from None
    items = found.get("items", [found]) if isinstance(found, dict) else found
    if not isinstance(items, list):
        raise UnreadableFile("CSL-JSON is a list of items: [{…}, {…}].")
    reading = Reading()
    for number, item in enumerate(items, start=1):
        try:
            reading.entries.append(entry_of(number, item))
        except msgspec.ValidationError as error:
            reading.problems.append(_problem(number, item, str(error)))
    return reading


def entry_of(number: int, item: Any) -> Entry:
    """Raises `msgspec.ValidationError` naming the path where it is no such item."""
    csl = msgspec.convert(item, CslItem)
    left_out = tuple(name for name in item if name not in NAMED)
    return Entry(number, stated(_values(csl) | _ours(csl)), left_out)


def _values(csl: CslItem) -> dict[str, str]:
    keywords = (word.strip() for word in csl.keyword.split(","))
    return {
        "key": str(csl.id),
        "title": csl.title,
        "url": csl.url,
        "publisher": csl.publisher or csl.container_title,
        "author": names.joined([name.whole for name in csl.author]),
        "language": language_code(csl.language),
        "kind": KINDS.get(csl.type, ""),
        "published": date_in(csl.issued),
        "topics": "\n".join(filter(None, keywords)),
        "note": csl.note,
    }


def _ours(csl: CslItem) -> dict[str, str]:
    ours = csl.custom.get("footnote", {})
    return msgspec.convert(ours, dict[str, str]) if ours else {}


def _problem(number: int, item: Any, message: str) -> Problem:
    said, _, path = message.partition(" - at `$")
    field = path.strip("`.").partition("[")[0].partition(".")[0]
    name = str(item.get("id") or item.get("title") or "") if isinstance(item, dict) else ""
    return Problem(number, name, field, f"{said}.")


def write(entries: Iterable[Entry]) -> str:
    items = [_item(entry.values) for entry in entries]
    return msgspec.json.format(msgspec.json.encode(items), indent=2).decode() + "\n"


def _item(values: Values) -> dict[str, Any]:
    said = {
        "id": values.get("key"),
        "type": TYPES.get(values.get("kind", ""), "document"),
        "title": values.get("title"),
        "author": [_name(name) for name in names.split(values.get("author", ""))],
        "issued": date_out(values.get("published", "")),
        "publisher": values.get("publisher"),
        "container-title": values.get("publisher") if values.get("kind") == "news" else "",
        "URL": values.get("url"),
        "language": values.get("language"),
        "keyword": ", ".join(values.get("topics", "").split("\n")),
        "note": values.get("note"),
    }
    item = {name: value for name, value in said.items() if value}
    ours = unsaid(values, entry_of(0, item).values)
    return item | ({"custom": {"footnote": ours}} if ours else {})


def _name(name: str) -> dict[str, str]:
    family, given = names.parts_of(name)
    return {"family": family, "given": given} if family else {"literal": name}
