"""Footnotes: numbered in page order, each mark leads to its source and back."""

import re

import msgspec
import pytest

from profiles.renderings import render
from profiles.renderings.evidence.footnote_numbers import Footnotes
from profiles.renderings.evidence.support import Support
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
from tests.renderings.reading import element, read
from tests.rich_document import a_rich_document


def page(document):
    return read(render(an_edition(document), "html").decode())


def background(document):
    return read(render(an_edition(document), "background").decode())


def roles(found, role):
    return [link for link in found.links if link.get("role") == role]


@pytest.mark.parametrize(("page", "marks"), [(page, 100), (background, 15)])
def test_every_mark_leads_to_a_source_and_every_source_leads_back(page, marks):
    found = page(a_rich_document())
    backlinks = [link["href"][1:] for link in roles(found, "doc-backlink")]
    notes = {mark["href"][1:] for mark in found.marks}
    assert len(found.marks) > marks
    assert len(notes) > marks / 5
    assert notes <= set(found.ids)
    assert {re.sub("[a-z]$", "", link).replace("r", "n") for link in backlinks} == notes


@pytest.mark.parametrize(("page", "share"), [(page, 1.5), (background, 1)])
def test_a_source_leads_back_to_its_first_uses_and_only_they_have_an_id(page, share):
    found = page(a_rich_document())
    backlinks = [link["href"][1:] for link in roles(found, "doc-backlink")]
    assert backlinks == sorted(backlinks, key=lambda link: (int(link[1:-1]), link[-1]))
    assert {link[-1] for link in backlinks} == {"a", "b", "c"}
    assert sorted(backlinks) == sorted(mark["id"] for mark in found.marks if "id" in mark)
    assert len(found.marks) > share * len(backlinks)


def test_a_note_leads_to_what_rests_on_its_source_where_that_says_more():
    quoted = a_fact("motto", "Go", "quoted|line 1|Go, they said")
    bare = a_fact("ticker", "none", "bare")
    found = page(a_document(company=(quoted, bare), sources=[a_source("quoted"), a_source("bare")]))
    assert [link["href"] for link in found.links if "/sources/#" in link["href"]] == [
        "/companies/acme/sources/#source-quoted"
    ]
    assert "1 passage" in found.text
    assert "1 passages" not in found.text


@pytest.mark.parametrize("page", [page, background])
def test_ids_are_unique_and_every_local_link_has_a_target(page):
    found = page(a_rich_document())
    assert len(found.ids) == len(set(found.ids))
    local = {link["href"][1:] for link in found.links if link["href"].startswith("#")}
    assert local <= set(found.ids)


def test_every_record_has_its_anchor():
    document = a_rich_document()
    known = {*page(document).ids, *background(document).ids}
    without = [record.anchor for record in document.records if record.anchor not in known]
    assert without == []


@pytest.mark.parametrize("page", [page, background])
def test_numbers_run_in_page_order(page):
    numbers = [int(mark["href"][2:]) for mark in page(a_rich_document()).marks]
    first_uses = list(dict.fromkeys(numbers))
    assert first_uses == list(range(1, len(first_uses) + 1))


@pytest.mark.parametrize("name", ["md", "txt"])
def test_markdown_and_text_use_the_numbers_of_the_page(name):
    edition = an_edition(a_rich_document())
    text, html = (render(edition, each).decode() for each in (name, "html"))
    titles = dict(re.findall(r"\[\^?(\d+)\]:? \[?(Report wire-\d+)", text))
    assert titles == dict(re.findall(r"<li id=n(\d+)>(?:(?!<li).)*?(Report wire-\d+)<", html))
    assert len(titles) > 20


def footnotes(*sources):
    document = msgspec.structs.replace(a_document(), sources=sources)
    return Footnotes(document, Support(document))


def test_a_source_cited_twice_for_one_value_is_one_mark():
    notes = footnotes(a_source("one"))
    assert len(notes.cite(citations("one|line 1|", "one|line 9|"))) == 1
    assert [place.locator for place in notes.endnotes({})[0].places] == ["line 1", "line 9"]


def test_a_place_that_is_cited_twice_is_named_once():
    notes = footnotes(a_source("one"))
    notes.cite(citations("one|line 1|raised"))
    notes.cite(citations("one|line 1|raised"))
    (note,) = notes.endnotes({})
    assert [place.quote for place in note.places] == ["raised"]
    assert len(note.cited) == 2


def test_a_citation_of_a_source_that_the_document_lacks_makes_no_mark():
    assert footnotes().cite(citations("lost")) == ()


def test_the_first_uses_are_lettered():
    notes = footnotes(a_source("one"))
    marks = [mark for _ in range(5) for mark in notes.cite(citations("one"))]
    assert [mark.letter for mark in marks] == ["a", "b", "c", "", ""]
    assert notes.endnotes({})[0].back_links == tuple(marks[:3])


def test_a_fact_cited_with_another_shows_the_mark_once():
    product = a_record(
        "product",
        "anvil",
        a_fact("name", "Anvil", "report"),
        a_choice("form", "model", "Model", cited_with="name"),
    )
    html = render(an_edition(a_document(product)), "html").decode()
    entry = element(html, "div", "product-anvil")
    assert "Model" in entry
    assert entry.count("<sup>") == 1


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


def stanced(stance, *others):
    """A motto that one source supports and another is cited for with this stance."""
    fact = a_fact("motto", "Go", "report")
    cited = [msgspec.structs.replace(each, stance=stance) for each in citations("other", *others)]
    claim = msgspec.structs.replace(fact.claim, citations=(*fact.claim.citations, *cited))
    fact = msgspec.structs.replace(fact, claim=claim)
    return a_document(company=(fact,), sources=[a_source("other")])


@pytest.mark.parametrize(
    ("name", "supported", "beside"),
    [
        ("html", "Go<sup>", "</sup> <small>context<sup>"),
        ("md", "Go[^1]", "[^1] (context[^2])"),
        ("txt", "Go[1]", "[1] (context[2])"),
    ],
)
def test_what_is_cited_for_context_never_looks_like_support(name, supported, beside):
    text = render(an_edition(stanced("context")), name).decode()
    assert supported in text
    assert beside in text
    text = render(an_edition(stanced("supports")), name).decode()
    assert beside not in text


def test_a_source_that_supports_anywhere_supports():
    document = stanced("context", "report")
    assert "Go[^1] (context[^2])" in render(an_edition(document), "md").decode()


def test_values_share_the_marks_of_the_same_support_alone():
    """Else the context of one would read as the support of its neighbour."""
    document = stanced("context")
    fact = a_fact("ticker", "GO", "report", "other")
    record = msgspec.structs.replace(document.records[0], facts=(*document.records[0].facts, fact))
    text = render(
        an_edition(msgspec.structs.replace(document, records=(record, *document.records[1:]))), "md"
    ).decode()
    assert "(context[^2])" in text
    assert "GO[^1][^2]" in text


def test_a_rival_says_what_is_cited_against_it():
    fact = a_fact("motto", "Go", "report")
    against = [msgspec.structs.replace(each, stance="contradicts") for each in citations("other")]
    rival = msgspec.structs.replace(
        a_claim("Stay", "report"), citations=(*citations("report"), *against)
    )
    document = a_document(
        company=(msgspec.structs.replace(fact, rivals=(rival,)),), sources=[a_source("other")]
    )
    assert "Stay[^1] (against[^2])" in render(an_edition(document), "md").decode()


def test_the_list_of_sources_says_where_nobody_gave_a_place():
    bare, placed = a_fact("motto", "Go", "bare"), a_fact("ticker", "GO", "placed|line 1")
    document = a_document(company=(bare, placed), sources=[a_source("bare"), a_source("placed")])
    text = render(an_edition(document), "sources").decode()
    assert "Go <small>(no place given)" in text
    assert "GO <small>(no place given)" not in text
