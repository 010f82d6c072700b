"""The page stays light: by what it leaves out, and by what stands on a page of its own."""

import re

import brotli
import pytest

from profiles.document.schema import Document, decode
from profiles.models import Release
from profiles.publishing.stored_renderings import BROTLI_QUALITY
from profiles.renderings import render
from tests.documents import an_edition
from tests.renderings.halves import tells_everything_once
from tests.renderings.reading import read
from tests.rich_document import a_rich_document

LIGHT, LIGHT_ON_THE_WIRE = 110_000, 25_000  # bytes


@pytest.fixture
def html() -> str:
    return render(an_edition(a_rich_document()), "html").decode()


@pytest.fixture
def demo(the_demo, db) -> Document:
    return decode(bytes(Release.objects.get(slug="mistral-ai").submission.document))


def weight(document: Document, name: str, **envelope: str) -> tuple[int, int]:
    """Bytes, and bytes on the wire as they are stored."""
    body = render(an_edition(document, **envelope), name)
    return len(body), len(brotli.compress(body, quality=BROTLI_QUALITY))


def test_both_pages_of_the_demo_are_light(demo):
    for name in ("html", "background"):
        size, on_the_wire = weight(demo, name)
        assert size < LIGHT, name
        assert on_the_wire < LIGHT_ON_THE_WIRE, name


def test_they_stay_light_when_all_that_changes_is_due_for_another_look(demo):
    years_later = {"published_at": "2040-01-01T00:00:00+00:00"}
    assert b"due for another look since" in render(an_edition(demo, **years_later), "html")
    size, on_the_wire = weight(demo, "html", **years_later)
    assert size < LIGHT
    assert on_the_wire < LIGHT_ON_THE_WIRE


def test_they_have_every_fact_of_it_once(demo):
    assert sum(len(record.facts) for record in demo.records) > 1000
    tells_everything_once(demo)


def test_a_mark_is_no_more_than_a_link(html):
    for mark in read(html).marks:
        assert set(mark) <= {"href", "id", "role"}


def test_the_page_quotes_no_source(html):
    assert "<q>" not in html


def test_nothing_is_indented_and_no_comment_is_left_but_the_place_of_the_notice(html):
    assert "\n" not in html
    assert re.findall("<!--.*?-->", html) == ["<!-- notice -->"]
