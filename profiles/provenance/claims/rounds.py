"""The rounds of a company as rows -> their sum."""

from typing import Any

from profiles.models import Claim, Company, Status
from profiles.provenance.claims.totals import Round, Tally, tally
from profiles.values.quantities import Quantity


def tally_of(company: Company) -> Tally | None:
    """The rounds of a company in its stated total's currency; None without such a total."""
    stated = stated_total(company)
    if stated is None:
        return None
    rounds = company.rounds.select_related("record").order_by("date_sort", "label")
    accepted = Claim.objects.accepted().filter(
        fact="amount", record__in=company.rounds.values("pk")
    )
    statuses = dict(accepted.values_list("record_id", "status"))
    return tally([round_of(body, statuses.get(body.pk, "")) for body in rounds], stated.unit)


def stated_total(company: Company) -> Quantity | None:
    text = company.total_funding
    return Quantity(text) if text and Quantity(text).disclosed else None


def round_of(body: Any, status: str) -> Round:
    """`body` is a `FundingRound`; `status` that of the accepted claim of its amount, if any."""
    return Round(
        key=body.record.key,
        name=_name(body),
        date=str(body.date),
        amount=Quantity(body.amount) if body.amount else None,
        converted=Quantity(body.amount_converted) if body.amount_converted else None,
        instrument=body.instrument,
        status=status or Status.REPORTED,
    )


def _name(body: Any) -> str:
    when = body.date.display() if body.date else ""
    return " of ".join(part for part in (body.label or "the round", when) if part)
