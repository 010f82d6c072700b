"""`python -m tests.benchmarks [NAME …]`: each benchmark in a database of its own, side by side."""

import os
import sys
import tempfile
from importlib import import_module

BENCHMARKS = ("company_form",)


def main(names: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    for name in names or BENCHMARKS:
        with tempfile.TemporaryDirectory() as folder:
            _run(name, folder)


def _run(name: str, folder: str) -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    os.environ["DATABASE_URL"] = f"sqlite:///{folder}/benchmark.sqlite3"
    if not settings.configured:
        django.setup()
    connection.close()
    connection.settings_dict["NAME"] = f"{folder}/benchmark.sqlite3"
    call_command("migrate", verbosity=0)
    print(f"== {name}")
    import_module(f"tests.benchmarks.{name}").run()
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1:])
