"""Fingerprints in the captures sheet: which cells are refused, where, and which are taken."""

import pytest

from profiles.models import Capture
from profiles.provenance.quotes.fingerprints import Fingerprint
from profiles.workbook.applying.apply import import_workbook
from profiles.workbook.planning.plan import make_plan
from tests.factories import a_claim, a_company, a_source
from tests.workbook.books import GAZETTE, book, capture, claim_row, everything

pytestmark = pytest.mark.django_db

TEXT = "In 2024 the company moved its seat to Lyon and raised €385 million in its Series A."
KNOWN = Fingerprint.of(TEXT)
OTHER = Fingerprint.of("Nothing of this stands in the article that was kept before.")
BYTES = "a" * 64
EDITION = {"source": "gazette", "edition": "seen"}
SEEN = {"seen_at": "2026-01-01"}


def captures(*rows):
    return book(sources=[GAZETTE], captures=[EDITION | row for row in rows])


def fingerprint(known):
    return {"fingerprint": str(known)}


def problem_of(sheets):
    before = everything()
    [found] = make_plan(sheets).problems
    assert everything() == before
    return found.sheet, found.row, found.column, found.message


@pytest.fixture
def kept():
    """An edition that is there already, with its fingerprint."""
    return capture(
        a_source("gazette"),
        "seen",
        depth="fingerprint",
        sha256=BYTES,
        seen_at="2026-01-01T00:00Z",
        fingerprint=str(KNOWN),
    )


class TestOfANewEdition:
    def test_it_is_taken(self, erin):
        row = SEEN | {"sha256": BYTES} | fingerprint(KNOWN)
        import_workbook(captures(row), by=erin)
        new = Capture.objects.get(source__key="gazette", edition="seen")
        assert (new.depth, Fingerprint.read(new.fingerprint)) == ("fingerprint", KNOWN)

    def test_its_parts_are_put_together(self, erin):
        first, *others = (fingerprint(part) for part in KNOWN.parts(4))
        assert others
        import_workbook(captures(SEEN | {"sha256": BYTES} | first, *others), by=erin)
        new = Capture.objects.get(source__key="gazette", edition="seen")
        assert Fingerprint.read(new.fingerprint) == KNOWN

    @pytest.mark.parametrize(
        "damaged",
        ["abc", str(KNOWN)[:-5], str(KNOWN).replace("words", "word"), "[]", '{"salt": "zz"}'],
    )
    def test_a_damaged_one_is_refused(self, damaged):
        sheets = captures(SEEN | {"sha256": BYTES, "fingerprint": damaged})
        *place, message = problem_of(sheets)
        assert place == ["captures", 2, "fingerprint"]
        assert message.startswith("This is no fingerprint. Copy the cell whole")

    def test_a_part_of_another_one_is_refused(self):
        first = SEEN | {"sha256": BYTES} | fingerprint(KNOWN)
        *place, message = problem_of(captures(first, fingerprint(OTHER)))
        assert place == ["captures", 3, "fingerprint"]
        assert "belongs to another fingerprint than the row before" in message

    def test_one_without_the_sha256_of_its_document_is_refused(self):
        *place, message = problem_of(captures(SEEN | fingerprint(KNOWN)))
        assert place == ["captures", 2, "sha256"]
        assert "is kept with the SHA-256" in message


class TestOfAKeptEdition:
    def test_the_same_one_changes_nothing(self, kept, erin):
        sheets = book(captures=[EDITION | SEEN | {"sha256": BYTES} | fingerprint(KNOWN)])
        plan = make_plan(sheets)
        assert (plan.problems, plan.changes) == ([], [])

    def test_a_part_of_it_changes_nothing(self, kept):
        part = KNOWN.parts(4)[1]
        plan = make_plan(book(captures=[EDITION | fingerprint(part)]))
        assert (plan.problems, plan.changes) == ([], [])

    @pytest.mark.parametrize("other", [OTHER, Fingerprint.of(f"{TEXT} More.", KNOWN.salt)])
    def test_another_one_is_refused(self, kept, other):
        *place, message = problem_of(book(captures=[EDITION | fingerprint(other)]))
        assert place == ["captures", 2, "fingerprint"]
        assert message.startswith("This edition is already kept, with another fingerprint")

    def test_one_for_an_edition_that_has_none_is_refused(self):
        capture(a_source("gazette"), "seen")
        *place, message = problem_of(book(captures=[EDITION | fingerprint(KNOWN)]))
        assert place == ["captures", 2, "fingerprint"]
        assert message.startswith("This edition is already kept, with no fingerprint")


class TestWhatStandsAroundAKnownQuote:
    """`before` and `after` in the claims sheet, for a citation that is there already."""

    @pytest.fixture
    def citation(self):
        company = a_company("acme", founded="2020")
        claim = a_claim(company, "founded", source=a_source("gazette"), quote="in April 2020")
        return claim.citations.get()

    def row(self, citation, **around):
        return claim_row(
            "founded", "2020", source=citation.capture.source.key, quote="in April 2020", **around
        )

    def after_import(self, citation, erin, **around):
        import_workbook(book(claims=[self.row(citation, **around)]), by=erin)
        citation.refresh_from_db()
        return citation.prefix, citation.suffix

    def test_they_are_added_to_it(self, citation, erin):
        around = {"before": "It was founded", "after": "by two people"}
        assert self.after_import(citation, erin, **around) == tuple(around.values())
        assert citation.claim.citations.count() == 1

    def test_the_one_that_is_not_stated_stays(self, citation, erin):
        self.after_import(citation, erin, before="It was founded")
        assert self.after_import(citation, erin, after="by two") == ("It was founded", "by two")

    def test_they_may_be_corrected(self, citation, erin):
        self.after_import(citation, erin, before="It was founded")
        assert self.after_import(citation, erin, before="founded") == ("founded", "")

    def test_the_same_again_changes_nothing(self, citation, erin):
        self.after_import(citation, erin, before="It was founded")
        assert make_plan(book(claims=[self.row(citation, before="It was founded")])).changes == []

    def test_too_long_a_text_is_refused(self, citation):
        *place, message = problem_of(book(claims=[self.row(citation, before="a" * 2000)]))
        assert place == ["claims", 2, "before"]
        assert "at most 100 characters" in message
