"""What the directory shows of a profile, and finds it by."""

from typing import Any

from profiles.document.schema import Document, Record
from profiles.renderings.parts.funding import latest_valuation
from profiles.renderings.wording import words
from profiles.values.names import search_words

SHOWN = ("founded", "headquarters", "headcount", "total_funding")


def summarise(document: Document) -> dict[str, Any]:
    """Texts for people; `found_by` is what search looks in. Unknown ones are empty."""
    company = document.company
    aliases = [
        record.value("name")
        for record in document.of_kind("name")
        if record.value("name") and record.relations["subject"].ref == company.ref
    ]
    valuation = latest_valuation(document)
    return {
        "name": company.name,
        "tagline": company.value("tagline"),
        "aliases": aliases,
        **{name: _words(company, name) for name in SHOWN},
        "valuation": _words(valuation.record, "amount") if valuation else "",
        "found_by": search_words(" ".join([company.name, company.value("tagline"), *aliases])),
    }


def _words(record: Record, name: str) -> str:
    fact = record.fact(name)
    return words(fact) if fact else ""
