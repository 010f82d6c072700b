"""What became of a quote: found, gone since, never there, or found and saying something else.

Read from a citation's checks (`with_evidence` loads them); nothing is queried or looked for here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from profiles.models import Capture, Citation, Claim, Decision, QuoteCheck, Stance
from profiles.provenance.quotes.matching import is_checkable
from profiles.provenance.quotes.verification import FOUND
from profiles.provenance.sources.witnesses import stands

Outcome, Says = QuoteCheck.Outcome, QuoteCheck.Says


@dataclass(frozen=True, slots=True)
class Verdict:
    """`checks` are those of one citation, in the order in which their captures were seen."""

    citation: Citation
    checks: tuple[QuoteCheck, ...]

    @property
    def first(self) -> QuoteCheck | None:
        """The check of the capture that is cited, or of what counts for it."""
        own = self.citation.capture
        same = [check for check in self.checks if check.capture_id == own.pk]
        same += [check for check in self.checks if check.capture.sha256 == own.sha256 != ""]
        return next(iter([*same, *self.checks]), None)

    @property
    def latest(self) -> QuoteCheck | None:
        """The check of the latest full text: an excerpt or a stub proves nothing missing."""
        full = [check for check in self.checks if check.capture.depth == Capture.Depth.FULL]
        return full[-1] if full else None

    @property
    def is_found(self) -> bool:
        """In some capture of its source."""
        return any(check.outcome in FOUND for check in self.checks)

    @property
    def has_drifted(self) -> bool:
        """It was there, and the latest full text lacks it."""
        return self.is_lacking and self.is_found

    @property
    def is_missing(self) -> bool:
        """It never was there, as far as full texts tell."""
        return self.is_lacking and not self.is_found

    @property
    def is_lacking(self) -> bool:
        """Whether the latest full text does not have it."""
        return self.latest is not None and self.latest.outcome == Outcome.MISSING

    @property
    def says_otherwise(self) -> bool:
        """It is there, and gives another value than the claim does."""
        first = self.first
        if first is None or first.outcome == Outcome.MISSING:
            return False
        return first.says == Says.DISAGREES

    @property
    def is_misquoted(self) -> bool:
        return self.is_missing or self.says_otherwise

    @property
    def trouble(self) -> str:
        """What is wrong with the quote, in one sentence; "" where nothing is known to be."""
        source = self.citation.capture.source
        if self.is_missing:
            return f"The words quoted are not in the text of {source}."
        if self.says_otherwise:
            return f"The words quoted from {source} give another value."
        if self.has_drifted and self.latest and self.latest.says == Says.DISAGREES:
            return f"The words quoted give another value now in the latest text of {source}."
        if self.has_drifted:
            return f"The words quoted are gone from the latest text of {source}."
        return ""


class Unchecked(StrEnum):
    """Why no text was asked for a quote, or none could tell."""

    UNQUOTED = "no quote"
    SHORT = "too short"
    BEYOND_A_FINGERPRINT = "beyond a fingerprint"
    UNARCHIVED = "nothing archived"
    WAITING = "not yet"


def why_unchecked(citation: Citation) -> Unchecked:
    """Of one without checks, loaded `with_checks`: the cited capture tells, or a later one."""
    if not citation.exact:
        return Unchecked.UNQUOTED
    if not is_checkable(citation.exact):
        return Unchecked.SHORT
    match citation.capture.depth:
        case Capture.Depth.FINGERPRINT:
            return Unchecked.BEYOND_A_FINGERPRINT
        case Capture.Depth.NONE if citation.capture.has_later_fingerprint:
            return Unchecked.BEYOND_A_FINGERPRINT
        case Capture.Depth.NONE:
            return Unchecked.UNARCHIVED
    return Unchecked.WAITING


def quote_troubles(verdicts: Iterable[Verdict]) -> str:
    """The sentences of all of them, each once."""
    return " ".join(dict.fromkeys(each.trouble for each in verdicts))


def verdict(citation: Citation) -> Verdict:
    """Load the citation `with_checks`."""
    return Verdict(citation, tuple(sorted(citation.checks.all(), key=_seen)))


def _seen(check: QuoteCheck) -> tuple[datetime, int]:
    return check.capture.seen_at, check.capture_id


def verdicts_on(claim: Claim) -> tuple[Verdict, ...]:
    """On the quotes that support it, by sources that stand. Load the claim `with_evidence`."""
    return tuple(
        verdict(each)
        for each in claim.citations.all()
        if each.stance == Stance.SUPPORTS and stands(each.capture.source)
    )


def drifted(citations: Iterable[Citation]) -> list[Verdict]:
    """Of those that support accepted claims: whose quotes were there and are gone."""
    return [each for each in map(verdict, citations) if each.has_drifted and _counts(each.citation)]


def _counts(citation: Citation) -> bool:
    return citation.stance == Stance.SUPPORTS and citation.claim.decision == Decision.ACCEPTED


def unanswered(verdicts: Iterable[Verdict], claim: Claim) -> tuple[Verdict, ...]:
    """Those of this claim that drifted and that nobody has answered yet.

    An answer is to rule again or to confirm the value, or to cite the very text that lacks the
    quote for words that it has.
    """
    known, looked = tuple(verdicts), claim.looked_at
    cited = {each.citation.capture_id for each in known if each.is_found and not each.has_drifted}
    return tuple(
        each
        for each in known
        if each.has_drifted
        and each.latest is not None
        and each.latest.capture_id not in cited
        and (looked is None or each.latest.capture.recorded_at > looked)
    )
