"""The layer map of `profiles/__init__.py`, held by parsing every import."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROFILES = ROOT / "profiles"

EVERYTHING_BUT_PUBLIC = {
    "workbook", "exchange", "publishing", "renderings", "review", "document", "provenance", "facts",
    "models", "values",
}  # fmt: skip
MAY_IMPORT: dict[str, set[str]] = {
    "values": set(),
    "bounded": set(),
    "models": {"values"},
    "facts": {"models", "values"},
    "provenance": {"facts", "models", "values", "bounded"},
    "workbook": {"provenance", "facts", "models", "values", "bounded"},
    "exchange": {"provenance", "facts", "models", "values"},
    "document": {"provenance", "facts", "models", "values"},
    "document.schema": {"values"},
    "document.diff": {"document.schema", "values"},
    "document.seal": {"document.schema", "values"},
    "renderings": {"document.schema", "values"},
    "templatetags": set(),
    "review": {"document", "provenance", "facts", "models", "values"},
    "publishing": {"renderings", "review", "document", "models", "values"},
    "public": {"renderings", "document.schema", "models.releases", "values"},
    "admin": EVERYTHING_BUT_PUBLIC,
    "management": EVERYTHING_BUT_PUBLIC,
    "apps": set(),
}


def modules() -> list[Path]:
    return [
        path
        for path in sorted(PROFILES.rglob("*.py"))
        if "migrations" not in path.parts and path != PROFILES / "__init__.py"
    ]


def name_of(path: Path) -> str:
    parts = path.relative_to(PROFILES).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported_by(source: str) -> Iterator[str]:
    """Names within `profiles` that a module imports, wherever the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield "a relative import"
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "profiles":
                yield from (alias.name for alias in node.names)
            elif node.module.startswith("profiles."):
                yield node.module.removeprefix("profiles.")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("profiles."):
                    yield alias.name.removeprefix("profiles.")


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def trespasses(name: str, source: str) -> list[str]:
    """The imports of one module that the map does not allow."""
    room = max((room for room in MAY_IMPORT if within(name, room)), key=len)
    strict = room in {"document.schema", "document.diff", "document.seal"}
    allowed = MAY_IMPORT[room] | (set() if strict else {room.split(".")[0]})
    return [
        imported
        for imported in imported_by(source)
        if not any(within(imported, other) for other in allowed)
    ]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_imports_only_what_lies_below_it(path):
    assert trespasses(name_of(path), path.read_text()) == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("models.claims", "from profiles.facts import Fact"),
        ("public.views", "from profiles.models import Company"),
        ("public.views", "def view():\n    from profiles.models.claims import Claim"),
        ("renderings.html", "from profiles.document.snapshot import snapshot"),
        ("document.diff", "from profiles.models import Company"),
        ("workbook.plan", "import profiles.review.checks"),
        ("exchange.annotations", "from profiles.document.schema import Citation"),
        ("provenance.claims", "from ..models import Claim"),
    ],
)
def test_the_guard_sees_a_trespass(name, source):
    assert trespasses(name, source)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_has_one_idea(path):
    assert len(path.read_text().splitlines()) <= 500


def test_every_room_is_on_the_map():
    rooms = {name_of(path).split(".")[0] for path in modules()}
    assert rooms <= {room.split(".")[0] for room in MAY_IMPORT}
