"""What README.md and the pages under `.docs/` name is there."""

import re

import pytest

from tests.__main__ import found
from tests.clones import ROOT

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / ".docs").rglob("*.md"))]
PATH = re.compile(r"`((?:profiles|tests|config|fixtures|\.ci|\.docs)/[\w./-]*)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_and_every_link_leads_somewhere(page):
    text = page.read_text()
    missing = [name for name in PATH.findall(text) if not (ROOT / name).exists()]
    missing += [name for name in LINK.findall(text) if not (page.parent / name).exists()]
    assert missing == []


def test_every_decision_is_in_the_index():
    folder = ROOT / ".docs" / "decisions"
    index = (folder / "README.md").read_text()
    pages = [page.name for page in folder.glob("[0-9]*.md")]
    assert len(pages) >= 10
    assert [name for name in pages if f"({name})" not in index] == []


def test_the_parts_that_are_named_can_be_run_alone():
    text = (ROOT / ".docs" / "contributing.md").read_text()
    names = re.findall(r"-m tests ([\w.]+)", text)
    assert names
    assert all(found(name).exists() for name in names)
