"""A document on stdin, its text as JSON on stdout.

`python -m profiles.provenance.captures.extraction_child html|pdf|json [CHARSET]`

The child process of `extraction`: the worst a hostile file can do is end it.
"""

import json
import re
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from profiles.child_process import answer
from profiles.provenance.captures.limits import MOST_MEMORY, MOST_SECONDS, Unreadable
from profiles.provenance.captures.page_markup import (
    is_saved_page,
    page_in,
    remove_what_nobody_saw,
    set_apart_what_is_raised,
)
from profiles.values.decoding import decode

BLOCKS = (
    "address,article,aside,blockquote,br,caption,dd,details,div,dl,dt,fieldset,figcaption,figure,"
    "footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,summary,table,tr,ul"
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([a-zA-Z0-9_-]{1,40})", re.IGNORECASE)
DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding=[\"']([a-zA-Z0-9_-]{1,40})")
BODIES = ("body_md", "body", "content", "text")


def read_html(data: bytes, charset: str = "") -> str:
    """What a reader sees, one line per block; scripts and styles are left out.

    `charset`: as the server named it, which counts before what the page says.
    """
    from selectolax.lexbor import LexborHTMLParser

    if is_saved_page(data):
        data, charset = page_in(data)
        if not data:
            raise Unreadable("This saved page holds no HTML. Save it as HTML, or paste its text.")
    own = CHARSET.search(data[:4096]) or DECLARED.match(data[:200])
    text = decode(data, charset or (own[1].decode() if own else ""))
    if text is None:
        raise Unreadable("The page's encoding cannot be told. Save it as UTF-8, or paste its text.")
    page = LexborHTMLParser(text)
    title = page.css_first("head title")
    heading = title.text() if title else ""
    remove_what_nobody_saw(page)
    set_apart_what_is_raised(page)
    for node in page.css(BLOCKS):
        node.insert_before("\n")
        node.insert_after("\n")
    for node in page.css("td,th"):
        node.insert_after("\t")
    return _tidy_lines(f"{heading}\n{page.body.text() if page.body else ''}")


def _tidy_lines(text: str) -> str:
    lines = (re.sub(r"[ \t\r\f]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def read_pdf(data: bytes) -> str:
    """Its library is loaded for a PDF alone."""
    from profiles.provenance.captures import pdf_text

    return pdf_text.read_pdf(data)


def read_json(data: bytes) -> str:
    """A record's title, body and summary, then everything else that it says, a line each."""
    try:
        record = json.loads(decode(data) or "")
    except (ValueError, RecursionError):
        raise Unreadable("This is no well-formed JSON. Send the record as it was.") from None
    body = next((name for name in BODIES if isinstance(record, dict) and record.get(name)), "")
    if not body or not isinstance(record[body], str):
        raise Unreadable(
            f"This JSON is no record of a document: it needs a text in “{BODIES[0]}”. "
            "Send the record as it was, or paste its text."
        )
    first = [record.pop(name, "") for name in ("title", body, "summary")]
    rest = "\n".join(f"{name}: {_in_line(value)}" for name, value in record.items() if value)
    return "\n\n".join(str(text) for text in [*first, rest] if text)


def _in_line(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


READERS: dict[str, Callable[[bytes], str]] = {
    "html": read_html, "pdf": read_pdf, "json": read_json
}  # fmt: skip


def main(medium: str, charset: str = "") -> int:
    read = partial(read_html, charset=charset) if medium == "html" else READERS[medium]
    return answer(read, refusals=Unreadable, memory=MOST_MEMORY, seconds=MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
