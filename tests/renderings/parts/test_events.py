"""Deals, events, quotations and certificates, each in its proper place."""

import re

import pytest

from tests.documents import ACME, a_choice, a_date, a_document, a_fact, a_record
from tests.events import a_deal
from tests.renderings.sections import markup, section, shown

WARNING = ["A word of warning"]
ON_RECORD = [
    *("Strategy", "Products", "People", "Funding", "Other valuations", "Figures"),
    *("Acquisitions", "Partnerships", "Planned investment"),
]
SAID = ["Strategy and market", "Comparison", "Events", "In their words", "What others say"]
AT_THE_END = ["Compliance", "Names", "Links"]
ASKED = ["In several roles", "Questions"]


@pytest.mark.parametrize(
    ("name", "heading", "order"),
    [
        (
            "html",
            "<h2[^>]*>(.*?)</h2>",
            ["Overview", *WARNING, *ON_RECORD, *AT_THE_END, *SAID, *ASKED],
        ),
        (
            "md",
            r"(?m)^## (.*)$",
            ["Overview", *WARNING, *ON_RECORD, *SAID, *AT_THE_END, *ASKED],
        ),
    ],
)
def test_sections_stand_in_the_order_of_the_page(name, heading, order):
    found = [title.split(" &")[0] for title in re.findall(heading, shown(name))]
    assert [title for title in found if title in order] == order


def test_an_acquisition_names_what_was_bought():
    text = section("acquisitions")
    assert "Acquired company | Diggers & Daughters" in text
    assert "All shovels and their makers" in text
    assert "Amount | €44M ($48M)" in text
    assert "Deep Drilling" not in text


def test_a_partnership_is_one_line_with_its_parties():
    assert (
        "1 July 2025 | Deep Drilling, joint venture; partner Orebody AG; supplier Drillbits Inc; "
        "Holes deeper than nine kilometres; Elko, Nevada"
    ) in section("partnerships")
    assert "Anvils for stunts, customer; customer Cliff Studios" in section("partnerships")


def test_planned_money_is_apart_from_money_raised():
    assert "€1.25B ($1.4B)" in section("plans")
    assert "no part of the money raised" in section("plans")
    assert "second foundry" not in section("funding")
    assert "second foundry" not in section("partnerships")


def test_events_run_backwards_and_end_with_what_is_planned():
    text = section("events")
    places = [text.index(word) for word in ("Opening of", "First fall", "on the Moon")]
    assert places == sorted(places)
    planned = text.split("Planned or expected")[1]
    assert "An anvil on the Moon, Moon" in planned
    assert "First fall of an anvil, milestone, Yuma" not in planned


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_a_fragment_has_its_ellipsis_outside_of_the_quotation_marks(name):
    mark = {"html": r"<sup>.*?</sup>", "md": r"\[\^\d+\]", "txt": r"\[\d+\]"}[name]
    opened, closed = (r"\\\[", r"\\\]") if name == "md" else (r"\[", r"\]")
    words = rf"… “gravity {opened}always{closed} wins in the end”\u00a0…{mark}"
    assert re.search(words, shown(name))
    assert re.search(rf"“We have no comment\.”{mark}", shown(name))


def test_a_quotation_names_speaker_subject_medium_and_day():
    text = section("quotations")
    said = "— Lena Lample, The Desert Courier, 4 October 2025; about: falling rocks (fragment)"
    assert said in text
    assert "— Speaker not named (whole)" in text
    assert shown("html").count("<blockquote>") == 2
    assert "\n> … “" in shown("md")


def test_certificates_stand_apart_from_legal_regimes():
    text = section("compliance")
    attested, binding = text.split("Legal regimes")
    assert "Certificate; Foundry in Reno; documents: The trust page" in attested
    assert "Toy Cannon Safety Act" in binding
    assert "Toy Cannon" not in attested


def test_a_product_says_how_large_and_how_open_it_is():
    text = section("products")
    for said in (
        "123B parameters, active 7B parameters",
        "Open weights | yes",
        "Hosted | not stated",
    ):
        assert said in text


def test_a_form_that_the_title_says_is_not_said_again():
    deal = a_deal("w", "partnership", "Partnership", "Partnership with W", partner="W")
    assert (
        section("partnerships", a_document(*deal)) == "Partnerships | Undated | Partnership with W"
    )


@pytest.mark.parametrize("anchor", ["acquisitions", "partnerships", "plans", "events"])
def test_sections_without_records_vanish(anchor):
    assert markup(anchor)
    assert not markup(anchor, a_document())


def test_a_party_of_an_unpublished_deal_is_not_lost():
    stray = a_deal("lost", "partnership", "Partnership", "Lost", partner="Stray Works")[1]
    assert "Stray Works" in shown("html", a_document(stray))


def test_a_form_with_a_footnote_of_its_own_is_not_swallowed_by_the_heading():
    deal = a_record(
        "deal",
        "x",
        a_fact("title", "Purchase of X", "report"),
        a_choice("form", "acquisition", "Acquisition", "report", label="Form"),
        company=ACME,
    )
    assert "Form | Acquisition" in section("acquisitions", a_document(deal))


def test_an_event_without_a_date_comes_after_those_with_one():
    dated = a_record("event", "a", a_fact("title", "With", "report"), a_date("date", "2020"))
    undated = a_record("event", "b", a_fact("title", "Without", "report"))
    text = section("events", a_document(undated, dated))
    assert text.index("With") < text.index("Undated")
