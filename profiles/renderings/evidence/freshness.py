"""When a value was last known, and when it is due for another look: days of the release.

What is overdue on the day of a reader is for the reader to tell; a rendering knows no today.
"""

from profiles.document.schema import Claim, Document, Fact, Freshness, Record
from profiles.renderings.wording import words_of

YEARS_END = "-12-31"


def freshness_of(claim: Claim | None, *, published: str, dated: bool) -> str:
    """`due for another look since May 2026`; nothing for what stays true.

    `published`: ISO time of the release. `dated`: the page says already of when the value is.
    """
    freshness = claim.freshness if claim else None
    if not freshness:
        return ""
    return ", ".join(filter(None, [_known(freshness, dated=dated), _due(freshness, published)]))


def freshness_days(document: Document) -> list[tuple[Record, Fact, Freshness]]:
    """Every fact that has to be looked at again, the first that is due first."""
    found = [
        (record, fact, fact.claim.freshness)
        for record in document.records
        for fact in record.facts
        if fact.claim and isinstance(fact.claim.freshness, Freshness)
    ]
    dated = [row for row in found if row[2].look_again]
    return sorted(dated, key=lambda row: row[2].look_again)


def is_overdue(freshness: Freshness, published: str) -> bool:
    """Whether its day was past when the release was published."""
    return "" < freshness.look_again < published[:10]


def _known(freshness: Freshness, *, dated: bool) -> str:
    if freshness.confirmed:
        return f"found unchanged in {_month(freshness.confirmed)}"
    return "" if dated or not freshness.known else f"last known in {_month(freshness.known)}"


def _due(freshness: Freshness, published: str) -> str:
    if not freshness.look_again:
        return ""
    month = _month(freshness.look_again)
    is_late = is_overdue(freshness, published)
    return f"due for another look since {month}" if is_late else f"next look due {month}"


def _month(day: str) -> str:
    """The last day of a year stands for a year: no source need have known it by the month."""
    date = day[:4] if day.endswith(YEARS_END) else day[:7]
    return words_of("date", date, date)
