"""What was bought, who works together, and the money that is planned to be spent."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.names import also_called, other_names
from profiles.renderings.phrasing.implied import named_by_title, titled
from profiles.renderings.phrasing.mid_sentence import all_inside, going_on
from profiles.renderings.phrasing.names import linked, named

KNOWN = (
    *("title", "form", "date", "sequence", "scope", "place", "rationale"),
    *("amount", "amount_converted"),
)
AMOUNT = {"amount": "", "amount_converted": " ("}
WHEN = {"date": "", "sequence": ", "}
ACQUISITION, PLAN = "acquisition", "investment-plan"
COUNTERPART = {
    "acquisition": "target",
    "partnership": "partner",
    "joint-venture": "partner",
    "customer": "customer",
}
NOT_RAISED = "Money that the company plans to spend. It is no part of the money raised."


def acquisitions(composer: Composer) -> Part:
    entries = tuple(_entry(composer, deal) for deal in _deals(composer, ACQUISITION))
    return Part("acquisitions", "Acquisitions", "entries", (Group(entries=entries),))


def partnerships(composer: Composer) -> Part:
    """Every deal that is neither an acquisition nor a plan, one line each."""
    deals = [deal for deal in composer.document.of_kind("deal") if not _has_own_part(deal)]
    lines = tuple(line for deal in deals for line in _lines(composer, deal))
    return Part("partnerships", "Partnerships", groups=(Group(entries=(Entry(lines=lines),)),))


def plans(composer: Composer) -> Part:
    entries = tuple(_entry(composer, deal) for deal in _deals(composer, PLAN))
    remark = Entry(lines=(Line("", (Item((Value(NOT_RAISED),)),)),))
    entries = (remark, *entries) if entries else ()
    return Part("plans", "Planned investment", "entries", (Group(entries=entries),))


def _deals(composer: Composer, form: str) -> list[Record]:
    return [deal for deal in composer.document.of_kind("deal") if deal.value("form") == form]


def _has_own_part(deal: Record) -> bool:
    return deal.value("form") in (ACQUISITION, PLAN)


def _lines(composer: Composer, deal: Record) -> Iterator[Line]:
    head, parties = _titled(composer, deal, _head(deal))
    items = [
        head,
        *map(all_inside, composer.joined(deal, {"sequence": ""})),
        *(_party(composer, party, "{part} {name}") for party in parties),
        *(item for name in ("scope", "place") for item in composer.joined(deal, {name: ""})),
        *_rationale(composer, deal),
        *composer.joined(deal, AMOUNT),
        *_round(composer, deal, "came with {}"),
    ]
    also, more = also_called(composer, deal)
    yield Line(composer.dated(deal), (*items, *also), mixed=True)
    yield from composer.rest(deal, KNOWN)
    yield from _more(composer, parties)
    yield from more


def _rationale(composer: Composer, deal: Record) -> Iterator[Item]:
    if fact := deal.fact("rationale"):
        yield Item((going_on(composer.value(deal, fact, before="reason given: ")),))


def _titled(composer: Composer, deal: Record, joins: dict[str, str]) -> tuple[Item, list[Record]]:
    """The title, with the footnotes of the parties it names; and the parties left to be named."""
    parties = composer.related("party", "deal", deal.ref)
    implied = named_by_title(deal, parties, COUNTERPART.get(deal.value("form"), ""))
    left = [party for party in parties if party not in implied]
    return titled(composer, deal, joins, implied), left


def _head(deal: Record) -> dict[str, str]:
    """The title, and the form unless the title says it: “Partnership with …”."""
    form = deal.fact("form")
    is_said = form and not form.claim and form.text.casefold() in deal.value("title").casefold()
    return {"title": ""} if is_said else {"title": "", "form": ", "}


def _entry(composer: Composer, deal: Record) -> Entry:
    """The heading of the section says its form, unless that is cited by itself."""
    title, parties = _titled(composer, deal, {"title": ""})
    form = deal.fact("form")
    known = set(KNOWN) - ({"form"} if form and form.claim else set())
    lines = (
        *_parties(composer, parties),
        *_line("Date" if deal.fact("date") else "Sequence", _when(composer, deal)),
        *(line for name in ("scope", "place") for line in composer.line(deal, name)),
        *composer.line(deal, "rationale"),
        *_line("Amount", composer.joined(deal, AMOUNT)),
        *_line("Came with", _round(composer, deal)),
        *composer.rest(deal, known),
        *other_names(composer, deal),
    )
    return Entry(deal.anchor, replace(title, anchor=""), lines)


def _when(composer: Composer, deal: Record) -> list[Item]:
    """The date, and its place among others: `February 2026, first acquisition`."""
    items = composer.joined(deal, WHEN if deal.fact("date") else {"sequence": ""})
    return [all_inside(item) for item in items]


def _line(label: str, items: Iterable[Item]) -> list[Line]:
    known = tuple(items)
    return [Line(label, known)] if known else []


def _round(composer: Composer, deal: Record, words: str = "{}") -> Iterator[Item]:
    """The round that a deal came with."""
    if "round" in deal.relations:
        yield linked(composer.document, deal.relations["round"], words)


def _parties(composer: Composer, known: Iterable[Record]) -> Iterator[Line]:
    """One line for the acquired company, one for the partners …"""
    parts: dict[str, list[Record]] = {}
    for party in known:
        fact = party.fact("part")
        parts.setdefault(fact.text if fact else "Party", []).append(party)
    for part, parties in parts.items():
        yield Line(part, tuple(_party(composer, party) for party in parties))
        yield from _more(composer, parties)


def _more(composer: Composer, parties: list[Record]) -> Iterator[Line]:
    for party in parties:
        yield from composer.rest(party, ("part", "description"))


def _party(composer: Composer, party: Record, words: str = "{name}") -> Item:
    """The other's name and what it does."""
    name = named(composer, party, "who", words)
    about = party.fact("description")
    values = (name, composer.value(party, about, before=" (", after=")")) if about else (name,)
    href = composer.href(party.relations.get("who"))
    return Item(values, anchor=party.anchor, href=href)
