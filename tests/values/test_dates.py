"""Partial dates: the value, its first and last day, its marks, and whether two agree."""

import copy
import json
import pickle
from datetime import date

import edtf
import pytest

from profiles.values.dates import PartialDate
from profiles.values.errors import UnreadableValue


@pytest.mark.parametrize(
    "text", ["Feb 2024", "about 2023", "2023–2024", " 2023", "", "2023/", "2023/2023"]
)
def test_the_constructor_takes_canonical_text_only(text):
    with pytest.raises(UnreadableValue):
        PartialDate(text)


def test_trusted_text_is_not_parsed_until_asked():
    value = PartialDate.trusted("nonsense")
    assert value == "nonsense"
    with pytest.raises(UnreadableValue):
        _ = value.earliest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02~", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-07-04?", date(2026, 7, 4), date(2026, 7, 4)),
        ("2026-22", date(2026, 6, 1), date(2026, 8, 31)),
        ("2026-24", date(2026, 1, 1), date(2027, 2, 28)),  # it may begin or end in that year
        ("2023-24/2023-24", date(2023, 1, 1), date(2024, 2, 29)),
        ("9999-24", date(9999, 1, 1), date.max),
        ("2026-35", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-37", date(2026, 1, 1), date(2026, 4, 30)),
        ("2026-38", date(2026, 5, 1), date(2026, 8, 31)),
        ("2026-39", date(2026, 9, 1), date(2026, 12, 31)),
        ("2026/2027-03", date(2026, 1, 1), date(2027, 3, 31)),
        ("2026/..", date(2026, 1, 1), date.max),
        ("../2026", date.min, date(2026, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("000X", date.min, date(9, 12, 31)),
        ("202X-12", date(2020, 12, 1), date(2029, 12, 31)),
        ("199X-02-29", date(1992, 2, 29), date(1996, 2, 29)),
    ],
)
def test_the_first_and_last_day_it_can_mean(text, earliest, latest):
    assert (PartialDate(text).earliest, PartialDate(text).latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2023", False, False),
        ("2023~", True, False),
        ("2023?", False, True),
        ("2023%", True, True),
        ("2023~/2024?", True, True),
    ],
)
def test_marks(text, approximate, uncertain):
    assert PartialDate(text).approximate is approximate
    assert PartialDate(text).uncertain is uncertain


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("2023", "2023"),
        ("2023-12~", "2023-12"),
        ("2026-07-04?", "2026-07-04"),
        ("2026-22", None),
        ("2026/2027", None),
        ("202X", None),
        ("202X-12", None),
        ("2023/..", None),
    ],
)
def test_the_time_attribute(text, attribute):
    assert PartialDate(text).iso_value == attribute


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2023", "2023-04", True),
        ("2023", "2023", True),
        ("2023", "2024", False),
        ("2023-04", "2023-05", False),
        ("2026/2027", "2027-03", True),
        ("2026/2027", "2027/2028", False),
        ("2026-38", "2026-07-04", True),
        ("2026-38", "2026-09", False),
        ("2020/..", "2026-07-04", True),
        # approximate: a year, two months or 15 days either way
        ("2023~", "2024", True),
        ("2023~", "2022", True),
        ("2023~", "2025", False),
        ("2023-12~", "2024-02", True),
        ("2023-12~", "2023-10-01", True),
        ("2023-12~", "2024-03-01", False),
        ("2023-12~", "2023-09-30", False),
        ("2023-12-10~", "2023-12-25", True),
        ("2023-12-10~", "2023-12-26", False),
        ("2023-12-10~", "2023-11-25", True),
        # uncertain says that it may be wrong, not by how much
        ("2023?", "2024", False),
    ],
)
def test_agreement(one, other, agree):
    assert PartialDate(one).agrees_with(PartialDate(other)) is agree
    assert PartialDate(other).agrees_with(PartialDate(one)) is agree


@pytest.mark.parametrize("text", ["9999~", "9999-12~", "9999-12-31~", "0001~", "0001-01-01~"])
def test_approximate_dates_at_the_ends_of_time(text):
    assert PartialDate(text).agrees_with(PartialDate(text))


def test_it_is_its_text():
    value = PartialDate.read("April 2023")
    assert value == "2023-04"
    assert {value: 1}["2023-04"] == 1
    assert json.dumps([value]) == '["2023-04"]'
    assert type(str(value)) is str
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert twin == value
        assert type(twin) is PartialDate
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize(
    "text", ["2026-22~", "2026-22/2026-23", "2023/2023", "2023-24", "2016-22", "1932-33"]
)
def test_each_meaning_has_one_text_and_no_text_has_two_meanings(text):
    with pytest.raises(UnreadableValue):
        PartialDate(text)
    assert PartialDate.trusted(text).display()  # what was stored before is still shown


PLAIN = ("2024", "0999", "2024-02", "1900-02", "2023-12", "2024-02-29", "1900-02-28", "9999-12-31")
PLAIN += (
    "202X",
    "20XX",
    *(f"2042-{season}" for season in range(21, 42) if season not in range(24, 33)),
)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_dates_are_read_here_as_the_library_reads_them(text):
    known, read = edtf.parse_edtf(text), PartialDate(text)
    for moment, day in ((known.lower_strict(), read.earliest), (known.upper_strict(), read.latest)):
        assert moment[:3] == (day.year, day.month, day.day)


@pytest.mark.parametrize("text", ["2026-02-30", "1900-02-29", "2026-04-31", "2026-06-00"])
def test_a_day_that_is_in_no_calendar_is_refused(text):
    with pytest.raises(UnreadableValue):
        PartialDate(text)
