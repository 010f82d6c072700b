"""Fingerprints in cells: what is refused of them, and where it says so."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest

from profiles.models import Capture
from profiles.provenance.quotes.fingerprints import Fingerprint
from profiles.workbook.planning.plan import make_plan
from tests.factories import a_source
from tests.workbook.books import GAZETTE, book

pytestmark = pytest.mark.django_db

TEXT = "The company said on Monday that it has raised 385 million euros from investors in Paris."
KNOWN, OTHER = Fingerprint.of(TEXT), Fingerprint.of("Another text of more than five words in all.")
SHA256 = sha256(TEXT.encode()).hexdigest()
ROW = {
    "source": "gazette", "edition": "2", "seen_at": "2026-01-01", "sha256": SHA256,
    "fingerprint": str(KNOWN),
}  # fmt: skip
PART = {"seen_at": "", "sha256": ""}
"""A row that goes on with the fingerprint of the row before."""


def told(*rows):
    plan = make_plan(book(sources=[GAZETTE], captures=[ROW | row for row in rows]))
    return [(each.row, each.column, each.message) for each in plan.problems]


def kept(fingerprint):
    Capture.objects.create(
        source=a_source("gazette"),
        edition="2",
        seen_at=datetime(2026, 1, 1, tzinfo=UTC),
        sha256=SHA256,
        fingerprint=fingerprint,
        depth=Capture.Depth.FINGERPRINT if fingerprint else Capture.Depth.NONE,
    )


def test_a_whole_one_is_taken():
    assert told({}) == []


def test_one_in_parts_is_joined():
    first, *others = KNOWN.parts(4)
    assert others
    further = (PART | {"fingerprint": str(part)} for part in others)
    assert told({"fingerprint": str(first)}, *further) == []


@pytest.mark.parametrize("damaged", ["no fingerprint", str(KNOWN)[:-7], "{}"])
def test_a_damaged_one_is_refused(damaged):
    [(row, column, message)] = told({"fingerprint": damaged})
    assert (row, column) == (2, "fingerprint")
    assert "Copy the cell whole from an export" in message


def test_a_part_of_another_one_is_refused():
    [(row, column, message)] = told({}, PART | {"fingerprint": str(OTHER)})
    assert (row, column) == (3, "fingerprint")
    assert "belongs to another fingerprint than the row before" in message


def test_one_without_the_sha256_of_its_document_is_refused():
    [(row, column, message)] = told({"sha256": ""})
    assert (row, column) == (2, "sha256")
    assert message == "A fingerprint is kept with the SHA-256 of its document."


def test_the_one_that_is_kept_may_be_repeated():
    kept(str(KNOWN))
    assert told({}) == []


def test_a_kept_edition_takes_no_other():
    kept(str(KNOWN))
    [(row, column, message)] = told({"fingerprint": str(OTHER)})
    assert (row, column) == (2, "fingerprint")
    assert "already kept, with another fingerprint" in message


def test_nor_one_where_it_has_none():
    kept("")
    [(_, column, message)] = told({})
    assert column == "fingerprint"
    assert "already kept, with no fingerprint" in message
