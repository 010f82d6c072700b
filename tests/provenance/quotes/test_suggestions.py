"""Which words of a text are offered as a quote for a value."""

import time

import pytest

from profiles.provenance.quotes.stated_value import ClaimedValue
from profiles.provenance.quotes.suggestions import passages_stating
from profiles.values import PartialDate, Quantity

MONEY = ClaimedValue(Quantity.read("EUR 385000000"))
APRIL = ClaimedValue(PartialDate.read("2019-04"))
LYON = ClaimedValue("Lyon")


@pytest.mark.parametrize(
    ("text", "said", "passages"),
    [
        ("It cooks. It raised €385 million in June! It eats.", MONEY,
         ["It raised €385 million in June!"]),
        ("Heading\nFounded in April\n2019 in Lyon.\n\nMore.", APRIL,
         ["Founded in April 2019 in Lyon."]),
        ("Its office\u200b is in \u202eLyon.", LYON, ["Its office is in Lyon."]),
        ("It raised €400 million.", MONEY, []),
        ("", LYON, []),
        (f"{'Words without end ' * 20}, raised €385 million in June, {'and so on ' * 20}.", MONEY,
         ["raised €385 million in June,"]),
    ],
)  # fmt: skip
def test_the_sentence_that_says_it(text, said, passages):
    assert passages_stating(text, said) == passages


def test_at_most_three_first_those_about_the_same():
    text = "Lyon is old. Lyon is large. Lyon sleeps. Its headquarters are in Lyon."
    assert passages_stating(text, LYON, about="headquarters Headquarters") == [
        "Its headquarters are in Lyon.",
        "Lyon is old.",
        "Lyon is large.",
    ]


@pytest.mark.parametrize("part", ["1 ", "1,", "a. A", "x", "(", "€3", "\n"])
def test_a_hostile_text_takes_no_time(part):
    start = time.process_time()
    passages_stating(part * 1_000_000, MONEY)
    assert time.process_time() - start < 5
