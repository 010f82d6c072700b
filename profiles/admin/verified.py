"""One line beside each citation: whether its quote was found, where, and what it says."""

from dataclasses import dataclass

from profiles.models import Capture, Citation, QuoteCheck
from profiles.provenance.quotes import is_checkable
from profiles.provenance.verdicts import Verdict, verdict

Outcome, Says = QuoteCheck.Outcome, QuoteCheck.Says


@dataclass(frozen=True, slots=True)
class Line:
    """`tone`: good, amber, bad or quiet, as of the marks."""

    sign: str
    words: str
    tone: str


def line_for(citation: Citation) -> Line:
    """Load the citation with its checks (`with_evidence`, `with_checks`)."""
    return _line(verdict(citation))


def _line(verdict: Verdict) -> Line:
    first, latest = verdict.first, verdict.latest
    if first is None:
        return Line("○", _why_unchecked(verdict.citation), "quiet")
    sign, words, tone = _outcome(first)
    if verdict.says_otherwise:
        sign, words, tone = "≠", f"{words}, but it says another value", "bad"
    if verdict.has_drifted and latest and latest is not first:
        sign, words, tone = "↯", f"{words}; {_missing(latest)}", "bad"
    return Line(sign, words[:1].upper() + words[1:], tone)


def _why_unchecked(citation: Citation) -> str:
    if not citation.exact:
        return "Not checkable: no quote"
    if not is_checkable(citation.exact):
        return "Not checkable: the quote is too short"
    return "Not checkable: nothing archived"


def _outcome(check: QuoteCheck) -> tuple[str, str, str]:
    match check.outcome:
        case Outcome.EXACT:
            return "✓", f"word for word in {_capture(check.capture)}", "good"
        case Outcome.NORMALISED:
            return "✓", f"in {_capture(check.capture)}, but for {check.rules}", "good"
        case Outcome.ELSEWHERE:
            words = "but in another one of this source or of a copy"
            return "!", f"not in {_capture(check.capture)}, {words}", "amber"
    if check.capture.depth != Capture.Depth.FULL:
        return "○", f"{_missing(check)}, which proves nothing", "amber"
    return "✗", _missing(check), "bad"


def _missing(check: QuoteCheck) -> str:
    instead = ", which has another value there" if check.says == Says.DISAGREES else ""
    return f"not found in {_capture(check.capture)}{instead}"


def _capture(capture: Capture) -> str:
    day = f"{capture.seen_at.day} {capture.seen_at:%B %Y}"
    return f"the capture of {day} ({capture.get_depth_display().lower()})"
