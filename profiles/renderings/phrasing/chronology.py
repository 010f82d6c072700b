"""Records in the order of time, whatever the precision of their dates."""

from profiles.values import PartialDate, UnreadableValue


def time_of(date: str) -> tuple[str, str]:
    """To sort by: the latest day that it may mean, then the earliest; unknown dates first."""
    try:
        return PartialDate(date).latest.isoformat(), PartialDate(date).earliest.isoformat()
    except UnreadableValue:
        return "", ""
