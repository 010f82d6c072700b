"""One section of a rendered page as readers see it."""

import re

from profiles.document.schema import Document
from profiles.renderings import render
from tests.documents import an_edition
from tests.renderings.reading import plain, read, without_marks
from tests.rich_document import a_rich_document

BLOCK = re.compile(r"<(?:p|d[tl]|li|[uo]l|h[1-6]|div|t[dhr]|details|summary|blockquote)\b")


def shown(name: str, document: Document | None = None) -> str:
    """One format of a document; of the rich one where none is given."""
    return render(an_edition(document or a_rich_document()), name).decode()


def markup(anchor: str, document: Document | None = None) -> str:
    """The HTML of one section of the page; nothing where it has none."""
    found = re.search(
        rf"<(section|aside)\b[^>]*\bid={anchor}[ >].*?</\1>", shown("html", document), re.DOTALL
    )
    return found[0] if found else ""


def section(anchor: str, document: Document | None = None) -> str:
    """Its visible text, without footnote numbers."""
    apart = BLOCK.sub(r" \g<0>", without_marks(markup(anchor, document)))
    return plain(read(apart).text)
