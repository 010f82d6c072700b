"""Who touched a row last, and when, from its edit history."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import formats, timezone

from profiles.models import Body, Claim
from profiles.models.history import name_of

DELETED = "-"


@dataclass(frozen=True, slots=True)
class LastChange:
    who: str
    at: datetime | None
    deleted: bool = False

    def __str__(self) -> str:
        """E.g. `Rita Review changed this on 4 July 2026, 15:04`."""
        sentence = f"{self.who} {'deleted' if self.deleted else 'changed'} this"
        if not self.at:
            return sentence
        return (
            f"{sentence} on {formats.date_format(timezone.localtime(self.at), 'DATETIME_FORMAT')}"
        )


NOBODY = LastChange("Somebody else", None)


def last_change(model: type[models.Model], pk: Any) -> LastChange:
    """The last change or deletion of a row; for a record, a ruling on one of its claims too."""
    rows = [_latest(model, pk=pk)]
    if issubclass(model, Body):
        rows = [_latest(model, record_id=pk), _latest(Claim, record_id=pk)]
    known = [row for row in rows if row]
    return _last_change(max(known, key=lambda row: row.history_date)) if known else NOBODY


def name_or_nobody(user: Any) -> str:
    return name_of(user) if user else NOBODY.who


def _latest(model: Any, **which: Any) -> Any:
    if "pk" in which:
        which = {model._meta.pk.attname: which["pk"]}
    rows = model.history.filter(**which).select_related("history_user")
    return rows.order_by("-history_date", "-history_id").first()


def _last_change(row: Any) -> LastChange:
    return LastChange(
        name_or_nobody(row.history_user), row.history_date, row.history_type == DELETED
    )
