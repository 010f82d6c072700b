"""Values that cannot be true beside each other, whatever their sources say."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from profiles.models import (
    Body,
    Company,
    Deal,
    Event,
    FundingRound,
    Investment,
    Metric,
    Name,
    Product,
    Role,
)
from profiles.models.limits import WHOLE, is_ahead
from profiles.provenance.claims.rounds import round_of, stated_total
from profiles.provenance.claims.totals import tally
from profiles.review.findings import Check, Entry, Finding, Profile, Severity
from profiles.values.dates import PartialDate
from profiles.values.quantities import Quantity


class InOrder(NamedTuple):
    """Two dates of one record, of which the second is never before the first."""

    model: type[Body]
    first: str
    then: str


PERIODS = (InOrder(Role, "started", "ended"), InOrder(Name, "since", "until"))


def nothing_ends_before_it_begins(profile: Profile) -> Iterator[Finding]:
    for period in PERIODS:
        for entry in profile.of(period.model):
            began, ended = _value(entry, period.first), _value(entry, period.then)
            if began and ended and is_before(ended, began):
                yield entry.finding(
                    Severity.ERROR,
                    "order",
                    period.then,
                    f"Ends in {ended.display()}, before it starts in {began.display()}.",
                )


def nothing_is_before_the_founding(profile: Profile) -> Iterator[Finding]:
    founded = profile.company.founded
    for entry in profile.of(FundingRound):
        date = _value(entry, "date")
        if founded and date and is_before(date, founded):
            yield entry.finding(
                Severity.ERROR,
                "order",
                "date",
                f"Is dated {date.display()}, before the founding ({founded.display()}).",
            )


WHEN_DONE: tuple[tuple[type[Body], str, dict[str, str]], ...] = (
    (Role, "started", {}),
    (Product, "released", {}),
    (Deal, "date", {}),
    (Event, "date", {"form": Event.Form.OUTLOOK}),
    (Metric, "date", {"form": Metric.Form.TARGET}),
)
"""Dates of deeds that a source may also announce, and the rows that do."""


def what_is_done_is_not_ahead(profile: Profile) -> Iterator[Finding]:
    for model, date, announced in WHEN_DONE:
        for entry in profile.of(model):
            is_announced = any(_value(entry, fact) == form for fact, form in announced.items())
            if is_ahead(_value(entry, date)) and not is_announced:
                yield entry.finding(
                    Severity.WARNING,
                    "ahead",
                    date,
                    f"{_value(entry, date).display()} is yet to come: "
                    "check the year, and that the page says what is only planned.",
                )


def is_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether it is before the other on every day that either can mean."""
    return one.latest < other.earliest


class Part(NamedTuple):
    """A quantity that is counted in another one of the same record, or of its owner."""

    model: type[Body]
    part: str
    whole: str
    owner: str = ""


PARTS = (
    Part(Company, "total_debt", "total_funding"),
    Part(Product, "parameters_active", "parameters"),
    Part(Product, "parameters_per_expert", "parameters"),
    Part(Investment, "amount", "amount", owner="round"),
)


def no_part_is_more_than_its_whole(profile: Profile) -> Iterator[Finding]:
    for relation in PARTS:
        for entry in profile.of(relation.model):
            owner: Any = getattr(entry.body, relation.owner) if relation.owner else entry.body
            part, whole = _value(entry, relation.part), getattr(owner, relation.whole)
            if part and whole and is_more(part, whole):
                label = entry.record_type.label_of(relation.part)
                of = f"that of {owner}" if relation.owner else _label(entry, relation.whole)
                yield entry.finding(
                    Severity.ERROR,
                    "part",
                    relation.part,
                    f"{label} is {part.display()}, more than {of}, {whole.display()}, "
                    "of which it is a part.",
                )


def is_more(one: Quantity, other: Quantity) -> bool:
    """Whether it is more than the other whatever number of their bounds each is."""
    if not (one.disclosed and other.disclosed) or one.unit != other.unit:
        return False
    return not one.agrees_with(other) and one.midpoint > other.midpoint


def stakes_are_at_most_the_whole(profile: Profile) -> Iterator[Finding]:
    """What is held after one round: each investor's share of the company."""
    stakes: dict[Any, list[Entry]] = {}
    for entry in profile.of(Investment):
        if _value(entry, "stake"):
            stakes.setdefault(entry.body.round_id, []).append(entry)  # type: ignore[attr-defined]
    for entries in stakes.values():
        least = sum((_value(entry, "stake").low or Decimal(0) for entry in entries), Decimal(0))
        if least > WHOLE:
            last = entries[-1]
            yield last.finding(
                Severity.ERROR,
                "part",
                "stake",
                f"The stakes of {last.body.round} add up to {least.normalize():f} %, "  # type: ignore[attr-defined]
                "more than there is.",
            )


def stated_total_fits_the_rounds(profile: Profile) -> Iterator[Finding]:
    """Against rounds in the total's currency, as agreed or as a source converted them."""
    stated = stated_total(profile.company)
    if stated is None:
        return
    rounds = [round_of(each.body, _status(each, "amount")) for each in profile.of(FundingRound)]
    added = tally(rounds, stated.unit)
    if added.total and not added.fits(stated):
        omitted = ", ".join(f"{line.round.name} {line.why}" for line in added.left_out)
        without = f" ({omitted})" if omitted else ""
        message = (
            f"The stated total is {stated.display()}, "
            f"the rounds sum to {added.total.display()}{without}. {added.explained(stated)}"
        )
        company = next(iter(profile.of(Company)))
        yield company.finding(Severity.WARNING, "total", "total_funding", message.strip())


def _status(entry: Entry, fact: str) -> str:
    accepted = entry.evidence[fact].accepted
    return accepted.status if accepted else ""


def _value(entry: Entry, fact: str) -> Any:
    return getattr(entry.body, fact)


def _label(entry: Entry, fact: str) -> str:
    return entry.record_type.label_of(fact).lower()


PLAUSIBILITY: tuple[Check, ...] = (
    nothing_ends_before_it_begins,
    nothing_is_before_the_founding,
    what_is_done_is_not_ahead,
    no_part_is_more_than_its_whole,
    stakes_are_at_most_the_whole,
    stated_total_fits_the_rounds,
)
