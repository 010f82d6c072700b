"""How well a claim is founded: what a machine found of its quotes, and when somebody looked."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from profiles.document import schema
from profiles.facts import Fact
from profiles.models import Capture, Citation, Claim, QuoteCheck
from profiles.provenance.freshness import due, known_on
from profiles.provenance.quotes import is_checkable

Outcome = QuoteCheck.Outcome
FOUND = (Outcome.EXACT, Outcome.NORMALISED)


def check_of(citation: Citation) -> schema.Check:
    """Of its checks, loaded before with their captures, the one of the text that it cites.

    Where that capture has no text, another of its source was read in its place, and counts.
    """
    checks = sorted(citation.checks.all(), key=lambda check: _age(check.capture))
    if not checks:
        return _unchecked(citation)
    cited = min(checks, key=lambda check: _distance(check.capture, citation.capture))
    rules = [rule for rule in cited.rules.split(", ") if rule]
    gone = _gone(checks) if cited.outcome in FOUND else ""
    return _check(cited.outcome, cited.capture, rules=rules, gone=gone)


def _unchecked(citation: Citation) -> schema.Check:
    return _check("unchecked", citation.capture, why=_why_not(citation))


def _check(outcome: str, capture: Capture, **more: Any) -> schema.Check:
    stated = {"outcome": outcome, "depth": capture.depth, "seen": _day(capture), **more}
    return msgspec.convert(stated, schema.Check)


def _why_not(citation: Citation) -> str:
    if not citation.exact:
        return "no quote"
    if not is_checkable(citation.exact):
        return "too short"
    return "nothing archived" if citation.capture.depth == Capture.Depth.NONE else "not yet"


def _distance(read: Capture, cited: Capture) -> int:
    """The capture itself, then one of the same bytes, then any other."""
    if read.pk == cited.pk:
        return 0
    return 1 if read.sha256 == cited.sha256 != "" else 2


def _gone(checks: list[QuoteCheck]) -> str:
    """The day of the latest full text, where that lacks the quote. `checks` are oldest first."""
    full = [check for check in checks if check.capture.depth == Capture.Depth.FULL]
    is_gone = bool(full) and full[-1].outcome == Outcome.MISSING
    return _day(full[-1].capture) if is_gone else ""


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


def _age(capture: Capture) -> tuple[object, int]:
    return capture.seen_at, capture.pk


def _day(capture: Capture) -> str:
    return capture.seen_at.date().isoformat()
