"""What stands before a figure, or between it and what it counts, and makes it another one."""

import pytest

from profiles.provenance.quotes import figure_grammar
from profiles.provenance.quotes.figure_grammar import TURNING_WORDS, WORDLIKE, is_turned
from profiles.provenance.quotes.stated_value import claimed_value, states_value


def test_the_last_word_tells_at_once_whether_the_words_before_turn_a_figure():
    """A short cut, which must see whatever the pattern sees."""
    phrases = [
        phrase.replace("s?", ending).replace("\\.?", dot)
        for phrase in (*TURNING_WORDS.split("|"), *WORDLIKE)
        for ending in ("", "s")
        for dot in ("", ".")
    ]
    for phrase in phrases:
        for before in (phrase, f"{phrase} ", f"it is {phrase.upper()} ", f"we{phrase} "):
            assert is_turned(before) == bool(figure_grammar._TURNS.search(before)), before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("150 full-time employees", "agrees"),
        ("150 gigantic employees", "agrees"),
        ("150 ex-Meta researchers", "agrees"),
        ("150 AI researchers", "agrees"),
        # what is no adjective may be a scale or a part
        ("150 squillion people", "unread"),
        ("150 hundredths people", "unread"),
        ("150 odd people", "unread"),
        ("150 score people", "unread"),
        ("150 umpteen people", "unread"),
        ("150 fold people", "unread"),
    ],
)
def test_only_an_adjective_stands_between_a_figure_and_what_it_counts(words, says):
    claim = claimed_value("company", "headcount", "150 people")
    assert states_value(f"It has {words} now.", claim) == says
