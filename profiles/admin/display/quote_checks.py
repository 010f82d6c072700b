"""One line beside each citation: whether its quote was found, where, and what it says."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from profiles.models import Capture, Citation, QuoteCheck
from profiles.provenance.quotes.matching import FoldedText, is_checkable
from profiles.provenance.quotes.verdicts import Verdict, verdict

Outcome, Says = QuoteCheck.Outcome, QuoteCheck.Says


@dataclass(frozen=True, slots=True)
class Sign:
    """`tone`: good, amber, bad or quiet, as of the marks."""

    sign: str
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    citation: Citation
    line: Sign
    instead: str = ""
    """The passage that has the words of a lost quote with other figures."""


def checked_citations(citations: Iterable[Citation]) -> dict[int, list[CheckedCitation]]:
    """By claim. Load them with their checks; a text is read only where a quote is lost."""
    verdicts = [verdict(citation) for citation in citations]
    texts = _latest_texts(each for each in verdicts if each.is_lacking)
    found: dict[int, list[CheckedCitation]] = defaultdict(list)
    for each in verdicts:
        text = texts.get(each.latest.capture_id) if each.is_lacking and each.latest else None
        instead = text.restated(each.citation.exact) if text else ""
        found[each.citation.claim_id].append(CheckedCitation(each.citation, _line(each), instead))
    return found


def _latest_texts(verdicts: Iterable[Verdict]) -> dict[int, FoldedText]:
    captures = {each.latest.capture_id for each in verdicts if each.latest}
    if not captures:
        return {}
    rows = Capture.objects.filter(pk__in=captures).order_by().values_list("pk", "text")
    return {pk: FoldedText(text) for pk, text in rows}


def _line(verdict: Verdict) -> Sign:
    first, latest = verdict.first, verdict.latest
    if first is None:
        return Sign("○", _why_unchecked(verdict.citation), "quiet")
    sign, words, tone = _outcome(first)
    if verdict.says_otherwise:
        sign, words, tone = "≠", f"{words}, but it says another value", "bad"
    if verdict.has_drifted and latest and latest is not first:
        sign, words, tone = "↯", f"{words}; {_missing(latest)}", "bad"
    return Sign(sign, words[:1].upper() + words[1:], tone)


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
