"""Fetching a source's text from the web, where the deployment allows it."""

import base64
import json
import re
from dataclasses import asdict, dataclass

from django.conf import settings
from django.core.exceptions import ValidationError

from profiles.child_process import BrokeOff, Refused, TookTooLong, run
from profiles.models import Capture
from profiles.provenance.captures.archiving import Document
from profiles.provenance.captures.limits import MOST_SECONDS_FETCHING

Depth, Medium = Capture.Depth, Capture.Medium
MEDIA = {
    "text/html": Medium.HTML,
    "text/plain": Medium.TEXT,
    "application/pdf": Medium.PDF,
    "application/json": Medium.JSON,
}
FEWEST_CHARACTERS = 600  # an article has more; a notice about cookies or subscribing has not
FEWEST_BESIDE_A_LOGIN = 2_000
ASKS_FOR_PASSWORD = re.compile(rb"<input\b[^>]{0,300}?\btype=[\"']?password", re.IGNORECASE)
SWITCHED_OFF = (
    "Fetching from the web is switched off here. Set FETCH_SOURCES=1 where this site runs, "
    "or paste the text."
)


class FetchRefused(ValidationError):
    """It was not fetched; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a fetch may go: to these ports of public addresses. `loopback`: of this machine too."""

    ports: tuple[int, ...] = (80, 443)
    loopback: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came, ready for `archiving.capture`."""

    document: Document
    depth: str
    address: str
    """Where it came from in the end, behind every redirect."""
    doubt: str
    """A sentence where this may not be what a reader with a subscription sees; or nothing."""


def is_allowed() -> bool:
    return bool(settings.FETCH_SOURCES)


def fetch(address: str, *, reach: Reach | None = None) -> Fetched:
    """Ask once for what stands at this address. Takes seconds: never within a transaction.

    `reach` is the settings' where it is not given. Raises `FetchRefused`.
    """
    if not is_allowed():
        raise FetchRefused(SWITCHED_OFF)
    if not address:
        raise FetchRefused("This source has no address. Give it one, or paste its text.")
    came = _download(address, reach or Reach(**settings.FETCH_REACH))
    content = base64.b64decode(came["content"])
    document = _read(content, MEDIA[came["type"]], came["charset"])
    doubt = _doubt(document, content)
    depth = Depth.STUB if doubt else Depth.FULL
    return Fetched(document, depth, came["address"], doubt)


def _download(address: str, reach: Reach) -> dict[str, str]:
    asked = {"address": address, "agent": f"Footnote (+{settings.SITE_URL})", **asdict(reach)}
    data = json.dumps(asked).encode()
    module = "profiles.provenance.captures.fetching_child"
    try:
        return dict(run(module, data=data, seconds=MOST_SECONDS_FETCHING))
    except Refused as refusal:
        raise FetchRefused(str(refusal)) from None
    except TookTooLong:
        why = f"It did not come within {MOST_SECONDS_FETCHING} seconds."
    except BrokeOff:
        why = "What came cannot be read."
    raise FetchRefused(f"{why} Open it in a browser and paste its text.")


def _read(content: bytes, medium: str, charset: str) -> Document:
    try:
        return Document.read(content, medium, charset)
    except ValidationError as error:
        raise FetchRefused(f"It came, but cannot be kept. {' '.join(error.messages)}") from None


def _doubt(document: Document, content: bytes) -> str:
    length = len(document.text)
    is_login = document.medium == Medium.HTML and bool(ASKS_FOR_PASSWORD.search(content))
    if length >= FEWEST_CHARACTERS and not (is_login and length < FEWEST_BESIDE_A_LOGIN):
        return ""
    asks = " and the page asks for a password" if is_login else ""
    return (
        f"Only {length:,} characters of text came{asks}: it is kept as what stands "
        "before a paywall. If it is a login or a cookie notice, open the page in a browser and "
        "paste its text."
    )
