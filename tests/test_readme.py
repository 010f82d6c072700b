"""The README's commands work, and it names every setting."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from profiles.facts import BY_SHEET
from profiles.review.policies import diagram
from tests.clones import ROOT, clone_to, run

README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
# These two make a virtual environment and install packages: `.ci/run` runs them as they stand.
SET_UP, TEST, *COMMANDS = BLOCKS
DEMO = "demo.sqlite3"  # the database as the demo left it


def test_the_first_two_commands_are_the_ones_that_the_gate_runs():
    assert SET_UP.strip().endswith(".venv/bin/pip install -e . && .venv/bin/python manage.py demo")
    assert TEST.strip().endswith(".venv/bin/pip install -e '.[test]' && .venv/bin/pytest")
    gate = (ROOT / ".ci" / "run").read_text()
    assert "readme_command 'manage.py demo'" in gate
    assert "readme_command pytest" in gate


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """The tree as git knows it, after the demo ran."""
    folder = clone_to(tmp_path_factory.mktemp("readme") / "clone")
    done = run(folder, ".venv/bin/python manage.py demo --no-server")
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.copy(folder / "db.sqlite3", folder / DEMO)
    return folder


def marked(block: str) -> Any:
    """What installs, lints or measures is left to the gate."""
    is_left = re.search(r"\bpip install\b|\bruff\b|\bmypy\b|benchmarks", block)
    name = block.split("\n")[0][-40:]
    return pytest.param(block, id=name, marks=pytest.mark.gate if is_left else ())


@pytest.mark.parametrize("commands", [marked(block) for block in COMMANDS])
def test_the_commands_run(clone, commands):
    done = run(clone, commands)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_demo_again_changes_nothing(clone):
    tables = "import sqlite3; print(list(sqlite3.connect('db.sqlite3').iterdump()))"
    before = run(clone, f'.venv/bin/python -c "{tables}"').stdout
    assert run(clone, ".venv/bin/python manage.py demo --no-server").returncode == 0
    assert run(clone, f'.venv/bin/python -c "{tables}"').stdout == before


def test_every_setting_is_documented():
    settings = (ROOT / "config" / "settings.py").read_text()
    names = set(re.findall(r'(?:env|env_\w+|required_in_deployment)\(\s*"([A-Z_]+)"', settings))
    documented = set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE))
    assert names == documented
    assert len(names) > 10


def test_the_diagram_is_the_one_that_the_code_follows():
    (shown,) = re.findall(r"```mermaid\n(.*?)\n```", README, re.DOTALL)
    assert shown == diagram()


def test_the_sheets_are_listed_in_their_order():
    (listed,) = re.findall(
        r"one sheet per kind of record, in this order: (.*?)\. Any", README, re.S
    )
    sheets = re.findall(r"`(\w+)`", listed)
    assert sheets == ["sources", "captures", *BY_SHEET, "claims"]


def test_a_new_fact_is_at_most_ten_lines_and_shows_everywhere(clone, tmp_path):
    (diff,) = re.findall(r"```diff\n(.*?)```", README, re.DOTALL)
    assert len(diff.splitlines()) <= 10
    folder = clone_to(tmp_path / "clone")
    apply(diff, folder)
    shutil.copy(clone / DEMO, folder / "db.sqlite3")
    done = run(
        folder,
        ".venv/bin/python manage.py makemigrations profiles -n motto\n"
        ".venv/bin/python manage.py migrate\n"
        ".venv/bin/python manage.py shell < tests/a_new_fact.py",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("form workbook checks document page\n"), done.stdout + done.stderr


def apply(diff: str, folder: Path) -> None:
    """Put each added line behind the line above it, which must be there once."""
    for part in diff.split("--- ")[1:]:
        name, context, added = part.splitlines()
        text = (folder / name).read_text()
        assert text.count(f"\n{context[1:]}\n") == 1, f"{name} has changed: correct README.md"
        (folder / name).write_text(text.replace(context[1:], f"{context[1:]}\n{added[1:]}"))
