"""Markdown with `[^source-key]` marks as HTML that is safe to publish.

The marks leave the text before it is parsed and come back after it was sanitised, so neither the
parser nor a hostile text has any part in the markup of footnotes.
"""

import re
from collections.abc import Callable, Sequence

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from profiles.renderings.page import Mark
from profiles.values.footnotes import FOOTNOTE

START, END = "\ue000", "\ue001"  # private use: no text means anything by them
PLACEHOLDER = re.compile(f"{START}([0-9]+){END}")
ESCAPED_FOOTNOTE = re.compile(r"\\?" + FOOTNOTE.pattern)
HEADING = re.compile(r"^#{1,6}(?= )", re.MULTILINE)
TAGS = {
    *("p", "br", "hr", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
# Code is switched off because a footnote inside of it would be lost.
PARSER = MarkdownIt("js-default").disable(
    ["image", "code", "fence", "backticks", "reference", "lheading"]
)


def prose_html(
    markdown: str, marks: Sequence[tuple[str, Mark]], reference: Callable[[Mark], SafeString]
) -> SafeString:
    """`marks`: the footnotes of this text in order; others in it stay as they are written."""
    held = with_marks(markdown, marks, lambda place: f"{START}{place}{END}")
    clean = nh3.clean(
        PARSER.render(demoted(held)),
        tags=TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https"},
        link_rel="nofollow",
    )

    def referred(found: re.Match[str]) -> str:
        return f"<sup>{reference(marks[int(found[1])][1])}</sup>"

    return mark_safe(PLACEHOLDER.sub(referred, clean).replace("</sup><sup>", ""))  # noqa: S308


def with_marks(
    markdown: str, marks: Sequence[tuple[str, Mark]], written: Callable[[int], str]
) -> str:
    """The text with its known footnotes replaced; `written` gets the place of each in `marks`."""
    left = list(enumerate(marks))

    def replace(found: re.Match[str]) -> str:
        if not left or found[1] != left[0][1][0]:
            return found[0]
        return written(left.pop(0)[0])

    return ESCAPED_FOOTNOTE.sub(replace, markdown.replace(START, "").replace(END, ""))


def demoted(markdown: str) -> str:
    """Headings that begin at the third level, below those of the page."""
    levels = [len(found) for found in HEADING.findall(markdown)]
    extra = 3 - min(levels, default=3)
    return HEADING.sub(lambda found: "#" * min(6, len(found[0]) + extra), markdown)
