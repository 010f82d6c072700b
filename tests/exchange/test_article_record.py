"""The JSON record of an article: the page, its original, and its text if asked."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from profiles.exchange.apply import import_sources
from profiles.exchange.formats import read_file
from profiles.exchange.plan import make_plan
from profiles.models import Capture, Source
from tests.factories import a_source

pytestmark = pytest.mark.django_db
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

RECORD = {
    "slug": "on-anvils",
    "title": "On anvils",
    "summary": "Anvils are heavy.",
    "body_md": "Acme was **founded** in 2019.",
    "url": "https://digest.example/news/on-anvils",
    "canonical_source": "https://gazette.example/2026/07/04/on-anvils/",
    "published_at": "2026-07-04 15:51:32+00:00",
    "updated_at": "2026-07-05 16:01:03.362957+00:00",
    "lang": "en",
    "topics": ["anvils", "heavy-things"],
    "entities": ["Acme"],
    "alternates": {
        "html": "https://digest.example/news/on-anvils",
        "text": "https://digest.example/news/on-anvils.txt",
    },
}
FILE = json.dumps(RECORD).encode()


def brought_in(content: bytes, by, **options):
    return import_sources(read_file(content), by=by, **options)


def test_the_page_is_a_copy_of_its_canonical_address(erin):
    brought_in(FILE, erin)
    copy = Source.objects.get(key="digest-example-on-anvils")
    original = Source.objects.get(key="gazette-example-on-anvils")
    assert copy.canonical == original
    assert original.url == RECORD["canonical_source"]
    assert (copy.publisher, original.publisher) == ("digest.example", "gazette.example")
    assert (str(copy.published), str(copy.updated)) == ("2026-07-04", "2026-07-05")
    assert (str(original.published), original.language) == ("", "en")
    assert copy.topics.splitlines() == ["anvils", "heavy-things"]
    assert copy.entities == "Acme"
    assert copy.alternates == "https://digest.example/news/on-anvils.txt"
    assert not Capture.objects.exists()


def test_its_text_is_captured_if_asked_and_only_once(erin):
    brought_in(FILE, erin, with_text=True)
    capture = Capture.objects.get()
    assert capture.source.key == "digest-example-on-anvils"
    assert capture.text == "On anvils\n\nAnvils are heavy.\n\nAcme was **founded** in 2019."
    assert (capture.edition, capture.medium, capture.depth) == ("2026-07-05", "json", "full")
    assert capture.sha256 == sha256(FILE).hexdigest()
    brought_in(FILE, erin, with_text=True)
    assert Capture.objects.count() == 1
    later = json.dumps(RECORD | {"body_md": "Acme was founded in 2018."}).encode()
    brought_in(later, erin, with_text=True)
    assert {each.edition for each in Capture.objects.all()} == {"2026-07-05", "2026-07-05 (2)"}


def test_sources_that_are_here_are_found_by_address(erin):
    a_source("mine", url="http://digest.example/news/on-anvils/?utm_source=feed")
    plan = brought_in(FILE, erin)
    assert [(each.key, each.is_new) for each in plan.planned] == [
        ("gazette-example-on-anvils", True),
        ("mine", False),
    ]
    assert "canonical" in {each.column for each in plan.planned[1].differences}
    assert Source.objects.get(key="mine").canonical is None


def test_without_another_original_it_is_one_source(erin):
    brought_in(json.dumps(RECORD | {"canonical_source": RECORD["url"] + "/"}).encode(), erin)
    assert Source.objects.get().canonical is None


def test_a_broken_record_is_named_with_its_field():
    (problem,) = make_plan(read_file(json.dumps(RECORD | {"topics": "x"}).encode())).problems
    assert (problem.entry, problem.field) == (1, "topics")


def test_the_record_that_we_may_not_ship(erin):
    found = sorted(SEEDS.glob("003_*.txt"))
    if not found:
        pytest.skip(f"{SEEDS} is not on this machine")
    brought_in(found[0].read_bytes(), erin, with_text=True)
    copy = Source.objects.exclude(canonical=None).get()
    assert (copy.publisher, copy.canonical.publisher) == ("wpnews.pro", "techcrunch.com")
    assert len(copy.topics.splitlines()) == 5
    assert len(copy.captures.get().text) > 10_000
