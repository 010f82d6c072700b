"""Each command of README.md and of the pages under `.docs/` is run, each once, as a reader would.

What `manage.py` does runs in this process, on the demo that all tests share. What installs, lints,
measures or tests runs to the letter, in a clone with its own demo, when `.ci/run` asks for it.
"""

import re
import shlex
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.clones import ROOT, clone_to, run
from tests.manual import DOCS, PAGES, README, blocks, left_out

# These two make a virtual environment and install packages: `.ci/run` runs them as they stand.
SET_UP, TEST = list(blocks(README))[:2]
# What no test can run, and why that is safe.
NOT_RUN = {
    "bash .ci/run": "it is what runs these tests",
    "pre-commit install": "test_gate.py compares its hooks with the gate",
}
# What would not end by itself, or asks: with this behind it, it does.
ADDED = {
    "manage.py createsuperuser": "--noinput --username first --email first@example.org",
    "gunicorn config.wsgi": "--check-config",
    "python -m tests provenance.quotes": "--collect-only",
    "pytest --hypothesis-profile=fuzz": "--collect-only -n 0 tests/values",
}
BLOCKS = {
    block: page
    for page, text in PAGES.items()
    for block in blocks(text)
    if left_out(f"```console\n{block}```", [SET_UP, TEST])
}
LINES = [line for block in BLOCKS for line in block.splitlines()]
LEFT_TO_THE_GATE = re.compile(r"\b(pip install|ruff|mypy|makemigrations|pytest|tests)\b")
MANAGE = ".venv/bin/python manage.py "


def named(block: str) -> Any:
    return pytest.param(block, id=f"{BLOCKS[block]}: {block.splitlines()[0][-40:]}")


AT_THE_GATE = [named(block) for block in BLOCKS if LEFT_TO_THE_GATE.search(block)]
HERE = [named(block) for block in BLOCKS if not LEFT_TO_THE_GATE.search(block)]


# --- none is left out ------------------------------------------------------------------------


def test_no_command_is_left_out():
    assert left_out(DOCS, [SET_UP, TEST, *LINES, *NOT_RUN]) == []


def test_none_is_run_twice():
    assert sorted(set(LINES)) == sorted(LINES)


def test_what_is_excused_is_still_there():
    every = "\n".join([DOCS, *LINES])
    assert [name for name in [*NOT_RUN, *ADDED] if name not in every] == []


@pytest.mark.parametrize(
    "text",
    [
        "```sh\nmanage.py fly\n```",
        "```\n./fly\n```",
        "1. As follows:\n   ```bash\n   fly\n   ```",
        "Then `DEBUG=0 .venv/bin/python manage.py migrate --fly`.",
        "Or `verify_releases --fly`, which",
        "Or so:\n\n    $ git fly\n",
        "```console\n.venv/bin/python manage.py check_profiles a-company-that-no-page-names\n```",
    ],
)
def test_another_one_would_be(text):
    assert left_out(text, [SET_UP, TEST, *LINES, *NOT_RUN])


@pytest.mark.parametrize(
    "text", ["`check_profiles --report`", "`makemigrations`", "`git`", "`a b`"]
)
def test_a_part_of_one_and_a_mere_name_are_not_left_out(text):
    assert left_out(text, LINES) == []


# --- each runs -------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("block", HERE)
def test_the_commands_run(the_demo, folder, block):
    for line in block.splitlines():
        run_here(line, folder)


@pytest.mark.django_db
def test_one_that_fails_would_be_seen(the_demo, folder):
    with pytest.raises(CommandError, match="No company has the key nobody"):
        run_here(f"{MANAGE}check_profiles nobody", folder)
    with pytest.raises(AssertionError, match="no-file"):
        run_here("cat no-file", folder)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Where the commands are run: as in a clone, the fixtures are there."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_here(line: str, folder: Path) -> None:
    if not line.startswith(MANAGE):
        done = run(folder, line)
        assert done.returncode == 0, done.stdout + done.stderr
        return
    command, _, target = line.removeprefix(MANAGE).partition(" > ")
    with (folder / target).open("w") if target else nullcontext() as out:
        call_command(*shlex.split(command), stdout=out)


# --- at the gate -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """The tree as git knows it, after the demo ran."""
    folder = clone_to(tmp_path_factory.mktemp("commands") / "clone")
    done = run(folder, f"{MANAGE}demo --no-server")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.gate
@pytest.mark.parametrize("block", AT_THE_GATE)
def test_they_run_to_the_letter(clone, block):
    done = run(clone, "\n".join(line + added(line) for line in block.splitlines()))
    assert done.returncode == 0, done.stdout + done.stderr


def added(line: str) -> str:
    return "".join(f" {more}" for end, more in ADDED.items() if line.endswith(end))
