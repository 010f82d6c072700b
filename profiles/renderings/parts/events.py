"""What happened, the newest first; then what is planned, the next first."""

from collections.abc import Iterable

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part
from profiles.renderings.parts.names import also_called
from profiles.renderings.phrasing.chronology import time_of
from profiles.renderings.phrasing.implied import named_by_title, titled
from profiles.renderings.phrasing.names import named

EVENT = {"title": "", "form": ", ", "place": ", "}
PLANNED = "outlook"
SIMPLY_THERE = "Participant"


def events(composer: Composer) -> Part:
    known = composer.document.of_kind("event")
    past = [event for event in known if event.value("form") != PLANNED]
    ahead = [event for event in known if event.value("form") == PLANNED]
    past.sort(key=_time, reverse=True)
    ahead.sort(key=_time_ahead)
    groups = (_group(composer, "", past), _group(composer, "Planned or expected", ahead))
    return Part("events", "Events", groups=tuple(group for group in groups if group.entries))


def _time(event: Record) -> tuple[str, str]:
    return time_of(event.value("date"))


def _time_ahead(event: Record) -> tuple[bool, tuple[str, str]]:
    """What has no date comes last here too."""
    return not event.value("date"), _time(event)


def _group(composer: Composer, title: str, known: Iterable[Record]) -> Group:
    lines = tuple(line for event in known for line in _lines(composer, event))
    return Group(title, (Entry(lines=lines),) if lines else ())


def _lines(composer: Composer, event: Record) -> list[Line]:
    label = composer.dated(event)
    form = event.fact("form")
    is_headed = form and form.value == PLANNED and not form.claim
    joins = {name: join for name, join in EVENT.items() if not (is_headed and name == "form")}
    there = composer.related("participant", "event", event.ref)
    implied = named_by_title(event, there, SIMPLY_THERE)
    others = [each for each in there if each not in implied]
    said = titled(composer, event, joins, implied)
    also, more = also_called(composer, event)
    items = (said, *(_guest(composer, each) for each in others), *also)
    return [
        Line(label, items, mixed=len(items) > 1),
        *composer.rest(event, {*EVENT, "date"}),
        *(line for each in others for line in composer.rest(each, ("part",))),
        *more,
    ]


def _guest(composer: Composer, participant: Record) -> Item:
    """Who was there, and as what: not where they simply took part."""
    is_simple = participant.value("part") == SIMPLY_THERE
    said = named(composer, participant, "who", "{name}" if is_simple else "{name} ({part})")
    return Item((said,), anchor=participant.anchor)
