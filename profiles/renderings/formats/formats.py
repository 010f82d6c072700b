"""The formats of a release, in the order in which they are offered."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from profiles.renderings.edition import Edition
from profiles.renderings.formats.html import render_background, render_html
from profiles.renderings.formats.json import render_json
from profiles.renderings.formats.jsonld import render_jsonld
from profiles.renderings.formats.markdown import render_markdown
from profiles.renderings.formats.sources_page import render_sources
from profiles.renderings.formats.text import render_text
from profiles.renderings.page_order import Pages


@dataclass(frozen=True, slots=True)
class Format:
    """`suffix` ends the address of an alternate; the pages of their own have none."""

    name: str
    media_type: str
    suffix: str
    render: Callable[[Pages], str]


FORMATS = {
    each.name: each
    for each in (
        Format("html", "text/html", "", render_html),
        Format("md", "text/markdown", "md", render_markdown),
        Format("txt", "text/plain", "txt", render_text),
        Format("json", "application/json", "json", render_json),
        Format("jsonld", "application/ld+json", "jsonld", render_jsonld),
        Format("background", "text/html", "", render_background),
        Format("sources", "text/html", "", render_sources),
    )
}
ALTERNATES = tuple(each for each in FORMATS.values() if each.suffix)


def render(edition: Edition, format_name: str) -> bytes:
    """No bytes where a profile has no such page. Raises `KeyError` for an unknown format."""
    return dict(render_each(edition, [format_name]))[format_name]


def render_each(edition: Edition, format_names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Several formats by name, as `render` makes them, from pages that are composed once."""
    pages = Pages(edition)
    for name in format_names:
        yield name, FORMATS[name].render(pages).encode()
