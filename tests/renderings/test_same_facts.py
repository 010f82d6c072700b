"""Every format says the same: each fact, each rival value, each source."""

import json
import re

import pytest

from profiles.document.schema import Document, Fact, decode
from profiles.renderings import FORMATS, render
from profiles.renderings.wording import words, words_of
from tests.documents import a_document, a_fact, an_edition
from tests.renderings.reading import plain, read
from tests.renderings.sections import shown as everything
from tests.rich_document import a_rich_document

READING = ("html", "md", "txt")


def shown(document: Document, name: str) -> str:
    """What a reader sees, without marks, escapes and upper case."""
    text = everything(name, document)
    if name in ("html", "sources"):
        text = re.sub(r"<sup.*?</sup>", "", text, flags=re.DOTALL)
        return read(text).text.lower()
    text = re.sub(r"\[\^?\d+\]", "", text)
    return plain(re.sub(r"\\([\\`*\[\]<_])", r"\1", text)).lower()


def facts(document: Document) -> list[Fact]:
    return [fact for record in document.records for fact in record.facts if fact.type != "prose"]


@pytest.mark.parametrize("name", READING)
def test_every_fact_of_every_record_is_there(name):
    document = a_rich_document()
    text = shown(document, name)
    missing = [fact.value for fact in facts(document) if plain(words(fact)).lower() not in text]
    assert missing == []


@pytest.mark.parametrize("name", READING)
def test_every_rival_value_is_there_with_its_note(name):
    document = a_rich_document()
    text = shown(document, name)
    rivals = [(fact, rival) for fact in facts(document) for rival in fact.rivals]
    assert len(rivals) == 4
    for fact, rival in rivals:
        assert words_of(fact.type, rival.value, rival.text).lower() in text
        assert rival.note.lower() in text


@pytest.mark.parametrize("name", READING)
def test_every_cited_source_quote_and_locator_is_there(name):
    document = a_rich_document()
    text = shown(document, name)
    if name == "html":  # the page leaves the words of its sources to their list
        text += shown(document, "sources")
    claims = [claim for fact in facts(document) for claim in fact.claims]
    for citation in [citation for claim in claims for citation in claim.citations]:
        source = document.source(citation.source)
        assert source.title.lower() in text
        assert citation.quote.lower() in text
        assert citation.locator.lower() in text


@pytest.mark.parametrize("name", READING)
def test_the_test_above_notices_a_fact_that_is_missing(name):
    bare, told = a_document(), a_document(company=(a_fact("motto", "Onwards", "report"),))
    assert "onwards" not in shown(bare, name)
    assert "onwards" in shown(told, name)


def test_json_holds_the_document_and_the_envelope_as_published():
    edition = an_edition(a_rich_document())
    published = json.loads(render(edition, "json"))
    assert decode(json.dumps(published["document"]).encode()) == edition.document
    assert published["envelope"]["number"] == 3


@pytest.mark.parametrize("name", FORMATS)
def test_rendering_twice_gives_the_same_bytes(name):
    edition = an_edition(a_rich_document())
    assert render(edition, name) == render(edition, name)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "background"])
def test_the_barest_profile_renders_without_empty_sections(name):
    text = render(an_edition(a_document()), name).decode()
    assert "Acme &" in text or "Acme &amp; Co" in text
    assert "Funding" not in text
    assert "Products" not in text


def test_formats_are_offered_in_order():
    assert list(FORMATS) == ["html", "md", "txt", "json", "jsonld", "background", "sources"]


def test_an_unknown_format_is_refused():
    with pytest.raises(KeyError):
        render(an_edition(a_document()), "pdf")
