"""What happened, the newest first; then what is planned, the next first."""

from collections.abc import Iterable

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Line, Part
from profiles.renderings.parts.dating import time_of

EVENT = {"title": "", "form": ", ", "place": ", "}
PLANNED = "outlook"


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
    said = tuple(composer.joined(event, joins, anchor=event.anchor))
    return [Line(label, said), *composer.rest(event, {*EVENT, "date"})]
