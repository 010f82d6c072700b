"""How the evidence for one fact changed, in sentences."""

from collections.abc import Iterable, Iterator

from profiles.document.diff import words
from profiles.document.schema import Check, Citation, Claim, Fact, Freshness
from profiles.values.dates import PartialDate

TERMS = {
    "printed": "As printed",
    "as_of": "As of",
    "status": "Status",
    "reason": "Ruling",
    "note": "Note",
    "decided_by": "Decided by",
    "decided_on": "Decided on",
    "kind": "Kind of disagreement",
    "explanation": "Explained as",
}
DAYS = {
    "known": "Last known on",
    "look_again": "Look again on",
    "confirmed": "Found unchanged on",
}


def evidence_changes(before: Fact, after: Fact) -> list[str]:
    """What differs in the claims and citations of two states of one fact."""
    return [*_claim(before.claim, after.claim), *_rivals(before, after), *_cover(before, after)]


def _claim(before: Claim | None, after: Claim | None) -> Iterator[str]:
    if before is None or after is None:
        if before or after:
            yield "Now cited by itself" if after else "No longer cited by itself"
        return
    for name, label in TERMS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{label}: {old or 'none'} → {new or 'none'}"
    yield from _freshness(before.freshness or Freshness(), after.freshness or Freshness())
    yield from _citations(before.citations, after.citations)


def _freshness(before: Freshness, after: Freshness) -> Iterator[str]:
    for name, label in DAYS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{label}: {_day(old)} → {_day(new)}"


def _day(iso: str) -> str:
    return PartialDate(iso).display() if iso else "none"


def _citations(before: Iterable[Citation], after: Iterable[Citation]) -> Iterator[str]:
    old = {citation.unchecked: citation.check for citation in before}
    new = {citation.unchecked: citation.check for citation in after}
    for citation in new:
        if citation not in old:
            yield f"Citation added: {_place(citation)}"
    for citation in old:
        if citation not in new:
            yield f"Citation removed: {_place(citation)}"
    for citation, check in new.items():
        if isinstance(check, Check) and check.is_lost and old.get(citation, check) != check:
            yield f"{_place(citation)}: {check.words}"


def _place(citation: Citation) -> str:
    quote = f"“{citation.quote}”" if citation.quote else ""
    stance = "" if citation.stance == "supports" else citation.stance
    behind = citation.origin and f"naming {citation.origin}"
    parts = [citation.source, behind, citation.edition and f"edition {citation.edition}", stance]
    return ", ".join(part for part in [*parts, citation.locator, quote] if part)


def _rivals(before: Fact, after: Fact) -> Iterator[str]:
    old = {claim.value: claim for claim in before.rivals}
    new = {claim.value: claim for claim in after.rivals}
    for value, claim in new.items():
        if value not in old:
            yield f"Rival added: {words(after, claim)}"
        for sentence in _claim(old.get(value, claim), claim):
            yield f"Rival {words(after, claim)}: {sentence[:1].lower()}{sentence[1:]}"
    for value, claim in old.items():
        if value not in new:
            yield f"Rival removed: {words(before, claim)}"


def _cover(before: Fact, after: Fact) -> Iterator[str]:
    if before.cited_with != after.cited_with:
        yield f"Cited together with: {before.cited_with or 'none'} → {after.cited_with or 'none'}"
