"""What quantities of one unit add up to, as exactly as they are stated."""

from collections.abc import Iterable
from decimal import Decimal

from profiles.values.quantities import Quantity
from profiles.values.quantity_parts import Parts, write


def added(quantities: Iterable[Quantity]) -> Quantity | None:
    """Least and most of all together; None of nothing. They must be disclosed, and of one unit.

    What has no least is at least nothing; one without a most leaves the sum without one.
    """
    parts = list(quantities)
    if not parts:
        return None
    highs = [part.high for part in parts if part.high is not None]
    has_most = len(highs) == len(parts)
    return Quantity(
        write(
            Parts(
                low=sum((part.low or Decimal(0) for part in parts), Decimal(0)),
                high=sum(highs, Decimal(0)) if has_most else None,
                unit=parts[0].unit,
                low_open=not has_most and any(part.low_open for part in parts),
                approximate=any(part.approximate for part in parts),
            )
        )
    )
