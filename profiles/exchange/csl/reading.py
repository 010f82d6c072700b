"""A file -> entries and problems."""

from collections.abc import Iterator
from typing import Any

import msgspec

from profiles.exchange.csl import names
from profiles.exchange.csl.dates import NoDate, date_in
from profiles.exchange.csl.markup import plain
from profiles.exchange.csl.names import CslName
from profiles.exchange.entries import Entry, Problem, Reading, UnreadableFile, stated
from profiles.exchange.statements import addresses
from profiles.exchange.statements.languages import language_code
from profiles.exchange.statements.names import joined, kind_of

KINDS = {
    "article": "news",
    "article-newspaper": "news",
    "article-magazine": "news",
    "broadcast": "news",
    "report": "analysis",
    "post-weblog": "essay",
    "entry": "database",
}


class CslItem(msgspec.Struct):
    id: str | int | float = ""
    type: str = ""
    title: str = ""
    url: str = msgspec.field(name="URL", default="")
    doi: str = msgspec.field(name="DOI", default="")
    publisher: str = ""
    container_title: str = msgspec.field(name="container-title", default="")
    author: list[CslName | str | None] | CslName | str = []
    language: str = ""
    issued: Any = None
    keyword: str | list[str] = ""
    note: str = ""
    custom: dict[str, Any] = {}


NAMED = {field.encode_name for field in msgspec.structs.fields(CslItem)}


def read(text: str) -> Reading:
    """Raises `UnreadableFile` for what is no JSON list of items."""
    reading = Reading()
    for number, (line, item) in enumerate(_items(text), start=1):
        try:
            reading.entries.append(entry_of(number, item, line))
        except msgspec.ValidationError as error:
            reading.problems.append(_problem(number, item, str(error), line))
        except NoDate as error:
            reading.problems.append(Problem(number, _name(item), "issued", f"{error}.", line))
    return reading


def _items(text: str) -> Iterator[tuple[int, Any]]:
    """Each item with the line that it begins in."""
    try:
        found = msgspec.json.decode(text)
        items = found.get("items", [found]) if isinstance(found, dict) else found
        if not isinstance(items, list):
            raise UnreadableFile("CSL-JSON is a list of items: [{…}, {…}].")
        whole = text.lstrip()
        if isinstance(found, dict):
            inner = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
            whole = bytes(inner["items"]).decode() if "items" in inner else f"[{text}]"
        raw = msgspec.json.decode(whole, type=list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableFile(f"This is no JSON: {error}.") from None
    place, line = 0, 1
    for item, written in zip(items, raw, strict=True):
        begin = text.find(bytes(written).decode(), place)
        line += text.count("\n", place, begin)
        place = begin
        yield line, item


def entry_of(number: int, item: Any, line: int = 0) -> Entry:
    """Raises `msgspec.ValidationError` naming the path where it is no such item; `NoDate`."""
    if isinstance(item, dict):
        item = {name: value for name, value in item.items() if value is not None}
    csl = msgspec.convert(item, CslItem)
    published, remarks = date_in(csl.issued)
    url, alternates, is_doi_kept = addresses.chosen([csl.url], csl.doi)
    publisher = plain(csl.publisher or csl.container_title)
    container = plain(csl.container_title)
    left_out = [name for name in item if name not in NAMED]
    left_out += ["DOI"] if csl.doi and not is_doi_kept else []
    left_out += ["container-title"] if container and container != publisher else []
    authors = _authors(csl)
    values = {
        "key": _id(csl.id),
        "title": plain(csl.title),
        "url": url,
        "alternates": alternates,
        "publisher": publisher,
        "author": joined(authors),
        "author_kind": kind_of(authors),
        "language": language_code(csl.language),
        "kind": KINDS.get(csl.type, ""),
        "published": published,
        "topics": "\n".join(_keywords(csl.keyword)),
        "note": csl.note,
    }
    return Entry(
        number, stated(values | _ours(csl)), tuple(left_out), remarks=tuple(remarks), line=line
    )


def _id(number: str | int | float) -> str:
    is_whole = isinstance(number, float) and number.is_integer()
    return str(int(number) if is_whole else number)


def _authors(csl: CslItem) -> list[str]:
    authors = csl.author if isinstance(csl.author, list) else [csl.author]
    return [names.read(name) for name in authors if name]


def _keywords(keyword: str | list[str]) -> list[str]:
    words = keyword if isinstance(keyword, list) else keyword.replace(";", ",").split(",")
    return [word.strip() for word in words if word.strip()]


def _ours(csl: CslItem) -> dict[str, str]:
    ours = csl.custom.get("footnote", {})
    return msgspec.convert(ours, dict[str, str]) if ours else {}


def _name(item: Any) -> str:
    return str(item.get("id") or item.get("title") or "") if isinstance(item, dict) else ""


def _problem(number: int, item: Any, message: str, line: int) -> Problem:
    said, _, path = message.partition(" - at `$")
    field = path.strip("`.").partition("[")[0].partition(".")[0]
    return Problem(number, _name(item), field, f"{said}.", line)
