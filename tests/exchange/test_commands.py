"""`export_sources` and `import_sources`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from profiles.models import Source
from tests.factories import a_source

pytestmark = pytest.mark.django_db


def told(*words, **options) -> str:
    out = StringIO()
    call_command(*words, stdout=out, stderr=out, **options)
    return out.getvalue()


def test_out_and_in_again(tmp_path, erin):
    file = tmp_path / "refs.bib"
    a_source("gazette")
    assert "Wrote 1 source to" in told("export_sources", "bibtex", str(file))
    assert "gazette: here already" in told("import_sources", str(file), user="erin")
    file.write_text(file.read_text().replace("gazette", "herald"))
    assert "herald: new" in told("import_sources", str(file), dry_run=True)
    assert not Source.objects.filter(key="herald").exists()
    told("import_sources", str(file), user="erin")
    assert Source.objects.get(key="herald").history.get().history_user == erin


def test_only_the_named_ones(tmp_path):
    a_source("gazette")
    a_source("herald")
    told("export_sources", "ris", str(tmp_path / "a.ris"), source=["herald"])
    assert "gazette" not in (tmp_path / "a.ris").read_text()
    with pytest.raises(CommandError, match="no source nobody"):
        told("export_sources", "ris", str(tmp_path / "b.ris"), source=["nobody"])


def test_refusals(tmp_path, ada):
    file = tmp_path / "refs.json"
    with pytest.raises(CommandError, match="cannot be read"):
        told("import_sources", str(file))
    file.write_text("nothing")
    with pytest.raises(CommandError, match="neither CSL-JSON"):
        told("import_sources", str(file))
    file.write_text('[{"id": "a", "title": "A", "URL": "ftp://x/y"}]')
    with pytest.raises(CommandError, match="Nothing was written"):
        told("import_sources", str(file))
    file.write_text('[{"id": "a", "title": "A", "URL": "ftp://x/y"}, {"id": "b", "title": "B"}]')
    with pytest.raises(CommandError, match="Everything else was imported"):
        told("import_sources", str(file), user="ada")
    assert Source.objects.get().key == "b"
    with pytest.raises(CommandError, match="no user"):
        told("import_sources", str(file), user="nobody")
    with pytest.raises(CommandError, match="exists"):
        told("export_sources", "csl", str(file))
