"""Which accepted claims have lost their ground: the facts that evidence sends back, by cause."""

from enum import StrEnum

from django.db.models import Exists, OuterRef, Q

from profiles.models import Citation, Claim, QuoteCheck, Stance
from profiles.models.claims import ClaimQuerySet
from profiles.provenance.quotes.verdicts import unanswered, verdicts_on
from profiles.provenance.sources.witnesses import fallen_sources, stands

BAD = Q(outcome=QuoteCheck.Outcome.MISSING) | Q(says=QuoteCheck.Says.DISAGREES)


class Cause(StrEnum):
    """The gravest first."""

    RETRACTED = "source retracted"
    MISQUOTED = "misquoted"
    DRIFTED = "source changed"


def cause_of_lost_support(claim: Claim) -> Cause | None:
    """The gravest cause, if any. Load the claim `with_evidence`."""
    if has_no_standing_source(claim):
        return Cause.RETRACTED
    verdicts = verdicts_on(claim)
    if any(each.is_misquoted for each in verdicts):
        return Cause.MISQUOTED
    return Cause.DRIFTED if unanswered(verdicts, claim) else None


def with_doubtful_support(claims: ClaimQuerySet) -> ClaimQuerySet:
    """Those that `cause_of_lost_support` has to look at: whatever else there is, is sound."""
    bad = QuoteCheck.objects.filter(BAD, citation__claim=OuterRef("pk"))
    citations = Citation.objects.filter(claim=OuterRef("pk"))
    fallen = citations.filter(capture__source__in=fallen_sources())
    return claims.filter(Exists(bad) | Exists(fallen))


def has_no_standing_source(claim: Claim) -> bool:
    """Whether sources support it, and none of them stands any more."""
    sources = [
        each.capture.source for each in claim.citations.all() if each.stance == Stance.SUPPORTS
    ]
    return bool(sources) and not any(stands(source) for source in sources)
