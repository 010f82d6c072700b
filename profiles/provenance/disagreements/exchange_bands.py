"""Between which rates currencies have moved: enough to rule out, never to convert.

The figures are the rough extremes since 2000 of what one US dollar bought. A currency that is not
listed, and one that is not known (`XXX`), rules nothing out.
"""

from decimal import Decimal

PER_DOLLAR: dict[str, tuple[float, float]] = {
    "USD": (1, 1),
    "AUD": (0.9, 2.1),
    "BRL": (1.5, 6.4),
    "CAD": (0.9, 1.62),
    "CHF": (0.72, 1.85),
    "CNY": (6.0, 8.3),
    "CZK": (14, 42),
    "DKK": (4.6, 9.1),
    "EUR": (0.62, 1.22),
    "GBP": (0.47, 0.95),
    "HKD": (7.7, 7.9),
    "HUF": (140, 450),
    "ILS": (2.8, 5.0),
    "INR": (43, 98),
    "JPY": (75, 165),
    "KRW": (900, 1600),
    "MXN": (9, 26),
    "NOK": (4.9, 12),
    "NZD": (1.1, 2.6),
    "PLN": (2.0, 5.1),
    "SEK": (5.8, 11.6),
    "SGD": (1.2, 1.9),
    "TWD": (26, 36),
    "ZAR": (5.5, 20),
}

Bounds = tuple[Decimal | None, Decimal | None]


def may_be_equal(one: Bounds, unit: str, other: Bounds, other_unit: str) -> bool:
    """Whether some rate of these years turns an amount of the one into an amount of the other.

    Bounds are (least, most); None is unbounded.
    """
    if unit not in PER_DOLLAR or other_unit not in PER_DOLLAR:
        return True
    low, high = _in_dollars(one, unit)
    other_low, other_high = _in_dollars(other, other_unit)
    return low <= other_high and other_low <= high


def _in_dollars(bounds: Bounds, unit: str) -> tuple[float, float]:
    """The least and the most that it may have been worth; private, for it is no conversion."""
    least, most = PER_DOLLAR[unit]
    low = float(bounds[0]) / most if bounds[0] is not None else float("-inf")
    high = float(bounds[1]) / least if bounds[1] is not None else float("inf")
    return low, high
