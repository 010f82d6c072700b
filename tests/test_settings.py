"""A deployment that lacks something says what, and does not start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAFE = {
    "DEBUG": "0",
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
}


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_laptop_needs_nothing():
    assert start().returncode == 0


def test_a_complete_deployment_starts():
    assert start(**SAFE).returncode == 0


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL"])
def test_a_deployment_names_what_is_missing(missing):
    done = start(**{name: value for name, value in SAFE.items() if name != missing})
    assert done.returncode != 0
    assert f"{missing} must be set" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "perhaps"),
        ("WORKBOOK_MAX_BYTES", "many"),
        ("CACHE_URL", "carrier-pigeon://"),
    ],
)
def test_an_unreadable_setting_is_named(name, value):
    done = start(**{name: value})
    assert done.returncode != 0
    assert f"{name}={value!r}" in done.stderr
