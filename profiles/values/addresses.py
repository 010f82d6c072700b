"""Whether two web addresses are one document's. An address itself is kept as it was given."""

import re
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url

# What only says how a reader came there; names of campaigns begin with one of `PREFIXES`.
TRACKING = frozenset(
    {"fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "twclid", "ttclid"}
    | {"yclid", "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok"}
    | {"vero_id", "rcm", "trk", "trackingid", "ref_src", "ref_url", "oly_enc_id", "oly_anon_id"}
    | {"cmpid", "ncid", "sref", "srsltid", "guccounter", "guce_referrer", "guce_referrer_sig"}
)
PREFIXES = ("utm_", "pk_", "mtm_", "hsa_", "wt.")
AMP_CACHE = re.compile(r"//[^/]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?(.+)")
AMP_PATH = re.compile(r"/amp/?$|\.amp(?=\.html?$|$)|^/amp(?=/)")
AMP_PARAMETERS = {"amp", "amp=1", "amp=true", "amp=", "output=amp", "outputtype=amp"}
DEVICE = re.compile(r"^(?:(?:www[0-9]?|m|mobile|amp|dx)\.)+(?=[^.]+\.)")
DEFAULT_PORTS = (":80", ":443")


def canonical_address(url: str) -> str:
    """The form in which addresses are compared; "" where there is none to compare.

    Without scheme, default port, fragment, tracking parameters and closing slash; the rest as
    w3lib writes it: host in lower-case ASCII, escapes in one form, parameters in order.
    """
    try:
        written = canonicalize_url(url.strip())
        parts = urlsplit(written)
    except ValueError:  # a broken host or port
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    kept = [each for each in parts.query.split("&") if not is_tracking(each.partition("=")[0])]
    netloc = parts.netloc
    for port in DEFAULT_PORTS:
        netloc = netloc.removesuffix(port)
    return urlunsplit(("", netloc, parts.path.rstrip("/"), "&".join(kept), ""))


def likely_address(url: str) -> str:
    """The same for addresses that are probably one document's: with `www.` or without, for a
    phone, in AMP or out of its cache, by one resolver of DOIs or the other.
    """
    form = canonical_address(url)
    if cached := AMP_CACHE.match(form):
        form = canonical_address(f"https://{cached[1]}")
    parts = urlsplit(form)
    host = DEVICE.sub("", parts.netloc)
    path = AMP_PATH.sub("", parts.path) if host else parts.path
    kept = [each for each in parts.query.split("&") if each.casefold() not in AMP_PARAMETERS]
    return urlunsplit(("", host, path.rstrip("/"), "&".join(kept), ""))


def is_tracking(parameter: str) -> bool:
    name = parameter.casefold()
    return name in TRACKING or name.startswith(PREFIXES)


def same_address(a: str, b: str) -> bool:
    """Whether both are web addresses, and of one document."""
    form = canonical_address(a)
    return bool(form) and form == canonical_address(b)


def hosts_of(url: str) -> set[str]:
    """The spellings in which this address's host may stand in another: as given, and in ASCII."""
    form = canonical_address(url)
    if not form:
        return set()
    given = urlsplit(url.strip()).hostname or ""
    ascii_form = urlsplit(form).hostname or ""
    return {given, ascii_form, _decoded(ascii_form)} - {""}


def _decoded(host: str) -> str:
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
