"""What an editor has to say of a value to readers stands on the page that shows the value."""

import pytest
from msgspec.structs import replace

from profiles.document.schema import Document, decode
from profiles.models import Release
from profiles.renderings import render
from tests.documents import a_claim, a_document, a_fact, an_edition
from tests.renderings.reading import plain, read

READING = ("html", "md", "txt")
NOTE = "The register calls it so; no [other] *document* does."


def shown(name: str, document: Document) -> str:
    said = render(an_edition(document), name).decode()
    if name in ("html", "background"):
        return read(said).text
    return plain(said.replace("\\", ""))


def noted(note: str, **other):
    fact = a_fact("motto", "Onwards", "report", **other)
    return replace(fact, claim=replace(fact.claim, note=note))


@pytest.mark.parametrize("name", READING)
def test_a_note_on_a_value_that_nobody_disputes(name):
    said = shown(name, a_document(company=(noted(NOTE),)))
    assert said.count(NOTE) == 1


@pytest.mark.parametrize("name", READING)
def test_a_note_on_a_disputed_value_is_part_of_the_ruling_and_said_once(name):
    fact = noted(NOTE, rivals=(a_claim("Upwards", "report"),))
    assert shown(name, a_document(company=(fact,))).count(NOTE) == 1


@pytest.mark.parametrize("name", READING)
def test_a_note_on_a_rival_that_nobody_ruled_on(name):
    rival = a_claim("Up", "report", note=NOTE, decided_by="")
    fact = a_fact("motto", "Onwards", "report", rivals=(rival,))
    said = shown(name, a_document(company=(fact,)))
    assert "Not ruled on yet." in said
    assert NOTE in said


def test_every_note_of_the_demo_is_on_a_page(the_demo, db):
    document = decode(bytes(Release.objects.get(slug="mistral-ai").submission.document))
    pages = shown("html", document) + shown("background", document)
    markdown = shown("md", document)
    claims = [
        claim
        for record in document.records
        for fact in record.facts
        for claim in fact.claims
        if claim.note
    ]
    assert len(claims) > 100
    assert [claim.note for claim in claims if plain(claim.note) not in pages] == []
    assert [claim.note for claim in claims if claim.note not in markdown] == []
