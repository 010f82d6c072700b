"""By whatever path a row goes, no record, claim or citation stays behind."""

import pytest
from django.db import connection
from django.db.models.deletion import Collector

from profiles.facts import RECORD_TYPES
from profiles.models import Citation, Claim, FundingRound, Investment, Record
from profiles.workbook.applying.apply import PlanRefused, import_workbook
from tests.factories import a_cited_profile, a_company, a_round, an_investment, cited
from tests.workbook.books import book

pytestmark = pytest.mark.django_db


def orphans():
    """Records without a body, and claims or citations of nothing."""
    bodies = {
        pk for entry in RECORD_TYPES for pk in entry.model.objects.values_list("pk", flat=True)
    }
    records = set(Record.objects.values_list("pk", flat=True))
    claims = Claim.objects.exclude(record__in=bodies)
    citations = Citation.objects.exclude(claim__record__in=bodies)
    return [*(records - bodies), *claims, *citations]


def by_collector(funding_round):
    collector = Collector(using="default", origin=funding_round)
    collector.collect([funding_round.record])
    collector.delete()


PATHS = {
    "the row": lambda each: each.delete(),
    "its record": lambda each: each.record.delete(),
    "a query set": lambda each: FundingRound.objects.filter(pk=each.pk).delete(),
    "a query set of records": lambda each: Record.objects.filter(pk=each.pk).delete(),
    "the base manager": lambda each: FundingRound._base_manager.filter(pk=each.pk).delete(),
    "the company's own rounds": lambda each: each.company.rounds.all().delete(),
    "the owner": lambda each: each.company.delete(),
    "the owner's record": lambda each: Record.objects.filter(owned=each.pk).delete(),
    "Django's collector": by_collector,
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_nothing_stays_behind(path):
    funding_round = a_round(a_cited_profile(), amount="EUR 10000000")
    cited(an_investment(funding_round, a_company("fund")), "part")
    path(funding_round)
    assert not FundingRound.objects.exists()
    assert not Investment.objects.exists()
    assert orphans() == []
    connection.check_constraints()


@pytest.mark.parametrize("model", [entry.model for entry in RECORD_TYPES])
def test_every_kind_of_row_is_deleted_through_its_record(model):
    """Also by code that goes past the managers we use, as Django's own cascades do."""
    assert model._base_manager.none().__class__.delete is model.objects.none().__class__.delete


def test_an_import_that_breaks_off_leaves_nothing(erin, monkeypatch):
    """Refused by its plan, or stopped by the database when most is written."""
    round_row = {"key": "acme-a", "company": "acme", "date": "2021-06", "amount": "EUR 10m"}
    cited_row = round_row | {"amount:source": "wire", "amount:quote": "raised ten million"}
    sheets = {
        "sources": [{"key": "wire", "title": "Wire"}],
        "companies": [{"key": "acme", "name": "Acme"}],
        "rounds": [cited_row],
    }
    with pytest.raises(PlanRefused):
        import_workbook(book(**sheets, metrics=[{"key": "x", "company": "nobody"}]), by=erin)
    assert not Record.objects.exists()
    monkeypatch.setattr(Citation._meta.get_field("exact"), "get_db_prep_save", broken)
    with pytest.raises(ZeroDivisionError):
        import_workbook(book(**sheets), by=erin)
    assert not Record.objects.exists()
    monkeypatch.undo()
    import_workbook(book(**sheets), by=erin)
    assert Citation.objects.get().exact == "raised ten million"
    assert orphans() == []


def broken(*args, **kwargs):
    raise ZeroDivisionError


def test_an_orphan_would_be_seen():
    """`_raw_delete` is Django's own and goes past everything; nothing of ours calls it."""
    funding_round = a_round(a_cited_profile())
    FundingRound.objects.filter(pk=funding_round.pk)._raw_delete("default")
    assert funding_round.pk in orphans()
