"""An amount as exact as its source: bounds, a unit, and whether it is only about right."""

from decimal import Decimal
from typing import Self

from profiles.values import quantity_display, quantity_reading
from profiles.values.canonical import CanonicalText
from profiles.values.quantity_parts import Parts, parse, unreadable

# How far an approximate quantity reaches beyond its bounds, either way, as a share of each.
APPROXIMATION = Decimal("0.05")


class Quantity(CanonicalText):
    """Canonical text: `EUR 385000000`, `USD >=500000000`, `~13000000000 parameters`, `100..250`.

    Never empty. Amounts are Decimals in the unit itself: euros, not millions of them.
    """

    __slots__ = ()

    @classmethod
    def read(cls, value: object, unit: str = "", language: str = "") -> Self:
        """Read `$500+ million`, `about €4bn`, `100–250 people`, or a spreadsheet's number.

        `unit` is used where the text names none: `people`, `percent`, a currency code; `money`
        demands that the text names a currency. `language`: a code, if known whose numbers these
        are (`1.117` is 1117 in German). Raises UnreadableValue.
        """
        return cls.trusted(quantity_reading.read(value, unit, language))

    @classmethod
    def _check(cls, text: str) -> None:
        if not isinstance(text, str):
            raise unreadable(text)
        parse(str(text))

    @property
    def _parts(self) -> Parts:
        return parse(str(self))

    @property
    def unit(self) -> str:
        """A currency code, lower-case words, or nothing: `USD`, `people`, ``."""
        return self._parts.unit

    @property
    def is_money(self) -> bool:
        return self._parts.is_money

    @property
    def low(self) -> Decimal | None:
        """The least it can be; None is unbounded."""
        return self._parts.low

    @property
    def high(self) -> Decimal | None:
        """The most it can be; None is unbounded."""
        return self._parts.high

    @property
    def low_open(self) -> bool:
        """Whether it is more than `low`, never `low` itself."""
        return self._parts.low_open

    @property
    def high_open(self) -> bool:
        """Whether it is less than `high`, never `high` itself."""
        return self._parts.high_open

    @property
    def disclosed(self) -> bool:
        """Whether there is any number; an `undisclosed` quantity has no bounds and no unit."""
        return self._parts.is_disclosed

    @property
    def approximate(self) -> bool:
        return self._parts.approximate

    @property
    def exact(self) -> bool:
        """Whether it is one number, not approximate."""
        return self.disclosed and self.low == self.high and not self.approximate

    @property
    def midpoint(self) -> Decimal:
        """For sorting and sums: the number, a range's mean, or the one bound there is.

        Raises `ValueError` where nothing is disclosed.
        """
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        if not bounds:
            raise ValueError("An undisclosed quantity has no midpoint.")
        return sum(bounds, Decimal(0)) / len(bounds)

    @property
    def data_value(self) -> str | None:
        """For `<data value>`: the canonical text."""
        return str(self)

    def display(self, locale: str = "en") -> str:
        """Return it in words: `€385M`, `$500M+`, `100–250 people`. `locale`: a language code.

        Numbers and currencies follow Babel; words stay English where
        `quantity_display.PHRASES` has none of the language's.
        """
        return quantity_display.display(str(self), locale)

    def agrees_with(self, other: "Quantity") -> bool:
        """Return whether both can be true: the same unit, and some number lies in both.

        Who does not disclose a number contradicts nobody who does.
        """
        one, two = self._parts, other._parts
        if not (one.is_disclosed and two.is_disclosed):
            return True
        return one.unit == two.unit and _meets(one, two) and _meets(two, one)


def _meets(below: Parts, above: Parts) -> bool:
    """Return whether `below` begins no later than `above` ends."""
    low, high = _reach(below.low, below, -1), _reach(above.high, above, +1)
    if low is None or high is None or low < high:
        return True
    is_closed = not (below.low_open and not below.approximate)
    is_closed &= not (above.high_open and not above.approximate)
    return low == high and is_closed


def _reach(bound: Decimal | None, quantity: Parts, direction: int) -> Decimal | None:
    if bound is None or not quantity.approximate:
        return bound
    return bound + direction * abs(bound) * APPROXIMATION
