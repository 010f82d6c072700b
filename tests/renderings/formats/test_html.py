"""The page for people: what it says, and how it behaves without scripts."""

import re

import pytest

from profiles.document.schema import Approval
from profiles.renderings import render
from tests.documents import a_date, a_document, a_fact, a_record, an_amount, an_edition
from tests.renderings.reading import element, read
from tests.rich_document import a_rich_document


def html(document, **envelope):
    return render(an_edition(document, **envelope), "html").decode()


def test_hostile_text_stays_text():
    text = html(a_rich_document())
    assert "<script>alert" not in text
    assert not re.search(r"href=.?javascript", text)
    assert "Anvils & rockets for <every> desert" in read(text).text
    assert "every" not in {tag for tag, _ in read(text).tags}


def test_there_is_no_inline_style_or_script():
    found = read(html(a_rich_document()))
    assert not [given for _, given in found.tags if "style" in given]
    assert not [name for _, given in found.tags for name in given if name.startswith("on")]
    scripts = [given for tag, given in found.tags if tag == "script"]
    assert all("src" in given or given["type"] == "application/ld+json" for given in scripts)
    assert "style" not in [tag for tag, _ in found.tags]


def test_the_reviewed_line_names_release_reviewer_and_day():
    text = read(html(a_document())).text
    assert "Release 3 · reviewed by Rita Reviewer on 22 November 2026 · all updates" in text


def test_two_reviewers_are_both_named():
    approvals = (
        Approval(by="Rita Reviewer", at="2026-11-21T10:00:00+00:00"),
        Approval(by="Ruth Reader", at="2026-11-22T10:00:00+00:00"),
    )
    text = read(html(a_document(), approvals=approvals)).text
    assert "reviewed by Rita Reviewer and Ruth Reader on 22 November 2026" in text


def test_a_release_without_review_does_not_claim_one():
    text = read(html(a_document(), approvals=())).text
    assert "published by Paul Publisher on 22 November 2026, not reviewed yet" in text
    assert "reviewed by" not in text


def test_there_are_six_facts_at_most_and_none_stands_alone_in_a_row():
    rich = html(a_rich_document())
    bar = rich[rich.index("columns-3") : rich.index("</dl>")]
    assert re.findall("<dt>(.*?)<dd>", bar) == [
        "Founded",
        "Headquarters",
        "Headcount",
        "CEO",
        "Total funding",
        "Latest valuation",
    ]
    four = (
        a_date("founded", "2020", "report"),
        a_fact("headquarters", "Reno", "report"),
        an_amount("headcount", "9 people", "report"),
        an_amount("total_funding", "USD 5", "report"),
    )
    assert 'class="facts columns-2"' in html(a_document(company=four))


def test_without_a_chief_executive_the_founders_lead():
    role = a_record(
        "role",
        "one",
        a_fact("title", "Co-founder", "report"),
        a_fact("group", "founder", cited_with="title", text="Founder"),
        person=("person/one", "Lena One"),
    )
    assert "<dt>Founders<dd>" in html(a_document(role))


def test_somebody_who_left_does_not_lead():
    role = a_record(
        "role",
        "one",
        a_fact("title", "CEO", "report"),
        a_date("ended", "2020", "report"),
        person=("person/one", "Lena One"),
    )
    assert "<dt>CEO<dd>" not in html(a_document(role))


def test_latest_valuation_is_neither_rumour_nor_secondary_sale_nor_implied():
    text = read(html(a_rich_document())).text
    assert "Latest valuation€11.7B ($13.8B)8, post-money, September 2025" in text


def test_a_dispute_says_what_else_was_claimed_and_why_ours_was_chosen():
    text = html(a_rich_document())
    start = text.index("<details>")
    dispute = read(text[start : text.index("</details>", start)]).text
    assert dispute.startswith("Sources disagree: Founded")
    assert "Other value: 2015" in dispute
    assert "The value shown is more precise. The register names the month" in dispute


def test_undisputed_facts_have_no_dispute():
    assert "Sources disagree" not in html(a_document())


def test_a_rumour_says_so_and_a_report_stays_silent():
    text = html(a_rich_document())
    assert "<span class=status>rumoured</span>" in text
    assert "<span class=status>projected</span>" in text
    assert "reported</span>" not in text


def test_unknown_figures_of_a_round_are_not_disclosed():
    text = html(a_rich_document())
    row = text[text.index("id=round-series-d>") : text.index("</table>")]
    assert row.count("not disclosed") == 3


def test_dates_and_amounts_can_be_read_by_machines():
    text = html(a_rich_document())
    assert "<time datetime=2016-04>April 2016</time>" in text
    assert '<data value="EUR 600000000">€600M</data>' in text
    assert not re.search(r"<time( datetime(=\"\")?)?>", text)


def test_a_person_with_two_roles_stands_once_under_the_first_heading():
    people = element(html(a_rich_document()), "section", "people")
    assert people.count("Lena Lample") == 1
    assert "Executives" not in people


def test_a_fact_that_no_template_knows_shows_by_itself():
    product = a_record(
        "product", "x", a_fact("name", "X", "report"), a_fact("weight", "9 kg", "report")
    )
    text = read(html(a_document(product))).text
    assert "Weight9 kg" in text


def test_records_of_an_unknown_kind_get_a_section():
    assert element(html(a_rich_document()), "section", "other-sponsorship")


def test_an_investor_of_an_unpublished_round_is_not_lost():
    assert "Stray Capital" in html(a_rich_document())


@pytest.mark.parametrize("suffix", ["md", "txt", "json", "jsonld"])
def test_other_formats_are_linked(suffix):
    assert f"<link href=/companies/acme.{suffix} rel=alternate" in html(a_document())
