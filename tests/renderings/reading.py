"""Reads rendered pages back: visible text, ids, links, single elements."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Read(HTMLParser):
    """`text` is what people see; `marks` are footnote references; all in document order."""

    text: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    marks: list[dict[str, str]] = field(default_factory=list)
    datetimes: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    hidden: int = 0
    raised: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        self.hidden += tag in ("script", "title")
        self.raised += tag == "sup"
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given)
        if tag == "a" and self.raised:
            self.marks.append(given)
        if "datetime" in given:
            self.datetimes.append(given["datetime"])

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "title")
        self.raised -= tag == "sup"

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text += data


def read(html: str) -> Read:
    found = Read()
    found.feed(html)
    found.text = plain(found.text)
    return found


def element(html: str, tag: str, anchor: str) -> str:
    """The markup of the element with this id, which holds no other of its tag; else nothing."""
    found = re.search(rf"<{tag} [^>]*\bid={anchor}[ >].*?</{tag}>", html, re.DOTALL)
    return found[0] if found else ""


def without_marks(html: str) -> str:
    return re.sub(r"<sup>.*?</sup>", "", html, flags=re.DOTALL)


def plain(text: str) -> str:
    return " ".join(text.split())
