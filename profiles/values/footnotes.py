"""Footnote marks in Markdown: `[^source-key]`."""

import re

FOOTNOTE = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")


def footnote_keys(markdown: str) -> list[str]:
    """The source keys cited in a text, in order, each once."""
    return list(dict.fromkeys(FOOTNOTE.findall(markdown)))
