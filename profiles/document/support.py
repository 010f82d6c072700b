"""How well a claim is founded: what a machine found of its quotes, and when somebody looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from profiles.document import schema
from profiles.facts import Fact
from profiles.models import Capture, Citation, Claim, QuoteCheck
from profiles.provenance.claims.freshness import due, known_on
from profiles.provenance.quotes.verdicts import verdict, why_unchecked
from profiles.provenance.quotes.verification import FOUND

COMPARED: dict[str, str] = {
    QuoteCheck.Says.DISAGREES: "other",
    QuoteCheck.Says.UNREAD: "unread",
}


def check_of(citation: Citation) -> schema.Check:
    """Of the text that it cites, or of what was read in its place. Load it `with_evidence`."""
    found = verdict(citation)
    first, latest = found.first, found.latest
    if first is None:
        return _unchecked(citation)
    rules = [rule for rule in first.rules.split(", ") if rule]
    is_gone = first.outcome in FOUND and found.has_drifted
    gone = _day(latest.capture) if latest and is_gone else ""
    value = COMPARED.get(first.says, "") if first.outcome in FOUND else ""
    return _check(first.outcome, first.capture, rules=rules, gone=gone, value=value)


def _unchecked(citation: Citation) -> schema.Check:
    return _check("unchecked", citation.capture, why=why_unchecked(citation).value)


def _check(outcome: str, capture: Capture, **more: Any) -> schema.Check:
    stated = {"outcome": outcome, "depth": capture.depth, "seen": _day(capture), **more}
    return msgspec.convert(stated, schema.Check)


def fingerprints_of(keys: Iterable[str]) -> Iterator[schema.TextFingerprint]:
    """Of these sources: what their quotes were looked for in, where no text is archived."""
    rows = Capture.objects.filter(source__key__in=keys, depth=Capture.Depth.FINGERPRINT)
    for row in rows.select_related("source").defer("text").order_by("source__key", "seen_at", "pk"):
        yield schema.TextFingerprint(
            source=row.source.key,
            edition=row.edition,
            seen=_day(row),
            sha256=row.sha256,
            fingerprint=row.fingerprint,
        )


def freshness_of(fact: Fact, claim: Claim) -> schema.Freshness | UnsetType:
    """Of an accepted claim whose confirmations are loaded."""
    known, again = known_on(claim), due(fact, claim)
    confirmed = max((each.at.date() for each in claim.confirmations.all()), default=None)
    if not (again or confirmed):
        return UNSET
    return schema.Freshness(
        known=known.isoformat() if known else "",
        look_again=again.isoformat() if again else "",
        confirmed=confirmed.isoformat() if confirmed else "",
    )


def _day(capture: Capture) -> str:
    return capture.seen_at.date().isoformat()
