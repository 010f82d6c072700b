"""The page stays light: by what it leaves out, and by what each fact may weigh."""

import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO

import brotli
import pytest
from django.core.management import call_command
from msgspec.structs import replace

from profiles.document.schema import Document, Record, decode
from profiles.models import Release
from profiles.renderings import render
from tests.documents import an_edition
from tests.factories import group
from tests.renderings.reading import read
from tests.rich_document import a_rich_document

FACTS, LIGHT, LIGHT_ON_THE_WIRE = 600, 100_000, 25_000  # so many facts in so many bytes


@pytest.fixture
def html() -> str:
    return render(an_edition(a_rich_document()), "html").decode()


@pytest.fixture
def demo(db, settings) -> Document:
    settings.DEBUG = True  # the demo refuses to run without
    for name in ("Editor", "Reviewer", "Publisher", "Administrator"):
        group(name)
    call_command("demo", "--no-server", stdout=StringIO())
    return decode(bytes(Release.objects.get().submission.document))


def facts_of(document: Document) -> int:
    return sum(len(record.facts) for record in document.records)


def grown(document: Document, facts: int) -> Document:
    """As many facts, by repeating records evenly over all kinds."""
    missing = facts - facts_of(document)
    added: list[Record] = []
    for record in _spread(document.records[1:]):
        if missing > 0:
            missing -= len(record.facts)
            added.append(replace(record, key=f"{record.key}-again"))
    kinds = list(dict.fromkeys(record.kind for record in document.records))
    records = sorted([*document.records, *added], key=lambda record: kinds.index(record.kind))
    return replace(document, records=tuple(records))


def _spread(records: tuple[Record, ...]) -> Iterator[Record]:
    """Every third record of each kind, then the ones beside them."""
    for start in range(3):
        place: Counter[str] = Counter()
        for record in records:
            place[record.kind] += 1
            if place[record.kind] % 3 == start:
                yield record


def test_the_demo_is_light_for_its_facts(demo):
    """It is brought up to 600 facts; where it has more, it may weigh as much more."""
    document = grown(demo, FACTS)
    body = render(an_edition(document), "html")
    share = facts_of(document) / FACTS
    assert share >= 1
    assert len(body) < LIGHT * share
    assert len(brotli.compress(body, quality=11)) < LIGHT_ON_THE_WIRE * share


def test_a_mark_is_no_more_than_a_link(html):
    for mark in read(html).marks:
        assert set(mark) <= {"href", "id", "role"}


def test_the_page_quotes_no_source(html):
    assert "<q>" not in html


def test_nothing_is_indented_and_no_comment_is_left_but_the_place_of_the_notice(html):
    assert "\n" not in html
    assert re.findall("<!--.*?-->", html) == ["<!-- notice -->"]
