"""Hold everything that is public against what was sealed, and the seals against each other."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from profiles.models import Checkpoint
from profiles.publishing.chain import breaks, heads
from profiles.publishing.known_heads import LOG_LINE, KnownHeads
from profiles.publishing.log_check import CheckedLog


class Command(BaseCommand):
    help = (
        "Prove that every release is what was approved, and that readers get nothing else. Prints "
        "the newest release of each profile as `slug number sha256`, and the head of the log; keep "
        "that elsewhere and give it back later with --head."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", type=Path, metavar="FILE", help="heads from earlier")
        parser.add_argument(
            "--render", action="store_true", help="make each page anew as well, and compare"
        )

    def handle(self, *args: Any, head: Path | None, render: bool, **options: Any) -> None:
        log = CheckedLog.read()
        found = list(breaks(log, renders=render))
        if head:
            found += _read(head).breaks(log)
        for broken in found:
            self.stderr.write(self.style.ERROR(str(broken)))
        if found:
            raise CommandError(f"{len(found)} breaks found. Restore the database from a backup.")
        for slug, (number, sha256) in sorted(heads().items()):
            self.stdout.write(f"{slug} {number} {sha256}")
        if newest := Checkpoint.objects.last():
            self.stdout.write(f"{LOG_LINE} {newest.size} {newest.root}")


def _read(head: Path) -> KnownHeads:
    try:
        return KnownHeads.parse(head.read_text())
    except (OSError, ValueError) as error:
        raise CommandError(
            f"{head}: write `slug number sha256` on each line, or heads of the log ({error})."
        ) from None
