"""What stands before a figure and turns it into another one."""

from profiles.provenance.quotes import figure_grammar
from profiles.provenance.quotes.figure_grammar import TURNING_WORDS, WORDLIKE, is_turned


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
