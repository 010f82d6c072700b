"""What is imported and exported again says the same: names, dates and addresses in each format."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.exchange.entries import Entry
from profiles.exchange.formats import FORMATS, read_file
from profiles.exchange.statements.names import Name, joined
from profiles.values import PartialDate
from tests.fuzz import fuzzed

OURS = re.compile(
    r"^ *footnote-[^\n]*\n|^C1 [^\n]*\n|,?\s*\"custom\": \{.*?\}\s*\}", re.MULTILINE | re.DOTALL
)
"""What only we read. Without it a file says what others understand."""

word = st.from_regex(r"[A-Z][a-zéüß'-]{1,8}", fullmatch=True)
several = st.lists(word, min_size=1, max_size=3)
whole = st.tuples(several, st.sampled_from(["", ", Inc.", ", SAS", " & Co."]))
persons = st.builds(
    lambda family, given, suffix: Name("", " ".join(family), " ".join(given), suffix).text,
    several, several, st.sampled_from(["", "Jr.", "III"]),
)  # fmt: skip
wholes = whole.map(lambda parts: Name(whole=" ".join(parts[0]) + parts[1]).text)
guarded = st.tuples(word, word).map(lambda parts: Name(whole=f"{parts[0]}; {parts[1]}, X").text)
authors = st.tuples(
    st.lists(persons | wholes, min_size=1, max_size=3), st.sampled_from([[], ["et al."]])
)
days = st.dates(min_value=date(1000, 1, 1)).map(str)
moments = st.builds(lambda day, length: day[:length], days, st.sampled_from([4, 7, 10]))
marked = st.builds(lambda text, mark: text + mark, moments, st.sampled_from(["", "~", "?", "%"]))
ranges = (
    st.tuples(marked, marked)
    .map(sorted)
    .filter(lambda ends: ends[0][:4] != ends[1][:4])
    .map("/".join)
)
seasons = st.sampled_from(["spring", "summer", "autumn", "winter"]).map(
    lambda name: str(PartialDate.read(f"{name} 2013"))
)
dates = st.one_of(marked, ranges, seasons)


def again(form: str, values: dict[str, str], *, without_ours: bool = False) -> dict[str, str]:
    text = FORMATS[form].write([Entry(1, values)])
    reading = read_file((OURS.sub("", text) if without_ours else text).encode())
    assert reading.problems == []
    return dict(reading.entries[0].values)


def source(**values: str) -> dict[str, str]:
    return {"key": "a", "title": "A", "kind": "news", **values}


@pytest.mark.parametrize("form", FORMATS)
@fuzzed(40)
@given(authors=authors)
def test_authors(form, authors):
    said, more = authors
    written = source(author=joined(said + more), author_kind="person")
    assert again(form, written) == written
    others_read = again(form, written, without_ours=True)
    assert others_read["author"] == joined(said + (more if form == "bibtex" else []))


@pytest.mark.parametrize("form", FORMATS)
def test_a_comma_divides_no_name_of_whom_nobody_said_that_it_is_a_person(form):
    bureau = source(author="Bureau of Industry, Department of Commerce")
    for kind in ({}, {"author_kind": "organisation"}):
        text = FORMATS[form].write([Entry(1, bureau | kind)])
        assert again(form, bureau | kind) == bureau | kind
        others_read = dict(read_file(OURS.sub("", text).encode()).entries[0].values)
        assert others_read["author"] == "{Bureau of Industry, Department of Commerce}"
        assert "author_kind" not in others_read


@pytest.mark.parametrize("form", FORMATS)
@fuzzed(20)
@given(author=guarded)
def test_names_with_commas_that_divide_nothing(form, author):
    assert again(form, source(author=author))["author"] == author
    if form != "ris":  # which has no whole names
        assert again(form, source(author=author), without_ours=True)["author"] == author


@pytest.mark.parametrize("form", FORMATS)
@fuzzed(60)
@given(edtf=dates)
def test_dates(form, edtf):
    assert again(form, source(published=edtf))["published"] == edtf


@fuzzed(60)
@given(edtf=dates)
def test_bibtex_says_every_date_in_its_own_field(edtf):
    assert again("bibtex", source(published=edtf), without_ours=True)["published"] == edtf


@pytest.mark.parametrize("form", FORMATS)
@fuzzed(40)
@given(edtf=st.one_of(moments, moments.map("{}~".format), seasons))
def test_every_format_says_a_single_date_to_others(form, edtf):
    assert again(form, source(published=edtf), without_ours=True)["published"] == edtf
