"""What of a page readers saw: hidden and struck-out text goes, raised figures stay apart."""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from typing import Any

from profiles.provenance.captures.raised_figures import lowered, raised

NOT_SEEN = (
    "head,script,style,template,noscript,iframe,object,svg,canvas,select,textarea,"
    "[hidden],del,s,strike,dialog:not([open])"
)
HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|"
    r"font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|$|!))",
    re.IGNORECASE,
)
RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
SIMPLE = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9]*)?(?:[.#][\w-]+)+")
HEADER = rb"[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*"
SAVED_PAGE = re.compile(rb"(?:" + HEADER + rb")*?content-type:\s*multipart/related", re.IGNORECASE)


def remove_what_nobody_saw(page: Any) -> None:
    """Of a parsed page: what is hidden, struck out, or not made to be read."""
    hidden = [NOT_SEEN, *_hidden_by_style(page)]
    for node in page.css(",".join(hidden)):
        node.decompose()
    for node in page.css("[style]"):
        if HIDING.search(node.attributes.get("style") or ""):
            node.decompose()


def _hidden_by_style(page: Any) -> list[str]:
    """Simple selectors that the page's own styles hide."""
    styles = "".join(node.text() for node in page.css("style"))
    return [
        selector.strip()
        for selectors, declared in RULE.findall(styles)
        if HIDING.search(declared)
        for selector in selectors.split(",")
        if SIMPLE.fullmatch(selector.strip())
    ]


def set_apart_what_is_raised(page: Any) -> None:
    """`10<sup>26</sup>` -> `10²⁶`, `150<sup>1</sup> employees` -> `150[1] employees`."""
    for node in page.css("sub"):
        node.replace_with(lowered(node.text().strip()))
    for node in page.css("sup"):
        before = node.prev.text() if node.prev is not None else ""
        is_note = node.css_first("a") is not None
        node.replace_with(raised(node.text().strip(), before, is_note=is_note))


def is_saved_page(data: bytes) -> bool:
    """Whether it is what a browser saves as one file: MHTML."""
    return bool(SAVED_PAGE.match(data[:4000].replace(b"\r\n", b"\n")))


def page_in(data: bytes) -> tuple[bytes, str]:
    """The page of a saved file, and its charset as the file names it; nothing where it has none."""
    try:
        parts = message_from_bytes(data, policy=policy.compat32).walk()
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    except (MessageError, ValueError):
        return b"", ""
    content = page.get_payload(decode=True) if page is not None else b""
    charset = page.get_content_charset() if page is not None else ""
    return (content if isinstance(content, bytes) else b""), charset or ""
