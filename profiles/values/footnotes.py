"""Footnote marks in Markdown: `[^source-key]`."""

import re

FOOTNOTE = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")


def footnote_keys(markdown: str) -> list[str]:
    """The source keys cited in a text, in order, each once."""
    return list(dict.fromkeys(FOOTNOTE.findall(markdown)))


def uncited_paragraphs(markdown: str) -> list[str]:
    """The paragraphs of a text that cite nothing; headings need not."""
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", markdown))
    return [part for part in paragraphs if part and part[0] != "#" and not FOOTNOTE.search(part)]
