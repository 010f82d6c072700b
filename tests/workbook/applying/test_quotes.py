"""What a workbook cites is looked for in what is archived."""

import pytest

from profiles.models import Citation, QuoteCheck
from profiles.workbook.applying.apply import import_workbook
from tests.factories import a_source
from tests.workbook.books import ACME, book, claim_row

pytestmark = pytest.mark.django_db

CITED = {"total_funding": "€385 million", "total_funding:source": "gazette"}


@pytest.fixture
def source():
    return a_source(text="Acme raised €385 million. A rumour says €400 million.")


def rows(**cells):
    return book(companies=[ACME | CITED | cells])


def checked():
    return {check.citation.exact: (check.outcome, check.says) for check in QuoteCheck.objects.all()}


def test_new_citations_are_checked(source, erin):
    rival = claim_row("total_funding", "€400 million", source="gazette", quote="€500 million")
    companies = [ACME | CITED | {"total_funding:quote": "raised €385 million"}]
    import_workbook(book(companies=companies, claims=[rival]), by=erin)
    assert checked() == {
        "raised €385 million": ("exact", "agrees"),
        "€500 million": ("missing", "absent"),
    }


def test_citations_of_a_claim_that_changed_are_checked_anew(source, erin):
    quote = {"total_funding:quote": "Acme raised"}
    import_workbook(rows(**quote), by=erin)
    assert checked() == {"Acme raised": ("exact", "absent")}
    import_workbook(rows(**quote, **{"total_funding:printed": "Acme raised"}), by=erin)
    assert checked() == {"Acme raised": ("exact", "agrees")}


def test_a_workbook_that_changes_nothing_checks_nothing(source, erin):
    import_workbook(rows(**{"total_funding:quote": "Acme raised"}), by=erin)
    QuoteCheck.objects.all().delete()
    import_workbook(rows(**{"total_funding:quote": "Acme raised"}), by=erin)
    assert Citation.objects.count() == 1
    assert checked() == {}
