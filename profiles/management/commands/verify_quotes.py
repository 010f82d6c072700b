"""`verify_quotes RELEASE.json KEY FILE`: a release's quotes against the article itself."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import msgspec
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from profiles.document.schema import Document, TextFingerprint
from profiles.provenance.captures import archiving
from profiles.provenance.quotes.fingerprints import Fingerprint
from profiles.provenance.quotes.matching import FoldedText


class Command(BaseCommand):
    help = (
        "For whoever has the article: make the fingerprint of FILE again, compare it with the one "
        "that a published release (its JSON) has of the source KEY, and look for its quotes. "
        "Asks no database."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("release", metavar="RELEASE.json", type=Path)
        parser.add_argument("key", metavar="KEY", help="of the source, as the release names it")
        parser.add_argument("file", metavar="FILE", type=Path, help="the article")

    def handle(self, *, release: Path, key: str, file: Path, **options: Any) -> None:
        try:
            document = msgspec.json.decode(release.read_bytes(), type=_Published).document
            article = archiving.Document.read(file.read_bytes())
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read: {error.strerror}.") from None
        except msgspec.MsgspecError:
            raise CommandError(f"{release} is no release: take the JSON of its page.") from None
        except ValidationError as error:
            raise CommandError(f"{file}: {' '.join(error.messages)}") from None
        if document.source(key) is None:
            raise CommandError(f"The release has no source “{key}”.")
        same = [self._compare(kept, article) for kept in _fingerprints(document, key)]
        if not same:
            self.stdout.write("The release has no fingerprint of this source.")
        missing = self._look_for_quotes(document, key, article.text)
        if missing or not all(same):
            raise CommandError("The article is not what the release says.")

    def _compare(self, kept: TextFingerprint, article: archiving.Document) -> bool:
        known = Fingerprint.read(kept.fingerprint)
        is_same = Fingerprint.of(article.text, known.salt) == known
        bytes_too = "; so are its bytes" if kept.sha256 == article.sha256 else ""
        words = f"the same, {known.words:,} words{bytes_too}" if is_same else "another one"
        self.stdout.write(f"Fingerprint of {kept.source}@{kept.edition}: {words}.")
        return is_same

    def _look_for_quotes(self, document: Document, key: str, text: str) -> int:
        cited = (each for each in document.citations if each.source == key and each.quote)
        quotes = dict.fromkeys(citation.quote for citation in cited)
        folded = FoldedText(text)
        missing = [quote for quote in quotes if not folded.find(quote)]
        self.stdout.write(f"{len(quotes) - len(missing):,} of {len(quotes):,} quotes stand in it.")
        for quote in missing:
            self.stdout.write(f"Not there: “{quote}”")
        return len(missing)


class _Published(msgspec.Struct):
    """The JSON of a page, of which the rest is not asked."""

    document: Document


def _fingerprints(document: Document, key: str) -> list[TextFingerprint]:
    kept = document.fingerprints
    return [] if isinstance(kept, msgspec.UnsetType) else [k for k in kept if k.source == key]
