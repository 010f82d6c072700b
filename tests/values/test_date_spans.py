"""Parts of a year, a month, a decade: quarters and halves, seasons, early, mid and late."""

import pytest

from profiles.values.dates import PartialDate

SPANS = [
    # quarters and halves
    ("Q3 2025", "2025-35"),
    ("2025-Q3", "2025-35"),
    ("2025Q3", "2025-35"),
    ("3Q 2025", "2025-35"),
    ("3Q25", "2025-35"),
    ("Q3'25", "2025-35"),
    ("third quarter of 2024", "2024-35"),
    ("the 3rd quarter of 2024", "2024-35"),
    ("last quarter of 2024", "2024-36"),
    ("H1 2026", "2026-40"),
    ("1H25", "2025-40"),
    ("first half of 2025", "2025-40"),
    ("second half of 2024", "2024-41"),
    ("first half of May 2024", "2024-05-01/2024-05-15"),
    ("second half of the 1990s", "1995/1999"),
    ("Q4 1932", "1932-36"),
    ("Q1 1932", "1932-33/1932-33"),  # `1932-33` is two years
    # seasons
    ("summer 2026", "2026-22"),
    ("Fall of 2026", "2026-23"),
    ("winter 2026", "2026-24"),
    ("summer 2019", "2019-22/2019-22"),  # `2019-22` is four years
    ("winter 2023", "2023-24/2023-24"),
    # of a year
    ("mid-2026", "2026-38"),
    ("mid 2026", "2026-38"),
    ("early 2026", "2026-37"),
    ("late 2025", "2025-39"),
    ("beginning of 2022", "2022-37"),
    ("start of 2022", "2022-37"),
    ("end of 2022", "2022-39"),
    ("end 2022", "2022-39"),
    ("year-end 2022", "2022-39"),
    ("first third of 2022", "2022-37"),
    # of a month
    ("early July 2026", "2026-07-01/2026-07-10"),
    ("mid-July 2026", "2026-07-11/2026-07-20"),
    ("late July 2026", "2026-07-21/2026-07-31"),
    ("late February 2024", "2024-02-21/2024-02-29"),
    ("beginning of May 2024", "2024-05-01/2024-05-10"),
    ("end of May 2024", "2024-05-21/2024-05-31"),
    ("end-May 2024", "2024-05-21/2024-05-31"),
    # of a quarter, a season
    ("early Q3 2024", "2024-07"),
    ("end of the third quarter of 2024", "2024-09"),
    ("late summer 2024", "2024-08"),
    # decades and their parts
    ("the 2020s", "202X"),
    ("1990's", "199X"),
    ("90s", "199X"),
    ("the '90s", "199X"),
    ("the nineties", "199X"),
    ("the early 2020s", "2020/2023~"),
    ("mid-1990s", "1994~/1996~"),
    ("late 1990s", "1997~/1999"),
    ("the 1900s decade", "190X"),
    ("early 1900s decade", "1900/1903~"),
    # centuries
    ("19th century", "18XX"),
    ("the nineteenth century", "18XX"),
    ("20th c.", "19XX"),
    ("early 19th century", "1800/1833~"),
    ("mid-19th century", "1834~/1866~"),
    # of a year that is unknown
    ("December of a year in the 2020s", "202X-12"),
    ("25 December of a year in the 1560s", "156X-12-25"),
    ("April of a year in the 21st century", "20XX-04"),
    ("summer of a year in the 1990s", "199X-22"),
]


@pytest.mark.parametrize(("written", "canonical"), SPANS)
def test_parts(written, canonical):
    assert PartialDate.read(written) == canonical


WHOLES = ["2024", "May 2024", "Q3 2024", "summer 2024", "1990s", "18th century"]


@pytest.mark.parametrize("part", ["early", "mid", "late"])
@pytest.mark.parametrize("whole", WHOLES)
def test_a_part_lies_within_its_whole(part, whole):
    inner, outer = PartialDate.read(f"{part} {whole}"), PartialDate.read(whole)
    assert outer.earliest <= inner.earliest <= inner.latest <= outer.latest
