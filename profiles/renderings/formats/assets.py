"""The files that decide what stored bytes look like, and their hashes."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

APP = Path(__file__).parents[2]
STATIC = APP / "static" / "public"
TEMPLATES = APP / "templates" / "renderings"
CODE = (APP / "renderings", APP / "values")
LIBRARIES = ("babel", "django", "markdown-it-py", "minify-html", "nh3")


@cache
def asset_version() -> str:
    """Changes with our CSS and JS; stands in their addresses, so a browser never mixes two."""
    return _hash(STATIC.rglob("*.*"))[:10]


@cache
def build() -> str:
    """Changes with everything that stored bytes depend on: then they are out of date."""
    code = [path for folder in CODE for path in folder.rglob("*.py")]
    files = _hash([*code, *TEMPLATES.rglob("*.html"), *STATIC.rglob("*.*")])
    versions = [f"{name} {version(name)}" for name in LIBRARIES]
    return sha256("\n".join([files, *versions]).encode()).hexdigest()


def _hash(files: Iterable[Path]) -> str:
    found = sha256()
    for path in sorted(set(files)):
        found.update(path.relative_to(APP).as_posix().encode() + b"\0")
        found.update(path.read_bytes() + b"\0")
    return found.hexdigest()
