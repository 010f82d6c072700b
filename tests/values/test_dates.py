"""Partial dates: what editors write, what is kept, what is shown."""

import copy
import json
import pickle
from datetime import UTC, date, datetime, timedelta

import edtf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from profiles.values.dates import PartialDate
from profiles.values.errors import UnreadableValue
from tests.fuzz import fuzzed

READ = [
    # as EDTF
    ("2023", "2023"),
    ("2023-04", "2023-04"),
    ("2026-07-04", "2026-07-04"),
    ("2023-12~", "2023-12~"),
    ("2023?", "2023?"),
    ("2023%", "2023%"),
    ("2026-22", "2026-22"),
    ("2026-38", "2026-38"),
    ("2026/2027", "2026/2027"),
    ("2023~/2024", "2023~/2024"),
    ("2023/..", "2023/.."),
    ("202X", "202X"),
    ("202x", "202X"),
    # months and days, in words
    ("Feb 2024", "2024-02"),
    ("February 2024", "2024-02"),
    ("FEBRUARY, 2024", "2024-02"),
    ("Jun 2023", "2023-06"),
    ("Sept. 2023", "2023-09"),
    ("4 July 2026", "2026-07-04"),
    ("July 4, 2026", "2026-07-04"),
    ("4th of July, 2026", "2026-07-04"),
    # as other systems write them
    ("2012/02/01", "2012-02-01"),
    ("02/2012", "2012-02"),
    ("2026-07-04 16:01:03+00:00", "2026-07-04"),
    ("2026-07-04T16:01:03Z", "2026-07-04"),
    # about and perhaps
    ("~Dec 2023", "2023-12~"),
    ("about 2023", "2023~"),
    ("circa 2023", "2023~"),
    ("c. 2023", "2023~"),
    ("~2023?", "2023%"),
    ("about December 2023 (uncertain)", "2023-12%"),
    # parts of a year and of a month
    ("mid-2026", "2026-38"),
    ("mid 2026", "2026-38"),
    ("early 2026", "2026-37"),
    ("late 2025", "2025-39"),
    ("Q3 2025", "2025-35"),
    ("2025-Q3", "2025-35"),
    ("H1 2026", "2026-40"),
    ("summer 2026", "2026-22"),
    ("Fall of 2026", "2026-23"),
    ("early July 2026", "2026-07-01/2026-07-10"),
    ("mid-July 2026", "2026-07-11/2026-07-20"),
    ("late July 2026", "2026-07-21/2026-07-31"),
    ("late February 2024", "2024-02-21/2024-02-29"),
    ("about mid-2026", "2026-05~/2026-08~"),
    ("the 2020s", "202X"),
    # either, or
    ("2026 or 2027", "2026/2027"),
    ("2026 to 2027", "2026/2027"),
    ("2026–2027", "2026/2027"),
    ("2026-2027", "2026/2027"),
    ("between 2026 and 2027", "2026/2027"),
    ("about 2026–2027", "2026~/2027~"),
    ("April–June 2023", "2023-04/2023-06"),
    ("summer 2026 or autumn 2026", "2026-06/2026-11"),
    ("since 2023", "2023/.."),
    ("about 2023/..", "2023~/.."),
    ("2023/", "2023/.."),
    ("until June 2024", "../2024-06"),
    # typography
    ("2023‑04", "2023-04"),
    ("2023–04", "2023-04"),
    ("\u00a04\u00a0July\u202f2026 ", "2026-07-04"),
    # spreadsheet cells
    (2023, "2023"),
    (2023.0, "2023"),
    (date(2024, 6, 11), "2024-06-11"),
    (datetime(2024, 6, 11), "2024-06-11"),  # noqa: DTZ001 - spreadsheets know no time zone
    (datetime(2024, 6, 11, 23, 30, tzinfo=UTC), "2024-06-11"),
]

REFUSED = [
    *("soon", "Dezember 2023", "mayor 2023", "July", "4 July", "2023 people", "x" * 300),
    *("2026-02-30", "30 February 2026", "2023-13", "July 32, 2026", "13/2012", "0000"),
    *("2026-07-04 99:00", "2026-27", "2023-25", "12000", "-100", "２０２３", "1e3"),
    *("..", "../..", "/", "-", "~", "?", "c. ", "between and", "2023/2024/2025"),
    *(45000, 20.5, float("nan"), float("inf"), True, object(), b"2023"),
]


@pytest.mark.parametrize(("written", "canonical"), READ)
def test_reads_what_editors_write(written, canonical):
    assert PartialDate.read(written) == canonical
    assert str(PartialDate(canonical)) == canonical


@pytest.mark.parametrize("written", REFUSED)
def test_refuses_with_an_example(written):
    with pytest.raises(UnreadableValue) as refusal:
        PartialDate.read(written)
    assert refusal.value.text == str(written)
    assert str(refusal.value).startswith("Cannot read “")
    assert str(refusal.value).endswith(
        "Write for example 2023-04, Feb 2024, mid-2026 or 2026/2027."
    )


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


@pytest.mark.parametrize(
    ("written", "example"),
    [
        ("1/02/2012", "2012-02-01"),
        ("25/12/2012", "2012-12-25"),
        ("12/25/2012", "2012-12-25"),
        ("04.07.2026", "2026-07-04"),
        ("4-7-26", "2026-07-04"),
        ("99/99/2012", "2012-02-01"),
    ],
)
def test_never_guesses_which_is_the_day(written, example):
    with pytest.raises(UnreadableValue) as refusal:
        PartialDate.read(written)
    assert str(refusal.value) == (
        f"Cannot read “{written}” as a date: is the day or the month first? "
        f"Write for example {example}."
    )


def test_never_guesses_between_two_years_and_a_season():
    with pytest.raises(UnreadableValue, match=r"two years or a season\? Write for example 2023/20"):
        PartialDate.read("2023–24")
    assert PartialDate.read("2023-24").display() == "winter 2023"


def test_says_when_a_date_ends_before_it_starts():
    with pytest.raises(UnreadableValue, match="it ends before it starts"):
        PartialDate.read("2027 to 2026")


@pytest.mark.parametrize("text", ["Feb 2024", "about 2023", "2023–2024", " 2023", "", "2023/"])
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


SHOWN = [
    ("2023", "en", "2023"),
    ("2023-04", "en", "April 2023"),
    ("2026-07-04", "en", "4 July 2026"),
    ("2026-07-04", "en-us", "July 4, 2026"),
    ("2026-07-04", "en-gb", "4 July 2026"),
    ("2026-07-04", "de", "4. Juli 2026"),
    ("2026-07-04", "fr", "4 juillet 2026"),
    ("2023-12~", "en", "about December 2023"),
    ("2023-12~", "de", "about Dezember 2023"),
    ("2023-12%", "en", "about December 2023 (uncertain)"),
    ("2023?", "en", "2023 (uncertain)"),
    ("2026-37", "en", "early 2026"),
    ("2026-38", "en", "mid-2026"),
    ("2025-39", "en", "late 2025"),
    ("2026-22", "en", "summer 2026"),
    ("2025-35", "en", "Q3 2025"),
    ("2026-40", "en", "H1 2026"),
    ("2026-07-01/2026-07-10", "en", "early July 2026"),
    ("2026-07-11/2026-07-20", "en", "mid-July 2026"),
    ("2026-02-21/2026-02-28", "en", "late February 2026"),
    ("2024-02-21/2024-02-28", "en", "21 February 2024–28 February 2024"),
    ("2026/2027", "en", "2026–2027"),
    ("2026~/2027~", "en", "about 2026–2027"),
    ("2026~/2027", "en", "about 2026 to 2027"),
    ("2023/..", "en", "since 2023"),
    ("../2024-06", "en", "until June 2024"),
    ("202X", "en", "2020s"),
]


@pytest.mark.parametrize(("text", "locale", "words"), SHOWN)
def test_display(text, locale, words):
    assert PartialDate(text).display(locale) == words


def test_an_unknown_locale_reads_english():
    assert PartialDate("2023-04").display("xx-nowhere") == "April 2023"


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("2023", "2023"),
        ("2023-12~", "2023-12"),
        ("2026-07-04?", "2026-07-04"),
        ("2026-22", None),
        ("2026/2027", None),
        ("202X", None),
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


# --- any text, any date ------------------------------------------------------------------------

years = st.integers(1, 9999).map("{:04}".format)
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
days = st.dates().map(date.isoformat)
seasons = st.builds("{}-{}".format, years, st.sampled_from([*range(21, 25), *range(33, 42)]))
marked = st.builds("{}{}".format, years | months | days, st.sampled_from(["", "~", "?", "%"]))
ends = marked | seasons
intervals = st.builds("{}/{}".format, ends | st.just(".."), ends | st.just(".."))
WORDS = """
2023 2024 04 31 July feb 4th , - – / ~ ? % about c. mid- early late of or to between and since
until summer q3 h1 .. 1/02/2012 (uncertain) 202X s T12:00 .
"""
words = st.lists(st.sampled_from(WORDS.split()), max_size=9)


@given(marked | seasons | intervals)
@fuzzed(60)
def test_canonical_text_reads_as_itself_and_shows_in_any_locale(text):
    try:
        value = PartialDate(text)
    except UnreadableValue:
        assume(False)
    assert PartialDate.read(text) == text
    assert value.earliest <= value.latest
    assert value.agrees_with(value)
    for locale in ("en", "de", "ar", "ja", "??"):
        assert value.display(locale)


@given(marked | seasons)
@fuzzed(60)
def test_what_is_shown_in_english_reads_back(text):
    assume(text >= "1000")
    assert PartialDate.read(PartialDate(text).display()) == text


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 900))
@fuzzed(50)
def test_an_interval_reads_back_from_english(first, length):
    last = first + timedelta(days=length)
    value = PartialDate(f"{first}/{last}")
    again = PartialDate.read(value.display())
    assert (again.earliest, again.latest) == (first, last)


@given(st.text(max_size=40) | words.map(" ".join) | words.map("".join))
@fuzzed(150)
def test_any_other_text_is_refused_politely(text):
    try:
        value = PartialDate.read(text)
    except UnreadableValue:
        return
    assert PartialDate(str(value)) == value
    assert value.display()
    assert value.earliest <= value.latest


PLAIN = ("2024", "0999", "2024-02", "1900-02", "2023-12", "2024-02-29", "1900-02-28", "9999-12-31")


@pytest.mark.parametrize("text", PLAIN)
def test_plain_dates_are_read_here_as_the_library_reads_them(text):
    known, read = edtf.parse_edtf(text), PartialDate(text)
    for moment, day in ((known.lower_strict(), read.earliest), (known.upper_strict(), read.latest)):
        assert moment[:3] == (day.year, day.month, day.day)


@pytest.mark.parametrize("text", ["2026-02-30", "1900-02-29", "2026-04-31", "2026-06-00"])
def test_a_day_that_is_in_no_calendar_is_refused(text):
    with pytest.raises(UnreadableValue):
        PartialDate(text)
