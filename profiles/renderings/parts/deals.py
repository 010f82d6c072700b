"""What was bought, who works together, and the money that is planned to be spent."""

from collections.abc import Iterator
from dataclasses import replace

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.wording import lowered

KNOWN = ("title", "form", "date", "scope", "place", "amount", "amount_converted")
AMOUNT = {"amount": "", "amount_converted": " ("}
ACQUISITION, PLAN = "acquisition", "investment-plan"
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
    parties = composer.related("party", "deal", deal.ref)
    items = [
        *composer.joined(deal, _head(deal), anchor=deal.anchor),
        *(_party(composer, party, with_part=True) for party in parties),
        *(item for name in ("scope", "place") for item in composer.joined(deal, {name: ""})),
        *composer.joined(deal, AMOUNT),
    ]
    yield Line(composer.dated(deal), tuple(items), mixed=True)
    yield from composer.rest(deal, KNOWN)
    yield from _more(composer, parties)


def _head(deal: Record) -> dict[str, str]:
    """The title, and the form unless the title says it: “Partnership with …”."""
    form = deal.fact("form")
    is_said = form and not form.claim and form.text.casefold() in deal.value("title").casefold()
    return {"title": ""} if is_said else {"title": "", "form": ", "}


def _entry(composer: Composer, deal: Record) -> Entry:
    """The heading of the section says its form, unless that is cited by itself."""
    title = composer.item(deal, "title") or Item((Value(deal.name),))
    form = deal.fact("form")
    known = set(KNOWN) - ({"form"} if form and form.claim else set())
    amount = tuple(composer.joined(deal, AMOUNT))
    lines = (
        *_parties(composer, deal),
        *(line for name in ("date", "scope", "place") for line in composer.line(deal, name)),
        *([Line("Amount", amount)] if amount else []),
        *composer.rest(deal, known),
    )
    return Entry(deal.anchor, title, lines)


def _parties(composer: Composer, deal: Record) -> Iterator[Line]:
    """One line for the acquired company, one for the partners …"""
    parts: dict[str, list[Record]] = {}
    for party in composer.related("party", "deal", deal.ref):
        fact = party.fact("part")
        parts.setdefault(fact.text if fact else "Party", []).append(party)
    for part, parties in parts.items():
        yield Line(part, tuple(_party(composer, party) for party in parties))
        yield from _more(composer, parties)


def _more(composer: Composer, parties: list[Record]) -> Iterator[Line]:
    for party in parties:
        yield from composer.rest(party, ("part",))


def _party(composer: Composer, party: Record, *, with_part: bool = False) -> Item:
    """The other's name with the footnote of the part that it has."""
    name = party.relations["who"].name if "who" in party.relations else party.name
    part, href = party.fact("part"), composer.href(party.relations.get("who"))
    if part is None:
        return Item((Value(name),), anchor=party.anchor, href=href)
    said = composer.value(party, part)
    dispute = said.dispute and replace(said.dispute, subject=f"{name}: {said.dispute.subject}")
    words = f"{lowered(said.words)} {name}" if with_part else name
    value = replace(said, words=words, canonical="", type="text", dispute=dispute)
    return Item((value,), anchor=party.anchor, href=href)
