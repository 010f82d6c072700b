"""One line beside each citation: whether its quote was found, where, and what it says."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from profiles.models import Capture, Citation, QuoteCheck
from profiles.provenance.quotes import is_checkable

Outcome, Says = QuoteCheck.Outcome, QuoteCheck.Says


@dataclass(frozen=True, slots=True)
class Line:
    """`tone`: good, amber, bad or quiet, as of the marks."""

    sign: str
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Cited:
    citation: Citation
    line: Line


def cited(citations: Iterable[Citation]) -> dict[int, list[Cited]]:
    """By claim; in one query. Their captures must be loaded, without their texts."""
    citations = list(citations)
    checks: dict[int, list[QuoteCheck]] = defaultdict(list)
    rows = QuoteCheck.objects.filter(citation__in=[citation.pk for citation in citations])
    rows = rows.select_related("capture").defer("capture__text")
    for check in rows.order_by("capture__seen_at", "capture"):
        checks[check.citation_id].append(check)
    found: dict[int, list[Cited]] = defaultdict(list)
    for citation in citations:
        found[citation.claim_id].append(Cited(citation, _line(citation, checks[citation.pk])))
    return found


def _line(citation: Citation, checks: list[QuoteCheck]) -> Line:
    if not checks:
        return Line("○", _why_unchecked(citation), "quiet")
    first, latest = _of_the_cited(citation, checks), checks[-1]
    sign, words, tone = _outcome(first)
    if first.outcome != Outcome.MISSING and first.says == Says.DISAGREES:
        sign, words, tone = "≠", f"{words}, but it says another value", "bad"
    if latest is not first and latest.outcome == Outcome.MISSING:
        sign, words, tone = "!", f"{words}; {_missing(latest)}", "bad"
    return Line(sign, words[:1].upper() + words[1:], tone)


def _why_unchecked(citation: Citation) -> str:
    if not citation.exact:
        return "Not checkable: no quote"
    if not is_checkable(citation.exact):
        return "Not checkable: the quote is too short"
    return "Not checkable: nothing archived"


def _of_the_cited(citation: Citation, checks: list[QuoteCheck]) -> QuoteCheck:
    """The check of the capture that is cited, or of what counts for it."""
    own = citation.capture
    same = [check for check in checks if check.capture_id == own.pk]
    same += [check for check in checks if check.capture.sha256 == own.sha256 != ""]
    return next(iter(same), checks[0])


def _outcome(check: QuoteCheck) -> tuple[str, str, str]:
    match check.outcome:
        case Outcome.EXACT:
            return "✓", f"word for word in {_capture(check.capture)}", "good"
        case Outcome.NORMALISED:
            return "✓", f"in {_capture(check.capture)}, but for {check.rules}", "good"
        case Outcome.ELSEWHERE:
            words = "but in another one of this source or of a copy"
            return "!", f"not in {_capture(check.capture)}, {words}", "amber"
    return "✗", _missing(check), "bad"


def _missing(check: QuoteCheck) -> str:
    instead = ", which has another value there" if check.says == Says.DISAGREES else ""
    return f"not found in {_capture(check.capture)}{instead}"


def _capture(capture: Capture) -> str:
    day = f"{capture.seen_at.day} {capture.seen_at:%B %Y}"
    return f"the capture of {day} ({capture.get_depth_display().lower()})"
