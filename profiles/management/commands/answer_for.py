"""`answer_for SLUG --user NAME`: take on what nobody answers for in a profile."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from profiles.document.snapshot import snapshot
from profiles.management.users import named_user
from profiles.models import Company
from profiles.review.unanswered import answer_for


class Command(BaseCommand):
    help = (
        "Sign, as they are, the rows of a profile that were written without a name or past the "
        "edit history. Who does so cannot approve them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", metavar="SLUG", help="of the company")
        parser.add_argument("--user", metavar="NAME", default="", help="who takes them on")

    def handle(self, *, slug: str, user: str, **options: Any) -> None:
        company = Company.objects.filter(record__key=slug).select_related("record").first()
        if company is None:
            raise CommandError(f"No company has the key “{slug}”.")
        taken = answer_for(company=company, candidate=snapshot(company), by=named_user(user))
        for each in taken:
            self.stdout.write(str(each))
        self.stdout.write(f"{len(taken)} taken on." if taken else "Nothing to take on.")
