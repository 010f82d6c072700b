"""What README's command leaves out, `.ci/run` asks for; and no test goes missing in between."""

import re
import tomllib

import pytest

from tests.clones import ROOT
from tests.conftest import LONGEST

GATE = (ROOT / ".ci" / "run").read_text()


def test_what_is_left_out_by_default_is_asked_for():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]
    left_out = re.findall(r"-m 'not (\w+)'", settings["ini_options"]["addopts"])
    assert left_out == ["gate"]
    assert "pytest -m gate" in GATE


def test_whatever_touches_the_database_runs_on_postgresql_too():
    assert 'pytest -m "database and not gate and not looks"' in GATE


def test_a_test_of_the_database_is_marked_so_by_itself(db, request):
    assert request.node.get_closest_marker("database")


@pytest.mark.django_db
def test_so_is_one_that_says_it_with_a_mark(request):
    assert request.node.get_closest_marker("database")


def test_so_is_one_that_reaches_it_through_others(django_db_setup, request):
    assert request.node.get_closest_marker("database")


def test_another_one_is_not(request):
    assert not request.node.get_closest_marker("database")


def test_the_modules_that_are_begun_first_are_there():
    assert [name for name in LONGEST if not (ROOT / name).is_file()] == []


def test_the_hooks_before_a_commit_are_the_linters_of_the_gate():
    hooks = (ROOT / ".pre-commit-config.yaml").read_text()
    entries = re.findall(r"entry: (.+)", hooks)
    assert len(entries) == 4
    assert [entry for entry in entries if entry not in GATE] == []
