"""The text of a document that was pasted or uploaded: plain text, HTML, PDF or a JSON record."""

import re

from django.core.exceptions import ValidationError

from profiles.child_process import BrokeOff, Refused, TookTooLong, run
from profiles.models import Capture
from profiles.provenance.captures.limits import MOST_BYTES, MOST_CHARACTERS, MOST_SECONDS
from profiles.provenance.captures.page_markup import is_saved_page
from profiles.values.decoding import decode

Medium = Capture.Medium
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S
)
FRAGMENT = re.compile(
    rb"\s*<(?:body|main|article|section|div|p|table|ul|ol|h[1-6]|blockquote|header)\b[^>]*>.*</",
    re.I | re.S,
)
NEVER_KEPT = re.compile("[\0\ud800-\udfff]")  # no database keeps these


def medium_of(content: bytes) -> Medium:
    """Told by the bytes, whatever the file is called."""
    if content.startswith(b"%PDF-"):
        return Medium.PDF
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return Medium.JSON
    content = content.removeprefix(b"\xef\xbb\xbf")
    is_page = HTML.match(content) or FRAGMENT.match(content) or is_saved_page(content)
    return Medium.HTML if is_page else Medium.TEXT


def extract(content: bytes | str, medium: str = Medium.TEXT, charset: str = "") -> str:
    """The text, with LF line ends. Raises `ValidationError`, whose message says what to do.

    `charset`: as whoever sent text or a page named it; it counts before what the page says.
    """
    _refuse_large(len(content), MOST_BYTES, "bytes")
    if isinstance(content, str):
        content = content.encode("utf-8", "replace")
    text = (
        _decoded(content, charset)
        if medium == Medium.TEXT
        else _read_apart(content, medium, charset)
    )
    text = NEVER_KEPT.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ValidationError(
            "There is no text in it. Of a scan or a picture, paste the words that you cite."
        )
    _refuse_large(len(text), MOST_CHARACTERS, "characters")
    return text


def _refuse_large(size: int, most: int, unit: str) -> None:
    if size > most:
        raise ValidationError(
            f"This has {size:,} {unit}; at most {most:,} are kept. "
            "Keep the part that you cite, as an excerpt."
        )


def _decoded(content: bytes, charset: str) -> str:
    text = decode(content, charset)
    if text is None:
        raise ValidationError(
            "This is no text in an encoding that can be told for sure. Save it as UTF-8. "
            "Of a Word document, send a PDF."
        )
    return text


def _read_apart(content: bytes, medium: str, charset: str) -> str:
    """In a child process, which a hostile file may end."""
    try:
        arguments = (medium, charset) if charset else (medium,)
        return str(
            run(
                "profiles.provenance.captures.extraction_child",
                *arguments,
                data=content,
                seconds=MOST_SECONDS,
            )
        )
    except Refused as refusal:
        raise ValidationError(str(refusal)) from None
    except TookTooLong:
        why = f"was not read within {MOST_SECONDS} seconds"
    except BrokeOff as end:
        why = "needs more memory or time than a document may" if end.of_a_limit else "is damaged"
    raise ValidationError(f"This {Medium(medium).label} {why}. Paste the words that you cite.")
