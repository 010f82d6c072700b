"""What was read off the address of a page, or off its title, while nobody read the page itself."""

import re

from profiles.document.schema import Citation, Claim, Document

UNREAD = "Named by another source, not read"
"""The kind of a source that is known only by what others say of it."""
ADDRESS = re.compile(r"(?:https?://)?[^\s/]+\.[a-z]{2,}/\S+|[^\s-]+(?:-[^\s-]+){3,}")
"""An address, or that part of one which repeats a title: `raises-830-million-in-debt`."""


def unread_basis(claim: Claim | None, document: Document) -> str:
    """In a few words, where nothing else supports the value; empty where somebody read a page."""
    cited = [each for each in claim.citations if each.stance == "supports"] if claim else []
    if not cited or not all(_is_unread(each, document) for each in cited):
        return ""
    if all(is_of_an_address(each.quote) for each in cited):
        return "from an unread page’s address"
    return "from a page that was not read"


def is_of_an_address(quote: str) -> bool:
    return bool(ADDRESS.fullmatch(quote.strip()))


def _is_unread(citation: Citation, document: Document) -> bool:
    if citation.origin and is_of_an_address(citation.quote):
        return True
    source = document.source(citation.source)
    return source is not None and source.kind == UNREAD
