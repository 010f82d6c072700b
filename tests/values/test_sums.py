"""Quantities added up: the sum is as exact as what is in it."""

import pytest

from profiles.values import Quantity
from profiles.values.sums import added


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        (["USD 10", "USD 5"], "USD 15"),
        (["USD 10"], "USD 10"),
        (["USD 10", "~USD 5"], "~USD 15"),
        (["USD 10", "USD >=5"], "USD >=15"),
        (["USD 10", "USD >5"], "USD >15"),
        (["USD >10", "USD 5..7"], "USD >15"),
        (["USD 10", "USD <=5"], "USD 10..15"),
        (["USD 10..12", "USD 5"], "USD 15..17"),
        (["USD >=10", "USD <=5"], "USD >=10"),
        (["100..250 people", "8 people"], "108..258 people"),
    ],
)
def test_the_sum_is_as_exact_as_its_parts(amounts, total):
    assert added(map(Quantity, amounts)) == total


def test_nothing_adds_up_to_nothing():
    assert added([]) is None
