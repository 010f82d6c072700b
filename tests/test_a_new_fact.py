"""A new fact is the few lines that `.docs/contributing.md` shows, tried in a copy of the tree."""

import re
from pathlib import Path

from tests.clones import clone_to, run
from tests.manual import PAGES

(DIFF,) = re.findall(r"```diff\n(.*?)```", PAGES[".docs/contributing.md"], re.DOTALL)


def test_it_is_at_most_ten_lines():
    assert len(DIFF.splitlines()) <= 10


def test_it_shows_everywhere(tmp_path):
    folder = clone_to(tmp_path / "clone")
    apply(DIFF, folder)
    done = run(folder, ".venv/bin/python manage.py shell < tests/a_new_fact.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("form workbook checks document page\n"), done.stdout + done.stderr


def apply(diff: str, folder: Path) -> None:
    """Put each added line behind the line above it, which must be there once."""
    for part in diff.split("--- ")[1:]:
        name, context, added = part.splitlines()
        text = (folder / name).read_text()
        assert text.count(f"\n{context[1:]}\n") == 1, f"{name} has changed: correct the page"
        (folder / name).write_text(text.replace(context[1:], f"{context[1:]}\n{added[1:]}"))
