"""A file -> entries and problems."""

from collections.abc import Mapping
from typing import Any

import msgspec

from profiles.exchange.entries import (
    Entry,
    Problem,
    Reading,
    UnreadableEntry,
    UnreadableFile,
    first_stated,
    stated,
)
from profiles.exchange.ris import dates
from profiles.exchange.ris.lines import Tagged, divided, name_of
from profiles.exchange.statements import addresses, names
from profiles.exchange.statements.languages import language_code

OURS = "footnote:"
KINDS = {"NEWS": "news", "MGZN": "news", "RPRT": "analysis", "BLOG": "essay", "DBASE": "database"}
TITLES = ("TI", "T1", "CT", "BT")
PUBLISHERS = ("PB", "T2", "JO", "JF", "JA")
AUTHORS = ("AU", "A1")
LISTS = ("UR", "KW", "N1", "C1", *AUTHORS, *dates.TAGS)
"""Tags of which more than one may stand in an entry."""
NAMED = frozenset({"TY", "ID", "LA", "DO", *LISTS, *TITLES, *PUBLISHERS})


def read(text: str) -> Reading:
    """Raises `UnreadableFile` where no entry begins."""
    file = divided(text)
    if not file.entries:
        raise UnreadableFile("There is no entry in this file: RIS begins one with “TY  - ”.")
    reading = Reading()
    for line, odd in file.outside:
        said = f"“{odd[:60]}” stands in no entry. Begin one with “TY  - ” before it."
        reading.problems.append(Problem(0, "", "", said, line))
    for number, tagged in enumerate(file.entries, start=1):
        try:
            reading.entries.append(_entry(number, tagged))
        except UnreadableEntry as refused:
            name = (tagged.tags.get("ID") or tagged.tags.get("TI") or [""])[0]
            problem = Problem(number, name, refused.field, refused.message, tagged.line)
            reading.problems.append(problem)
    return reading


def _entry(number: int, tagged: Tagged) -> Entry:
    tags = tagged.tags
    values, left_out, remarks = values_of(tags)
    custom = [text for text in tags.get("C1", []) if text.startswith(OURS)]
    left_out += ["C1"] if len(tags.get("C1", [])) > len(custom) else []
    remarks = [*tagged.oddities, *remarks]
    return Entry(
        number,
        stated(values | _ours(custom)),
        tuple(dict.fromkeys(name_of(tag) for tag in left_out)),
        remarks=tuple(remarks),
        line=tagged.line,
    )


def _ours(custom: list[str]) -> dict[str, str]:
    try:
        found: Any = {}
        for text in custom:
            found |= msgspec.json.decode(text.removeprefix(OURS), type=dict[str, str])
    except msgspec.MsgspecError as error:
        raise UnreadableEntry("C1", f"Ours cannot be read: {error}.") from None
    return dict(found)


def values_of(tags: Mapping[str, list[str]]) -> tuple[dict[str, str], list[str], list[str]]:
    """By column; the tags that no column holds; remarks. Raises `UnreadableEntry`."""
    first = {tag: said[0] for tag, said in tags.items() if any(said)}
    more = [tag for tag, said in tags.items() if len(said) > 1 and tag not in LISTS]
    title, titles = first_stated(first, TITLES)
    publisher, publishers = first_stated(first, PUBLISHERS)
    url, alternates, is_doi_kept = addresses.chosen(tags.get("UR", []), first.get("DO", ""))
    left_out = [tag for tag in first if tag not in NAMED]
    left_out += [*titles, *publishers, *(tag for tag in more if tag in NAMED)]
    left_out += ["DO"] if first.get("DO") and not is_doi_kept else []
    published, remarks = dates.published(tags)
    authors = [_name(name) for tag in AUTHORS for name in tags.get(tag, [])]
    values = {
        "key": first.get("ID", ""),
        "title": title,
        "url": url,
        "alternates": alternates,
        "publisher": publisher,
        "author": names.joined(authors),
        "author_kind": names.kind_of(authors),
        "language": language_code(first.get("LA", "")),
        "kind": KINDS.get(first.get("TY", ""), ""),
        "published": published,
        "topics": "\n".join(filter(None, tags.get("KW", []))),
        "note": "\n".join(filter(None, tags.get("N1", []))),
    }
    return values, left_out, remarks


def _name(text: str) -> str:
    """EndNote ends a whole name with a comma; one within it is doubled."""
    name = text.strip()
    if name.endswith(",") or ",," in name:
        return names.Name(whole=name.rstrip(", ").replace(",,", ",")).text
    return names.said_by_commas(name)
