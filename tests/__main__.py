"""The tests of one part of the house: `python -m tests provenance.quotes`.

Names are those of the folders and modules under `tests/`, with dots or slashes; what follows goes
to pytest: `python -m tests admin review -x -k approve`. Without a name, all of them.
"""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FEW = 12  # modules for which a second worker would cost more than it saves


class Unknown(Exception):
    """`str()` says what there is instead."""


def found(name: str) -> Path:
    """The folder or the module of that name: `review`, `review.checks`, `review/test_checks.py`."""
    path = HERE
    for part in name.removesuffix(".py").replace("/", ".").split("."):
        here = [path / part, path / f"{part}.py", path / f"test_{part}.py"]
        known = [each for each in here if each.exists()]
        if not known:
            raise Unknown(f"There is no {name!r} here. In {_spoken(path)}: {', '.join(_in(path))}")
        path = known[0]
    return path


def _spoken(path: Path) -> str:
    return "/".join(path.relative_to(HERE.parent).parts)


def _in(path: Path) -> list[str]:
    if path.is_file():
        return ["nothing, it is a module"]
    folders = {each.parent.name for each in path.glob("*/__init__.py") if _tests(each.parent)}
    return sorted(folders | {each.stem.removeprefix("test_") for each in path.glob("test_*.py")})


def _tests(path: Path) -> list[Path]:
    return [path] if path.is_file() else list(path.rglob("test_*.py"))


def main(arguments: list[str]) -> int:
    names = []
    while arguments and not arguments[0].startswith("-"):
        names.append(arguments.pop(0))
    try:
        paths = [found(name) for name in names] or [HERE]
    except Unknown as unknown:
        print(unknown, file=sys.stderr)
        return pytest.ExitCode.USAGE_ERROR
    alone = ["-n", "0"] if sum(len(_tests(path)) for path in paths) <= FEW else []
    return pytest.main([*alone, *map(str, paths), *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
