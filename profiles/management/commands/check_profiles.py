"""What stands between each profile and its submission, and how well its facts are founded."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from profiles.models import Company
from profiles.review.checks import check
from profiles.review.findings import Severity
from profiles.review.reports import Trouble, report


class Command(BaseCommand):
    help = (
        "Print the findings of the submission checks; the exit code is 1 if any is an error. "
        "With --report, print instead the facts in trouble; the exit code is 1 if there is any."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="default: every profile")
        parser.add_argument(
            "--report",
            nargs="*",
            choices=Trouble.values,
            metavar="TROUBLE",
            help=f"after the slugs: which of {', '.join(Trouble.values)}; default: all",
        )

    def handle(
        self, *args: Any, slugs: list[str], report: list[str] | None = None, **options: Any
    ) -> None:
        companies = _companies(slugs)
        if report is None:
            self._findings(companies)
        else:
            self._report(companies, [Trouble(each) for each in report] or list(Trouble))

    def _findings(self, companies: list[Company]) -> None:
        findings = [finding for company in companies for finding in check(company)]
        for finding in findings:
            self.stdout.write(str(finding))
        errors = sum(finding.severity == Severity.ERROR for finding in findings)
        warnings = len(findings) - errors
        if errors:
            raise CommandError(f"{errors} errors, {warnings} warnings.")
        self.stdout.write(self.style.SUCCESS(f"No errors, {warnings} warnings."))

    def _report(self, companies: list[Company], troubles: list[Trouble]) -> None:
        rows = 0
        for row in report(companies, troubles):
            self.stdout.write(str(row))
            rows += 1
        asked = ", ".join(trouble.value for trouble in troubles)
        if rows:
            raise CommandError(f"{rows} troubles ({asked}).")
        self.stdout.write(self.style.SUCCESS(f"No trouble ({asked})."))


def _companies(slugs: list[str]) -> list[Company]:
    if not slugs:
        return list(Company.objects.with_profile().select_related("record"))
    found = Company.objects.select_related("record").filter(record__key__in=slugs)
    unknown = set(slugs) - {company.key for company in found}
    if unknown:
        raise CommandError(f"No company has the key {', '.join(sorted(unknown))}.")
    return list(found)
