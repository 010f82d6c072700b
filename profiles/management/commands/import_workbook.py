"""`import_workbook FILE`: a workbook into the database, or the reasons why not."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from profiles.management.users import named_user
from profiles.workbook.applying.apply import apply_plan
from profiles.workbook.errors import WorkbookError
from profiles.workbook.formats.reader import read_folder, read_workbook
from profiles.workbook.formats.sheets import Sheet
from profiles.workbook.planning.plan import Change, Counts, Mode, Plan, make_plan

SHOWN_AT_MOST = 200


class Command(BaseCommand):
    help = "Import an .xlsx, an .ods, or a zip or folder of CSVs: all of it or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, only")
        modes = parser.add_mutually_exclusive_group()
        modes.add_argument(
            "--propose",
            dest="mode",
            action="store_const",
            const=Mode.PROPOSE,
            default=Mode.PROPOSE,
            help="a value that differs from a sourced one becomes a rival claim (the default)",
        )
        modes.add_argument(
            "--accept",
            dest="mode",
            action="store_const",
            const=Mode.ACCEPT,
            help="a value that differs from a sourced one replaces it; that one is set aside",
        )
        parser.add_argument("--source", default="", help="key: cites new values without a source")
        parser.add_argument("--user", default="", help="who imports; signs the edit history")

    def handle(
        self, *, file: Path, dry_run: bool, mode: Mode, source: str, user: str, **options: Any
    ) -> None:
        by = None if dry_run else named_user(user)
        try:
            plan = make_plan(_read(file), mode=mode, default_source=source, filename=file.name)
            self.report(plan, verbose=dry_run or options["verbosity"] > 1)
            if plan.problems:
                raise CommandError(f"{plan.summary()} Nothing was written.")
            if by is None:
                self.stdout.write("This was a dry run: nothing was written.")
                return
            applied = apply_plan(plan, by=by)
        except WorkbookError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"Wrote {applied.history_rows} rows of edit history.")

    def report(self, plan: Plan, *, verbose: bool) -> None:
        for problem in plan.problems[:SHOWN_AT_MOST]:
            self.stderr.write(str(problem))
        if plan.problems:
            return
        for change in plan.changes[:SHOWN_AT_MOST] if verbose else ():
            self.stdout.write(_line(change))
        for sheet, counts in plan.counts.items():
            if counts != Counts():
                self.stdout.write(
                    f"{sheet}: {counts.created} new, {counts.changed} changed, "
                    f"{counts.unchanged} unchanged, {counts.proposed} proposed"
                )
        self.stdout.write(plan.summary())


def _read(file: Path) -> list[Sheet]:
    if file.is_dir():
        return read_folder(file)
    try:
        return read_workbook(file.read_bytes(), file.name)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from None


def _line(change: Change) -> str:
    values = " → ".join(text[:60] for text in (change.before, change.after) if text)
    where = f"{change.sheet} {change.row} {change.key} {change.column}".rstrip()
    return f"{where}: {change.verb} {values} {change.words}".rstrip()
