"""What README.md and the pages under `.docs/` name is there, and what they list is complete."""

import re

import pytest

from profiles.facts import BY_SHEET
from profiles.review.policies import diagram
from tests.__main__ import found
from tests.clones import ROOT
from tests.manual import FILES, PAGES

PATH = re.compile(r"`((?:profiles|tests|config|fixtures|\.ci|\.docs)/[\w./-]*)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", [*FILES, ROOT / "CHANGELOG.md"], ids=lambda page: page.name)
def test_every_path_and_every_link_leads_somewhere(page):
    text = page.read_text()
    missing = [name for name in PATH.findall(text) if not (ROOT / name).exists()]
    missing += [name for name in LINK.findall(text) if not (page.parent / name).exists()]
    assert missing == []


def test_every_setting_is_documented():
    settings = (ROOT / "config" / "settings.py").read_text()
    names = set(re.findall(r'(?:env|env_\w+|required_in_deployment)\(\s*"([A-Z_]+)"', settings))
    documented = re.findall(r"^\| `([A-Z_]+)`", PAGES[".docs/settings.md"], re.MULTILINE)
    assert names == set(documented)
    assert len(names) > 10


def test_the_diagram_is_the_one_that_the_code_follows():
    (shown,) = re.findall(r"```mermaid\n(.*?)\n```", PAGES[".docs/proof.md"], re.DOTALL)
    assert shown == diagram()


def test_the_sheets_are_listed_in_their_order():
    (listed,) = re.findall(
        r"one sheet per kind of record, in this order: (.*?)\. Any",
        PAGES[".docs/workbooks.md"],
        re.DOTALL,
    )
    sheets = re.findall(r"`(\w+)`", listed)
    assert sheets == ["sources", "captures", *BY_SHEET, "claims"]


def test_every_decision_is_in_the_index():
    folder = ROOT / ".docs" / "decisions"
    index = (folder / "README.md").read_text()
    pages = [page.name for page in folder.glob("[0-9]*.md")]
    assert len(pages) >= 10
    assert [name for name in pages if f"({name})" not in index] == []


def test_the_parts_that_are_named_can_be_run_alone():
    names = re.findall(r"-m tests ([\w.]+)", PAGES[".docs/contributing.md"])
    assert names
    assert all(found(name).exists() for name in names)
