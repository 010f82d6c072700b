"""What else things are called, and where the company is on the web."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from profiles.document.schema import Fact, Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part
from profiles.renderings.phrasing.implied import is_plain, with_footnotes_of
from profiles.renderings.phrasing.mid_sentence import inside

NAME = ("name", "use", "since", "until")
NO_ADDRESS = "address not given"


def names(composer: Composer) -> Part:
    company = composer.document.company
    lines = (
        *composer.line(company, "name"),
        *other_names(composer, company),
        *composer.line(company, "name_origin"),
    )
    return Part("names", "Names", groups=(Group(entries=(Entry(lines=lines),)),))


def other_names(composer: Composer, subject: Record) -> tuple[Line, ...]:
    """Official, former and other names of a record, each use on one line."""
    known = composer.related("name", "subject", subject.ref)
    items = [(name, _name(composer, name)) for name in known]
    return _by_label(composer, items, "use", ("name", "since", "until"))


def also_called(composer: Composer, subject: Record) -> tuple[list[Item], list[Line]]:
    """The same inside a line, `epithet: …`; and what else is known of these names."""
    known = composer.related("name", "subject", subject.ref)
    lines = [line for name in known for line in composer.rest(name, NAME)]
    return [item for name in known for item in _called(composer, name)], lines


def _called(composer: Composer, name: Record) -> Iterator[Item]:
    use = name.fact("use")
    head = (inside(composer.value(name, use, after=": ")),) if use else ()
    for item in _name(composer, name):
        yield replace(item, values=(*head, *item.values))


def _name(composer: Composer, name: Record) -> list[Item]:
    since = ", from " if name.fact("until") else ", since "
    until = " until " if name.fact("since") else ", until "
    return composer.joined(name, {"name": "", "since": since, "until": until}, name.anchor)


def links(composer: Composer) -> Part:
    items = [(link, _address(composer, link)) for link in composer.document.of_kind("link")]
    lines = _by_label(composer, items, "place", ("url",))
    return Part("links", "Links", groups=(Group(entries=(Entry(lines=lines),)),))


def _address(composer: Composer, link: Record) -> list[Item]:
    """The address, with the footnotes of its place; or that there is one, and nobody says which."""
    url, place = link.fact("url"), link.fact("place")
    if url:
        said = composer.value(link, _cited_with(url, place))
    elif place:
        said = replace(composer.value(link, place), words=NO_ADDRESS, canonical="", type="text")
    else:
        return []
    return [Item((said,), anchor=link.anchor)]


def _cited_with(fact: Fact, label: Fact | None) -> Fact:
    return with_footnotes_of(fact, [label]) if label and is_plain(label) else fact


def _by_label(
    composer: Composer,
    records: Iterable[tuple[Record, Sequence[Item]]],
    label: str,
    told: Sequence[str],
) -> tuple[Line, ...]:
    """Records that say little: their label once, then one item each."""
    lines: dict[str, list[Item]] = {}
    extra: list[Line] = []
    for record, items in records:
        head = record.fact(label)
        if items:
            lines.setdefault(head.text if head else "Other", []).extend(items)
        is_told = head is None or is_plain(head) or not record.fact(told[0])
        extra += composer.rest(record, {*told, label} if is_told else told)
    return (*(Line(label, tuple(items)) for label, items in lines.items()), *extra)
