"""The reports page, on every profile: 200 profiles of about 100 facts, each claimed and cited."""

from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from profiles.models import Company
from profiles.review.reports import Trouble, report
from tests.benchmarks import Measure, company_form, timed

PROFILES = 200
NAMES = 24  # four facts each, and four of the company itself: 100
SOURCES = 500


def measures() -> list[Measure]:
    call_command("migrate", verbosity=0)
    editor = company_form.an_editor()
    captures = company_form.captures(SOURCES)
    for number in range(PROFILES):
        company = company_form.company(f"reported-{number}")
        records = [company.record, *company_form.names(company, NAMES)]
        company_form.cite(records, captures, editor)
    client = Client(SERVER_NAME="localhost")
    client.force_login(editor)
    address = reverse("admin:profiles_reports")

    def open_page() -> None:
        assert client.get(address).status_code == 200

    with CaptureQueriesContext(connection) as queries:
        open_page()
    companies = list(Company.objects.select_related("record"))

    def measure(name: str, work: Callable[[], Any]) -> Measure:
        return timed(name, work, count=PROFILES, runs=1)

    return [
        measure(f"the page, with its counts: {len(queries)} queries", open_page),
        measure("every trouble of every fact", lambda: list(report(companies))),
        measure("what is contested", lambda: list(report(companies, [Trouble.CONTESTED]))),
    ]
