"""The two pages for people against the whole that they are made of."""

from collections import Counter

from profiles.document.schema import Citation, Document
from profiles.renderings import render
from profiles.renderings.page import Page
from profiles.renderings.page_order import Pages
from tests.documents import an_edition
from tests.renderings.reading import Read, read

FRAME = {"main", "contents", "sources", "sources-title"}  # on both of them


def pages(document: Document) -> dict[str, Read]:
    """By address, with what each says."""
    edition = an_edition(document)
    names = {edition.path: "html", edition.background_path: "background"}
    return {path: read(render(edition, name).decode()) for path, name in names.items()}


def cited(page: Page) -> Counter[Citation]:
    """How often each citation stands behind a mark."""
    marks = [cited for endnote in page.endnotes for cited in endnote.cited]
    return Counter(citation for mark in marks for citation in mark)


def tells_everything_once(document: Document) -> None:
    edition = an_edition(document)
    both = Pages(edition)
    whole, profile, background = both.whole, both.profile, both.background
    assert cited(whole) == cited(profile) + cited(background)
    parts = [part.anchor for page in (profile, background) for part in page.parts]
    assert sorted(parts) == sorted(part.anchor for part in whole.parts)
    where = [set(page.ids) for page in pages(document).values()]
    twice = {anchor for anchor in where[0] & where[1] if anchor[-1:].isalpha()} - FRAME
    assert {anchor for anchor in twice if "-" in anchor} == set()
    for record in document.records:
        assert sum(record.anchor in ids for ids in where) == 1, record.anchor
