"""One section of a rendered page as readers see it, whatever its markup."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from profiles.document.schema import Document
from profiles.renderings import render
from tests.documents import an_edition
from tests.renderings.reading import plain
from tests.rich_document import a_rich_document

BLOCKS = {
    *("section", "aside", "h2", "h3", "h4", "p", "div", "ul", "li", "blockquote", "details"),
    *("dl", "dt", "dd", "table", "tr", "td", "th", "summary"),
}


@dataclass
class Seen(HTMLParser):
    """`blocks` are the texts of its elements in order, without footnote numbers."""

    blocks: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    """The words of each link that is no footnote, by where it leads."""
    marks: list[str] = field(default_factory=list)
    """Where the footnote numbers lead."""
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    raised: int = 0
    href: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        self.raised += tag == "sup"
        self.ids += [given["id"]] if "id" in given else []
        if tag in BLOCKS:
            self.blocks.append("")
        if tag == "a" and self.raised:
            self.marks.append(given["href"])
        elif tag == "a":
            self.href = given["href"]

    def handle_endtag(self, tag: str) -> None:
        self.raised -= tag == "sup"
        if tag == "a":
            self.href = ""
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.raised:
            return
        if self.href:
            self.links[self.href] = self.links.get(self.href, "") + data
        if self.blocks:
            self.blocks[-1] += data


def shown(name: str, document: Document | None = None) -> str:
    """One format of a document; of the rich one where none is given. HTML: both pages of it."""
    names = ("html", "background") if name == "html" else (name,)
    edition = an_edition(document or a_rich_document())
    return "".join(render(edition, each).decode() for each in names)


def markup(anchor: str, document: Document | None = None) -> str:
    """The HTML of one section of the page; nothing where it has none."""
    pattern = rf'<(section|aside)\b[^>]*\bid="?{anchor}["\s>].*?</\1>'
    found = re.search(pattern, shown("html", document), re.DOTALL)
    return found[0] if found else ""


def part(anchor: str, document: Document | None = None) -> Seen:
    seen = Seen()
    seen.feed(markup(anchor, document))
    seen.blocks = [text for block in seen.blocks if (text := plain(block))]
    return seen


def section(anchor: str, document: Document | None = None) -> str:
    """Its visible text, its blocks apart: `Partnerships | Undated | Partnership with W`."""
    return " | ".join(part(anchor, document).blocks)
