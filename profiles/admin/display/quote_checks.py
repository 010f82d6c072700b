"""One line beside each citation: whether its quote was found, where, and what it says."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format

from profiles.admin.display.signs import (
    DRIFTED,
    INCONCLUSIVE,
    OUTCOMES,
    SAYS,
    UNCHECKED,
    Outcome,
    Says,
    Sign,
)
from profiles.models import Body, Capture, Citation, QuoteCheck
from profiles.provenance.quotes.matching import FoldedText
from profiles.provenance.quotes.named_subjects import Quoted, remarks, sentence_around
from profiles.provenance.quotes.verdicts import Unchecked, Verdict, verdict, why_unchecked


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    citation: Citation
    line: Sign
    instead: str = ""
    """The passage that has the words of a lost quote with other figures."""
    remark: str = ""
    """Whom the sentence around a quote names instead of what the fact is about."""


def checked_citations(
    body: Body, citations: Iterable[Citation]
) -> dict[int, list[CheckedCitation]]:
    """By claim, of the facts of one record. Load them with their checks."""
    verdicts = [verdict(citation) for citation in citations]
    texts = _texts(each for each in verdicts if each.is_lacking or _is_of_a_figure(body, each))
    said = remarks(
        [Quoted(body, each.citation.claim.fact, _sentence(each, texts)) for each in verdicts]
    )
    found: dict[int, list[CheckedCitation]] = defaultdict(list)
    for each, remark in zip(verdicts, said, strict=True):
        text = texts.get(each.latest.capture_id) if each.is_lacking and each.latest else None
        instead = text.restated(each.citation.exact) if text else ""
        found[each.citation.claim_id].append(
            CheckedCitation(each.citation, _line(each), instead, remark)
        )
    return found


def _is_of_a_figure(body: Body, verdict: Verdict) -> bool:
    """Then the sentence around the quote is looked at."""
    return Quoted(body, verdict.citation.claim.fact, "").is_of_a_figure


def _texts(verdicts: Iterable[Verdict]) -> dict[int, FoldedText]:
    """Of the captures that have a quote, or lack one that they had. Texts are large."""
    checks = [each.latest if each.is_lacking else each.first for each in verdicts]
    captures = {check.capture_id for check in checks if check}
    rows = Capture.objects.filter(pk__in=captures).order_by().values_list("pk", "text")
    return {pk: FoldedText(text) for pk, text in rows} if captures else {}


def _sentence(verdict: Verdict, texts: dict[int, FoldedText]) -> str:
    """In which the quote stands; the quote itself where no text is kept."""
    check = verdict.first
    if check is None or not verdict.is_found:
        return ""
    text = texts.get(check.capture_id)
    if text is None or check.start is None or check.end is None:
        return verdict.citation.exact
    return sentence_around(text.raw, check.start, check.end)


def _line(verdict: Verdict) -> Sign:
    first, latest = verdict.first, verdict.latest
    if first is None:
        return UNCHECKED.saying(f"{UNCHECKED.words}: {_why_unchecked(verdict.citation)}")
    sign, words = _sign(first), _words(first)
    if verdict.says_otherwise:
        sign, words = SAYS[Says.DISAGREES], f"{words}, but it says another value"
    elif first.says == Says.UNREAD and first.outcome != Outcome.MISSING:
        words = f"{words}; what figure or date it gives could not be read"
    if verdict.has_drifted and latest and latest is not first:
        sign, words = DRIFTED, f"{words}; {_missing(latest)}"
    return sign.saying(words)


def _why_unchecked(citation: Citation) -> str:
    match why_unchecked(citation):
        case Unchecked.UNQUOTED if not citation.locator:
            return "neither a quote nor a place"
        case Unchecked.SHORT:
            return "the quote is too short"
        case Unchecked.BEYOND_A_FINGERPRINT:
            return "the quote is too short for a fingerprint; say what stands before or after it"
        case Unchecked.WAITING:
            return "it was not looked for yet"
        case why:
            return why.value


def _sign(check: QuoteCheck) -> Sign:
    is_part = check.capture.depth != Capture.Depth.FULL
    outcome = Outcome(check.outcome)
    return INCONCLUSIVE if outcome == Outcome.MISSING and is_part else OUTCOMES[outcome]


def _words(check: QuoteCheck) -> str:
    place = _capture(check.capture)
    match check.outcome:
        case Outcome.EXACT:
            return f"word for word in {place}"
        case Outcome.NORMALISED:
            return f"in {place}, but for {check.rules}"
        case Outcome.FINGERPRINT:
            return f"by fingerprint of the full text seen on {date_format(check.capture.seen_at)}"
        case Outcome.ELSEWHERE:
            return f"not in {place}, but in another one of this source or of a copy"
    is_part = check.capture.depth != Capture.Depth.FULL
    return f"{_missing(check)}, which proves nothing" if is_part else _missing(check)


def _missing(check: QuoteCheck) -> str:
    instead = ", which has another value there" if check.says == Says.DISAGREES else ""
    return f"not found in {_capture(check.capture)}{instead}"


def _capture(capture: Capture) -> str:
    return f"the capture of {date_format(capture.seen_at)} ({capture.get_depth_display().lower()})"
