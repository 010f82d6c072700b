"""Markdown and plain text: pleasant to read, and never HTML-escaped."""

import pytest

from profiles.renderings import render
from tests.documents import a_document, a_fact, an_edition
from tests.rich_document import a_rich_document


def rendered(name, document=None):
    return render(an_edition(document or a_rich_document()), name).decode()


@pytest.mark.parametrize("name", ["md", "txt"])
def test_nothing_is_html_escaped(name):
    text = rendered(name)
    assert text.startswith("# Acme & Co\n" if name == "md" else "Acme & Co\n=========\n")
    assert "&amp;" not in text
    assert "&#x27;" not in text


def test_markdown_escapes_what_would_be_markup():
    text = rendered("md")
    assert r"Rocket \*Large\* \[v2\]" in text
    assert r"for \<every> desert" in text
    assert r"\<script>" in text


def test_markdown_has_its_own_footnotes():
    text = rendered("md", a_document(company=(a_fact("tagline", "Go", "report"),)))
    assert "Go[^1]" in text
    assert "[^1]: [Report report](<https://news.example.org/report?a=1&b=2>). Example News" in text


def test_text_keeps_to_its_width_except_for_addresses():
    lines = [line for line in rendered("txt").split("\n") if len(line) > 78]
    assert [line for line in lines if "://" not in line] == []


@pytest.mark.parametrize("name", ["md", "txt"])
def test_there_are_no_double_gaps_and_one_line_end(name):
    text = rendered(name)
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_value_that_ends_in_a_full_stop_does_not_get_another():
    assert ".." not in rendered("md").replace("...", "")
