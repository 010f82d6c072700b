"""From one date to another, one of two, and dates that are open on one side."""

import pytest

from profiles.values.dates import PartialDate

RANGES = [
    ("2026 or 2027", "2026/2027"),
    ("2026 to 2027", "2026/2027"),
    ("2026–2027", "2026/2027"),
    ("2026-2027", "2026/2027"),
    ("between 2026 and 2027", "2026/2027"),
    ("2019 and 2020", "2019/2020"),
    ("2023, 2024 or 2025", "2023/2025"),
    ("2023 to 2023", "2023"),
    # the end says the year, or the month and the year
    ("April–June 2023", "2023-04/2023-06"),
    ("May/June 2024", "2024-05/2024-06"),
    ("28 May – 3 June 2024", "2024-05-28/2024-06-03"),
    ("7 Jun-14 Jul 1916", "1916-06-07/1916-07-14"),
    ("3 to 5 May 2024", "2024-05-03/2024-05-05"),
    ("3–5 May 2024", "2024-05-03/2024-05-05"),
    ("10/12 May 2024", "2024-05-10/2024-05-12"),
    ("1 or 2 May 2024", "2024-05-01/2024-05-02"),
    ("between 3 and 5 May 2024", "2024-05-03/2024-05-05"),
    ("May 10-12, 2024", "2024-05-10/2024-05-12"),
    ("May 5/6, 2024", "2024-05-05/2024-05-06"),
    ("Q1–Q2 2024", "2024-01/2024-06"),
    ("Q1-3 2024", "2024-01/2024-09"),
    ("9/2023 – 3/2024", "2023-09/2024-03"),
    ("2019--2021", "2019/2021"),
    ("first and second quarter of 2024", "2024-01/2024-06"),
    ("spring/summer 2024", "2024-03/2024-08"),
    ("mid-to-late 2025", "2025-05/2025-12"),
    ("early-to-mid 2025", "2025-01/2025-08"),
    # each end has its own
    ("Dec 2023/Jan 2024", "2023-12/2024-01"),
    ("28 December 2023 – 3 January 2024", "2023-12-28/2024-01-03"),
    ("Q3/2023–Q1/2024", "2023-07/2024-03"),
    ("2023-Q3/2024-Q1", "2023-07/2024-03"),
    ("May 2023–2024", "2023-05/2024"),
    ("summer 2026 or autumn 2026", "2026-06/2026-11"),
    ("1960s-1970s", "196X/197X"),
    ("1990s and 2000s", "199X/200X"),
    ("2H23-1H24", "2023-07/2024-06"),
    ("18th and 19th centuries", "17XX/18XX"),
    ("late 19th to early 20th century", "1867~/1933~"),
    # about both, or about one
    ("about 2026–2027", "2026~/2027~"),
    ("about 2026 to 2027", "2026~/2027~"),
    ("from about 2026 to 2027", "2026~/2027"),
    ("from 2026 to perhaps about 2027", "2026/2027%"),
    ("about mid-2026", "2026-05~/2026-08~"),
]
# An end that names no year is no start of a range whose other end is a bare year.
NO_RANGES = [
    ("Q1/2024", "2024-33"),
    ("Q1 / 2024", "2024-33"),
    ("Q1-2024", "2024-33"),
    ("Q1–2024", "2024-33"),
    ("2024/Q3", "2024-35"),
    ("H1/2025", "2025-40"),
    ("H2-2025", "2025-41"),
    ("May-2024", "2024-05"),
    ("summer/2026", "2026-22"),
    ("2024/spring", "2024-21"),
    ("winter 2022/2023", "2022-12/2023-02"),
    ("winter of 2022-2023", "2022-12/2023-02"),
    ("winter 2023-24", "2023-12/2024-02"),
]
OPEN = [
    ("since 2023", "2023/.."),
    ("about 2023/..", "2023~/.."),
    ("2023/", "2023/.."),
    ("2019-", "2019/.."),
    ("from 2019", "2019/.."),
    ("2019 onwards", "2019/.."),
    ("2019+", "2019/.."),
    ("2019–present", "2019/.."),
    ("2019 to date", "2019/.."),
    ("since 2019 until now", "2019/.."),
    ("2024 or later", "2024/.."),
    ("not before 2024", "2024/.."),
    ("on or after 3 May 2024", "2024-05-03/.."),
    ("since early 2022", "2022-01/.."),
    ("until June 2024", "../2024-06"),
    ("by 2010", "../2010"),
    ("by the end of 2025", "../2025-12"),
    ("2024 or earlier", "../2024"),
    ("no later than May 2024", "../2024-05"),
    # before and after do not include what they name
    ("before 2010", "../2009"),
    ("pre-2010", "../2009"),
    ("prior to May 2010", "../2010-04"),
    ("before 1 March 2024", "../2024-02-29"),
    ("after 2010", "2011/.."),
    ("after summer 2023", "2023-09/.."),
    ("after about 2010", "2011~/.."),
    ("before the end of 2022", "../2022-12"),
    ("after the beginning of 2022", "2022-01/.."),
    ("since 2019 until 2021", "2019/2021"),
]


@pytest.mark.parametrize(("written", "canonical"), RANGES)
def test_ranges(written, canonical):
    assert PartialDate.read(written) == canonical


@pytest.mark.parametrize(("written", "canonical"), NO_RANGES)
def test_what_is_no_range_to_the_end_of_a_year(written, canonical):
    assert PartialDate.read(written) == canonical


@pytest.mark.parametrize(("written", "canonical"), OPEN)
def test_open_ends(written, canonical):
    assert PartialDate.read(written) == canonical
