"""A stated total against the sum of the rounds, round by round.

Only what a source printed in the total's currency is added: as agreed or as converted. Nothing is
converted here, and nothing that is only talked about is counted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from profiles.models import FundingRound, Status
from profiles.provenance.disagreements.amounts import compare_amounts, is_far_above
from profiles.provenance.disagreements.kinds import Kind
from profiles.values.quantities import Quantity
from profiles.values.sums import added

NOT_COUNTED = (Status.RUMOURED, Status.PROJECTED, Status.DENIED)
Instrument = FundingRound.Instrument
# Of more rounds than this, no selection is looked for that would explain a total.
MOST_SELECTED_FROM = 12


@dataclass(frozen=True, slots=True)
class Round:
    """One round as it is stated: `status` is that of its amount."""

    key: str
    name: str
    date: str = ""
    amount: Quantity | None = None
    converted: Quantity | None = None
    instrument: str = ""
    status: str = Status.REPORTED


@dataclass(frozen=True, slots=True)
class Line:
    """What one round adds to the sum; where that is nothing, `why` says why."""

    round: Round
    counted: Quantity | None
    why: str

    @property
    def is_debt(self) -> bool:
        return self.round.instrument == Instrument.DEBT

    @property
    def is_mixed(self) -> bool:
        return self.round.instrument == Instrument.MIXED


@dataclass(frozen=True)
class Tally:
    """The rounds added up in one currency."""

    unit: str
    lines: tuple[Line, ...]

    @property
    def counted(self) -> list[Line]:
        return [line for line in self.lines if line.counted]

    @property
    def left_out(self) -> list[Line]:
        return [line for line in self.lines if not line.counted]

    @cached_property
    def total(self) -> Quantity | None:
        """None where no round counts."""
        return _sum(self.counted)

    @cached_property
    def debt(self) -> Quantity | None:
        """Of the rounds that are debt altogether; None where there is none."""
        return _sum([line for line in self.counted if line.is_debt])

    def fits(self, stated: Quantity) -> bool:
        """Whether the stated total can be the sum, as exactly as it is stated."""
        return self.total is not None and _fits(stated, self.total)

    def sentences(self, stated: Quantity) -> list[str]:
        """The sum explained: what it comes to, how far that is from the total, and why."""
        return [*self._account(), *self._verdict(stated), *self._debt_share(), *self._omissions()]

    def explained(self, stated: Quantity) -> str:
        """Why a total differs from the sum, where the rounds tell; else nothing."""
        if self.total is None or self.fits(stated) or not stated.disclosed:
            return ""
        return next(self._explanations(stated), "")

    def _account(self) -> Iterator[str]:
        rounds = f"{len(self.counted)} of {len(self.lines)} rounds"
        if self.total is None:
            yield f"No round has an amount in {self.unit} that counts."
        else:
            yield f"{rounds} count; they come to {self.total.display()}."

    def _verdict(self, stated: Quantity) -> Iterator[str]:
        if self.total is None or not stated.disclosed or stated.unit != self.unit:
            return
        fits = "fits" if self.fits(stated) else "does not fit"
        limit = ", though only as a limit" if is_far_above(stated, self.total) else ""
        yield f"The stated total of {stated.display()} {fits}{limit}{self._gap(stated)}."
        yield from filter(None, [self.explained(stated)])

    def _gap(self, stated: Quantity) -> str:
        """E.g. `: it is $14.3M (0.4%) less`; empty where there is no difference."""
        total = self.total.midpoint if self.total else Decimal(0)
        gap = stated.midpoint - total
        if not gap:
            return ""
        amount = Quantity.read(f"{self.unit} {abs(gap)}").display()
        share = f" ({abs(gap) / total:.1%})" if total else ""
        return f": it is {amount}{share} {'more' if gap > 0 else 'less'}"

    def _explanations(self, stated: Quantity) -> Iterator[str]:
        debts = [line for line in self.counted if line.is_debt]
        without = _sum([line for line in self.counted if not line.is_debt])
        if debts and without and _fits(stated, without):
            yield "Without the debt it fits."
        for line in self.left_out:
            amount = _in_currency(line.round, self.unit)
            more = _sum([*self.counted, Line(line.round, amount, "")]) if amount else None
            if more and _fits(stated, more):
                yield f"With “{line.round.name}”, which is {line.why}, it fits."
        if selected := self._selection(stated):
            names = ", ".join(f"“{line.round.name}”" for line in selected)
            yield f"It fits {names} alone."

    def _selection(self, stated: Quantity) -> Sequence[Line] | None:
        """The fewest rounds that alone make the total, if no others as few do."""
        if len(self.counted) > MOST_SELECTED_FROM:
            return None
        for size in range(1, len(self.counted)):
            fitting = [
                some
                for some in combinations(self.counted, size)
                if (added := _sum(some)) and _fits(stated, added)
            ]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _debt_share(self) -> Iterator[str]:
        if self.debt and self.total:
            share = self.debt.midpoint / self.total.midpoint
            yield f"{self.debt.display()} of it is debt ({share:.0%})."
        mixed = [f"“{line.round.name}”" for line in self.counted if line.is_mixed]
        if mixed:
            yield f"Partly debt, without a stated share: {', '.join(mixed)}."

    def _omissions(self) -> Iterator[str]:
        for line in self.left_out:
            yield f"Not counted: “{line.round.name}”, {line.why}."


def tally(rounds: Iterable[Round], unit: str) -> Tally:
    return Tally(unit, tuple(_line(each, unit) for each in rounds))


def _line(each: Round, unit: str) -> Line:
    if each.status in NOT_COUNTED:
        return Line(each, None, Status(each.status).label.lower())
    amount = _in_currency(each, unit)
    if amount is None:
        return Line(each, None, _why_not(each, unit))
    if amount == each.amount:
        return Line(each, amount, "as agreed")
    agreed = f" of {each.amount.display()}" if each.amount else ""
    return Line(each, amount, f"as a source converted it{agreed}")


def _in_currency(each: Round, unit: str) -> Quantity | None:
    """The amount as agreed, or as a source converted it; None where neither is in the currency."""
    amounts = [amount for amount in (each.amount, each.converted) if amount]
    return next((amount for amount in amounts if amount.disclosed and amount.unit == unit), None)


def _why_not(each: Round, unit: str) -> str:
    amounts = [amount for amount in (each.amount, each.converted) if amount]
    if not amounts:
        return "without an amount"
    if not any(amount.disclosed for amount in amounts):
        return "not disclosed"
    return f"not in {unit}"


def _fits(stated: Quantity, added: Quantity) -> bool:
    return compare_amounts(stated, added).kind in (Kind.COMPATIBLE, Kind.ROUNDING)


def _sum(lines: Iterable[Line]) -> Quantity | None:
    return added(line.counted for line in lines if line.counted)
