"""Call-outs: boxes beside the text, outside of the contents."""

from profiles.renderings.page_order import Pages
from tests.documents import an_edition
from tests.renderings.sections import markup, section, shown
from tests.rich_document import a_rich_document


def parts():
    return {part.anchor: part for part in Pages(an_edition(a_rich_document())).whole.parts}


def test_a_call_out_is_an_aside_and_a_section_is_none():
    assert markup("section-warning").startswith("<aside ")
    assert "Do not stand below an anvil." in section("section-warning")
    assert markup("section-strategy").startswith("<section ")


def test_a_call_out_is_not_listed_in_the_contents():
    assert not parts()["section-warning"].listed
    assert parts()["section-strategy"].listed


def test_call_outs_follow_the_overview():
    assert list(parts())[:3] == ["about", "section-warning", "section-strategy"]


def test_the_other_formats_have_it_as_a_section():
    assert "## A word of warning\n\nDo not stand below an anvil." in shown("md")
