"""Who ruled between sources, and why, in words for readers."""

from collections import Counter
from collections.abc import Iterable, Iterator

from profiles.document.schema import Citation, Claim, Document, Fact
from profiles.renderings.evidence.reasons import why_not_shown, why_shown
from profiles.renderings.page import Day, Ruling, Signature
from profiles.renderings.wording import day


def ruling_of(claim: Claim | None, *, instead_of: Claim | None = None) -> Ruling:
    """`instead_of`: the claim is a rival of this one, whose reason it does not repeat."""
    if claim is None or not claim.decided_by:
        return Ruling(note=claim.note if claim else "", open=claim is None or not claim.also_given)
    return Ruling(_reason(claim, instead_of), claim.note)


def _reason(claim: Claim, instead_of: Claim | None) -> str:
    if instead_of is None:
        return why_shown(claim.reason)
    return why_not_shown(claim.reason, shown_for=instead_of.reason)


def is_disputed(fact: Fact) -> bool:
    return bool(fact.rivals or contradictions(fact))


def contradictions(fact: Fact) -> tuple[Citation, ...]:
    """What is cited against the value that is shown."""
    citations = fact.claim.citations if fact.claim else ()
    return tuple(each for each in citations if each.stance == "contradicts")


def usual_ruling(document: Document) -> Signature | None:
    """Who ruled on most disagreements, and when: said once for the page."""
    facts = [fact for record in document.records for fact in record.facts if is_disputed(fact)]
    common = Counter(each for fact in facts for each in signatures(fact)).most_common(1)
    return common[0][0] if common else None


def unusual(fact: Fact, usual: Signature | None) -> tuple[Signature, ...]:
    """Everybody who ruled on this fact, unless all was as usual."""
    found = tuple(dict.fromkeys(signatures(fact)))
    return () if found == (usual,) else found


def signatures(fact: Fact) -> Iterator[Signature]:
    """Of each decision on one of its values; those that wait for one have none."""
    claims: Iterable[Claim] = [*([fact.claim] if fact.claim else []), *fact.rivals]
    for claim in claims:
        if claim.decided_by:
            yield Signature((claim.decided_by,), day(claim.decided_on) or Day(""))
