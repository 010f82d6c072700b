"""Whether two amounts can both be true, or differ by rounding or currency alone."""

from decimal import Decimal

from profiles.provenance.disagreements.exchange_bands import may_be_equal
from profiles.provenance.disagreements.kinds import Disagreement, Kind, compatible, contradiction
from profiles.values.quantities import APPROXIMATION, Quantity

# Rounding moves a figure by no more than this share of it: $400M is not $440M rounded.
MOST_ROUNDED = Decimal("0.05")
# A limit that a figure passes so many times over was hardly meant of it.
FAR = 3


def compare_amounts(one: Quantity, other: Quantity) -> Disagreement:
    words = f"{one.display()} and {other.display()}"
    if not (one.disclosed and other.disclosed):
        return compatible("where no figure is disclosed, none is contradicted")
    if one.unit != other.unit:
        return _in_other_units(one, other)
    if one.agrees_with(other):
        return compatible(_why_compatible(one, other))
    if _is_rounding(one, other):
        return Disagreement(Kind.ROUNDING, f"Rounding is enough to explain {words}.")
    return contradiction(f"{words} are different figures")


def is_far_above(one: Quantity, other: Quantity) -> bool:
    """Whether one is a limit that the other leaves far behind: `500+` and 4,000 million."""
    return one.unit == other.unit and (_leaves_behind(one, other) or _leaves_behind(other, one))


def _leaves_behind(limit: Quantity, figure: Quantity) -> bool:
    if limit.low is not None and limit.high is None and figure.low is not None:
        return limit.low > 0 and figure.low >= FAR * limit.low
    if limit.high is not None and limit.low is None and figure.high is not None:
        return figure.high > 0 and limit.high >= FAR * figure.high
    return False


def _why_compatible(one: Quantity, other: Quantity) -> str:
    words = f"{one.display()} and {other.display()}"
    if (one.low, one.high) == (other.low, other.high):
        return f"{words} are the same figure, hedged in only one place"
    for inner, outer in ((one, other), (other, one)):
        if _lies_within(inner, outer):
            return f"{inner.display()} lies within {outer.display()}"
    if one.approximate or other.approximate:
        return f"{words} are within {APPROXIMATION:.0%}, as close as “about” allows"
    return f"{words} overlap"


def _lies_within(inner: Quantity, outer: Quantity) -> bool:
    above = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    below = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return above and below


def _is_rounding(one: Quantity, other: Quantity) -> bool:
    """Whether the gap between them closes when either end is rounded as the other was."""
    gap = _gap(one, other) or _gap(other, one)
    if gap is None:
        return False
    low, high = gap
    reach = max(_last_digit(low), _last_digit(high)) / 2
    return high - low <= min(reach, MOST_ROUNDED * max(abs(low), abs(high)))


def _gap(below: Quantity, above: Quantity) -> tuple[Decimal, Decimal] | None:
    """The end of the lower and the beginning of the higher, where they come in that order."""
    if below.high is None or above.low is None or below.high > above.low:
        return None
    return below.high, above.low


def _last_digit(number: Decimal) -> Decimal:
    """The place of the last digit that is not zero: a hundred million of 400,000,000."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _in_other_units(one: Quantity, other: Quantity) -> Disagreement:
    words = f"{one.display()} and {other.display()}"
    if not (one.is_money and other.is_money):
        return Disagreement(Kind.BASIS, f"Of different units: {words}.")
    if may_be_equal(_reach(one), one.unit, _reach(other), other.unit):
        return Disagreement(
            Kind.CURRENCY, f"Not comparable without a rate: {words} may be the same money."
        )
    return contradiction(
        f"no exchange rate of the last decades turns {one.display()} into {other.display()}"
    )


def _reach(amount: Quantity) -> tuple[Decimal | None, Decimal | None]:
    slack = MOST_ROUNDED if amount.approximate else Decimal(0)
    low = amount.low * (1 - slack) if amount.low is not None else None
    high = amount.high * (1 + slack) if amount.high is not None else None
    return low, high
