"""Web addresses in a text of a bibliography; that of a DOI."""

import re
from urllib.parse import quote, unquote

NEXT = re.compile(r"[\s;,|]+(?=https?://)", re.IGNORECASE)
IS_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?\s*(10\.[0-9.]{4,}/\S+)", re.IGNORECASE)
IN_A_DOI = "/:;()!$*',@&=+~-._"


def all_in(text: str) -> list[str]:
    """The addresses of a field that may hold several. A semicolon within one divides nothing."""
    return list(dict.fromkeys(each.strip() for each in NEXT.split(text.strip()) if each.strip()))


def begins_like_an_address(text: str) -> bool:
    return bool(IS_ADDRESS.fullmatch(text.strip()))


def of_doi(doi: str) -> str:
    """`https://doi.org/…`; "" for what is no DOI."""
    found = DOI.fullmatch(doi.strip())
    return f"https://doi.org/{quote(unquote(found[1]), safe=IN_A_DOI)}" if found else ""


def chosen(urls: list[str], doi: str) -> tuple[str, str, bool]:
    """The address, the alternates, and whether the DOI is kept: it is the address if none is given.

    The first address is the source's own; each further one is another form of it.
    """
    every = list(dict.fromkeys(url for text in urls for url in all_in(text)))
    at_doi = of_doi(doi)
    if not every and at_doi:
        return at_doi, "", True
    return "".join(every[:1]), "\n".join(every[1:]), at_doi in every
