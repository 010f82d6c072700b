"""Files of other tools: what is read from them, and what comes back of our own."""

import json
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profiles.exchange.entries import COLUMNS, Entry, UnreadableFile, stated
from profiles.exchange.formats import FORMATS, MOST_BYTES, read_file
from tests.fuzz import fuzzed

WHOLE = {
    "key": "gazette-2023",
    "title": "Ünited {Anvils} & 100% of $5_000 -- “more” ~ 'it' \\ ^",
    "url": "https://example.org/a_b%20c?x=1&y={z#f",
    "publisher": "The Gazette & Sons",
    "author": "Doe, Jane; Agence France-Presse; van der Berg, Ö.",
    "author_kind": "person",
    "publisher_kind": "organisation",
    "author_note": "Writes on anvils",
    "author_url": "https://example.org/~jane",
    "language": "en-GB",
    "kind": "essay",
    "published": "2023-04",
    "updated": "2023-12~",
    "as_of": "2023",
    "canonical": "herald-2023",
    "derived_from": "wire",
    "topics": "anvils\nhammers, and tongs",
    "entities": "Acme\nJane Doe",
    "alternates": "https://example.org/a.md\nhttps://example.org/a.txt",
    "disclaimer": "Not audited",
    "note": "First line.\nSecond line.",
}
DATES = [
    "2023", "2023-04", "2023-04-05", "2023-12~", "2023-12?", "2023%", "2026-22", "2026-38",
    "2026/2027", "2023-04-01/2023-04-10", "../2020", "199X",
]  # fmt: skip


def there_and_back(form: str, *values: dict[str, str]) -> list[dict[str, str]]:
    entries = [Entry(number, stated(each)) for number, each in enumerate(values, start=1)]
    reading = read_file(FORMATS[form].write(entries).encode())
    assert reading.problems == []
    return [dict(entry.values) for entry in reading.entries]


@pytest.mark.parametrize("form", FORMATS)
def test_every_column_comes_back(form):
    other = {"key": "herald-2023", "title": "Herald", "kind": "news"}
    assert there_and_back(form, WHOLE, other) == [stated(WHOLE), other]
    assert set(WHOLE) == set(COLUMNS) - {"standing", "standing_note"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("date", DATES)
def test_a_date_comes_back_as_exact_as_it_was(form, date):
    values = {"key": "a", "title": "A", "kind": "news", "published": date}
    assert there_and_back(form, values) == [values]


@pytest.mark.parametrize("form", FORMATS)
def test_a_month_is_written_without_a_day(form):
    text = FORMATS[form].write([Entry(1, {"key": "a", "title": "A", "published": "2023-04"})])
    assert "2023-04-01" not in text
    assert "2023/04/01" not in text
    assert "custom" not in text
    assert "footnote:" not in text  # the format's own date says it all


@pytest.mark.parametrize("form", FORMATS)
def test_no_text_ends_its_entry(form):
    note = '}\n}\n@misc{x,\nER  - \n\nTY  - NEWS\n"}]'
    (values,) = there_and_back(form, {"key": "a", "title": "A", "note": note})
    assert values["note"].split() == note.split()


line = (
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and text == normalize("NFC", text))
)
lines = st.lists(line, min_size=1, max_size=3).map("\n".join)
sources = st.fixed_dictionaries(
    {"key": st.from_regex(r"[A-Za-z0-9_-]{1,20}", fullmatch=True), "title": line},
    optional={
        "author": line,
        "publisher": line,
        "published": st.sampled_from(DATES),
        "note": lines,
        "topics": lines,
        "disclaimer": line,
        "canonical": st.just("other"),
    },
).map(lambda values: {**values, "kind": "other"})


@pytest.mark.parametrize("form", FORMATS)
@fuzzed(40)
@example(values=[{"key": "0", "title": "0", "note": "0\n@(\n@x{", "kind": "other"}])
@given(values=st.lists(sources, min_size=1, max_size=3, unique_by=lambda each: each["key"]))
def test_whatever_is_written_comes_back(form, values):
    assert there_and_back(form, *values) == [stated(each) for each in values]


def test_csl_of_others():
    item = {
        "id": "http://zotero.example/items/1",
        "type": "article-newspaper",
        "title": "Anvils",
        "container-title": "The Gazette",
        "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
        "issued": {"date-parts": [["2023", 4]]},
        "language": "English",
        "volume": "3",
    }
    entry = read_file(json.dumps([item]).encode()).entries[0]
    assert entry.values == {
        "key": "http://zotero.example/items/1",
        "title": "Anvils",
        "publisher": "The Gazette",
        "author": "van der Berg, Jan",
        "author_kind": "person",
        "language": "en",
        "kind": "news",
        "published": "2023-04",
    }
    assert entry.left_out == ("volume",)


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [
        ({"date-parts": [[2023]]}, "2023"),
        ({"date-parts": [[2023, 4], [2023, 6]]}, "2023-04/2023-06"),
        ({"date-parts": [[2023]], "season": "summer"}, "2023-22"),
        ({"date-parts": [[2023, 12]], "circa": True}, "2023-12~"),
        ({"raw": "April 2023"}, "2023-04"),
        ("2023-04", "2023-04"),
    ],
)
def test_csl_dates(issued, edtf):
    text = json.dumps([{"id": "a", "issued": issued}])
    assert read_file(text.encode()).entries[0].get("published") == edtf


def test_bibtex_of_others():
    text = r"""
    @string{gz = "The Gazette"}
    @article{weid:2023, title = {The {AI} of {\'e}t\'e --- 100\% \& 5% \emph{more}},
      author = {Doe, Jane and {Agence France-Presse} and Martin Weid{\"u}nn},
      journal = gz, year = 2023, month = apr, langid = {ngerman}, volume = 3,
      url = {https://example.org/a\_b%20c}}
    """
    entry = read_file(text.encode()).entries[0]
    assert entry.values == {
        "key": "weid:2023",
        "title": "The AI of été — 100% & 5% more",
        "url": "https://example.org/a_b%20c",
        "publisher": "The Gazette",
        "author": "Doe, Jane; Agence France-Presse; Martin Weidünn",
        "author_kind": "person",
        "language": "de",
        "kind": "news",
        "published": "2023-04",
    }
    assert entry.left_out == ("volume",)


def test_ris_of_others():
    text = "TY  - MGZN\r\nT1  - Anvils\r\nA1  - Doe, Jane\r\nJO  - Gazette\r\n"
    text += "Y1  - 2023/04//spring\r\nUR  - https://example.org/a;b\r\n"
    text += "LA  - eng\r\nVL  - 3\r\nER  - \r\n"
    entry = read_file(b"\xef\xbb\xbf" + text.encode()).entries[0]
    assert entry.values == {
        "title": "Anvils",
        "url": "https://example.org/a;b",
        "publisher": "Gazette",
        "author": "Doe, Jane",
        "author_kind": "person",
        "language": "en",
        "kind": "news",
        "published": "2023-04",
    }
    assert entry.left_out == ("volume",)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "neither CSL-JSON"),
        (b"Dear editor, {nothing} here", "neither CSL-JSON"),
        (b"[{", "no JSON"),
        (b'{"items": 3}', "list of items"),
        ("[{\"title\": \"é\"}]".encode("cp1252"), "UTF-8"),
        (b" " * (MOST_BYTES + 1), "Split the file"),
        (b"@a{" * 6000, "at most 5,000"),
        (b"[" * 100_000, "no JSON"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(content, why):
    with pytest.raises(UnreadableFile, match=why):
        read_file(content)


@pytest.mark.parametrize(
    ("content", "entry", "field", "why"),
    [
        (b'[{"id": "a"}, {"id": "b", "title": 3}]', 2, "title", "Expected `str`"),
        (b'[{"id": "b", "issued": {"date-parts": "2023"}}]', 1, "issued", "Expected `array`"),
        (b"[3]", 1, "", "Expected `object`"),
        (b'[{"id": "b", "issued": {"when": 3}}]', 1, "issued", "Expected `date-parts`"),
        (b'[{"id": "b", "issued": true}]', 1, "issued", "Expected `object`"),
        (b"@a{x, title={A}}\n@a{x, title={B}}", 2, "", "twice"),
        (b"@a{x, title={A}}\n@a{y, title={B", 2, "", "This is no whole entry"),
        (b"@a{x, title={" + b"{" * 900 + b"}" * 900 + b"}}", 1, "title", "LaTeX"),
        (b"TY  - NEWS\nC1  - footnote:{3\nER  - ", 1, "C1", "cannot be read"),
    ],
)
def test_a_broken_entry_is_named_with_its_field(content, entry, field, why):
    (problem,) = read_file(content).problems
    assert (problem.entry, problem.field) == (entry, field)
    assert why in problem.message


def test_control_characters_are_dropped():
    text = json.dumps([{"id": "a", "title": "An\x00vi\x1bl\ns"}])
    assert read_file(text.encode()).entries[0].get("title") == "Anvil s"
