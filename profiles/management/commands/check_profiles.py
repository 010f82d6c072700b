"""What stands between each profile and its submission."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from profiles.models import Company
from profiles.review.checks import Severity, check


class Command(BaseCommand):
    help = "Print the findings of the submission checks; the exit code is 1 if any is an error."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="default: every profile")

    def handle(self, *args: Any, slugs: list[str], **options: Any) -> None:
        findings = [finding for company in _companies(slugs) for finding in check(company)]
        for finding in findings:
            self.stdout.write(str(finding))
        errors = sum(finding.severity == Severity.ERROR for finding in findings)
        warnings = len(findings) - errors
        if errors:
            raise CommandError(f"{errors} errors, {warnings} warnings.")
        self.stdout.write(self.style.SUCCESS(f"No errors, {warnings} warnings."))


def _companies(slugs: list[str]) -> list[Company]:
    if not slugs:
        return list(Company.objects.with_profile().select_related("record"))
    found = Company.objects.select_related("record").filter(record__key__in=slugs)
    unknown = set(slugs) - {company.key for company in found}
    if unknown:
        raise CommandError(f"No company has the key {', '.join(sorted(unknown))}.")
    return list(found)
