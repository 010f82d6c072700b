"""Where a text holds a quote, and which rules were needed to find it."""

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from profiles.provenance.quotes.folding import NAMES, fold
from profiles.provenance.quotes.matching import FoldedText, Place, is_checkable
from tests.fuzz import fuzzed
from tests.provenance.quotes.finding import found


def test_word_for_word():
    assert FoldedText("They raised €385 million.").find("€385 million") == Place(12, 24)


@pytest.mark.parametrize(
    ("text", "quote", "passage", "rules"),
    [
        ("He said “we’ve won”.", "\"we've won\"", "“we’ve won”", ("quotation marks",)),
        ("He said 'so' then", "said ‘so’", "said 'so'", ("quotation marks",)),
        ("2023–2024 was", "2023-2024", "2023–2024", ("dashes",)),
        ("open\u2011weight models", "open-weight", "open\u2011weight", ("dashes",)),
        ("the ﬁrst oﬃce", "first office", "ﬁrst oﬃce", ("ligatures",)),
        ("raised €385\u00a0million", "€385 million", "€385\u00a0million", ("white space",)),
        ("raised\n  €385", "raised €385", "raised\n  €385", ("white space",)),
        ("a deco\u00adder model", "decoder", "deco\u00adder", ("invisible characters",)),
        ("Mis\u200btral\u2060 AI", "Mistral AI", "Mis\u200btral\u2060 AI",
         ("invisible characters",)),
        ("\u202eMistral\u202c AI", "Mistral AI", "Mistral\u202c AI", ("invisible characters",)),
        ("at [Station F](https://s.co/a_(b)) in", "at Station F in",
         "at [Station F](https://s.co/a_(b)) in", ("Markdown",)),
        ("a **bold** _move_ by `it`", "bold move by it", "bold** _move_ by `it", ("Markdown",)),
        ("e\u0301lan vital", "élan vital", "e\u0301lan vital", ("Unicode form",)),
        ("raised ３８５ million", "raised 385 million", "raised ３８５ million", ("Unicode form",)),
        ("dit « Nous recrutons », puis", 'dit "Nous recrutons",', "dit « Nous recrutons »,",
         ("quotation marks",)),
        ("sagte »Wir« und dann", 'sagte "Wir" und', "sagte »Wir« und", ("quotation marks",)),
        ("‹Wir stellen ein›, sagte", "'Wir stellen ein', sagte", "‹Wir stellen ein›, sagte",
         ("quotation marks",)),
        ("社長は「成長」と述べた", '社長は"成長"と', "社長は「成長」と", ("quotation marks",)),
        ("April 2023[1] by three[2].", "2023 by three.", "2023[1] by three[2].",
         ("marks of notes",)),
        ("in 2023[[12]](#note-12) by", "in 2023 by", "in 2023[[12]](#note-12) by",
         ("marks of notes",)),
        ("会社は 2023 年 4 月に東京で\n設立され", "会社は2023年4月に東京で設立され",
         "会社は 2023 年 4 月に東京で\n設立され", ("East Asian spaces",)),
        ("“so”\u00a0– he said", '"so" - he', "“so”\u00a0– he",
         ("quotation marks", "dashes", "white space")),
    ],
)  # fmt: skip
def test_typography_is_evened_out_and_said(text, quote, passage, rules):
    assert found(text, quote) == (passage, rules)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("57 and 1,150 people, 2023", "150 people"),
        ("it cost 1500 dollars", "150"),
        ("a 150k salary", "150"),
        ("version 3.1415", "version 3.14"),
        ("in 20234", "in 2023"),
        ("ten to the 10²", "the 102"),
        ("Meta said", "meta said"),
        ("raised €385 million", "raised €385 billion"),
        ("", "anything"),
    ],
)
def test_another_figure_or_word_is_not_found(text, quote):
    assert found(text, quote) is None


@pytest.mark.parametrize(
    ("text", "quote", "passage", "rules"),
    [
        ("the govern-\nment said", "government said", "govern-\nment said", ("hyphenation",)),
        ("the govern- \r\n ment said", "the government", "the govern- \r\n ment",
         ("hyphenation",)),
        ("a deco\u00ad\nder model", "a decoder", "a deco\u00ad\nder", ("hyphenation",)),
        ("an open-\nweight model", "open-weight model", "open-\nweight model", ("hyphenation",)),
        ("in 2023\u2010\n2024 it", "2023-2024", "2023\u2010\n2024", ("hyphenation",)),
        ("its “govern-\nment”", 'its "government"', "its “govern-\nment”",
         ("hyphenation", "quotation marks")),
        ("a well-\nknown com-\npany", "a well-known company", "a well-\nknown com-\npany",
         ("hyphenation",)),
        ("The com-\n\npany raised", "The company raised", "The com-\n\npany raised",
         ("hyphenation",)),
        ("the govern-\nment said", "the govern- ment", "the govern-\nment", ("white space",)),
        ("the govern-\nment said", "said", "said", ()),
    ],
)  # fmt: skip
def test_a_word_divided_at_a_line_end_is_found_whole(text, quote, passage, rules):
    assert found(text, quote) == (passage, rules)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("they re-sign today", "they resign"),
        ("in 2023-\n24 it", "in 202324"),
        ("Series-\nA round", "SeriesA round"),
        ("pre-\nand post-money", "pre and post-money"),
        ("the govern\nment said", "the government"),
        ("it raised €1-\n5 million", "€15 million"),
        ("word -\nand more", "wordand more"),
    ],
)
def test_what_was_not_divided_is_not_joined(text, quote):
    assert found(text, quote) is None


@pytest.mark.parametrize("quote", ["", " ", "5", "ab", "\u200b\u200b\u200b", "**", " a\u00ad "])
def test_a_fragment_is_not_checkable(quote):
    assert not is_checkable(quote)
    assert found(f"x {quote} y", quote) is None


def test_figures_alone_are_found_where_they_stand_alone():
    assert found("1150 of 150k and 150, they say", "150") == ("150", ())
    assert FoldedText("1150 of 150k and 150, they say").find("150").start == 17


TWICE = "Seed: $2 million in May. Later: $2 million in June."


@pytest.mark.parametrize(
    ("around", "start"),
    [
        ({}, 6),
        ({"prefix": "Later: "}, 32),
        ({"suffix": " in June"}, 32),
        ({"prefix": "Seed:", "suffix": "in May"}, 6),
        ({"prefix": "not there"}, 6),
    ],
)
def test_of_several_places_the_surroundings_choose(around, start):
    assert FoldedText(TWICE).find("$2 million", **around).start == start


def test_surroundings_choose_among_evened_out_places_too():
    text = TWICE.replace(" million", "\u00a0million")
    assert FoldedText(text).find("$2 million", prefix="Later:").start == 32


@pytest.mark.parametrize(
    ("text", "quote", "instead"),
    [
        ("it raised €400 million in", "raised €385 million", "raised €400 million"),
        ("it raised\n€1,400.5 million in", "raised €385 million", "raised €1,400.5 million"),
        ("it raised €385 million in", "raised €385 million", ""),
        ("it lost €400 million in", "raised €385 million", ""),
        ("it raised money", "raised money", ""),
        ("in 400", "in 385", ""),
        ("it lost €400 million in", "€385 million", ""),
    ],
)
def test_the_same_words_with_other_figures(text, quote, instead):
    assert FoldedText(text).restated(quote) == instead


def test_every_rule_is_tried_above():
    (table,) = test_typography_is_evened_out_and_said.pytestmark
    assert {rule for case in table.args[1] for rule in case[3]} == set(NAMES)


# --- fuzz -------------------------------------------------------------------------------------

SPECIAL = (
    "“”‘’«»–—‑−\u00ad\u200b\u202e\u2060 \u00a0\n\t ﬁﬄé\u0301\u0327*_`[]()!#>\\~$€.,"
    "0123456789abcÅ…０"
)
texts = st.text(st.sampled_from(SPECIAL) | st.characters(), max_size=300)


def disturbed(text: str) -> str:
    """The same words, as another program would have written them."""
    for ours, theirs in (("'", "’"), ('"', "“"), ("-", "–"), (" ", "\u00a0 "), ("fi", "ﬁ")):
        text = text.replace(ours, theirs)
    return unicodedata.normalize("NFD", text)


@fuzzed(200)
@given(texts, texts)
@example("[" * 300, "[](" * 100)
@example("\u0301" * 300, "e" + "\u0301" * 100)
def test_no_text_and_no_quote_breaks_it(text, quote):
    place = FoldedText(text).find(quote, prefix=quote[:20], suffix=quote[-20:])
    if place:
        assert 0 <= place.start < place.end <= len(text)
        assert fold(text[place.start : place.end]) == fold(quote) or not place.rules
    FoldedText(text).restated(quote)


no_figures = st.text(
    st.sampled_from([c for c in SPECIAL if not c.isdigit()])
    | st.characters(exclude_categories=["Cs", "Nd", "No"]),
    max_size=100,
)


@fuzzed(200)
@given(no_figures, no_figures, no_figures)
def test_a_piece_of_a_text_is_found_word_for_word(before, quote, after):
    assume(is_checkable(quote))
    assert FoldedText(f"{before}\n{quote}\n{after}").find(quote).rules == ()


@fuzzed(200)
@given(st.text("abc fi-'\"é ", min_size=3, max_size=80))
def test_words_are_found_again_however_they_are_set(words):
    assume(is_checkable(words))
    text = f"Before ; {disturbed(words)} ; after"
    place = FoldedText(text).find(words)
    assert place
    assert fold(text[place.start : place.end]) == fold(words)


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 300_000, "[a](" * 80_000, " " * 300_000, "*" * 300_000, "_a" * 150_000),
        *("1," * 150_000, "\\" * 300_000, "a" + "\u0301\u0327" * 150_000, "\n\t" * 150_000),
        *('[a](x "' * 40_000, "a" * 300_000, "<script>" * 40_000, "\u202e" * 300_000),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_texts_take_no_longer_than_others(text):
    """Each of these takes minutes where a rule or a search is quadratic."""
    folded = FoldedText(text)
    for quote in (text[:1000], "a needle – “in” hay", "1,1,1,1 of 385 million words", "aaa"):
        folded.find(quote, prefix="aaa", suffix="aaa")
        folded.restated(quote)
