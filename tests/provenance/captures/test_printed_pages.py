"""Pages that Chromium prints to PDF: a quote is found in them if and only if it is there."""

import random

import pytest

from profiles.provenance.captures.extraction import extract
from profiles.provenance.quotes.matching import FoldedText

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.looks]

WORDS = (
    *("company", "founded", "capital", "international", "organisation", "well-known", "Paris"),
    *("investors", "announced", "million", "employees", "percent", "researchers", "computing"),
    *("recapitalisation", "shareholders", "extraordinary", "headquarters", "the", "a", "of"),
    *("and", "in", "with", "from", "during", "after", "whose"),
)
COLUMNS = ["", "column-count:2;", "column-count:3;font-size:9px;", "text-align:justify;"]


@pytest.fixture
def printed(page):
    """The text of a page of this HTML, as it is archived from its PDF."""

    def _printed(body: str, style: str = "") -> str:
        page.set_content(f"<html lang=en><body style='font-size:12px;{style}'>{body}")
        return extract(page.pdf(), "pdf")

    return _printed


@pytest.mark.parametrize("style", COLUMNS)
def test_among_marks_of_notes_and_in_columns(printed, style):
    chance = random.Random(style)
    words = [chance.choice([*WORDS, str(chance.randrange(2, 99999))]) for _ in range(400)]
    marked = [f"{w}<sup>{chance.randrange(1, 30)}</sup>" if w.isdigit() else w for w in words]
    text = FoldedText(printed(" ".join(marked), style))
    for _ in range(100):
        at, length = chance.randrange(390), chance.randint(3, 9)
        quote = words[at : at + length]
        assert text.find(" ".join(quote)), quote
        place = chance.randrange(length)
        other = f"{quote[place]}9" if quote[place].isdigit() else f"un{quote[place]}"
        changed = [*quote[:place], other, *quote[place + 1 :]]
        assert text.find(" ".join(changed)) is None, changed


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("<p dir=rtl>החברה נוסדה בשנת 2023 בפריז עם 150 עובדים</p>", "החברה נוסדה בשנת 2023"),
        ("<p style='width:11em'>会社は2023年4月に東京で設立され、従業員は百五十名です。</p>",
         "2023年4月に東京で設立され、従業員は百五十名です"),
        ("<p>It has 150<sup>1</sup> employees.</p>", "It has 150 employees"),
        ("<p>trained on 10<sup>26</sup> operations</p>", "trained on 10²⁶ operations"),
    ],
)  # fmt: skip
def test_in_other_scripts_and_with_powers(printed, body, quote):
    assert FoldedText(printed(body)).find(quote)


def test_a_mark_is_no_digit_of_its_number(printed):
    text = FoldedText(printed("<p>It has 150<sup>1</sup> employees.</p>"))
    assert text.find("It has 1501 employees") is None
