"""`capture_source KEY FILE|--fetch`: archive what a source says, and look for every quote of it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from profiles.management.users import named_user
from profiles.models import Capture, Source
from profiles.models.history import acting
from profiles.provenance.captures import fetching
from profiles.provenance.captures.archiving import DEPTHS, CaptureResult, capture


class Command(BaseCommand):
    help = (
        "Keep the text of FILE (text, HTML, PDF or a JSON record) as a capture of a source. "
        "With --fetch and FETCH_SOURCES=1, of what stands at its address now."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", metavar="KEY", help="of the source")
        parser.add_argument("file", metavar="FILE", type=Path, nargs="?")
        parser.add_argument(
            "--fingerprint",
            action="store_const",
            dest="depth",
            const=Capture.Depth.FINGERPRINT.value,
            help="keep no text, only what tells whether a quote stands in it",
        )
        parser.add_argument("--fetch", action="store_true", help="ask the web, once")
        parser.add_argument("--edition", default="", help="default: the day")
        parser.add_argument(
            "--depth", choices=DEPTHS, default="", help="how much it is; full, or as it looks"
        )

        parser.add_argument("--user", metavar="NAME", default="", help="who answers for it")

    def handle(self, *, key: str, user: str, **options: Any) -> None:
        source = Source.objects.filter(key=key).first()
        if source is None:
            raise CommandError(f"No source has the key “{key}”.")
        with acting(by=named_user(user), reason=f"Capture of {key}"):
            self._capture(source, **options)

    def _capture(
        self,
        source: Source,
        *,
        file: Path | None,
        fetch: bool,
        edition: str,
        depth: str,
        **options: Any,
    ) -> None:
        if (file is not None) == fetch:
            raise CommandError("Name a FILE or --fetch: one of the two.")
        try:
            if file is None:
                done = self._fetched(source, edition, depth)
            else:
                depth = depth or DEPTHS[0]
                done = capture(
                    source=source, content=file.read_bytes(), edition=edition, depth=depth
                )
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
        except ValidationError as error:
            raise CommandError(f"{file or source.url}: {' '.join(error.messages)}") from None
        self._say(done)

    def _fetched(self, source: Source, edition: str, depth: str) -> CaptureResult:
        came = fetching.fetch(source.url)
        if came.doubt:
            self.stderr.write(came.doubt)
        depth = depth or came.depth
        return capture(source=source, content=came.document, edition=edition, depth=depth)

    def _say(self, done: CaptureResult) -> None:
        known = "" if done.is_new else " (it was archived before)"
        self.stdout.write(f"{done.capture}{known}: {done.summary}")
        for citation in done.drifted:
            self.stdout.write(f"No longer there: “{citation.exact}” for {citation.claim}")
