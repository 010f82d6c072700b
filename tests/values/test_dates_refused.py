"""What is no date, or one that is in no calendar, is refused with an example."""

import pickle

import pytest

from profiles.values.dates import PartialDate
from profiles.values.errors import UnreadableValue

NO_DATES = [
    *("soon", "mayor 2023", "July", "4 July", "2023 people", "x" * 300, "today", "Easter 2024"),
    *("2023-13", "13/2012", "24/2024", "0000", "2026-07-04 99:00", "12000", "-100", "1e3", "2023²"),
    *("..", "../..", "/", "-", "~", "?", "c. ", "between and", "2023/2024/2025", "2023-24-25"),
    *(
        "Q5 2024",
        "3H 2024",
        "2023-W54",
        "2024-W23-8",
        "2024-367",
        "2023-366",
        "60. Woche 2023",
        "2024.5",
        "3.5",
    ),
    *(
        "summer",
        "the third quarter",
        "fiscal",
        "about",
        "since",
        "2019 to",
        "98-03",
        "early 2024 May",
    ),
    *("May 2022/2023", "summer 2022/2023"),
    *(45000, 20.5, float("nan"), float("inf"), True, object(), b"2023"),
]
OTHER_CALENDARS = ["๒๕๖๖", "۱۴۰۲", "١٤٤٥", "平成50年"]
IN_NO_CALENDAR = [
    "2026-02-30",
    "30 February 2026",
    "31 June 2024",
    "June 31, 2024",
    "July 32, 2026",
]
IN_NO_CALENDAR += ["2023-02-29", "31. Juni 2024", "20240631"]


@pytest.mark.parametrize("written", NO_DATES + OTHER_CALENDARS)
def test_refuses_with_an_example(written):
    with pytest.raises(UnreadableValue) as refusal:
        PartialDate.read(written)
    assert refusal.value.text == str(written)
    assert str(refusal.value).startswith("Cannot read “")
    assert str(refusal.value).endswith(
        " as a date. Write for example 2023-04, Feb 2024, mid-2026 or 2026/2027."
    )
    assert all(PartialDate.read(example) for example in refusal.value.choices)


@pytest.mark.parametrize("written", IN_NO_CALENDAR)
def test_says_that_a_month_has_no_such_day(written):
    with pytest.raises(UnreadableValue, match="as a date: that month has no such day"):
        PartialDate.read(written)


@pytest.mark.parametrize("written", ["500 BC", "c. 2500 BCE", "44 v. Chr.", "52 av. J.-C."])
def test_says_that_years_before_the_first_are_not_kept(written):
    with pytest.raises(UnreadableValue, match="years before the year 1 are not kept"):
        PartialDate.read(written)


@pytest.mark.parametrize("written", ["2027 to 2026", "2027/2026", "May 2024 – April 2024"])
def test_says_when_a_date_ends_before_it_starts(written):
    with pytest.raises(UnreadableValue, match="it ends before it starts"):
        PartialDate.read(written)


def test_the_refusal_is_a_sentence_for_an_editor():
    with pytest.raises(UnreadableValue) as refusal:
        PartialDate.read("soon")
    assert str(refusal.value) == (
        "Cannot read “soon” as a date. Write for example 2023-04, Feb 2024, mid-2026 or 2026/2027."
    )
    assert pickle.loads(pickle.dumps(refusal.value)).example == refusal.value.example


@pytest.mark.parametrize("nothing", ["", "  ", "\u00a0", None])
def test_refuses_nothing(nothing):
    with pytest.raises(UnreadableValue, match=r"^Nothing to read as a date\. Write for example"):
        PartialDate.read(nothing)


@pytest.mark.parametrize("piece", ["2023-", "about ", "Q3 ", "1/", "de ", "third ", "2024 to "])
def test_a_long_text_is_refused_quickly(piece):
    with pytest.raises(UnreadableValue):
        PartialDate.read((piece * 200)[:199] + "x")
