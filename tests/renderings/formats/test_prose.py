"""Markdown of editors: safe, and its footnotes are numbered."""

import pytest

from profiles.renderings.formats import inline
from profiles.renderings.formats.prose import prose_html, with_marks
from profiles.renderings.page import Mark
from tests.renderings.reading import read


def rendered(markdown, *keys):
    marks = [(key, Mark(number, "a")) for number, key in enumerate(keys, 1)]
    return prose_html(markdown, marks, inline.note_reference)


def test_a_footnote_becomes_a_numbered_reference():
    html = rendered("It grew.[^one] Fast.[^two]", "one", "two")
    assert '<sup><a href="#n1" id="r1a" role="doc-noteref">1</a></sup>' in html
    assert 'href="#n2"' in html


def test_neighbouring_footnotes_stand_together():
    assert rendered("It grew.[^one][^two]", "one", "two").count("<sup>") == 1


def test_an_unknown_footnote_stays_as_it_is_written():
    assert rendered("It grew.[^lost]") == "<p>It grew.[^lost]</p>\n"


@pytest.mark.parametrize(
    "markdown",
    ["`[^one]`", r"\[^one]", "    [^one]", "```\n[^one]\n```", "[^one]: defined", "| [^one] |"],
)
def test_no_spelling_loses_a_footnote(markdown):
    assert rendered(markdown, "one").count('href="#n1"') == 1


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHN2Zz4=)",
        "![x](https://example.org/track.gif)",
        '<a href="https://x" onclick="alert(1)">x</a>',
        "[x](https://example.org 'a\" onmouseover=\"alert(1)')",
        "<p id=main class=skip role=doc-noteref>x</p>",
        "\ue0000\ue001",
    ],
)
def test_hostile_markdown_does_no_harm(attack):
    for tag, given in read(rendered(attack)).tags:
        assert tag in ("p", "a")
        assert set(given) <= {"href", "title", "rel"}
        assert given.get("href", "https://").startswith("https://")


def test_headings_start_below_those_of_the_page():
    assert "<h3>One</h3>" in rendered("# One\n\n## Two")
    assert "<h4>Two</h4>" in rendered("# One\n\n## Two")
    assert "<h3>Two</h3>" in rendered("## Two")


def test_repeated_footnotes_keep_their_order():
    marks = [("one", Mark(1, "a")), ("two", Mark(2, "a")), ("one", Mark(1, "b"))]
    told = with_marks("[^one] [^no] [^two] [^one]", marks, lambda place: f"({place})")
    assert told == "(0) [^no] (1) (2)"
