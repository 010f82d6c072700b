"""Canonical bytes (RFC 8785) and their hash."""

from hashlib import sha256

import rfc8785

from profiles.document.schema import Document, Envelope, plain


def canonical(thing: Document | Envelope) -> bytes:
    return rfc8785.dumps(plain(thing))


def digest(sealed: bytes) -> str:
    """SHA-256 in hex."""
    return sha256(sealed).hexdigest()
