"""Footnote marks in Markdown: `[^source-key]`."""

import re
from collections.abc import Container

FOOTNOTE = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")


def footnote_keys(markdown: str) -> list[str]:
    """The source keys cited in a text, in order, each once."""
    return list(dict.fromkeys(FOOTNOTE.findall(markdown)))


def paragraphs(markdown: str) -> list[str]:
    parts = (part.strip() for part in re.split(r"\n\s*\n", markdown))
    return [part for part in parts if part]


def paragraphs_resting_on(markdown: str, keys: Container[str]) -> list[str]:
    """The paragraphs that cite something, and nothing but these sources."""
    cited = ((part, footnote_keys(part)) for part in paragraphs(markdown))
    return [part for part, named in cited if named and all(key in keys for key in named)]


def renamed(markdown: str, old: str, new: str) -> str:
    """The same text citing `new` for `old`; where that puts one mark behind itself, once."""
    text = markdown.replace(f"[^{old}]", f"[^{new}]")
    return re.sub(rf"(\[\^{re.escape(new)}\])(?:\s*\1)+", r"\1", text)


def uncited_paragraphs(markdown: str) -> list[str]:
    """The paragraphs of a text that cite nothing; headings need not."""
    return [part for part in paragraphs(markdown) if part[0] != "#" and not FOOTNOTE.search(part)]
