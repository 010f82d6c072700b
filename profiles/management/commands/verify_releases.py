"""Recompute the hashes of every release and of the chain between them."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from profiles.publishing.chain import breaks, heads, missing_heads


class Command(BaseCommand):
    help = (
        "Prove that every release is what was approved. Prints the newest release of each profile "
        "as `slug number sha256`; keep that elsewhere and give it back later with --head."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", type=Path, metavar="FILE", help="heads printed earlier")

    def handle(self, *args: Any, head: Path | None, **options: Any) -> None:
        found = list(breaks())
        if head:
            found += missing_heads(_read(head))
        for broken in found:
            self.stderr.write(self.style.ERROR(str(broken)))
        if found:
            raise CommandError(f"{len(found)} breaks found. Restore the database from a backup.")
        for slug, (number, sha256) in sorted(heads().items()):
            self.stdout.write(f"{slug} {number} {sha256}")


def _read(head: Path) -> dict[str, tuple[int, str]]:
    try:
        lines = [line.split() for line in head.read_text().splitlines() if line.strip()]
        return {slug: (int(number), sha256) for slug, number, sha256 in lines}
    except (OSError, ValueError) as error:
        raise CommandError(f"{head}: write `slug number sha256` on each line ({error}).") from None
