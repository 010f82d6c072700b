"""Where a found quote may begin and end, what it may leave out, and what proves nothing."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.provenance.quotes import matching
from profiles.provenance.quotes.matching import FoldedText
from tests.fuzz import fuzzed
from tests.provenance.quotes.finding import found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It has 12\u202f345 people", "345 people"),
        ("It has 12\u00a0345 people", "345 people"),
        ("It has 12\u2009345 people", "345 people"),
        ("It has 12 345 people", "345 people"),
        ("It has 12'345 people", "345 people"),
        ("It has 12’345 people", "345 people"),
        ("It has 12.345 people", "345 people"),
        ("It has 12,345 people", "345 people"),
        ("It has 1,212,345 people", "212,345 people"),
        ("a raised 12 345 000 euros", "raised 12"),
        ("a raised 12 345 000 euros", "raised 12 345"),
        ("a raised 12,345 euros", "raised 12"),
        ("a raised 1.5 euros", "raised 1"),
        ("worth 20234 euros", "worth 2023"),
        ("raised €5m in May", "raised €5"),
        ("in Q32024 it", "in Q3"),
        ("They are the best in Parisian life", "the best in Paris"),
        ("In Kleinparis they live", "paris they live"),
        ("Die Überfirma wuchs", "firma wuchs"),
        ("Компания основана", "пания основана"),
        ("in Parise\u0301 they", "in Paris\u0065"),
        ("GPT4 is 4x faster", "is 4"),
    ],
)
def test_it_neither_begins_nor_ends_inside_a_word_or_a_number(text, quote):
    assert found(text, quote) is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It has 345 people", "345 people"),
        ("In 2023 150 people came", "150 people"),
        ("In 2023 150 people came", "In 2023"),
        ("Version 3, 345 people", "345 people"),
        ("raised 12, 345 said so", "raised 12"),
        ("raised €5 million", "raised €5 million"),
        ("Mistral's best model", "Mistral"),
        ("a Paris-based firm", "Paris"),
        ("the €385M round", "€385M round"),
        ("会社は2023年4月に東京で設立された", "2023年4月に東京"),
        ("会社は2023年4月に東京で設立された", "東京で設立"),
        ("회사는 2023년 4월에 설립되었다", "2023년 4월"),
        ("บริษัทก่อตั้งในปี 2023 ที่ปารีส", "ก่อตั้งในปี 2023"),
        ("It was 150 (345 people) later", "345 people"),
        ("see a.org/%2B2025-juin-frieden", "2025-juin-frieden"),
        ("12 people in Parisian life, best in Paris.", "best in Paris"),  # the next place
    ],
)
def test_what_stands_beside_it_may_be_anything_else(text, quote):
    assert found(text, quote) == (quote, ())


GAP = "The company raised 385 million euros from a dozen investors in December of that year."


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (GAP, "raised 385 million euros … in December of"),
        (GAP, "raised 385 million euros […] in December of"),
        (GAP, "raised 385 million euros [...] in December of"),
        (GAP, "raised 385 million euros (...) in December of"),
        (GAP, "The company raised... from a dozen … of that year."),
    ],
)
def test_words_may_be_left_out_where_the_quote_says_so(text, quote):
    passage, rules = found(text, quote)
    assert rules == ("omission",)
    assert (passage.split()[0], passage.split()[-1]) == (
        quote.replace("...", " ").split()[0],
        quote.split()[-1],
    )


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (GAP, "in December of that … raised 385 million"),
        (GAP, "raised 385 million euros … in November of"),
        (GAP, "raised 385 million euros … in Decem"),
        (GAP, "raised … in December of that"),  # too short to stand near by more than chance
        (GAP, "raised 385 million euros from … raised 385 million euros"),
        (GAP.replace("from", f"from {'many ' * 80}"), "raised 385 million euros … in December of"),
        ("The company was not, he said, profitable then.", "The company was … profitable then"),
        ("The company has never in its life been sold.", "The company has … been sold."),
        ("La société n’a pas levé 385 millions.", "La société … levé 385 millions."),
        ("Die Firma wurde nicht im Jahr 2023 gegründet.", "Die Firma wurde … 2023 gegründet."),
        ("It will grow, but only if it can raise money.", "It will grow … raise money."),
    ],
)
def test_what_was_left_out_may_not_turn_the_sentence(text, quote):
    assert found(text, quote) is None


def test_dots_that_the_source_prints_are_found_as_they_stand():
    assert found("He said: well … not now.", "well … not now") == ("well … not now", ())


def test_a_pdf_that_was_written_from_the_right():
    text = "עובדים  150 עם  בפריז  2023 בשנת  נוסדה  החברה"
    assert found(text, "החברה נוסדה בשנת 2023 בפריז")[1] == ("right to left",)
    assert found(text, "החברה נוסדה בשנת 2024 בפריז") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ue001\ue002\ue003 \ue004\ue005 Acme \ue006", True),
        ("\ufffd\ufffd\ufffd raised \ufffd\ufffd million", True),
        (
            "A clean text of some length, with one mark \ufffd in a hundred letters or so; more.",
            False,
        ),
        ("A clean text.", False),
        ("", False),
    ],
)
def test_a_garbled_text_proves_nothing_missing(text, expected):
    assert FoldedText(text).is_garbled is expected


WORDS = [
    "the",
    "company",
    "raised",
    "million",
    "euros",
    "in",
    "Paris",
    "founded",
    "by",
    "three",
    "people",
    "from",
    "its",
    "new",
]
FIGURES = ["385", "1,150", "12 345", "2023", "5.5", "€105", "7%", "40"]
BETWEEN = [" ", "\n", "\u00a0", "  ", "[1] ", "\u200b ", " \u202f"]


def words_of_a_text(chance: random.Random) -> list[str]:
    """No two figures stand side by side: `12 345` would be one."""
    words = [chance.choice(WORDS) for _ in range(40)]
    for place in range(0, 40, 3):
        if chance.random() < 0.6:
            words[place] = chance.choice(FIGURES)
    return words


def archived(words: list[str], chance: random.Random) -> str:
    """What a page and its extraction make of the words between them."""
    return "".join(f"{word}{chance.choice(BETWEEN)}" for word in words)


def another(word: str, chance: random.Random) -> str:
    """One that the text has nowhere: another figure, another word, a part of it."""
    part = word[1:] if len(word) > 2 and word[:2].isalnum() else ""
    return chance.choice(
        [f"{word}9" if word[-1:].isdigit() else f"{word}s", f"un{word}", part or "no"]
    )


@fuzzed(150)
@given(st.integers(0, 2**32))
def test_it_is_found_if_and_only_if_it_is_there(seed):
    chance = random.Random(seed)
    words = words_of_a_text(chance)
    at, length = chance.randrange(30), chance.randint(3, 9)
    quote = words[at : at + length]
    text = FoldedText(archived(words, chance))
    assert text.find(" ".join(quote))
    place = chance.choice([0, length - 1, chance.randrange(length)])
    changed = [*quote]
    changed[place] = another(quote[place], chance)
    runs = [words[n : n + length] for n in range(len(words))]
    assert changed in runs or text.find(" ".join(changed)) is None


def test_without_its_guard_the_property_above_would_not_hold(monkeypatch):
    monkeypatch.setattr(matching, "is_whole", lambda *place: True)
    with pytest.raises(AssertionError):
        test_it_is_found_if_and_only_if_it_is_there()
