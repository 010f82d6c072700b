"""Entries -> a file. What CSL-JSON has no field for stands in `custom.footnote`."""

from collections.abc import Iterable
from typing import Any

import msgspec

from profiles.exchange.csl import names
from profiles.exchange.csl.dates import date_out
from profiles.exchange.csl.reading import entry_of
from profiles.exchange.entries import Entry, Values, unsaid

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


def write(entries: Iterable[Entry]) -> str:
    items = [_item(entry.values) for entry in entries]
    return msgspec.json.format(msgspec.json.encode(items), indent=2).decode() + "\n"


def _item(values: Values) -> dict[str, Any]:
    said = {
        "id": values.get("key"),
        "type": TYPES.get(values.get("kind", ""), "document"),
        "title": values.get("title"),
        "author": names.write(values.get("author", ""), values.get("author_kind", "")),
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
