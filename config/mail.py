"""EMAIL_URL -> how mail is sent."""

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BACKENDS = "django.core.mail.backends"
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


class Mail(NamedTuple):
    backend: str
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False


def mail_from(url: str) -> Mail:
    """`console://` prints mail; `smtp+tls://user:password@host:587` sends it over STARTTLS.

    `smtps://` is TLS from the start, `smtp://` none; nothing at all goes nowhere. What an address
    cannot hold in a password is percent-encoded. Raises ImproperlyConfigured for anything else.
    """
    if not url:
        return Mail(f"{BACKENDS}.dummy.EmailBackend")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _unreadable(url) from None
    if parts.scheme == "console":
        return Mail(f"{BACKENDS}.console.EmailBackend")
    if parts.scheme not in PORTS or not parts.hostname:
        raise _unreadable(url)
    return Mail(
        backend=f"{BACKENDS}.smtp.EmailBackend",
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=parts.scheme == "smtp+tls",
        is_tls=parts.scheme == "smtps",
    )


def _unreadable(url: str) -> ImproperlyConfigured:
    """Without the address itself: it holds a password."""
    return ImproperlyConfigured(
        f"EMAIL_URL={url.partition(':')[0]}:… is not readable. "
        "Write smtp+tls://user:password@host:587, smtps://… or console://"
    )
