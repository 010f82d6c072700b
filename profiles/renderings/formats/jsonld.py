"""schema.org for search engines: nothing in it that the page does not show."""

import json
from typing import Any

from profiles.document.schema import Source
from profiles.renderings.edition import Edition
from profiles.renderings.page import Endnote, Page
from profiles.renderings.page_order import Pages
from profiles.renderings.wording import iso

HOME_PLACES = ("website",)


def render_jsonld(pages: Pages) -> str:
    found = structured(pages.edition, pages.whole)
    text = json.dumps(found, ensure_ascii=False, indent=2)
    return f"{text}\n"


def script_safe(thing: Any) -> str:
    """JSON that can stand inside a `<script>` data block."""
    text = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def lean(edition: Edition, page: Page) -> dict[str, Any]:
    """What stands in the page itself, which links its sources anyway."""
    found = structured(edition, page)
    del found["citation"]
    return found


def structured(edition: Edition, page: Page) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": edition.url,
        "url": edition.url,
        "name": page.name,
        "dateModified": page.published.on.iso,
        "isPartOf": {"@type": "WebSite", "name": edition.site.name, "url": edition.site.url},
        "breadcrumb": _breadcrumb(edition, page),
        "mainEntity": _organization(edition, page),
        "citation": [_source(endnote) for endnote in page.endnotes],
    }


def _breadcrumb(edition: Edition, page: Page) -> dict[str, Any]:
    steps = [("Companies", f"{edition.site.url}/"), (page.name, edition.url)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }


def _organization(edition: Edition, page: Page) -> dict[str, Any]:
    document = edition.document
    company = document.company
    links = [record for record in document.of_kind("link") if record.value("url")]
    home = [r.value("url") for r in links if r.value("place") in HOME_PLACES]
    elsewhere = [r.value("url") for r in links if r.value("place") not in HOME_PLACES]
    found = {
        "@type": "Organization",
        "@id": f"{edition.url}#organization",
        "name": page.name,
        "legalName": next(iter(_names(edition, "official")), ""),
        "alternateName": _names(edition, "alias"),
        "slogan": company.value("tagline"),
        "description": company.value("description"),
        "foundingDate": iso("date", company.value("founded")),
        "foundingLocation": _place(company.value("founding_place")),
        "founder": _founders(edition),
        "url": home[0] if home else "",
        "sameAs": [*home[1:], *elsewhere],
        "address": company.value("address") or company.value("headquarters"),
    }
    return {name: value for name, value in found.items() if value}


def _place(name: str) -> dict[str, str]:
    return {"@type": "Place", "name": name} if name else {}


def _names(edition: Edition, use: str) -> list[str]:
    """Those of the company; a name that was ruled out, or that others gave it, is none."""
    company = edition.document.company
    names = [name for name in edition.document.of_kind("name") if name.value("use") == use]
    return [
        name.value("name")
        for name in names
        if name.value("name") and name.relations["subject"].ref == company.ref
    ]


def _founders(edition: Edition) -> list[dict[str, str]]:
    founders = [r for r in edition.document.of_kind("role") if r.value("group") == "founder"]
    names = [role.relations["person"].name for role in founders if "person" in role.relations]
    return [{"@type": "Person", "name": name} for name in dict.fromkeys(names)]


TYPES = {"person": "Person", "organisation": "Organization"}


def _publisher(source: Source) -> dict[str, str]:
    """Of a type only where somebody recorded which."""
    kind = {"@type": TYPES[source.publisher_kind]} if source.publisher_kind in TYPES else {}
    return {**kind, "name": source.publisher} if source.publisher else {}


def _source(endnote: Endnote) -> dict[str, Any]:
    source: Source = endnote.source
    found = {
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.url,
        "publisher": _publisher(source),
        "datePublished": endnote.published.iso if endnote.published else "",
    }
    return {name: value for name, value in found.items() if value}
