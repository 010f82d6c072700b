"""How the evidence for one fact changed, in sentences."""

from collections.abc import Iterable, Iterator, Mapping

from profiles.document.diff import words
from profiles.document.schema import Check, Citation, Claim, Fact, Freshness
from profiles.values.dates import day_in_words, label_in_words

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
DATES = ("as_of", "decided_on")
DAYS = {
    "known": "Last known on",
    "look_again": "Look again on",
    "confirmed": "Found unchanged on",
}


Titles = Mapping[str, str]
"""Key of a source -> its title."""


def evidence_changes(before: Fact, after: Fact, titles: Titles) -> list[str]:
    """What differs in the claims and citations of two states of one fact."""
    return [
        *_claim(before.claim, after.claim, titles),
        *_rivals(before, after, titles),
        *_cover(before, after),
    ]


def _claim(before: Claim | None, after: Claim | None, titles: Titles) -> Iterator[str]:
    if before is None or after is None:
        if before or after:
            yield "Now cited by itself" if after else "No longer cited by itself"
        return
    for name, label in TERMS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            in_words = day_in_words if name in DATES else str
            yield f"{label}: {in_words(old) or 'none'} → {in_words(new) or 'none'}"
    yield from _freshness(before.freshness or Freshness(), after.freshness or Freshness())
    yield from _citations(before.citations, after.citations, titles)


def _freshness(before: Freshness, after: Freshness) -> Iterator[str]:
    for name, label in DAYS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{label}: {day_in_words(old) or 'none'} → {day_in_words(new) or 'none'}"


def _citations(
    before: Iterable[Citation], after: Iterable[Citation], titles: Titles
) -> Iterator[str]:
    old = {citation.unchecked: citation.check for citation in before}
    new = {citation.unchecked: citation.check for citation in after}
    for citation in new:
        if citation not in old:
            yield f"Citation added: {_place(citation, titles)}"
    for citation in old:
        if citation not in new:
            yield f"Citation removed: {_place(citation, titles)}"
    for citation, check in new.items():
        if isinstance(check, Check) and check.is_lost and old.get(citation, check) != check:
            yield f"{_place(citation, titles)}: {check.words}"


def _place(citation: Citation, titles: Titles) -> str:
    quote = f"“{citation.quote}”" if citation.quote else ""
    stance = "" if citation.stance == "supports" else citation.stance
    source, origin = (titles.get(key, key) for key in (citation.source, citation.origin))
    behind = origin and f"naming {origin}"
    edition = citation.edition and f"edition of {label_in_words(citation.edition)}"
    parts = [source, behind, edition, stance]
    return ", ".join(part for part in [*parts, citation.locator, quote] if part)


def _rivals(before: Fact, after: Fact, titles: Titles) -> Iterator[str]:
    old = {claim.value: claim for claim in before.rivals}
    new = {claim.value: claim for claim in after.rivals}
    for value, claim in new.items():
        if value not in old:
            yield f"Rival added: {words(after, claim)}"
        for sentence in _claim(old.get(value, claim), claim, titles):
            yield f"Rival {words(after, claim)}: {sentence[:1].lower()}{sentence[1:]}"
    for value, claim in old.items():
        if value not in new:
            yield f"Rival removed: {words(before, claim)}"


def _cover(before: Fact, after: Fact) -> Iterator[str]:
    if before.cited_with != after.cited_with:
        yield f"Cited together with: {before.cited_with or 'none'} → {after.cited_with or 'none'}"
