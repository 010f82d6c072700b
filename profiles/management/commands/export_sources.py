"""`export_sources FORMAT FILE`: every source as CSL-JSON, BibTeX or RIS."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from profiles.exchange.export import export
from profiles.exchange.formats import FORMATS
from profiles.models import Source
from profiles.models.sources import SOURCE_RELATIONS


class Command(BaseCommand):
    help = "Export every source, or those named with --source, to FILE."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("form", metavar="FORMAT", choices=FORMATS, help=", ".join(FORMATS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--source", action="append", default=[], metavar="KEY")
        parser.add_argument("--force", action="store_true", help="overwrite what is there")

    def handle(
        self, *, form: str, file: Path, source: list[str], force: bool, **options: Any
    ) -> None:
        if file.exists() and not force:
            raise CommandError(f"{file} exists. Name another file, or add --force to overwrite it.")
        sources = Source.objects.select_related(*SOURCE_RELATIONS)
        if source:
            sources = sources.filter(key__in=source)
        found = list(sources)
        if missing := set(source) - {each.key for each in found}:
            raise CommandError(f"There is no source {', '.join(sorted(missing))}.")
        try:
            file.write_text(export(found, form), encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"Wrote {len(found)} source{'s' * (len(found) != 1)} to {file}")
