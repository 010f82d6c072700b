"""Amounts of money as they were printed, by currency."""

from profiles.document.schema import Record
from profiles.values import Quantity, UnreadableValue


def amounts(record: Record) -> dict[str, Quantity]:
    """The native amount and its printed conversion; what is not disclosed has no currency."""
    found: dict[str, Quantity] = {}
    for name in ("amount", "amount_converted"):
        try:
            amount = Quantity(record.value(name))
        except UnreadableValue:
            continue
        if amount.is_money:
            found.setdefault(amount.unit, amount)
    return found
