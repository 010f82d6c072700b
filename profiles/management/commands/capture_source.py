"""`capture_source KEY FILE`: archive what a source says, and look for every quote of it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from profiles.models import Source
from profiles.provenance.captures import DEPTHS, capture


class Command(BaseCommand):
    help = "Keep the text of FILE (text, HTML, PDF or a JSON record) as a capture of a source."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", metavar="KEY", help="of the source")
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--edition", default="", help="default: the day")
        parser.add_argument("--depth", choices=DEPTHS, default=DEPTHS[0], help="how much it is")

    def handle(self, *, key: str, file: Path, edition: str, depth: str, **options: Any) -> None:
        source = Source.objects.filter(key=key).first()
        if source is None:
            raise CommandError(f"No source has the key “{key}”.")
        try:
            done = capture(source=source, content=file.read_bytes(), edition=edition, depth=depth)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
        except ValidationError as error:
            raise CommandError(f"{file}: {' '.join(error.messages)}") from None
        known = "" if done.is_new else " (it was archived before)"
        self.stdout.write(f"{done.capture}{known}: {done.summary}")
        for citation in done.drifted:
            self.stdout.write(f"No longer there: “{citation.exact}” for {citation.claim}")
