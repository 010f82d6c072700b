"""The maps in the packages' docstrings, held by parsing every import.

`profiles/__init__.py` says which room may import which; the package of a room with wings says the
same of its wings. The tables there are the rule: nothing here repeats them.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
PROFILES = ROOT / "profiles"
WINGED = ("admin", "exchange", "models", "provenance", "renderings", "values", "workbook")
TABLE = re.compile(r"import\b[^\n]*::\n\n((?: {4}.*\n)+)")
ROW = re.compile(r"^    (\w[\w., ]*?) +-> (.*(?:\n {8,}\w.*)*)$", re.MULTILINE)
NOT_OURS = ("migrations", "static")
"""Written by Django; and what readers take away, which has to do without us."""
MOST_MODULES = 20
"""Side by side in one folder."""
MOST_LINES = 400


@cache
def modules() -> dict[str, Path]:
    """Dotted name below `profiles` -> file; a package's name is that of its `__init__.py`."""
    return {
        _name_of(path): path
        for path in sorted(PROFILES.rglob("*.py"))
        if path.relative_to(PROFILES).parts[0] not in NOT_OURS and path != PROFILES / "__init__.py"
    }


def _name_of(path: Path) -> str:
    parts = path.relative_to(PROFILES).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@cache
def table(package: Path) -> dict[str, frozenset[str]]:
    """The rows `left -> right, right` of a package's docstring."""
    text = ast.get_docstring(ast.parse((package / "__init__.py").read_text())) or ""
    return {
        left: frozenset(re.findall(r"[\w.]+", right)) - {"nothing"}
        for lefts, right in ROW.findall("".join(TABLE.findall(f"{text}\n")))
        for left in lefts.split(", ")
    }


def imported_by(source: str) -> Iterator[str]:
    """Names within `profiles` that a module imports, wherever the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield "a relative import"
        elif isinstance(node, ast.ImportFrom) and node.module == "profiles":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("profiles."):
            package = (node.module or "").removeprefix("profiles.")
            for alias in node.names:
                whole = f"{package}.{alias.name}"
                yield whole if whole in modules() else package
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("profiles."):
                    yield alias.name.removeprefix("profiles.")


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def trespasses(name: str, source: str) -> list[str]:
    """The imports of one module that the maps do not allow."""
    rooms = table(PROFILES)
    room = max((room for room in rooms if within(name, room)), key=len)
    allowed = rooms[room] | (set() if "." in room else {room})
    found = [
        imported
        for imported in imported_by(source)
        if not any(within(imported, other) for other in allowed)
    ]
    return found + (_into_other_wings(name, source) if room in WINGED else [])


def _into_other_wings(name: str, source: str) -> list[str]:
    room, _, inside = name.partition(".")
    if not inside:
        return []  # the room's own package brings its wings together
    wings = table(PROFILES / room)
    wing = inside.partition(".")[0]
    allowed = wings[wing] | {wing}
    return [
        imported
        for imported in imported_by(source)
        if imported.startswith(f"{room}.")
        and not any(within(imported, f"{room}.{other}") for other in allowed)
    ]


def test_a_module_imports_only_what_lies_below_it():
    found = {name: trespasses(name, path.read_text()) for name, path in modules().items()}
    assert {name: where for name, where in found.items() if where} == {}


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("models.claims", "from profiles.facts import Fact"),
        ("models.bodies.deals", "from profiles.models.claims import Claim"),
        ("public.views", "from profiles.models import Company"),
        ("public.views", "def view():\n    from profiles.models.claims import Claim"),
        ("renderings.formats.html", "from profiles.document.snapshot import snapshot"),
        ("document.diff", "from profiles.models import Company"),
        ("document.schema", "from profiles.document.seal import canonical"),
        ("workbook.planning.plan", "import profiles.review.checks"),
        ("exchange.annotations", "from profiles.document.schema import Citation"),
        ("provenance.claims.rulings", "from ..models import Claim"),
        ("provenance.sources.standing", "from profiles.provenance.claims.rulings import accept"),
        ("provenance.quotes.lookup", "import profiles.provenance.captures.archiving"),
        ("workbook.formats.reader", "from profiles.workbook import columns"),
        ("renderings.evidence.support", "from profiles.renderings.parts import funding"),
        ("renderings.wording", "from profiles.renderings.composing import Composer"),
        ("admin.site", "def index():\n    from profiles.admin.desk.first_page import desk_for"),
        ("admin.display.marks", "from profiles.admin.facts import page"),
        ("admin.review.changes", "from profiles.admin.sources.standing import groups_of"),
    ],
)
def test_the_guard_sees_a_trespass(name, source):
    assert name in modules()
    assert trespasses(name, source)


def test_every_room_and_wing_is_on_its_map():
    assert {name.partition(".")[0] for name in modules()} <= set(table(PROFILES))
    for room in WINGED:
        wings = {name.split(".")[1] for name in modules() if name.startswith(f"{room}.")}
        assert wings == set(table(PROFILES / room))


def test_every_folder_of_a_room_with_wings_is_one_and_no_other_room_has_any():
    packages = {path.parent for path in modules().values()} - {PROFILES}
    deep = {path.relative_to(PROFILES).parts[0] for path in packages if path.parent != PROFILES}
    assert deep == {*WINGED, "management"}


@pytest.mark.parametrize("package", [PROFILES, *(PROFILES / room for room in WINGED)])
def test_no_map_leads_in_a_circle(package):
    order = list(TopologicalSorter(table(package)).static_order())
    assert len(order) >= len(table(package))


@pytest.mark.parametrize("room", WINGED)
def test_the_package_of_a_wing_says_what_it_holds_and_what_it_imports(room):
    said = {
        path.name: _imports_said(path)
        for path in (PROFILES / room).iterdir()
        if (path / "__init__.py").exists()
    }
    folders = set(said)
    assert said == {wing: table(PROFILES / room)[wing] & folders for wing in said}


def _imports_said(package: Path) -> set[str]:
    text = ast.get_docstring(ast.parse((package / "__init__.py").read_text())) or ""
    (sentence,) = re.findall(r"\bImports ([^.]*)\.", text)
    assert "`" in sentence or sentence == "no other wing"
    return set(re.findall(r"`(\w+)`", sentence))


def test_a_folder_has_as_many_modules_as_one_sees_at_a_glance():
    folders = {path.parent for path in modules().values()}
    counts = {folder: len(list(folder.glob("[!_]*.py"))) for folder in folders}
    assert {folder: count for folder, count in counts.items() if count > MOST_MODULES} == {}


def test_a_module_has_one_idea():
    lines = [len(path.read_text().splitlines()) for path in modules().values()]
    assert max(lines) <= MOST_LINES
    assert sum(count < 250 for count in lines) >= 0.9 * len(lines)
    assert median(lines) <= 80
