"""README.md and the pages under `.docs/`: their text, and the commands in it."""

import re
from collections.abc import Iterable, Iterator

from django.core.management import get_commands

from tests.clones import ROOT

README = (ROOT / "README.md").read_text()
FILES = [ROOT / "README.md", *sorted((ROOT / ".docs").rglob("*.md"))]
PAGES = {file.relative_to(ROOT).as_posix(): file.read_text() for file in FILES}
DOCS = "\n".join(PAGES.values())

FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
NO_COMMANDS = {"diff", "mermaid"}  # languages of blocks that nobody pastes into a shell
PROGRAMS = {
    *("apt-get", "bash", "cd", "createdb", "curl", "docker", "echo", "export", "git", "gunicorn"),
    *("make", "manage.py", "mypy", "npm", "pip", "pre-commit", "psql", "pytest", "python"),
    *("python3", "ruff", "sh", "source", "sudo", "uv"),
}


def blocks(text: str) -> Iterator[str]:
    """What is to be run as it stands: each `console` block, and each span with `.venv/bin/`."""
    for language, block in FENCE.findall(text):
        if language == "console":
            yield block
    for span in SPAN.findall(FENCE.sub("", text)):
        if span.startswith(".venv/bin/"):
            yield f"{span}\n"


def commands(text: str) -> Iterator[str]:
    """Whatever a reader may take for a command, wherever and however it stands."""
    for language, block in FENCE.findall(text):
        if language not in NO_COMMANDS:
            yield from filter(None, map(str.strip, block.splitlines()))
    prose = FENCE.sub("", text)
    indented = re.findall(r"^(?: {4,}|\t)(\S.*)$", prose, re.MULTILINE)
    yield from filter(_is_command, [*SPAN.findall(prose), *indented])


def _is_command(code: str) -> bool:
    words = re.sub(r"^(\$ |\w+=\S* )+", "", code).split()
    if not words:
        return False
    is_program = words[0] in PROGRAMS or words[0] in get_commands()
    return words[0].startswith((".venv/", "./")) or (is_program and len(words) > 1)


def left_out(text: str, run: Iterable[str]) -> list[str]:
    """The commands of `text` that are no part of a line that is run."""
    lines = [_words(line) for line in run]
    return [code for code in commands(text) if not any(_within(_words(code), it) for it in lines)]


def _words(code: str) -> list[str]:
    return code.replace(".venv/bin/", "").split()


def _within(part: list[str], whole: list[str]) -> bool:
    """All words of the one, in the same order in the other."""
    rest = iter(whole)
    return all(word in rest for word in part)
