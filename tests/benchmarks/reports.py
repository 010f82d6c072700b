"""The reports page, cold and warm: 40 profiles of about 100 facts, each claimed and cited twice.

Cold, every profile is counted; warm, only what tells that nothing has changed is asked.
"""

from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from profiles.models import Citation, Claim, Company, Record
from profiles.review.cached_reports import cached_reports
from profiles.review.report_stamps import report_stamps
from profiles.review.reports import Trouble, report
from tests.benchmarks import Measure, company_form, share_of, timed

PROFILES = share_of(40)
NAMES = 24  # four facts each, and four of the company itself: 100
SOURCES = 500


def measures() -> list[Measure]:
    call_command("migrate", verbosity=0)
    editor = company_form.an_editor()
    companies = _companies(editor)
    client = Client(SERVER_NAME="localhost")
    client.force_login(editor)
    address = reverse("admin:profiles_reports")

    def open_page() -> None:
        assert "Counted so far" not in client.get(address).content.decode()

    def count_and_open() -> None:
        cache.clear()
        cached_reports(companies)
        open_page()

    def edit_and_open() -> None:
        companies[0].save()
        open_page()

    def measure(name: str, work: Callable[[], Any], runs: int = 3) -> Measure:
        with CaptureQueriesContext(connection) as queries:
            work()
        return timed(f"{name}: {len(queries)} queries", work, count=len(companies), runs=runs)

    return [
        measure("the page, cold", count_and_open, runs=1),
        measure("warm", open_page),
        measure("after an edit of one profile", edit_and_open),
        measure("the stamps alone", lambda: report_stamps(each.pk for each in companies)),
        measure("every trouble of every fact", lambda: list(report(companies)), runs=1),
        measure("what is contested", lambda: list(report(companies, [Trouble.CONTESTED])), runs=1),
    ]


def _companies(editor: Any) -> list[Company]:
    captures = company_form.captures(SOURCES)
    for number in range(PROFILES):
        company = company_form.company(f"reported-{number}")
        records = [company.record, *company_form.names(company, NAMES)]
        company_form.cite(records, captures, editor)
    _remember(Claim, Claim.objects.filter(record__in=_reported()))
    _remember(Citation, Citation.objects.filter(claim__record__in=_reported()))
    return list(Company.objects.with_profile().select_related("record"))


def _remember(model: Any, rows: Any) -> None:
    """The edit history that verbs would have written."""
    model.history.bulk_history_create(list(rows), batch_size=2000)


def _reported() -> Any:
    return Record.objects.filter(key__startswith="reported-").values("pk")
