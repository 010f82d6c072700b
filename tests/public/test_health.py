"""`/healthz`: whether the database and the cache answer, and which of them does not."""

import os
import subprocess
import sys

import pytest
from django.test import override_settings

from tests.clones import ROOT

# Nobody listens there.
CLOSED = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://user:secret@127.0.0.1:1/0",
    }
}
ASK = (
    "from django.test import Client; answer = Client(HTTP_HOST='localhost').get('/healthz'); "
    "print(answer.status_code, answer.content.decode())"
)


@pytest.mark.django_db
def test_both_answer_and_nobody_keeps_that(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "cache": "ok"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_a_cache_that_does_not_answer_is_named_without_its_address(client):
    with override_settings(CACHES=CLOSED):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"database": "ok", "cache": "no answer"}
    assert b"secret" not in response.content


def test_so_is_a_database(tmp_path):
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path}/not-there/db.sqlite3",
        "CACHE_URL": "locmem://",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    code = f"import django; django.setup(); {ASK}"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert run.stdout.decode() == '503 {"database": "no answer", "cache": "ok"}\n'


def test_it_only_answers(client):
    assert client.post("/healthz").status_code == 405
