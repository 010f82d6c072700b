"""The text of a PDF: figures off their line stay apart, and divided words can be found."""

import pytest

from profiles.provenance.captures.extraction import extract
from profiles.provenance.quotes.matching import FoldedText
from tests.provenance.captures.papers import a_pdf

SIZE, SMALL = "/F1 12 Tf", "/F1 7 Tf"


def shown(*steps: str) -> str:
    """The text of a page that is painted in these steps."""
    return extract(a_pdf(stream=f"BT {SIZE} 9 150 Td {' '.join(steps)} ET".encode()), "pdf")


def words(text: str) -> str:
    return f"({text}) Tj"


def at_rise(text: str, rise: int, font: str = SMALL) -> str:
    return f"{font} {rise} Ts ({text}) Tj 0 Ts {SIZE}"


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ([words("It has 150"), at_rise("1", 5), words(" employees")], "It has 150[1] employees"),
        ([words("in 2010"), at_rise("3", 4), words(" it")], "in 2010[3] it"),
        ([words("on 10"), at_rise("26", 5), words(" operations")], "on 10²⁶ operations"),
        ([words("12 km"), at_rise("2", 5), words(" of")], "12 km² of"),
        ([words("staff"), at_rise("12", 5), words(".")], "staff[12]."),
        ([words("H"), at_rise("2", -3), words("O")], "H₂O"),
        ([at_rise("1", 5), words("As of May")], "[1]As of May"),
        # as large as the rest, or on its line, a figure is one of its number
        ([words("It has 150"), at_rise("1", 0), words(" employees")], "It has 1501 employees"),
        ([words("It has 150"), at_rise("1", 5, SIZE), words(" people")], "It has 1501 people"),
    ],
)
def test_what_is_raised_is_never_glued_to_a_number(steps, text):
    assert shown(*steps) == text


def test_a_raised_figure_ends_no_line():
    text = shown(
        words("It has 150"), at_rise("1", 5), words(" staff"), "0 -14 Td", words("2 in all")
    )
    assert text == "It has 150[1] staff\n2 in all"


def test_a_word_that_the_end_of_a_line_divides_is_found_whole():
    text = shown(words("The recapi-"), "0 -14 Td", words("talisation of a well-"), "0 -14 Td",
                 words("known firm"))  # fmt: skip
    assert text == "The recapi-\ntalisation of a well-\nknown firm"
    assert FoldedText(text).find("recapitalisation of a well-known firm")


def test_lines_come_from_top_to_bottom_and_pages_in_their_order():
    first = extract(a_pdf("one", "two"), "pdf")
    assert first == "one\n\ntwo"
    assert shown(words("one"), "0 -14 Td", words("two")) == "one\ntwo"
