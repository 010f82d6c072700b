"""Addresses on a page stay: what a link leads to in one release is there in the next."""

import re

import pytest

from profiles.document.schema import Document
from profiles.renderings.page_order import Pages
from tests.documents import ACME, a_document, a_fact, a_record, an_edition
from tests.renderings.reading import read
from tests.rich_document import a_rich_document

PAGE = "/companies/acme/"


def anchors(document: Document) -> set[str]:
    """Of everything that a page tells of: records, parts and titled groups."""
    parts = Pages(an_edition(document)).whole.parts
    groups = {f"{part.anchor}-{group.slug}" for part in parts for group in part.titled}
    return {record.anchor for record in document.records} | {part.anchor for part in parts} | groups


def changed(document: Document) -> Document:
    """One record more, before all others of its kind, and one fact said otherwise."""
    head, *others = document.records
    first = a_record("person", "aaron", a_fact("name", "Aaron First", "report"), company=ACME)
    facts = tuple(
        a_fact("mission", "Another one.", "wire-9") if fact.name == "mission" else fact
        for fact in head.facts
    )
    return a_document(first, *others, company=facts[2:], sources=document.sources)


@pytest.fixture
def ids(publish, client):
    """The ids of the first release, and of the one after it."""
    publish(a_rich_document())
    publish(changed(a_rich_document()))
    pages = [_both(client, f"{PAGE}releases/{number}/") for number in (1, 2)]
    assert "Another one." in pages[1]
    assert "Aaron First" in pages[1]
    return [set(read(page).ids) for page in pages]


def _both(client, address: str) -> str:
    """The profile of a release and its background."""
    return "".join(client.get(f"{address}{end}").content.decode() for end in ("", "background/"))


def test_an_anchor_stays_on_its_page(publish, client):
    publish(a_rich_document())
    publish(changed(a_rich_document()))
    known = anchors(a_rich_document())
    old, new = (
        set(read(client.get(f"{PAGE}releases/{n}/background/").content.decode()).ids) & known
        for n in (1, 2)
    )
    assert old == new
    assert {"events", "quotations"} < old


def test_what_an_anchor_denotes_is_there_in_the_next_release(ids):
    known = anchors(a_rich_document())
    assert known <= ids[0]
    assert known <= ids[1]
    assert len(known) > 80


def test_anchors_name_what_they_denote_and_do_not_count():
    assert not [anchor for anchor in anchors(a_rich_document()) if re.fullmatch(r"\D?\d+", anchor)]


def test_sources_keep_their_place_in_the_list(publish, client):
    publish(a_rich_document())
    before = set(read(client.get(f"{PAGE}sources/").content.decode()).ids)
    publish(changed(a_rich_document()))
    assert before <= set(read(client.get(f"{PAGE}sources/").content.decode()).ids)
