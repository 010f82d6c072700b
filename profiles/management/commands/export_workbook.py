"""`export_workbook SLUG… FILE`: profiles as a workbook that can be imported again, or none."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from profiles.workbook.errors import WorkbookError
from profiles.workbook.exporting.writer import export_profiles, template, write

FORMS = {".xlsx": "xlsx", ".ods": "ods", ".zip": "zip"}


class Command(BaseCommand):
    help = (
        "Export profiles to FILE: .xlsx, .ods, .zip of CSVs, or a folder of CSVs (FOLDER/). "
        "Without a SLUG it is an empty workbook with a guide to its columns."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="keys of companies")
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--force", action="store_true", help="overwrite what is there")

    def handle(self, *, slugs: list[str], file: str, force: bool, **options: Any) -> None:
        target = Path(file)
        form = "folder" if file.endswith("/") or target.is_dir() else FORMS.get(target.suffix)
        if form is None:
            raise CommandError(f"{file}: end it with .xlsx, .ods or .zip, or with / for a folder.")
        if _is_taken(target) and not force:
            raise CommandError(f"{file} exists. Name another file, or add --force to overwrite it.")
        try:
            write(export_profiles(slugs) if slugs else template(), target, form)
        except WorkbookError as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from None
        number = f"{len(slugs)} profile{'s' * (len(slugs) > 1)}" if slugs else "an empty workbook"
        self.stdout.write(f"Wrote {number} to {file}")


def _is_taken(target: Path) -> bool:
    return any(target.iterdir()) if target.is_dir() else target.exists()
