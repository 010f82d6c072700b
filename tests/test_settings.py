"""A deployment that lacks something says what, and does not start."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize(
    "url", ["pigeon://loft", "smtp://", "smtp://host:many", "mail.example.org"]
)
def test_an_unreadable_mail_address_is_named_without_its_password(url):
    done = start(EMAIL_URL=url.replace("//", "//user:secret@"))
    assert done.returncode != 0
    assert "EMAIL_URL=" in done.stderr
    assert "secret" not in done.stderr.splitlines()[-1]


LOGIN_PAGE = """
import django, json, sys
import config.settings
config.settings.STORAGES["staticfiles"]["BACKEND"] = (  # nobody collected the files
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
django.setup()
from django.conf import settings
from django.test import Client
page = Client().get("/admin/login/", secure="secure" in sys.argv, HTTP_HOST="example.org")
cookies = {name: dict(morsel) for name, morsel in page.cookies.items()}
names = ("SECURE", "HTTPONLY", "SAMESITE")
session = [getattr(settings, f"SESSION_COOKIE_{name}") for name in names]
print(json.dumps([page.status_code, cookies, dict(page.headers), session, settings.EMAIL_IS_SENT]))
"""


def login_page(*arguments: str, **environment: str) -> Any:
    """Its status, cookies and headers, how the session's cookie is set, whether mail is sent."""
    done = subprocess.run(
        [sys.executable, "-c", LOGIN_PAGE, *arguments],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": "sqlite://:memory:",
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.gate
def test_cookies_of_a_deployment_travel_over_tls_alone():
    status, cookies, headers, session, mail = login_page("secure", **SAFE)
    csrf = cookies["csrftoken"]
    assert (status, csrf["secure"], csrf["samesite"]) == (200, True, "Lax")
    assert session == [True, True, "Lax"]
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert not mail
    status, cookies, headers, *_ = login_page(**SAFE)
    assert (status, cookies) == (301, {})
    assert headers["Location"] == "https://example.org/admin/login/"


@pytest.mark.gate
def test_cookies_of_a_laptop_travel_as_they_must():
    status, cookies, _, session, mail = login_page(ALLOWED_HOSTS="example.org")
    assert (status, cookies["csrftoken"]["secure"], session) == (200, "", [False, True, "Lax"])
    assert mail
