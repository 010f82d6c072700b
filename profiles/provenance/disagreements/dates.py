"""Whether two dates can both be true."""

from profiles.provenance.disagreements.kinds import Disagreement, compatible, contradiction
from profiles.values.dates import PartialDate


def compare_dates(one: PartialDate, other: PartialDate) -> Disagreement:
    words = f"{one.display()} and {other.display()}"
    if _same_days(one, other):
        return compatible(f"{words} are the same date, hedged in only one place")
    for inner, outer in ((one, other), (other, one)):
        if outer.earliest <= inner.earliest and inner.latest <= outer.latest:
            return compatible(f"{inner.display()} lies within {outer.display()}")
    if one.agrees_with(other):
        return compatible(f"{words} are as close as “about” allows")
    if one.earliest <= other.latest and other.earliest <= one.latest:
        return compatible(f"{words} overlap")
    return contradiction(f"{words} do not overlap")


def _same_days(one: PartialDate, other: PartialDate) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)
