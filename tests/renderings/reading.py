"""Reads rendered pages back: visible text, ids, links."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Read(HTMLParser):
    """`text` is what people see; `ids`, `links` and `datetimes` are in document order."""

    text: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    datetimes: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    hidden: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        self.hidden += tag in ("script", "title")
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given)
        if "datetime" in given:
            self.datetimes.append(given["datetime"])

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text += data


def read(html: str) -> Read:
    found = Read()
    found.feed(html)
    found.text = plain(found.text)
    return found


def plain(text: str) -> str:
    return " ".join(text.split())
