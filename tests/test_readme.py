"""README.md is short, its first two commands are those of the gate, and it leads to every page."""

import re

from tests.clones import ROOT
from tests.manual import README, blocks

GATE = (ROOT / ".ci" / "run").read_text()


def test_it_is_short():
    assert len(README.splitlines()) <= 100


def test_its_two_commands_are_the_ones_that_the_gate_runs():
    see, test = (block.strip() for block in blocks(README))
    assert see.endswith(".venv/bin/pip install -e . && .venv/bin/python manage.py demo")
    assert test.endswith(".venv/bin/pip install -e '.[test]' && .venv/bin/pytest")
    assert "readme_command 'manage.py demo'" in GATE
    assert "readme_command pytest" in GATE
    assert re.findall(r"^python3 -m venv .*", README, re.MULTILINE) == [see, test]


def test_it_leads_to_every_page():
    pages = [f".docs/{page.name}" for page in (ROOT / ".docs").glob("*.md")]
    assert len(pages) > 5
    assert [page for page in pages if f"({page})" not in README] == []
