"""What kind of disagreement it is once somebody has ruled: what the rules see no longer counts."""

from profiles.models import Claim, Decision, Reason
from profiles.provenance.disagreements.kinds import Disagreement, Kind

RULED = {
    Reason.NEWER: Kind.DATE,
    Reason.OUTDATED: Kind.DATE,
    Reason.BASIS: Kind.BASIS,
    Reason.CURRENCY: Kind.CURRENCY,
    Reason.ROUNDING: Kind.ROUNDING,
    Reason.RUMOUR: Kind.CONTRADICTION,
    Reason.MISTAKEN: Kind.CONTRADICTION,
}
"""Reasons that say of which kind it is; the others prefer one value and leave the kind open."""


def as_ruled(found: Disagreement, rival: Claim, accepted: Claim | None) -> Disagreement:
    """The rival's ruling leads, or that for the accepted claim where the rival's only says so."""
    if rival.decision != Decision.REJECTED:
        return found
    reasons = [rival.reason, accepted.reason if accepted else ""]
    reason = next((each for each in reasons if each not in ("", Reason.UNDISPUTED)), "")
    if not reason:
        return found
    words = Reason(reason).said_of(Decision.REJECTED)
    ruling = f"Ruled: {words[0].lower()}{words[1:]}."
    if kind := RULED.get(Reason(reason)):
        return Disagreement(kind, ruling)
    return Disagreement(found.kind, f"{ruling} {found.explanation}")
