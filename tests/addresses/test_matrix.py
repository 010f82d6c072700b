"""Who gets what at which address: each answer was looked at, and is in `reviewed.txt`.

The roles in order: nobody (no account), Vic (may enter), Erin (edits), Rita (reviews), Paul
(publishes), Amir (administers) and Ada (a superuser). Where an answer is meant to change, or an
address is new, look at the line that the failure shows and put it there.
"""

from pathlib import Path

import pytest

from tests.addresses.matrix import ROLES, asked, routes

REVIEWED = Path(__file__).with_name("reviewed.txt")


def test_every_address_has_a_row_and_every_row_an_address():
    reviewed = [line.partition(": GET ")[0] for line in REVIEWED.read_text().splitlines()]
    assert sorted(reviewed) == sorted(routes())


@pytest.mark.gate
@pytest.mark.django_db
def test_every_answer_is_one_that_was_reviewed(the_demo):
    found = list(asked())
    reviewed = REVIEWED.read_text().splitlines()
    assert [line for line in found if line not in reviewed] == []
    assert len(found) > 250
    assert not [line for line in found if " 500" in line]


def test_no_cell_is_missing():
    for line in REVIEWED.read_text().splitlines():
        assert len(line.rpartition("POST")[2].split()) == len(ROLES)
