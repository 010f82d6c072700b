"""Who did what to a release, and when: as it is sealed, and as it is held against the seal."""

from datetime import UTC, datetime

from profiles.document.schema import Deed


def deed(account: int, at: datetime) -> Deed:
    return Deed(account=account, at=exact(at))


def exact(moment: datetime) -> str:
    """To the microsecond, as the database keeps it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
