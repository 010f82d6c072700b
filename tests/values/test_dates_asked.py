"""What can mean two things is refused with both, and each is read when it is typed."""

import pytest

from profiles.values.dates import PartialDate
from profiles.values.errors import UnreadableValue

ASKED = [
    # the day or the month
    ("03/04/2024", "day or the month first", "2024-04-03 or 2024-03-04"),
    ("1/02/2012", "day or the month first", "2012-02-01 or 2012-01-02"),
    ("04.07.2026", "day or the month first", "2026-07-04 or 2026-04-07"),
    ("25/12/2012", "day or the month first", "2012-12-25"),
    ("12/25/2012", "day or the month first", "2012-12-25"),
    ("4-7-26", "day or the month first", "2026-07-04 or 2026-04-07 or 2004-07-26"),
    ("99/99/2012", "day or the month first", "2012-02-01"),
    # years, or a season, a month, a quarter
    ("2023-24", "two years or a season", "2023/2024 or winter 2023"),
    ("2023–24", "two years or a season", "2023/2024 or winter 2023"),
    ("2023/24", "two years or a season", "2023/2024 or winter 2023"),
    ("2019-22", "two years or a season", "2019/2022 or summer 2019"),
    ("2025–35", "two years or a part of one", "2025/2035 or Q3 2025"),
    ("1932-33", "two years or a part of one", "1932/1933 or Q1 1932"),
    ("2010/11", "two years or a month", "2010/2011 or 2010-11"),
    ("2010–11", "two years or a month", "2010/2011 or 2010-11"),
    ("2008-9", "two years or a month", "2008/2009 or 2008-09"),
    ("2026-27", "two years", "2026/2027"),
    ("2023-25", "two years", "2023/2025"),
    # a decade or a century
    ("1900s", "decade or a century", "the 1900s decade or the 20th century"),
    ("the 1800s", "decade or a century", "the 1800s decade or the 19th century"),
    ("1800s~", "decade or a century", "the 1800s decade or the 19th century"),
    ("early 1900s", "decade or a century", "early 1900s decade or early 20th century"),
    ("1900er Jahre", "decade or a century", "the 1900s decade or the 20th century"),
    ("the 20s", "which century", "the 1920s or the 2020s"),
    ("the 00s", "which century", "the 1900s decade or the 2000s decade"),
    # what a company calls a year
    ("FY2024", "fiscal year", "2024 or 2023-07/2024-06"),
    ("fiscal 2024", "fiscal year", "2024 or 2023-07/2024-06"),
    ("FY24", "fiscal year", "2024 or 2023-07/2024-06"),
    ("FY2023/24", "fiscal year", "2023/2024 or 2023-07/2024-06"),
    ("Q3 FY2024", "fiscal year", "2024-35 or 2024-01/2024-03"),
    ("Geschäftsjahr 2024", "fiscal year", "2024 or 2023-07/2024-06"),
    ("2023年度", "fiscal year", "2023 or 2022-07/2023-06"),
    ("2026E", "estimate", "about 2026 or 2026"),
    # a year of two figures
    ("May 24", "which year", "2024-05 or 2024-05-24"),
    ("Jun-24", "which year", "2024-06 or 2024-06-24"),
    ("3 May 24", "which year", "2024-05-03 or 2003-05-24"),
    ("summer 24", "which year", "summer 2024"),
    ("summer 60", "which year", "summer 1960 or summer 2060"),
    # one end without a year
    ("Q1 to 2024", "in that year, or from then", "2024-33 or 2024-01/2024"),
    ("May to 2024", "in that year, or from then", "2024-05 or 2024-05/2024"),
    ("May or 2024", "which of the two", "2024-05 or 2024"),
    ("June 2023 – August", "end in the same year", "2023-06/2023-08"),
    ("Dec–Jan 2024", "begin in the year before", "2023-12/2024-01"),
    # others
    ("late winter 2026", "which winter", "winter 2025/2026 or winter 2026/2027"),
    ("about winter 2026", "which winter", "winter 2025/2026 or winter 2026/2027"),
    ("as of March 2024", "only then, or from then on", "2024-03 or since 2024-03"),
    ("Week 32, 2023", "which calendar", "2023-W32 or 2023-08-06/2023-08-12"),
    ("-2019", "until then", "until 2019"),
    ("Tuesday, 11 December 2023", "a Monday", "2023-12-11"),
]


@pytest.mark.parametrize(("written", "question", "choices"), ASKED)
def test_asks(written, question, choices):
    with pytest.raises(UnreadableValue, match=question) as refusal:
        PartialDate.read(written)
    assert refusal.value.example == choices
    assert str(refusal.value).endswith(f" Write for example {choices}.")
    assert all(PartialDate.read(choice) for choice in refusal.value.choices)


def test_choices_are_different_dates():
    for written, _, _ in ASKED:
        with pytest.raises(UnreadableValue) as refusal:
            PartialDate.read(written)
        choices = refusal.value.choices
        assert len({PartialDate.read(choice) for choice in choices}) == len(choices)
