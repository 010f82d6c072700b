"""Markdown, for readers and for programs that read like them. Nothing is HTML-escaped."""

import re
from collections.abc import Iterable, Sequence

from profiles.renderings.formats.prose import demoted
from profiles.renderings.formats.writer import Writer, copy_of, imprint, told
from profiles.renderings.page import Endnote, Mark
from profiles.renderings.page_order import Pages

# What would otherwise be read as emphasis, a link, code or a tag.
MARKUP = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])")

DEEPEST = 6  # of headings
PIPE = r"\|"  # inside a cell
TAG = re.compile(r"<(?!https?://)")  # in prose: no HTML, but addresses


def render_markdown(pages: Pages) -> str:
    return MarkdownWriter(pages.edition, pages.whole).write()


class MarkdownWriter(Writer):
    def heading(self, level: int, text: str) -> list[str]:
        return [f"{'#' * min(level, DEEPEST)} {text}", ""]

    def paragraph(self, text: str) -> list[str]:
        return [text]

    def quotation(self, text: str) -> list[str]:
        return [f"> {text}"]

    def bullet(self, text: str, depth: int = 0) -> list[str]:
        return [f"{'  ' * depth}- {text}"]

    def prose(self, markdown: str) -> list[str]:
        return TAG.sub(r"\<", demoted(markdown)).split("\n")

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
        return [_cells(["", *head]), _cells(["---"] * (len(head) + 1)), *map(_cells, rows)]

    def strong(self, text: str) -> str:
        return f"**{text}**"

    def escaped(self, text: str) -> str:
        return MARKUP.sub(r"\\\g<0>", text)

    def url(self, address: str) -> str:
        return f"<{address}>"

    def link(self, words: str, path: str) -> str:
        return f"[{words}](<{self.edition.site.url}{path}>)"

    def mark(self, mark: Mark) -> str:
        return f"[^{mark.number}]"

    def endnote(self, endnote: Endnote) -> list[str]:
        source = endnote.source
        title = self.escaped(source.title)
        title = f"[{title}](<{source.url}>)" if source.url else title
        about = self.escaped(", ".join(imprint(endnote)))
        said = [title, about, self.escaped(source.note)]
        lines = [f"[^{endnote.number}]: {'. '.join(part.rstrip('.') for part in said if part)}."]
        notes = [copy_of(endnote), *self.about(endnote), *map(told, endnote.places)]
        return [*lines, *(f"    - {self.escaped(note)}" for note in dict.fromkeys(notes) if note)]


def _cells(texts: Sequence[str]) -> str:
    return f"| {' | '.join(text.replace('|', PIPE) for text in texts)} |"
