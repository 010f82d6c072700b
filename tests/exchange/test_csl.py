"""CSL-JSON of others, as a table: what an item says, and what is read of it."""

import json

import pytest

from profiles.exchange.formats import FORMATS, read_file


def entry_of(**item):
    reading = read_file(json.dumps([{"id": "a", **item}]).encode())
    assert reading.problems == []
    return reading.entries[0]


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [
        ({"date-parts": [["2023", "4", "1"], [2023, 4, 30]]}, "2023-04-01/2023-04-30"),
        ({"date-parts": [[2023, 4], [0]]}, "2023-04/.."),
        ({"date-parts": [[2023, 4], []]}, "2023-04/.."),
        ({"date-parts": [[0], [2023]]}, "../2023"),
        ({"date-parts": [[2023, 4, 0]]}, "2023-04"),
        ({"date-parts": [[2023.0]]}, "2023"),
        ({"date-parts": [["2023", "April"]]}, "2023-04"),
        ({"date-parts": [[2026, 14]]}, "2026-22"),
        ({"date-parts": [[2026, 22]]}, "2026-22"),
        ({"date-parts": [[2026]], "season": "2"}, "2026-22"),
        ({"date-parts": [[2026]], "season": "Summer"}, "2026-22"),
        ({"date-parts": [[2026, 7]], "season": 2}, "2026-07"),
        ({"date-parts": [2023, 4]}, "2023-04"),
        ({"date-parts": [[]]}, ""),
        ({"date-parts": [[None]]}, ""),
        ({"edtf": "2023-04~"}, "2023-04~"),
        ({"raw": "Summer 2026"}, "2026-22"),
        ({"literal": "about 2013"}, "2013~"),
        ({"year": 2009, "month": "1"}, "2009-01"),
        ([{"year": "2009", "month": "1", "day": "1"}], "2009-01-01"),
        ([{"year": 2009}, {"year": 2010}], "2009/2010"),
        ([[2009, 1]], "2009-01"),
        (2023, "2023"),
        (None, ""),
    ],
)
def test_dates(issued, edtf):
    entry = entry_of(issued=issued)
    assert entry.get("published") == edtf
    assert entry.remarks == ()


@pytest.mark.parametrize(
    ("circa", "edtf"),
    [(value, "2023~") for value in (True, 1, "1", "true", "yes", "circa")]
    + [(value, "2023") for value in (False, 0, "0", "false", "no", "", None)],
)
def test_circa(circa, edtf):
    assert entry_of(issued={"date-parts": [[2023]], "circa": circa}).get("published") == edtf


@pytest.mark.parametrize(
    ("author", "read", "again"),
    [
        ([{"literal": "Mistral AI, Inc."}], "Mistral AI, Inc.", None),
        ([{"literal": "Commerce, Bureau of"}], "{Commerce, Bureau of}", None),
        ([{"literal": "A; B"}], "{A; B}", None),
        ([{"family": "King", "given": "Martin", "suffix": "Jr."}], "King, Martin, Jr.", None),
        ([{"family": "Doe, Roe", "given": "Jane"}], "{Doe, Roe}, Jane", None),
        ([{"family": "Neumann", "given": "John", "non-dropping-particle": "von"}],
         "von Neumann, John", [{"family": "von Neumann", "given": "John"}]),
        ([{"given": "Cher"}], "Cher", [{"literal": "Cher"}]),
        ([{"family": "Doe", "given": "J."}, {"literal": "others"}], "Doe, J.; et al.",
         [{"family": "Doe", "given": "J."}]),
        ("Jane Doe", "Jane Doe", [{"literal": "Jane Doe"}]),
        ([None, {"family": "Doe", "given": None}], "Doe", [{"literal": "Doe"}]),
    ],
)  # fmt: skip
def test_authors_keep_their_form(author, read, again):
    entry = entry_of(author=author)
    assert entry.get("author") == read
    text = FORMATS["csl"].write([entry])
    assert json.loads(text)[0]["author"] == (again or author)
    assert read_file(text.encode()).entries[0].get("author") == read


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ('<i>Ital</i> &amp; <span class="nocase">X</span>', "Ital & X"),
        ("10<sup>9</sup> m CO<sub>2</sub>", "10⁹ m CO₂"),
        ("a < b and c > d", "a < b and c > d"),
        ("AT&T", "AT&T"),
        ("Anvils <b>", "Anvils <b>"),
        ("<b>a <i>b</i></b>", "a b"),
    ],
)
def test_markup_in_titles(title, read):
    assert entry_of(title=title).get("title") == read


def test_what_is_null_is_absent():
    assert entry_of(title=None, author=None, issued=None, URL="https://a.example/").values == {
        "key": "a", "url": "https://a.example/",
    }  # fmt: skip


def test_a_doi_is_the_address_where_no_other_is():
    assert entry_of(DOI="10.1000/x").get("url") == "https://doi.org/10.1000/x"
    both = entry_of(DOI="10.1000/x", URL="https://a.example/")
    assert (both.get("url"), both.left_out) == ("https://a.example/", ("DOI",))


def test_a_problem_says_its_line():
    text = b'[\n {"id": "a",\n  "title": "A"},\n {"id": "b", "title": 3}\n]'
    (problem,) = read_file(text).problems
    assert str(problem).startswith("Entry 2 (b), line 4, title: Expected `str`")
