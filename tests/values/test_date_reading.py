"""What editors paste, as English, EDTF, other systems and spreadsheets have it -> what is kept."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.values.dates import PartialDate
from profiles.values.errors import UnreadableValue
from tests.fuzz import fuzzed

READ = [
    # as EDTF
    ("2023", "2023"),
    ("2023-04", "2023-04"),
    ("2010-11", "2010-11"),
    ("2026-07-04", "2026-07-04"),
    ("2023-12~", "2023-12~"),
    ("2023?", "2023?"),
    ("2023%", "2023%"),
    ("2026-22", "2026-22"),
    ("2026-38", "2026-38"),
    ("2024-35", "2024-35"),
    ("2023-24/2023-24", "2023-24/2023-24"),
    ("2026/2027", "2026/2027"),
    ("2023~/2024", "2023~/2024"),
    ("2023/..", "2023/.."),
    ("202X", "202X"),
    ("202x", "202X"),
    ("19xx", "19XX"),
    ("156X-12-25", "156X-12-25"),
    # as EDTF that is kept in another way
    ("2026-22~", "2026-06~/2026-08~"),
    ("2026-22/2026-23", "2026-06/2026-11"),
    ("2023/2023", "2023"),
    ("1560-XX", "1560"),
    ("1560-XX-XX", "1560"),
    ("1560-12-XX", "1560-12"),
    ("2004-XX-25", "2004-01-25/2004-12-25"),
    ("2004?-06-11", "2004-06-11?"),
    ("2004-~06", "2004-06~"),
    ("1950S2", "19XX"),
    ("1950S3", "195X"),
    ("{1667,1668}", "1667/1668"),
    ("[1667, 1668, 1670..1672]", "1667/1672"),
    ("[..1760-12-03]", "../1760-12-03"),
    ("2024/open", "2024/.."),
    ("2024/unknown", "2024/.."),
    ("unknown/2024", "../2024"),
    # months and days, in words
    ("Feb 2024", "2024-02"),
    ("February 2024", "2024-02"),
    ("FEBRUARY, 2024", "2024-02"),
    ("Jun 2023", "2023-06"),
    ("Sept. 2023", "2023-09"),
    ("Jan.2024", "2024-01"),
    ("2024 May", "2024-05"),
    ("May/2024", "2024-05"),
    ("4 July 2026", "2026-07-04"),
    ("4. July 2026", "2026-07-04"),
    ("July 4, 2026", "2026-07-04"),
    ("4th of July, 2026", "2026-07-04"),
    ("on the 4th of July 2026", "2026-07-04"),
    ("4-Jul-2026", "2026-07-04"),
    ("Jul-4-2026", "2026-07-04"),
    ("2026-Jul-4", "2026-07-04"),
    ("2023 December 11", "2023-12-11"),
    ("15 May/2024", "2024-05-15"),
    ("11December2023", "2023-12-11"),
    ("Monday, 11 December 2023", "2023-12-11"),
    ("Mon Dec 11 2023", "2023-12-11"),
    ("in 2023", "2023"),
    ("In April 2023", "2023-04"),
    ("sometime in 2023", "2023"),
    ("1066 AD", "1066"),
    # in figures
    ("2012/02/01", "2012-02-01"),
    ("2023-4-5", "2023-04-05"),
    ("2024.6.3", "2024-06-03"),
    ("20240603", "2024-06-03"),
    ("02/2012", "2012-02"),
    ("04-2023", "2023-04"),
    ("12 2023", "2023-12"),
    ("2023-1", "2023-01"),
    ("2024/05", "2024-05"),
    ("2024-155", "2024-06-03"),
    # with a time
    ("2026-07-04 16:01:03+00:00", "2026-07-04"),
    ("2026-07-04T16:01:03Z", "2026-07-04"),
    ("2024-06-03T10:00Z", "2024-06-03"),
    ("2024-06-03T10:00:00.123+02:00", "2024-06-03"),
    ("20240603T100000Z", "2024-06-03"),
    ("Mon, 03 Jun 2024 10:00:00 GMT", "2024-06-03"),
    ("June 3, 2024 at 10:00 AM", "2024-06-03"),
    # weeks
    ("2023-W32", "2023-08-07/2023-08-13"),
    ("2023-W32-1", "2023-08-07"),
    ("first week of May 2024", "2024-05-01~/2024-05-07~"),
    ("last week of May 2024", "2024-05-25~/2024-05-31~"),
    # about and perhaps
    ("~Dec 2023", "2023-12~"),
    ("about 2023", "2023~"),
    ("circa 2023", "2023~"),
    ("c. 2023", "2023~"),
    ("c 1999", "1999~"),
    ("c1999", "1999~"),
    ("ca 1999", "1999~"),
    ("2023 (est.)", "2023~"),
    ("~2023?", "2023%"),
    ("probably 2023", "2023?"),
    ("about December 2023 (uncertain)", "2023-12%"),
    # two figures that can be one year alone
    ("'98", "1998"),
    ("May '24", "2024-05"),
    ("May 98", "1998-05"),
    ("3Q24", "2024-35"),
    # typography
    ("2023‑04", "2023-04"),
    ("2023–04", "2023-04"),
    ("\u00a04\u00a0July\u202f2026 ", "2026-07-04"),
    ("“2024”", "2024"),
    # spreadsheet cells
    (2023, "2023"),
    (2023.0, "2023"),
    (date(2024, 6, 11), "2024-06-11"),
    (datetime(2024, 6, 11), "2024-06-11"),  # noqa: DTZ001 - spreadsheets know no time zone
    (datetime(2024, 6, 11, 23, 30, tzinfo=UTC), "2024-06-11"),
]


@pytest.mark.parametrize(("written", "canonical"), READ)
def test_reads_what_editors_write(written, canonical):
    assert PartialDate.read(written) == canonical
    assert PartialDate(canonical) == PartialDate.read(canonical)


WORDS = """
2023 2024 04 31 July feb 4th , - – / ~ ? % about c. mid- early late of or to between and since
until summer q3 h1 .. 1/02/2012 (uncertain) 202X s T12:00 . third quarter 19th century winter 24 FY
before after from 1990s décembre Anfang fin week année siècle 2024年 decade year
"""
words = st.lists(st.sampled_from([*WORDS.split(), "of a year in"]), max_size=9)


@given(st.text(max_size=40) | words.map(" ".join) | words.map("".join))
@fuzzed(250)
def test_any_text_is_read_as_a_date_or_refused_with_examples_that_are_read(text):
    refusal = None
    try:
        value = PartialDate.read(text)
    except UnreadableValue as error:
        refusal = error
    if refusal:
        assert all(map(PartialDate.read, refusal.choices))
        return
    assert PartialDate(str(value)) == value
    assert value.display()
    assert value.earliest <= value.latest


@given(st.dates(date(1, 1, 1)), st.sampled_from(["{:%d %B} {}", "{:%B %d}, {}", "{:%d-%b}-{}"]))
@fuzzed(60)
def test_any_day_is_read(day, form):
    assert PartialDate.read(day.isoformat()) == day.isoformat()
    assert PartialDate.read(form.format(day, f"{day.year:04}")) == day.isoformat()


@pytest.mark.parametrize(("written", "canonical"), READ)
def test_case_means_nothing(written, canonical):
    if isinstance(written, str):
        assert PartialDate.read(written.upper()) == canonical
        assert PartialDate.read(written.lower()) == canonical
