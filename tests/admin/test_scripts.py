"""Scripts of ours are modules that stand alone: no name of theirs is global, none is imported.

A deployment gives every static file a name with a hash in it, and nothing rewrites an import.
"""

import re
from pathlib import Path

PROFILES = Path(__file__).parent.parent.parent / "profiles"
SCRIPT_TAG = re.compile(r"<script(?=[^>]*\ssrc=)[^>]*>")
IMPORT = re.compile(r"^\s*(import|export)\b|\bimport\(", re.MULTILINE)


def test_every_script_is_a_module():
    tags = [
        tag
        for template in (PROFILES / "templates").rglob("*.html")
        for tag in SCRIPT_TAG.findall(re.sub(r"{[%{].*?[%}]}", "", template.read_text()))
    ]
    assert len(tags) >= 5
    assert [tag for tag in tags if 'type="module"' not in tag] == []


def test_no_script_imports_another():
    scripts = list((PROFILES / "static").rglob("*.js"))
    assert len(scripts) >= 5
    assert [path.name for path in scripts if IMPORT.search(path.read_text())] == []


def test_the_checks_above_see_what_they_forbid():
    assert SCRIPT_TAG.search('<script src="a.js" defer>')
    assert IMPORT.search('import { name } from "./other.js";')
