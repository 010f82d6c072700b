"""Marks that would only be repeated are printed once, behind the last value that they stand for."""

import re

from profiles.renderings import render
from profiles.renderings.page_order import Pages
from tests.documents import (
    ACME,
    a_choice,
    a_claim,
    a_date,
    a_document,
    a_fact,
    a_record,
    a_source,
    an_amount,
    an_edition,
)
from tests.renderings.reading import element, plain, read
from tests.renderings.sections import shown
from tests.rich_document import a_rich_document

SOURCES = [a_source("one"), a_source("two")]


def marked(*records, anchor, tag="section"):
    """The text of an element, its marks in brackets."""
    html = shown("html", a_document(*records, sources=SOURCES))
    number = r"<a href=#n(\d+)[^>]*>\d+</a>"
    return plain(read(re.sub(number, r"[\1]", element(html, tag, anchor))).text)


def a_valuation(*facts):
    return a_record("valuation", "v", *facts, company=ACME)


def test_values_of_one_source_share_its_mark_behind_the_bracket():
    valuation = a_valuation(
        an_amount("amount", "EUR 5", "one"),
        an_amount("amount_converted", "USD 6", "one"),
        a_choice("basis", "post-money", "Post-money", cited_with="amount"),
    )
    assert "€5 ($6)[2], post-money" in marked(valuation, anchor="valuations")


def test_values_of_different_sources_keep_their_own():
    valuation = a_valuation(
        an_amount("amount", "EUR 5", "one"), an_amount("amount_converted", "USD 6", "one", "two")
    )
    assert "€5[2] ($6[2][3])" in marked(valuation, anchor="valuations")


def test_a_date_that_labels_a_line_shares_with_the_line():
    event = a_record(
        "event", "e", a_fact("title", "Opening", "one"), a_date("date", "2020", "one"), company=ACME
    )
    assert "2020Opening[1]" in marked(event, anchor="events")


def test_investors_named_in_one_breath_share():
    investors = [
        a_record(
            "investment",
            f"i{n}",
            a_choice("part", "participant", "Participant", source),
            round=("round/r", "R"),
            investor=(f"company/i{n}", f"Investor {n}"),
        )
        for n, source in enumerate(("one", "one", "two"))
    ]
    money = a_record("round", "r", a_fact("label", "Seed", "report"), company=ACME)
    said = marked(money, *investors, anchor="funding")
    assert "Investor 0, Investor 1[2], Investor 2[3]" in said


def test_a_heading_leaves_its_mark_to_the_paragraph_below():
    product = a_record("product", "x", a_fact("name", "X", "one"), a_fact("summary", "Good", "one"))
    assert marked(product, anchor="product-x", tag="div") == "XGood[2]"


def test_a_heading_with_a_dispute_of_its_own_keeps_its_mark():
    rival = a_claim("Y", "two")
    name = a_fact("name", "X", "one", rivals=[rival])
    product = a_record("product", "x", name, a_fact("summary", "Good", "one"))
    assert marked(product, anchor="product-x", tag="div").startswith("X[2]Sources disagree")


def test_a_date_of_observation_that_all_share_is_said_once():
    valuation = a_valuation(
        an_amount("amount", "EUR 5", "one", as_of="2026-03"),
        an_amount("amount_converted", "USD 6", "one", as_of="2026-03"),
    )
    assert "€5 ($6)[2] as of March 2026" in marked(valuation, anchor="valuations")
    mixed = a_valuation(
        an_amount("amount", "EUR 5", "one", as_of="2026-02"),
        an_amount("amount_converted", "USD 6", "one", as_of="2026-03"),
    )
    assert "€5 as of February 2026 ($6)[2] as of March 2026" in marked(mixed, anchor="valuations")


def test_the_page_says_what_a_number_stands_for():
    for name in ("html", "md", "txt"):
        text = plain(render(an_edition(a_document()), name).decode())
        assert "A number stands for what comes before it, back to the number before; " in text
        assert "one that stands alone is the only source." in text


def test_every_citation_is_behind_some_mark():
    """Nothing is lost by sharing: each citation of the document stands behind a mark."""

    document = a_rich_document()
    notes = Pages(an_edition(document)).whole.endnotes
    behind = {citation for note in notes for cited in note.cited for citation in cited}
    claims = [c for r in document.records for f in r.facts for c in (f.claim, *f.rivals) if c]
    assert {citation for claim in claims for citation in claim.citations} == behind
