"""Plain text, 78 characters wide: for a terminal, an e-mail, a printer."""

import textwrap
from collections.abc import Iterable, Sequence

from profiles.renderings.formats.writer import Writer, copy_of, imprint, told
from profiles.renderings.page import Endnote, Mark
from profiles.renderings.page_order import Pages

WIDTH = 78
UNDERLINES = {1: "=", 2: "-"}


def render_text(pages: Pages) -> str:
    return TextWriter(pages.edition, pages.whole).write()


class TextWriter(Writer):
    def heading(self, level: int, text: str) -> list[str]:
        if level not in UNDERLINES:
            indent = "  " * (level - len(UNDERLINES) - 1)
            return [*_wrapped(text, indent, f"{indent}  "), ""]
        return [*_wrapped(text, "", ""), UNDERLINES[level] * min(len(text), WIDTH), ""]

    def paragraph(self, text: str) -> list[str]:
        return _wrapped(text, "", "")

    def quotation(self, text: str) -> list[str]:
        return _wrapped(text, "    ", "    ")

    def bullet(self, text: str, depth: int = 0) -> list[str]:
        indent = "  " * depth
        return _wrapped(text, f"{indent}- ", f"{indent}  ")

    def prose(self, markdown: str) -> list[str]:
        lines = [line.lstrip("#").lstrip() for line in markdown.split("\n")]
        return [row for line in lines for row in _wrapped(line, "", "") or [""]]

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
        """Row by row: a line has no room for columns."""
        lines: list[str] = []
        for name, *cells in rows:
            lines += self.bullet(f"{name}:")
            for column, cell in zip(head, cells, strict=True):
                lines += self.bullet(f"{column}: {cell}", 1)
        return lines

    def strong(self, text: str) -> str:
        return text

    def escaped(self, text: str) -> str:
        return text

    def mark(self, mark: Mark) -> str:
        return f"[{mark.number}]"

    def endnote(self, endnote: Endnote) -> list[str]:
        number = f"[{endnote.number}] "
        indent = " " * len(number)
        source = endnote.source
        said = [source.title, ", ".join(imprint(endnote)), source.note]
        about = ". ".join(part.rstrip(".") for part in said if part)
        notes = [source.url, copy_of(endnote), *self.about(endnote), *map(told, endnote.places)]
        lines = _wrapped(f"{about}.", number, indent)
        for note in dict.fromkeys(note for note in notes if note):
            lines += _wrapped(note, indent, indent + "  ")
        return [*lines, ""]


def _wrapped(text: str, first: str, others: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
