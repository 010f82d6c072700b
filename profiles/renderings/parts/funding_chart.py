"""What the company was worth, or raised, over time: one drawing in one currency."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import ceil

from profiles.document.schema import Document
from profiles.renderings.chart import Chart, Point
from profiles.renderings.parts.funding import Dated, priced_rounds, priced_valuations
from profiles.renderings.phrasing.money import amounts
from profiles.values import PartialDate, Quantity

FEWEST = 3
PREFERRED = "USD"
# Drawn small, so that its letters can be read on a telephone without scrolling sideways.
WIDTH, HEIGHT = 560, 280
LEFT, RIGHT, TOP, FLOOR = 72, 544, 36, 240
STEPS = (Decimal("1"), Decimal("2"), Decimal("2.5"), Decimal("5"), Decimal("10"))
ROOM_FOR_A_LABEL = 110  # the width of one, at the size that telephones get
LINE_HEIGHT = 22


@dataclass(frozen=True, slots=True)
class _Sum:
    at: date
    when: str
    amount: Quantity

    @property
    def words(self) -> str:
        return self.amount.display()


def funding_chart(document: Document) -> Chart | None:
    """Valuations; where they are too few, the amounts of rounds; where those are too, nothing."""
    valuations, rounds = priced_valuations(document), priced_rounds(document)
    return _chart(valuations, "valuation", joined=True) or _chart(rounds, "round", joined=False)


def _chart(dated: Sequence[Dated], noun: str, *, joined: bool) -> Chart | None:
    currency, sums = _in_one_currency(dated)
    if len(sums) < FEWEST:
        return None
    top, levels = _levels(max(each.amount.midpoint for each in sums), currency)
    points = _points(sums, top)
    return Chart(
        message=_development(sums) if joined else _largest(sums),
        remark=_remark(len(dated) - len(sums), noun, currency),
        width=WIDTH,
        height=HEIGHT,
        floor=FLOOR,
        left=LEFT,
        right=RIGHT,
        points=_labelled(points),
        joined=joined,
        years=tuple(_years(sums)),
        levels=levels,
    )


def _in_one_currency(dated: Iterable[Dated]) -> tuple[str, list[_Sum]]:
    """The currency in which most sums were printed, natively or converted; dollars at a tie."""
    by_currency: dict[str, list[_Sum]] = {PREFERRED: []}
    for each in dated:
        for currency, amount in amounts(each.record).items():
            when = PartialDate(each.date)
            middle = date.fromordinal((when.earliest.toordinal() + when.latest.toordinal()) // 2)
            found = by_currency.setdefault(currency, [])
            found.append(_Sum(middle, when.display(), amount))
    return max(by_currency.items(), key=lambda pair: len(pair[1]))


def _development(sums: Sequence[_Sum]) -> str:
    first, last = sums[0], sums[-1]
    start, end = first.amount.midpoint, last.amount.midpoint
    verb = "rose" if end > start else "fell" if end < start else "went"
    return f"Valuation {verb} from {first.words} ({first.when}) to {last.words} ({last.when})"


def _largest(sums: Sequence[_Sum]) -> str:
    largest = max(sums, key=lambda each: each.amount.midpoint)
    return f"The largest of {len(sums)} rounds raised {largest.words} ({largest.when})"


def _remark(missing: int, noun: str, currency: str) -> str:
    if not missing:
        return f"In {currency}, as printed by the sources."
    left_out = f"1 {noun} has" if missing == 1 else f"{missing} {noun}s have"
    return f"In {currency}, as printed by the sources; {left_out} no figure in {currency}."


def _levels(largest: Decimal, currency: str) -> tuple[Decimal, tuple[Point, ...]]:
    """The top of the scale and its lines: three to five round steps."""
    rough = largest / 4 if largest > 0 else Decimal(1)
    power = Decimal(10) ** rough.adjusted()
    step = next(power * factor for factor in STEPS if power * factor >= rough)
    count = max(1, ceil(largest / step))
    top = step * count
    values = [step * index for index in range(count + 1)]
    words = [Quantity.read(f"{currency} {value:f}").display() for value in values]
    return top, tuple(
        Point(LEFT, _height(value, top), said) for value, said in zip(values, words, strict=True)
    )


def _height(value: Decimal, top: Decimal) -> float:
    return round(float(FLOOR - (FLOOR - TOP) * value / top), 1)


def _span(sums: Sequence[_Sum]) -> tuple[int, int]:
    """First day of the first year and last day of the last, as ordinals."""
    return date(sums[0].at.year, 1, 1).toordinal(), date(sums[-1].at.year, 12, 31).toordinal()


def _place(day: int, span: tuple[int, int]) -> float:
    return round(LEFT + (RIGHT - LEFT) * (day - span[0]) / (span[1] - span[0]), 1)


def _points(sums: Sequence[_Sum], top: Decimal) -> list[Point]:
    span = _span(sums)
    return [
        Point(_place(each.at.toordinal(), span), _height(each.amount.midpoint, top), each.words)
        for each in sums
    ]


def _labelled(points: Sequence[Point]) -> tuple[Point, ...]:
    """Each label beside its curve; one that would cover a newer label is left out."""
    kept: list[Point] = []
    for place in reversed(range(len(points))):
        point = points[place]
        clash = any(_covers(point, newer) for newer in kept if newer.words)
        align = _align(point, points[place - 1] if place else None)
        kept.append(replace(point, words="" if clash else point.words, align=align))
    return tuple(reversed(kept))


def _covers(point: Point, other: Point) -> bool:
    return abs(point.x - other.x) < ROOM_FOR_A_LABEL and abs(point.y - other.y) < LINE_HEIGHT


def _align(point: Point, before: Point | None) -> str:
    """To the left of a rising curve, to the right of a falling one, never out of the drawing."""
    if point.x < LEFT + ROOM_FOR_A_LABEL / 2:
        return "start"
    if point.x < LEFT + ROOM_FOR_A_LABEL:
        return "middle"
    falls = before is not None and before.y < point.y
    return "start" if falls and point.x < RIGHT - ROOM_FOR_A_LABEL else "end"


def _years(sums: Sequence[_Sum]) -> Iterable[Point]:
    span = _span(sums)
    first, last = sums[0].at.year, sums[-1].at.year
    every = (last - first) // 8 + 1
    for year in range(first, last + 1, every):
        yield Point(_place(date(year, 7, 1).toordinal(), span), FLOOR + 26, str(year))
