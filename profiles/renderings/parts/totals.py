"""What the rounds add up to, beside the total that sources state: computed here, and said so."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from profiles.document.schema import Document, Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Item, Line, Part, Value
from profiles.renderings.parts.funding import speculation
from profiles.renderings.phrasing.money import amounts
from profiles.values import Quantity, UnreadableValue
from profiles.values.quantity_parts import Parts, write
from profiles.values.sums import added

PREFERRED = "USD"
DISAGREE = (
    "The stated total and the sum of the rounds do not agree: "
    "one of them is mistaken, or counts something else."
)


@dataclass(frozen=True, slots=True)
class Total:
    """`left_out`: each round that is not in the sum, with the reason."""

    amount: Quantity
    rounds: int
    left_out: tuple[tuple[str, str], ...]
    is_least: bool
    """Whether a round that took place is not in it, so that the truth may be more."""

    def agrees_with(self, stated: Quantity) -> bool:
        """Whether both can be true; other currencies cannot be compared."""
        if stated.unit != self.amount.unit:
            return True
        return (
            _at_least(self.amount).agrees_with(stated)
            if self.is_least
            else (self.amount.agrees_with(stated))
        )


def with_total(composer: Composer, part: Part, site: str) -> Part:
    """The part with the sum as a remark; `site` is who computed it."""
    total = total_raised(composer.document)
    if total is None:
        return part
    fact = composer.document.company.fact("total_funding")
    stated = [composer.brief(fact, before="; stated total: ")] if fact else []
    lines = [Line(f"{site}’s sum", (Item((*_sum(total), *stated)),), long=True)]
    if fact and (known := _read(fact.value)) and not total.agrees_with(known):
        lines.append(Line("Warning", (Item((Value(DISAGREE),)),), long=True))
    said = part.remarks.lines if part.remarks else ()
    return replace(part, remarks=Entry(lines=(*lines, *said)))


def total_raised(document: Document) -> Total | None:
    """In one currency, as printed; None where fewer than two rounds have a figure in it."""
    rounds = [
        (record, speculation(record), amounts(record)) for record in document.of_kind("round")
    ]
    firm = [found for _, doubt, found in rounds if not doubt]
    currency = _currency(_read(document.company.value("total_funding")), firm)
    counted = [found[currency] for found in firm if currency in found]
    amount = added(counted)
    if amount is None or len(counted) < 2:
        return None
    left_out = tuple(
        (_label(document, record), doubt or _why(found, currency))
        for record, doubt, found in rounds
        if doubt or currency not in found
    )
    return Total(amount, len(counted), left_out, len(firm) > len(counted))


def _currency(stated: Quantity | None, rounds: Iterable[Mapping[str, Quantity]]) -> str:
    """That of the stated total; else the one in which most rounds were printed."""
    counts = Counter({PREFERRED: 0})
    for found in rounds:
        counts.update(found.keys())
    if stated and counts[stated.unit]:
        return stated.unit
    return max(counts, key=lambda currency: counts[currency])


def _at_least(amount: Quantity) -> Quantity:
    parts = Parts(amount.low, None, amount.unit, approximate=amount.approximate)
    return Quantity(write(parts))


def _why(found: Mapping[str, Quantity], currency: str) -> str:
    return f"no figure in {currency}" if found else "not disclosed"


def _label(document: Document, record: Record) -> str:
    return record.value("label") or record.name.removeprefix(f"{document.company.name}: ")


def _sum(total: Total) -> Iterator[Value]:
    words, unit = total.amount.display(), total.amount.unit
    yield Value(words, str(total.amount), "quantity")
    yield Value(f" from {total.rounds} rounds, in {unit} as the sources print them")
    if total.left_out:
        left_out = ", ".join(f"{label} ({reason})" for label, reason in total.left_out)
        yield Value(left_out, before="; not in it: ")


def _read(value: str) -> Quantity | None:
    try:
        return Quantity(value)
    except UnreadableValue:
        return None
