"""The README's commands work, and it names every setting."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from profiles.review.policies import diagram

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
# These two make a virtual environment and install packages: `.ci/run` runs them as they stand.
SET_UP, TEST, *COMMANDS = BLOCKS


def test_the_first_two_commands_are_the_ones_that_the_gate_runs():
    assert SET_UP.strip().endswith(".venv/bin/pip install -e . && .venv/bin/python manage.py demo")
    assert TEST.strip().endswith(".venv/bin/pip install -e '.[test]' && .venv/bin/pytest")
    gate = (ROOT / ".ci" / "run").read_text()
    assert "readme_command 'manage.py demo'" in gate
    assert "readme_command pytest" in gate


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """The tree as git knows it, after the demo ran."""
    folder = tmp_path_factory.mktemp("readme") / "clone"
    files = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    for name in files:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    done = run(folder, ".venv/bin/python manage.py demo --no-server")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def run(folder: Path, commands: str) -> subprocess.CompletedProcess[str]:
    """Run a block as it stands, with this Python in place of `.venv`."""
    here = Path(sys.executable).parent
    # The packages are installed already; all else runs to the letter.
    lines = [line for line in commands.splitlines() if "bin/pip install" not in line]
    script = "set -e\n" + "\n".join(lines).replace(".venv/bin/", f"{here}/")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "CACHE_URL", "DEBUG"} and not name.startswith("DJANGO_")
    }
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip


@pytest.mark.parametrize("commands", COMMANDS, ids=lambda block: block.split("\n")[0][-40:])
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
