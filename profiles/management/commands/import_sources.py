"""`import_sources FILE`: sources from CSL-JSON, BibTeX, RIS or the JSON record of an article."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from profiles.exchange.apply import ImportRefused, import_sources
from profiles.exchange.entries import UnreadableFile
from profiles.exchange.formats import read_file
from profiles.exchange.plan import make_plan
from profiles.exchange.planned import Difference, Plan
from profiles.management.users import named_user


class Command(BaseCommand):
    help = (
        "Import sources: every entry of the file that can be read; the others are named. What is "
        "here already is never overwritten."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, only")
        parser.add_argument("--with-text", action="store_true", help="capture the texts it holds")
        parser.add_argument("--user", default="", help="who imports; signs the edit history")

    def handle(
        self, *, file: Path, dry_run: bool, with_text: bool, user: str, **options: Any
    ) -> None:
        by = None if dry_run else named_user(user)
        try:
            reading = read_file(file.read_bytes())
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
        except UnreadableFile as error:
            raise CommandError(str(error)) from None
        plan = make_plan(reading, with_text=with_text)
        self.report(plan)
        if plan.problems and (by is None or not plan.writes):
            raise CommandError(f"{plan.summary()} Nothing was written.")
        if by is None:
            self.stdout.write("This was a dry run: nothing was written.")
            return
        try:
            import_sources(reading, by=by, filename=file.name, with_text=with_text)
        except ImportRefused as refusal:
            raise CommandError(str(refusal)) from None
        if plan.problems:
            raise CommandError(
                "Everything else was imported. Correct what is named above and import the file "
                "again: what is here already stays as it is."
            )

    def report(self, plan: Plan) -> None:
        for problem in plan.problems:
            self.stderr.write(str(problem))
        for each in plan.planned:
            self.stdout.write(f"{each.key}: {'new' if each.is_new else 'here already'}")
            for difference in each.differences:
                self.stdout.write(f"  {_line(difference)}")
            for remark in each.entry.remarks:
                self.stdout.write(f"  {remark}")
            if each.entry.left_out:
                self.stdout.write(f"  not kept: {', '.join(each.entry.left_out)}")
        self.stdout.write(plan.summary())


def _line(difference: Difference) -> str:
    here, there = (" | ".join(text.splitlines()) for text in (difference.here, difference.there))
    return f"{difference.label}: {here or 'nothing'} here, {there} there"
