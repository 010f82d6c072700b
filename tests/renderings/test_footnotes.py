"""Footnotes: numbered in page order, each mark leads to its source and back."""

import re

import pytest

from profiles.renderings import render
from profiles.renderings.footnotes import Footnotes, letters
from tests.documents import (
    a_choice,
    a_claim,
    a_document,
    a_fact,
    a_record,
    a_source,
    an_edition,
    citations,
)
from tests.renderings.reading import read
from tests.rich_document import a_rich_document


def page(document):
    return read(render(an_edition(document), "html").decode())


def roles(found, role):
    return [link for link in found.links if link.get("role") == role]


def test_every_mark_leads_to_a_source_and_every_source_leads_back():
    found = page(a_rich_document())
    references, backlinks = roles(found, "doc-noteref"), roles(found, "doc-backlink")
    assert len(references) > 100
    assert {link["href"][1:] for link in references} <= set(found.ids)
    assert {link["href"][1:] for link in backlinks} == {link["id"] for link in references}


def test_the_list_of_uses_says_of_which_source_they_are():
    lists = [given for tag, given in page(a_rich_document()).tags if tag == "ul"]
    labels = [given["aria-label"] for given in lists if given.get("class", "").startswith("uses")]
    assert labels == [f"Uses of source {number}" for number in range(1, len(labels) + 1)]
    assert len(labels) > 20


def test_ids_are_unique_and_every_local_link_has_a_target():
    found = page(a_rich_document())
    assert len(found.ids) == len(set(found.ids))
    local = {link["href"][1:] for link in found.links if link["href"].startswith("#")}
    assert local <= set(found.ids)


def test_every_record_has_its_anchor():
    document = a_rich_document()
    known = set(page(document).ids)
    without = [record.anchor for record in document.records if record.anchor not in known]
    assert without == []


def test_numbers_run_in_page_order():
    numbers = [int(link["href"][2:]) for link in roles(page(a_rich_document()), "doc-noteref")]
    first_uses = list(dict.fromkeys(numbers))
    assert first_uses == sorted(first_uses)
    assert first_uses[0] == 1


@pytest.mark.parametrize("name", ["md", "txt"])
def test_markdown_and_text_use_the_numbers_of_the_page(name):
    edition = an_edition(a_rich_document())
    page_numbers = re.findall(r"doc-noteref id=\w+ href=#n(\d+)", render(edition, "html").decode())
    text = render(edition, name).decode()
    titles = dict(re.findall(r"\[\^?(\d+)\]:? \[?(Report wire-\d+)", text))
    html = dict(
        re.findall(r'<li id="n(\d+)">.*?(Report wire-\d+)<', render(edition, "html").decode())
    )
    assert titles == html
    assert set(page_numbers) <= {str(number) for number in range(1, 40)}


def test_a_source_cited_twice_for_one_value_is_one_mark():
    notes = Footnotes([a_source("one")])
    assert len(notes.cite(citations("one|line 1|", "one|line 9|"))) == 1
    assert [use.locator for use in notes.endnotes()[0].uses] == ["line 1", "line 9"]


def test_uses_of_one_place_stand_together():
    notes = Footnotes([a_source("one")])
    notes.cite(citations("one|line 1|raised"))
    notes.cite(citations("one|line 1|raised"))
    (use,) = notes.endnotes()[0].uses
    assert [mark.letter for mark in use.marks] == ["a", "b"]


def test_a_citation_of_a_source_that_the_document_lacks_makes_no_mark():
    assert Footnotes([]).cite(citations("lost")) == ()


@pytest.mark.parametrize(("index", "name"), [(0, "a"), (25, "z"), (26, "aa"), (52, "ba")])
def test_uses_are_lettered(index, name):
    assert letters(index) == name


def test_a_fact_cited_with_another_shows_the_mark_once():
    product = a_record(
        "product",
        "anvil",
        a_fact("name", "Anvil", "report"),
        a_choice("form", "model", "Model", cited_with="name"),
    )
    html = render(an_edition(a_document(product)), "html").decode()
    entry = html[html.index('id="product-anvil"') : html.index('id="names"')]
    assert entry.count("doc-noteref") == 1


def test_a_copy_names_its_original_and_counts_as_one_witness():
    copy = a_source("copy", title="The copy", canonical="report")
    document = a_document(company=(a_fact("motto", "Go", "report", "copy"),), sources=[copy])
    for name in ("md", "txt"):
        assert (
            "Copy of source 1: the two are one witness."
            in render(an_edition(document), name).decode()
        )
    assert "Copy of source 1: the two are one witness." in page(document).text


def test_contradicting_citations_are_part_of_a_dispute():
    claim = a_claim("Go", "report")
    against = tuple(
        type(citation)(source=citation.source, stance="contradicts")
        for citation in citations("other")
    )
    fact = a_fact("motto", "Go", "report")
    fact = type(fact)(
        name=fact.name,
        label=fact.label,
        type="text",
        value="Go",
        text="Go",
        claim=type(claim)(value="Go", text="Go", citations=(*claim.citations, *against)),
    )
    found = page(a_document(company=(fact,), sources=[a_source("other")]))
    assert "Contradicted by2" in found.text
