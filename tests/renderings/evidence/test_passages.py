"""The list of sources: every fact under the source that it rests on, in the source's words."""

import re
from collections import Counter

from profiles.renderings import render
from profiles.renderings.evidence.passages import count_passages, passages
from tests.documents import a_claim, a_date, a_document, a_fact, a_record, a_source, an_edition
from tests.renderings.reading import plain, read
from tests.rich_document import a_rich_document


def source_list(document):
    return render(an_edition(document), "sources").decode()


def under(document, key):
    """What the list says under one source."""
    html = source_list(document)
    start = html.index(f"id=source-{key}>")
    return plain(read(html[start : html.find("<li id=source-", start)]).text.partition(">")[2])


def test_a_fact_stands_with_its_value_its_quote_and_its_place():
    said = under(a_rich_document(), "wire-1")
    assert "Description: Acme & Co makes anvils" in said
    assert "makes anvils, rockets and portable holes paragraph 2" in said


def test_facts_of_one_record_stand_together_and_lead_back_to_it():
    html = source_list(a_rich_document())
    topics = re.findall(r"<li><a href=/companies/acme/#(\S+?)>[^<]*</a><ul>(.*?)</ul>", html)
    per_source = html.split("<li id=source-")[1:]
    for part in per_source:
        anchors = re.findall(r"<li><a href=/companies/acme/#(\S+?)>", part)
        assert len(anchors) == len(set(anchors))
    page = read(render(an_edition(a_rich_document()), "html").decode())
    assert {anchor for anchor, _ in topics} <= set(page.ids)


def test_a_value_that_was_not_chosen_says_so():
    rival = a_claim("2015", "late|line 4|back in 2015")
    founded = a_date("founded", "2016", "report", rivals=[rival])
    document = a_document(company=(founded,), sources=[a_source("late")])
    assert "Founded: 2015 (not the value shown)" in under(document, "late")
    assert "Founded: 2016" in under(document, "report")
    assert "not the value shown" not in under(document, "report")


def test_a_text_that_mentions_a_source_stands_under_it_without_words_of_its_own():
    section = a_record("section", "s", a_fact("body", "It grew.[^report]", type="prose"), name="S")
    assert "SBody" in under(a_document(section), "report")


def test_an_edition_is_named_only_where_several_are_cited():
    fact = a_fact("motto", "Go", "report|line 1|Go", "report|line 2|Go, go")
    assert "2026-11-01" not in under(a_document(company=(fact,)), "report")
    later, earlier = fact.claim.citations
    claim = a_claim("Go")
    both = (later, type(earlier)(source="report", edition="2025-01-01", quote="Go, go"))
    claim = type(claim)(value="Go", text="Go", citations=both)
    fact = type(fact)(name="m", label="M", type="text", value="Go", text="Go", claim=claim)
    assert "2025-01-01" in under(a_document(company=(fact,)), "report")


def test_a_long_list_is_folded_and_whole():
    facts = [a_record("event", f"e{n}", a_fact("title", f"Event {n}", "report")) for n in range(20)]
    html = source_list(a_document(*facts))
    assert "13 more" in read(html).text  # the company itself, then seven events
    assert all(f"Event {n}" in html for n in range(20))


def test_what_a_mark_stands_for_can_be_found_by_its_place_among_the_marks():
    """A preview counts the marks of a source; the list knows the passages by that number."""
    document = a_rich_document()
    page = render(an_edition(document), "html").decode()
    marks = Counter(mark["href"] for mark in read(page).marks)
    keys = dict(re.findall(r"<li id=(n\d+)>(?:(?!<li).)*?#source-([\w-]+)", page))
    assert len(keys) > 5
    for note, key in keys.items():
        part = source_list(document).split(f"<li id=source-{key}>")[1].split("<li id=source-")[0]
        uses = " ".join(re.findall(r'data-uses="?([\d ]+)', part)).split()
        assert all(1 <= int(use) <= marks[f"#{note}"] for use in uses)


def test_the_words_of_a_mark_are_those_of_its_fact():
    facts = [a_fact(f"f{n}", f"Fact {n}", f"report|line {n}|words {n}") for n in range(1, 5)]
    document = a_document(company=tuple(facts))
    html = render(an_edition(document), "html").decode()
    words = re.findall(r">([^<>]*)<sup>", html)
    listed = dict(re.findall(r"data-uses=(\d+)><q>words (\d)</q>", source_list(document)))
    assert len(listed) == 4
    for use, number in listed.items():
        assert words[int(use) - 1] == f"Fact {number}"


def test_the_list_names_its_release():
    assert "data-release=3" in source_list(a_document())


def test_passages_are_counted_by_source():
    document = a_rich_document()
    assert count_passages(document).total() == len(list(passages(document)))
    assert count_passages(a_document())["report"] == 1
