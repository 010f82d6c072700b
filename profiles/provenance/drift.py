"""Citations whose quote was there and is no longer."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from profiles.models import Capture, Citation, Decision, QuoteCheck, Stance

Outcome = QuoteCheck.Outcome


def drifted(
    citations: QuerySet[Citation] | None = None, *, latest: Capture | None = None
) -> QuerySet[Citation]:
    """Supporting citations of accepted claims, found before and missing in the latest full text.

    An excerpt or a stub proves nothing missing. Each has `latest_id`, the capture that lacks the
    quote, and `now_says`: `disagrees` where the same words stand there with another value.
    `latest`: only those that this capture lacks.
    """
    if citations is None:
        citations = Citation.objects.all()
    full = Capture.objects.filter(source=OuterRef("capture__source"), depth=Capture.Depth.FULL)
    checks = QuoteCheck.objects.filter(citation=OuterRef("pk"))
    now = checks.filter(capture=OuterRef("latest_id"), outcome=Outcome.MISSING)
    if latest:
        now = now.filter(capture=latest)
    found = checks.filter(outcome__in=[Outcome.EXACT, Outcome.NORMALISED])
    return (
        citations.filter(stance=Stance.SUPPORTS, claim__decision=Decision.ACCEPTED)
        .annotate(latest_id=Subquery(full.order_by("-seen_at", "-pk").values("pk")[:1]))
        .annotate(now_says=Subquery(now.values("says")[:1]))
        .filter(Exists(now), Exists(found))
    )
