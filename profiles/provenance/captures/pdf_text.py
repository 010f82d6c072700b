"""The text of a PDF as its readers see it. Runs in the child process of `extraction`.

PDFium, with which Chromium shows PDFs, puts characters into reading order: columns one after the
other, Hebrew from its right, Japanese without gaps. Which digits stand above or below their line is
told by their size and place.
"""

from collections.abc import Iterator
from ctypes import byref, c_double
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from pypdfium2 import PdfDocument, PdfiumError

from profiles.provenance.captures.limits import MOST_CHARACTERS, MOST_PAGES, Unreadable
from profiles.provenance.captures.raised_figures import lowered, raised

HYPHEN = "\x02"
"""What PDFium writes for a dash at the end of a line."""
# All as shares of the size of what stands beside it.
SMALLER = 0.85
OFF_THE_LINE = 0.08
SAME_LINE = 0.8
DIGITS = frozenset("0123456789")
BEHIND = 20  # characters: enough to see what a figure is a power of


def read_pdf(data: bytes) -> str:
    """The text of each page; a scan has none. Raises `Unreadable`."""
    try:
        document = PdfDocument(data)
        if len(document) > MOST_PAGES:
            raise Unreadable(
                f"This PDF has {len(document)} pages; at most {MOST_PAGES} are read. "
                "Send the pages that you cite."
            )
        return "\n\n".join(_pages(document))
    except PdfiumError as error:
        raise Unreadable(
            "This PDF has a password. Save it without one, or paste its text."
            if error.err_code == pdfium.FPDF_ERR_PASSWORD
            else "This PDF is damaged. Print it to a new PDF, or paste its text."
        ) from None


def _pages(document: PdfDocument) -> Iterator[str]:
    length = 0
    for number in range(len(document)):
        page = document[number]
        shown = page.get_textpage()
        length += shown.count_chars()
        if length > MOST_CHARACTERS:
            raise Unreadable(
                f"This PDF holds more than {MOST_CHARACTERS:,} characters. "
                "Send the pages that you cite."
            )
        yield _Page(shown.raw, shown.count_chars()).text().strip()
        shown.close()
        page.close()


class _Spot(NamedTuple):
    """Where a character stands: its base line, and how high its letters can be, in points."""

    line: float
    size: float


class _Page:
    def __init__(self, raw: Any, count: int) -> None:
        self.raw = raw
        unicode = pdfium.FPDFText_GetUnicode
        self.characters = [chr(unicode(raw, at)) for at in range(count)]
        self.spot = lru_cache(maxsize=64)(self._spot)

    def text(self) -> str:
        written: list[str] = []
        beside, at = -1, 0  # the last character on a line of its own size
        while at < len(self.characters):
            character = self.characters[at]
            place = self._place(at, beside) if character in DIGITS else 0
            if place:
                end = self._end_of_figure(at, beside, place)
                if beside >= 0 and self._is_near(at, beside):
                    _drop_line_ends(written)
                figure = "".join(self.characters[at:end])
                before = "".join(written[-BEHIND:])
                written.append(raised(figure, before) if place > 0 else lowered(figure))
                at = self._past_false_line_end(end, beside)
                if at > end and self.characters[at].isalnum():
                    written.append(" ")  # it stood for the gap
                continue
            if character == HYPHEN:
                written.append("-\n")
            elif character != "\r":
                written.append(character)
            if not character.isspace():
                beside = at
            at += 1
        return "".join(written).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _place(self, at: int, beside: int) -> int:
        """1: above its line, -1: below it, 0: on it; by what stands before, else behind it."""
        before = self._off_line(at, beside) if beside >= 0 else 0
        return before or max(0, self._off_line(at, self._next_letter(at)))

    def _off_line(self, at: int, beside: int) -> int:
        if not 0 <= beside < len(self.characters):
            return 0
        this, other = self.spot(at), self.spot(beside)
        off = this.line - other.line
        if this.size >= SMALLER * other.size or not self._is_near(at, beside):
            return 0
        return (off > OFF_THE_LINE * other.size) - (off < -OFF_THE_LINE * other.size)

    def _is_near(self, at: int, beside: int) -> bool:
        other = self.spot(beside)
        return abs(self.spot(at).line - other.line) < SAME_LINE * other.size

    def _next_letter(self, at: int) -> int:
        """The next character that is neither a digit nor white space."""
        while at < len(self.characters) and (
            self.characters[at] in DIGITS or self.characters[at].isspace()
        ):
            at += 1
        return at

    def _end_of_figure(self, at: int, beside: int, place: int) -> int:
        while (
            at < len(self.characters)
            and self.characters[at] in DIGITS
            and self._place(at, beside) == place
        ):
            at += 1
        return at

    def _past_false_line_end(self, at: int, beside: int) -> int:
        """Behind a raised figure the line goes on, though PDFium may begin a new one there."""
        after = at
        while after < len(self.characters) and self.characters[after] in "\r\n":
            after += 1
        goes_on = after > at and beside >= 0 and after < len(self.characters)
        letter = self._next_letter(after) if goes_on else at
        if goes_on and letter < len(self.characters) and self._on_one_line(letter, beside):
            return after
        return at

    def _on_one_line(self, one: int, other: int) -> bool:
        this, that = self.spot(one), self.spot(other)
        return abs(this.line - that.line) < OFF_THE_LINE * that.size

    def _spot(self, at: int) -> _Spot:
        x, line, box = c_double(), c_double(), pdfium.FS_RECTF()
        pdfium.FPDFText_GetCharOrigin(self.raw, at, byref(x), byref(line))
        pdfium.FPDFText_GetLooseCharBox(self.raw, at, byref(box))
        return _Spot(line.value, abs(box.top - box.bottom))


def _drop_line_ends(written: list[str]) -> None:
    while written and written[-1] == "\n":
        written.pop()
