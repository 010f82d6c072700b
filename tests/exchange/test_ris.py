"""RIS of others, as a table: what an entry says, and what is read of it."""

import pytest

from profiles.exchange.formats import FORMATS, read_file


def reading_of(*lines: str, end: str = "ER  - "):
    return read_file("\n".join(["TY  - NEWS", "TI  - A", *lines, end]).encode())


def entry_of(*lines: str):
    reading = reading_of(*lines)
    assert reading.problems == []
    return reading.entries[0]


@pytest.mark.parametrize(
    ("lines", "edtf"),
    [
        (["DA  - 2023/04//"], "2023-04"),
        (["Y1  - 2015/october"], "2015-10"),
        (["Y1  - 2026///summer"], "2026-22"),
        (["PY  - 2023/04//spring"], "2023-04"),
        (["PY  - 2015-2016"], "2015/2016"),
        (["PY  - 2023", "DA  - Dec 11"], "2023-12-11"),
        (["DA  - 11 Dec", "PY  - 2023///"], "2023-12-11"),
        (["PY  - 2023", "DA  - 2023 Dec 11", "Y1  - 2023/12/11/"], "2023-12-11"),
        (["DA  - 2023/00/00/"], "2023"),
        (["DA  - 2023/12//about December 2023"], "2023-12~"),
    ],
)
def test_dates(lines, edtf):
    entry = entry_of(*lines)
    assert entry.get("published") == edtf
    assert entry.remarks == ()


def test_a_date_that_is_none_is_warned_of():
    entry = entry_of("PY  - in press")
    assert "published" not in entry.values
    assert entry.remarks == ("PY: “in press” is no date, so the source gets none.",)


def test_dates_that_disagree_are_reported_and_keep_no_other_entry_back():
    text = "TY  - NEWS\nID  - a\nPY  - 2023\nDA  - 2022/12/11\nER  - \nTY  - NEWS\nTI  - B\nER  - "
    reading = read_file(text.encode())
    (problem,) = reading.problems
    assert str(problem).startswith("Entry 1 (a), line 1, published: It has dates that disagree")
    assert [each.get("title") for each in reading.entries] == ["B"]


@pytest.mark.parametrize(
    ("lines", "url", "alternates"),
    [
        (["UR  - https://a.example/1;https://a.example/2"], "https://a.example/1", "https://a.example/2"),
        (["UR  - https://a.example/1", "UR  - https://a.example/2"], "https://a.example/1", "https://a.example/2"),
        (["UR  - https://a.example/a;b"], "https://a.example/a;b", ""),
        (["DO  - 10.1000/x"], "https://doi.org/10.1000/x", ""),
    ],
)  # fmt: skip
def test_addresses(lines, url, alternates):
    entry = entry_of(*lines)
    assert (entry.get("url"), entry.get("alternates")) == (url, alternates)


@pytest.mark.parametrize(
    ("author", "read", "csl"),
    [
        ("The Economist", "The Economist", '"literal": "The Economist"'),
        ("The Economist, Ltd.", "The Economist, Ltd.", '"literal": "The Economist, Ltd."'),
        ("Acme, GmbH", "Acme, GmbH", '"literal": "Acme, GmbH"'),
        ("Commerce Department,", "Commerce Department", '"literal": "Commerce Department"'),
        ("King, Martin, Jr.", "King, Martin, Jr.", '"suffix": "Jr."'),
        ("Khan, S.A.", "Khan, S.A.", '"given": "S.A."'),
    ],
)
def test_authors_keep_their_form(author, read, csl):
    entry = entry_of(f"AU  - {author}")
    assert entry.get("author") == read
    assert csl in FORMATS["csl"].write([entry])


@pytest.mark.parametrize(
    "text",
    [
        "TY - NEWS\nTI - A\nPY - 2023\nER -",
        "  TY  - NEWS\n  TI  - A\n\n  PY  - 2023\n  ER  -",
        "TY\t- NEWS\nTI\t- A\nPY\t- 2023\nER",
        "TY  - NEWS\nTI  - A\nPY  - 2023\nER",
    ],
)
def test_spaces_that_were_lost_or_became_tabs(text):
    (entry,) = read_file(text.encode()).entries
    assert entry.values == {"title": "A", "kind": "news", "published": "2023"}


def test_an_entry_that_is_not_closed_is_closed_and_said_so():
    first, last = read_file(b"TY  - NEWS\nTI  - A\nTY  - NEWS\nTI  - B").entries
    assert "closed before line 3" in first.remarks[0]
    assert "closed at the end of the file" in last.remarks[0]


def test_a_line_outside_of_any_entry_is_reported():
    reading = read_file(b"Provider: X\nTY  - NEWS\nTI  - A\nER  - \nTI  - B\n")
    assert str(reading.problems[0]).startswith("Line 5: “TI  - B” stands in no entry.")


def test_what_is_not_kept_is_named():
    entry = entry_of("PB  - P", "JF  - J", "VL  - 3", "ID  - a", "ID  - b")
    assert set(entry.left_out) == {"alternate_title3", "volume", "id"}
