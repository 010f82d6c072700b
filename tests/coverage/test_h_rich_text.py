"""Coverage, H: rich text and renderings (items 63 to 70)."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from profiles.management.commands.demo import PROFILES
from tests.coverage.conftest import Demo
from tests.coverage.published import Published, published
from tests.factories import a_cited_profile, a_claim, a_release, a_source, rule

pytestmark = pytest.mark.django_db

CALLOUTS = ("What “decentralised” means here", "How to read the revenue figure")


def test_63_a_quotation_has_speaker_medium_date_place_and_extent(mistral: Published):
    davos = mistral.record("quotation/mistral-ai-ipo")
    assert davos.value("words") == "[an IPO is] the plan"
    assert davos.relations["speaker"].name == "Arthur Mensch"
    said = [davos.value(name) for name in ("extent", "medium", "place", "date")]
    assert said == ["fragment", "World Economic Forum", "Davos", "2025-01"]
    line = "… “[an IPO is] the plan” … — Arthur Mensch, World Economic Forum, Davos, January 2025"
    assert mistral.lacks("— Arthur Mensch, World Economic Forum, Davos, January 2025") == []
    assert line in mistral.readable["md"].replace("> ", "")


def test_63_a_repeated_fragment_stands_in_the_longer_one(mistral: Published):
    parts = [r for r in mistral.document.of_kind("quotation") if "part_of" in r.relations]
    assert len(parts) >= 6
    for part in parts:
        whole = mistral.record(part.relations["part_of"].ref)
        assert part.value("words") in whole.value("words")
    assert mistral.lacks("taken from a longer quotation", "Speaker not named") == []


def test_64_a_comparison_has_a_citation_in_every_cell(mistral: Published):
    cells = mistral.document.of_kind("cell")
    assert len({cell.settings["row"] for cell in cells}) == 6
    assert {cell.settings["column"] for cell in cells} == {"Mistral AI", "OpenAI", "In practice"}
    assert [c.ref for c in cells if not mistral.claims(c.ref, "text")[0].citations] == []
    assert mistral.lacks("| | Mistral AI | OpenAI | In practice |", within=("md",)) == []
    assert mistral.lacks(*(cell.value("text") for cell in cells)) == []


def test_65_the_funding_table_is_made_from_the_rounds(mistral: Published):
    assert "<table" in _pages(mistral)
    assert len(mistral.document.of_kind("round")) == 7
    words = ("Valuation: $2B (implied, unchanged)", "Valuation: not disclosed")
    assert mistral.lacks(*words, "Investors: not disclosed") == []


def test_66_contents_have_two_levels_and_no_callouts(mistral: Published):
    pages = [text for text in mistral.texts.values() if text.startswith("<!doctype html>")]
    contents = " ".join(
        re.findall(r"<nav aria-labelledby=contents.*?</nav>", " ".join(pages), re.S)
    )
    forms = {r.settings["heading"]: r.settings["form"] for r in mistral.document.of_kind("section")}
    assert {forms[heading] for heading in CALLOUTS} == {"callout"}
    assert re.search(r"<ol>.*<ol>", contents, re.S)
    assert "Funding" in contents
    assert [heading for heading in CALLOUTS if heading in contents] == []
    assert mistral.lacks(*CALLOUTS) == []


def test_67_lists_bold_heads_and_italics(mistral: Published):
    arr = mistral.fact("section/mistral-ai-reading-arr", "body").value
    coming = mistral.fact("section/mistral-ai-watch-next-model", "body").value
    assert re.search(r"^- .*\n +1\. ", arr, re.M)
    assert "*run-rate*" in arr
    assert coming.startswith("**Said by the chief executive:**")
    markdown = mistral.texts["md"]
    assert re.search(r"^  1\. there are more customers", markdown, re.M)
    assert "**Worth a look when it is out:**" in markdown
    assert mistral.lacks("there are more customers", "Said by the chief executive:") == []


def test_68_links_in_text_survive_and_brackets_stay_text(mistral: Published):
    link = "[overview of the models](https://docs.mistral.ai/models/overview)"
    assert link in mistral.fact("section/mistral-ai-about", "body").value
    assert link in mistral.texts["md"]
    plain = mistral.fact("section/mistral-ai-in-his-words", "body").value
    assert "[an IPO is] the plan" in plain
    assert mistral.lacks("“[an IPO is] the plan”") == []
    assert 'href="https://docs.mistral.ai/models/overview"' in _pages(mistral)


def _pages(profile: Published) -> str:
    pages = [text for text in profile.texts.values() if text.startswith("<!doctype html>")]
    return re.sub(r'href=([^"\s>]+)', r'href="\1"', " ".join(pages))


def test_69_an_author_has_a_biography_and_a_repaired_name(mistral: Published):
    source = mistral.source("weidemann-analysis")
    assert source.author == "Martín Weidemann"
    words = f"About the author: {source.author_note}"
    assert "MartĂn" in words
    assert mistral.lacks("Martín Weidemann", words) == []
    assert mistral.lacks(words, within=("sources",)) == []


def test_69_an_author_may_have_a_page():
    address = "https://people.example.org/jane"
    essay = a_source("essay", author="Jane Doe", author_url=address, author_note="Engineer.")
    company = a_cited_profile(tagline="Anvils")
    rule(a_claim(company, "tagline", source=essay))
    shown = published(a_release(company))
    words = ("Jane Doe", "About the author: Engineer.", f"The author’s page: {address}")
    assert shown.lacks(*words) == []
    assert shown.lacks(*words, within=("sources",)) == []


def _in_fixture(parts: tuple[str, ...]) -> Counter[str]:
    found: Counter[str] = Counter()
    for slug in PROFILES:
        for path in (Path(settings.BASE_DIR) / "fixtures" / slug).glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                found.update(_texts(csv.DictReader(file), parts))
    return found


def _texts(rows: object, parts: tuple[str, ...]) -> list[str]:
    return [
        text
        for row in rows  # type: ignore[attr-defined]
        for column, text in row.items()
        if text and column.rpartition(":")[2] in parts
    ]


@pytest.mark.parametrize("parts", [("quote",), ("url", "author_url", "alternates")])
def test_70_the_export_gives_back_every_excerpt_and_address(parts: tuple[str, ...], demo: Demo):
    before = set(_in_fixture(parts))
    after = {text for rows in demo.exported.values() for text in _texts(rows, parts)}
    assert before
    assert before <= after


def test_70_the_published_record_has_every_excerpt_and_address(mistral: Published):
    document = json.loads(mistral.texts["json"])["document"]
    assert {source["url"] for source in document["sources"]} == {
        source.url for source in mistral.document.sources
    }
    claims = [
        claim
        for record in document["records"]
        for fact in record["facts"]
        for claim in (fact["claim"], *fact["rivals"])
        if claim
    ]
    quotes = {citation["quote"] for claim in claims for citation in claim["citations"]}
    assert quotes == {citation.quote for citation in mistral.every_citation()}
