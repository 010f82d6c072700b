"""Where a page can be linked to: its parts, their groups, and the records that it tells."""

import re
from collections.abc import Iterator

from profiles.renderings.page import Entry, Item, Line, Page, Part

LOCAL = re.compile(r'href="#([^"]+)"')


def anchors(page: Page) -> set[str]:
    return {anchor for part in page.parts for anchor in _of_part(part) if anchor}


def led_elsewhere(html: str, known: set[str], address: str) -> str:
    """Links to a known anchor of another page as links to that page."""

    def led(found: re.Match[str]) -> str:
        return f'href="{address}#{found[1]}"' if found[1] in known else found[0]

    return LOCAL.sub(led, html)


def _of_part(part: Part) -> Iterator[str]:
    yield part.anchor
    for group in part.titled:
        yield f"{part.anchor}-{group.slug}"
    for entry in [*part.entries, *([part.remarks] if part.remarks else [])]:
        yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[str]:
    yield entry.anchor
    yield from _of_item(entry.title) if entry.title else ()
    for line in entry.lines:
        yield from _of_line(line)
    for child in entry.children:
        yield from _of_entry(child)


def _of_line(line: Line) -> Iterator[str]:
    for item in line.items:
        yield from _of_item(item)


def _of_item(item: Item) -> Iterator[str]:
    yield from (item.anchor, *item.aliases)
