"""The verb that archives what a source says, and looks for every quote again."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from profiles.models import Capture, Citation, QuoteCheck, Source
from profiles.provenance.captures.extraction import extract, medium_of
from profiles.provenance.quotes.fingerprints import Fingerprint
from profiles.provenance.quotes.matching import is_checkable
from profiles.provenance.quotes.verdicts import drifted
from profiles.provenance.quotes.verification import CheckResult, verify
from profiles.provenance.sources.copies import family
from profiles.values.counting import counted

Depth = Capture.Depth
Outcome = QuoteCheck.Outcome
LONGEST_EDITION = 60
DEPTHS = tuple(depth.value for depth in Depth if depth != Depth.NONE)


@dataclass(frozen=True)
class CaptureResult:
    """What a capture brought to light. `checks` are those of this capture alone."""

    capture: Capture
    is_new: bool
    checks: list[CheckResult]
    unquoted: int
    """Citations of this source without a quote that could be looked for."""
    drifted: list[Citation]
    """Supporting citations, with `claim.record`, whose quotes were there and are gone from it."""

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(check.outcome for check in self.checks)

    @property
    def summary(self) -> str:
        """`9 quotes: 7 exact, 1 normalised (dashes), 1 missing; 2 citations without a quote`."""
        rules = ", ".join(dict.fromkeys(r for c in self.checks for r in c.rules.split(", ") if r))
        parts = [
            f"{self.counts[outcome]} {outcome.value}"
            + (f" ({rules})" if outcome == Outcome.NORMALISED and rules else "")
            for outcome in Outcome
            if self.counts[outcome] or outcome == Outcome.EXACT
        ]
        quotes = counted(len(self.checks), "quote")
        words = f"{quotes}: {', '.join(parts)}" if self.checks else "No quotes to look for"
        bare = f"; {counted(self.unquoted, 'citation')} without a quote"
        return words + (bare if self.unquoted else "")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of what came in; `sha256` is of the bytes as they came."""

    text: str
    medium: str
    sha256: str

    @classmethod
    def read(cls, content: bytes | str, medium: str = "", charset: str = "") -> "Document":
        """`medium` is told by the bytes where it is not given, `charset` where it can be.

        Raises `ValidationError`.
        """
        data = _bytes(content)
        medium = medium or medium_of(data)
        return cls(extract(data, medium, charset), medium, sha256(data).hexdigest())


def capture(
    *,
    source: Source,
    content: bytes | str | Document,
    medium: str = "",
    edition: str = "",
    seen_at: datetime | None = None,
    depth: str = Depth.FULL,
) -> CaptureResult:
    """Keep the text of `content` and re-check every citation of the source and of its copies.

    `medium` is told by the bytes where it is not given, `edition` is the day. With the depth
    `fingerprint` the text is forgotten once its fingerprint is made. Bytes that are
    archived already are not kept twice; those of a capture without text were seen when it was.
    Raises `ValidationError`, whose message says what to do.
    """
    if depth not in DEPTHS:
        raise ValidationError(f"Say how much of it this is: {', '.join(DEPTHS)}.")
    document = content if isinstance(content, Document) else Document.read(content, medium)
    with transaction.atomic():  # not before: reading takes seconds, and SQLite has one writer
        if known := archived(source, document, depth):
            return _rechecked(known, is_new=False)
        kept = _new(source, document, edition, seen_at, depth)
        kept.full_clean()
        kept.save()
        return _rechecked(kept, is_new=True)


def _new(
    source: Source, document: Document, edition: str, seen_at: datetime | None, depth: str
) -> Capture:
    twin = source.captures.filter(sha256=document.sha256).order_by("seen_at", "pk").first()
    seen_at = seen_at or (twin.seen_at if twin else timezone.now())
    return Capture(
        source=source,
        edition=edition or free_edition(source, twin.edition if twin else f"{seen_at:%Y-%m-%d}"),
        seen_at=seen_at,
        medium=document.medium,
        depth=depth,
        text="" if depth == Depth.FINGERPRINT else document.text,
        fingerprint=str(Fingerprint.of(document.text)) if depth == Depth.FINGERPRINT else "",
        sha256=document.sha256,
    )


def archived(source: Source, document: Document, depth: str = Depth.FULL) -> Capture | None:
    """The capture that has this very document's text already, or for a fingerprint that of it."""
    same = source.captures.filter(sha256=document.sha256)
    kept = same.exclude(text="")
    if depth == Depth.FINGERPRINT:
        kept = kept | same.exclude(fingerprint="")
    return kept.first()


def free_edition(source: Source, name: str) -> str:
    """The name, or `name (2)` and so on where it is taken."""
    taken = set(source.captures.values_list("edition", flat=True))
    name = name[: LONGEST_EDITION - 6]
    names = (f"{name} ({number})" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(each for each in names if each not in taken)


def _bytes(content: bytes | str) -> bytes:
    """A browser sends every line end as CRLF."""
    if isinstance(content, bytes):
        return content
    return content.replace("\r\n", "\n").encode("utf-8", "replace")


def recheck(*sources: Source | None) -> list[CheckResult]:
    """Look again for every quote of these sources, of their copies and of their originals."""
    related = family(source.pk for source in sources if source)
    return verify(Citation.objects.filter(capture__source__in=related).only("capture"))


def _rechecked(kept: Capture, *, is_new: bool) -> CaptureResult:
    checks = [check for check in recheck(kept.source) if check.capture_id == kept.pk]
    own = Citation.objects.filter(capture__source=kept.source)
    return CaptureResult(
        capture=kept,
        is_new=is_new,
        checks=checks,
        unquoted=sum(not is_checkable(quote) for quote in own.values_list("exact", flat=True)),
        drifted=[
            each.citation
            for each in drifted(own.select_related("claim__record").with_checks())
            if each.latest and each.latest.capture_id == kept.pk
        ],
    )
