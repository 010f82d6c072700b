"""`python -m profiles.provenance.captures.fetching_child`: one document, asked for on stdin.

The child process of `fetching`: the worst that a hostile server can do is end it. A name is
resolved once, the address is judged, and the connection goes to what was judged; every redirect
is judged anew. Nothing is kept between two requests: no cookies, no credentials.
"""

import base64
import json
import re
import sys
from email.message import Message
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import urljoin

import requests
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress
from requests_hardened.ip_filter_adapter import IPFilterAdapter
from urllib3.util import Url, parse_url

from profiles.child_process import answer
from profiles.provenance.captures.limits import MOST_BYTES, MOST_MEMORY, MOST_SECONDS_FETCHING

MOST_REDIRECTS = 5
TO_CONNECT, TO_ANSWER = 5, 10  # seconds; the parent's deadline counts for the whole
READABLE = ("text/html", "text/plain", "application/pdf", "application/json")
PORTS = {"http": 80, "https": 443}
IN_USE = IPv6Network("2000::/3")  # elsewhere lie forms of IPv4 addresses and of private networks
# Only what the web writes: Python knows encodings that take quadratic time.
CHARSET = re.compile(
    r"utf-?8|utf-?16(?:be|le)?|(?:us-)?ascii|latin-?1|iso-8859-\d{1,2}|windows-\d{3,4}|koi8-[ru]|"
    r"macintosh|gbk|gb2312|gb18030|big5|euc-(?:jp|kr)|shift[_-]jis|iso-2022-jp"
)
PASTE = "Open it in a browser and paste its text."
STATUS = {
    401: f"asks for a login (401). {PASTE}",
    402: f"asks for a payment (402). {PASTE}",
    403: f"does not let a machine read it (403). {PASTE}",
    404: "has no such page (404). Look whether the address is right.",
    410: "says that the page is gone (410). Look for an archived copy.",
    429: f"wants fewer requests (429). Try again later. {PASTE}",
    451: f"may not show it here (451). {PASTE}",
}


class Refused(Exception):
    """`str()` is a sentence for whoever asked for the document."""


class PublicOnly(IPFilterAdapter):
    """As the library's, and of IPv6 nothing but what is in use on the public internet."""

    def build_connection_pool_key_attributes(self, *args: Any, **options: Any) -> Any:
        host, pool = super().build_connection_pool_key_attributes(*args, **options)
        address = ip_address(host["host"].strip("[]"))
        is_own = self._allow_loopback and address.is_loopback
        if isinstance(address, IPv6Address) and address not in IN_USE and not is_own:
            raise InvalidIPAddress(address)
        return host, pool


def download(asked: bytes) -> dict[str, str]:
    """`content` in base 64, `type`, `charset` and the `address` that it came from in the end.

    `asked` is JSON: `address`, `agent`, and the limits of `fetching.Reach`.
    """
    request = json.loads(asked)
    address, came_from = request["address"], ""
    for _ in range(MOST_REDIRECTS + 1):
        url = _judged(address, came_from, request["ports"])
        with _session(request) as session, _asked(session, url) as response:
            target = session.get_redirect_target(response)
            if not target:
                return _read(response, url)
            address, came_from = target, url.url
    raise Refused(f"It sends on more than {MOST_REDIRECTS} times. {PASTE}")


def _judged(address: str, came_from: str, ports: list[int]) -> Url:
    """Parsed as it will be asked for. What the name resolves to is judged while connecting."""
    try:
        url = parse_url(requests.Request("GET", urljoin(came_from, address)).prepare().url or "")
        port = url.port or PORTS.get(url.scheme or "", 0)
    except (requests.RequestException, ValueError):
        raise Refused("This is no web address that can be read. Correct it.") from None
    if url.scheme not in PORTS:
        raise Refused(f"Only http and https are fetched, not {url.scheme}. Paste its text.")
    if url.auth:
        raise Refused("The address holds a user name or a password. Take them out of it.")
    if port not in ports:
        raise Refused(f"Only the web's own ports are fetched, not {port}. Paste its text.")
    return url


def _session(request: dict[str, Any]) -> HTTPSession:
    loopback = bool(request["loopback"])
    config = Config(
        ip_filter_enable=True,
        ip_filter_allow_loopback_ips=loopback,
        never_redirect=True,
        default_timeout=(TO_CONNECT, TO_ANSWER),
        user_agent_override=request["agent"],
    )
    session = HTTPSession(config)
    session.trust_env = False  # no proxy that resolves names itself, no .netrc
    session.mount("http://", PublicOnly(is_https_proto=False, allow_loopback=loopback))
    session.mount("https://", PublicOnly(is_https_proto=True, allow_loopback=loopback))
    session.headers["Accept"] = ", ".join(READABLE)
    session.headers["Accept-Encoding"] = "gzip, deflate"
    return session


def _asked(session: HTTPSession, url: Url) -> requests.Response:
    try:
        return session.get(url.url, stream=True)
    except InvalidIPAddress:
        raise Refused(
            f"{url.host} lies within a private network, which is never fetched. Paste its text."
        ) from None
    except requests.Timeout:
        raise Refused(
            f"{url.host} did not answer in time. Try again later, or paste its text."
        ) from None
    except requests.exceptions.SSLError:
        raise Refused(f"The certificate of {url.host} is not valid. {PASTE}") from None
    except (requests.RequestException, OSError, ValueError):
        raise Refused(
            f"{url.host} cannot be reached. Look whether the address is right, or paste its text."
        ) from None


def _read(response: requests.Response, url: Url) -> dict[str, str]:
    if response.status_code != 200:
        said = STATUS.get(
            response.status_code, f"answered with an error ({response.status_code}). Try later."
        )
        raise Refused(f"{url.host} {said}")
    header = Message()
    header["Content-Type"] = response.headers.get("Content-Type", "")
    kind = header.get_content_type()
    if "Content-Type" not in response.headers or kind not in READABLE:
        named = kind if "Content-Type" in response.headers else "of no named type"
        raise Refused(
            f"It is {named}; only HTML, text, PDF and JSON are read. Paste the words that you cite."
        )
    charset = str(header.get_content_charset() or "")
    return {
        "content": base64.b64encode(_content(response)).decode(),
        "type": kind,
        "charset": charset if CHARSET.fullmatch(charset) else "",
        "address": url.url,
    }


def _content(response: requests.Response) -> bytes:
    """What it holds, unpacked; no more is read than may be kept."""
    content = bytearray()
    try:
        for chunk in response.iter_content(65_536):
            content += chunk
            if len(content) > MOST_BYTES:
                raise Refused(
                    f"It has more than {MOST_BYTES // 1_000_000} MB. Paste the part that you cite."
                )
    except (requests.RequestException, OSError):
        raise Refused("The connection broke off. Try again, or paste its text.") from None
    return bytes(content)


if __name__ == "__main__":
    sys.exit(answer(download, refusals=Refused, memory=MOST_MEMORY, seconds=MOST_SECONDS_FETCHING))
