"""Rounds joined with their valuations and investors, and the valuations outside of rounds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from profiles.document.schema import Document, Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.names import other_names
from profiles.renderings.parts.reservations import with_reservations
from profiles.renderings.phrasing.chronology import time_of
from profiles.renderings.phrasing.mid_sentence import inside
from profiles.renderings.phrasing.names import linked, named
from profiles.values.quantity_parts import UNDISCLOSED

ROUND = ("label", "date", "amount", "amount_converted")
VALUATION = ("amount", "amount_converted", "basis", "date")
INVESTMENT = {"amount": ", ", "stake": ", ", "standing": ", "}
PARTS = ("lead", "strategic", "participant", "existing")
IMPLIED = "implied"
SPECULATIVE = ("rumoured", "projected", "denied")
NOT_A_PRICE = ("secondary", IMPLIED)


@dataclass(frozen=True, slots=True)
class Dated:
    """A record and when it was true: its own date, or that of its round."""

    record: Record
    date: str


def funding(composer: Composer) -> Part:
    rounds = composer.document.of_kind("round")
    entries = tuple(_round(composer, record) for record in rounds)
    part = Part("funding", "Funding", "funding", (Group(entries=entries),))
    return with_reservations(composer, part, _records_of(composer, rounds))


def _records_of(composer: Composer, rounds: Iterable[Record]) -> Iterator[Record]:
    """Everything that states figures in the table of rounds."""
    for record in rounds:
        yield record
        for kind in ("valuation", "investment"):
            yield from composer.related(kind, "round", record.ref)


def other_valuations(composer: Composer) -> Part:
    rounds = {record.ref for record in composer.document.of_kind("round")}
    valuations = composer.document.of_kind("valuation")
    outside = [valuation for valuation in valuations if _round_of(valuation) not in rounds]
    lines = tuple(line for valuation in outside for line in _outside(composer, valuation))
    part = Part("valuations", "Other valuations", groups=(Group(entries=(Entry(lines=lines),)),))
    return with_reservations(composer, part, outside)


def latest_valuation(document: Document) -> Dated | None:
    """The newest price of the company itself: no rumour, no secondary sale, nothing implied."""
    return max(priced_valuations(document), key=lambda dated: time_of(dated.date), default=None)


def priced_valuations(document: Document) -> list[Dated]:
    """Oldest first; those without any date are left out."""
    found = [
        Dated(record, record.value("date") or _date_of_round(document, record))
        for record in document.of_kind("valuation")
        if is_firm(record) and record.value("basis") not in NOT_A_PRICE
    ]
    return sorted((dated for dated in found if dated.date), key=lambda dated: time_of(dated.date))


def priced_rounds(document: Document) -> list[Dated]:
    """Oldest first; those without a date are left out."""
    found = [Dated(r, r.value("date")) for r in document.of_kind("round") if is_firm(r)]
    return sorted((dated for dated in found if dated.date), key=lambda dated: time_of(dated.date))


def is_firm(record: Record) -> bool:
    """Whether there is an amount, and more than a rumour speaks for it."""
    return record.value("amount") not in ("", UNDISCLOSED) and not speculation(record)


def speculation(record: Record) -> str:
    """Rumoured, projected, denied: the status of what is no more than that."""
    facts = [fact for name in ("amount", "label") if (fact := record.fact(name))]
    doubts = [fact.claim.status for fact in facts if fact.claim]
    return next((doubt for doubt in doubts if doubt in SPECULATIVE), "")


def _date_of_round(document: Document, valuation: Record) -> str:
    record = document.record(_round_of(valuation))
    return record.value("date") if record else ""


def _round_of(record: Record) -> str:
    return record.relations["round"].ref if "round" in record.relations else ""


def _round(composer: Composer, record: Record) -> Entry:
    title = composer.item(record, "label") or Item((Value(record.name),))
    lines = [
        _cell(composer, record, "Date", "date"),
        _cell(composer, record, "Amount", "amount", "amount_converted"),
        *_valuations(composer, record),
        *_investors(composer, record),
    ]
    more = (
        *_extends(composer, record),
        *composer.rest(record, ROUND),
        *other_names(composer, record),
    )
    return Entry(record.anchor, title, (*lines, *more))


def _extends(composer: Composer, record: Record) -> Iterator[Line]:
    """The round that this one adds to."""
    if "extends" in record.relations:
        yield Line("Extends", (linked(composer.document, record.relations["extends"]),))


def _cell(composer: Composer, record: Record, label: str, *names: str) -> Line:
    item = composer.item(record, *names)
    return Line(label, (item,) if item else (), column=names[0])


def _valuations(composer: Composer, record: Record) -> list[Line]:
    found = composer.related("valuation", "round", record.ref)
    items = tuple(_valuation(composer, valuation, of_round=record) for valuation in found)
    extra = [line for valuation in found for line in composer.rest(valuation, VALUATION)]
    return [Line("Valuation", items, column="valuation"), *extra]


def _valuation(composer: Composer, record: Record, of_round: Record | None = None) -> Item:
    """Amount, conversion, basis, and the date where it is not simply that of the round."""
    composer.tell(record)
    is_implied = record.value("basis") == IMPLIED
    joins = {"amount": "", "amount_converted": " (", "basis": " (" if is_implied else ", "}
    if of_round is not None and _adds_a_date(record, of_round):
        joins["date"] = ", "
    items = composer.joined(record, joins, anchor=record.anchor)
    return items[0] if items else Item((Value(record.name),), anchor=record.anchor)


def _adds_a_date(valuation: Record, of_round: Record) -> bool:
    date = valuation.fact("date")
    return date is not None and (date.claim is not None or date.value != of_round.value("date"))


def _outside(composer: Composer, valuation: Record) -> list[Line]:
    return [
        Line(composer.dated(valuation), (_valuation(composer, valuation),)),
        *composer.rest(valuation, VALUATION),
    ]


def _investors(composer: Composer, record: Record) -> Iterator[Line]:
    """One line for the leads, one for the strategic investors …; or one that says not disclosed."""
    parts: dict[str, list[Record]] = {}
    for investment in sorted(composer.related("investment", "round", record.ref), key=_rank):
        fact = investment.fact("part")
        parts.setdefault(fact.text if fact else "Investor", []).append(investment)
    if not parts:
        yield Line("Investors", column="investors")
    for part, investments in parts.items():
        items = tuple(_investor(composer, investment) for investment in investments)
        yield Line(part, items, column="investors")
    yield from _more(composer, [one for investments in parts.values() for one in investments])


def _more(composer: Composer, investments: Iterable[Record]) -> Iterator[Line]:
    for investment in investments:
        yield from composer.rest(investment, ("part", *INVESTMENT))


def _rank(investment: Record) -> int:
    part = investment.value("part")
    return PARTS.index(part) if part in PARTS else len(PARTS)


def _investor(composer: Composer, record: Record) -> Item:
    """The investor's name with the footnote of the part they took, then what they put in."""
    more = [inside(v) for item in composer.joined(record, INVESTMENT) for v in item.values]
    values = (named(composer, record, "investor"), *more)
    href = composer.href(record.relations.get("investor"))
    return Item(values, anchor=record.anchor, href=href)
