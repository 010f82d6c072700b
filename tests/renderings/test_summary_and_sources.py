"""What the directory shows, the list of sources, and when stored bytes are out of date."""

from profiles.renderings import build, render, summarise
from profiles.renderings.formats import assets
from profiles.values.names import search_words
from tests.documents import a_document, an_edition
from tests.renderings.reading import read
from tests.rich_document import a_rich_document


def test_the_summary_has_texts_for_people():
    found = summarise(a_rich_document())
    assert found["name"] == "Acme & Co"
    assert found["founded"] == "April 2016"
    assert found["total_funding"] == "about $1.47B"
    assert found["valuation"] == "€11.7B"
    assert found["aliases"] == ["Acme Corporation SA", "Anvil Works"]


def test_what_is_unknown_is_empty():
    found = summarise(a_document())
    assert found["founded"] == found["valuation"] == found["tagline"] == ""


def test_folding_drops_accents_and_case():
    assert search_words("  Café  ÅNGSTRÖM\tSTRASSE ") == "cafe angstrom strasse"
    assert search_words("Straße") == "strasse"


def test_the_source_list_has_every_source_once_with_what_rests_on_it():
    document = a_rich_document()
    found = read(render(an_edition(document), "sources").decode())
    assert [name for name in found.ids if name.startswith("source-")] == [
        f"source-{source.key}"
        for source in sorted(document.sources, key=lambda each: each.title.casefold())
    ]
    assert "Copy of Report wire-1." in found.text
    assert len(found.ids) == len(set(found.ids))


def test_copies_are_no_witnesses_of_their_own():
    text = read(render(an_edition(a_rich_document()), "sources").decode()).text
    assert "names 30 sources and rests on 28 independent witnesses" in text


def test_the_build_changes_with_code_templates_and_styles(tmp_path):
    assert build() == build()
    before = assets._hash([assets.STATIC / "page.css"])
    assert before != assets._hash([assets.STATIC / "preview.js"])
    assert len(build()) == 64
