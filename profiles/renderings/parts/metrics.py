"""Measures over time: each measure once, its values by date."""

from collections.abc import Iterator

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value
from profiles.renderings.parts.reservations import with_reservations
from profiles.renderings.phrasing.chronology import time_of
from profiles.renderings.phrasing.implied import is_plain, with_footnotes_of
from profiles.renderings.phrasing.mid_sentence import inside

SERIES = ("measure", "form", "date", "value", "definition")
ACTUAL = "actual"


def figures(composer: Composer) -> Part:
    series: dict[str, list[Record]] = {}
    for metric in composer.document.of_kind("metric"):
        series.setdefault(metric.value("measure") or metric.name, []).append(metric)
    entries = tuple(_entry(composer, *measure) for measure in series.items())
    part = Part("figures", "Figures", groups=(Group(entries=entries),))
    return with_reservations(composer, part, composer.document.of_kind("metric"))


def _entry(composer: Composer, measure: str, points: list[Record]) -> Entry:
    points = sorted(points, key=lambda point: time_of(point.value("date")))
    lines = [line for point in points for line in _point(composer, point)]
    return Entry(title=Item((Value(measure),)), lines=tuple(lines))


def _point(composer: Composer, metric: Record) -> list[Line]:
    label = composer.dated(metric)
    values = list(_values(composer, metric))
    point = Line(label, (Item(tuple(values), anchor=metric.anchor),) if values else ())
    return [point, *composer.rest(metric, SERIES)]


def _values(composer: Composer, metric: Record) -> Iterator[Value]:
    """`€30M`, `target: €1B+`, `change: 40%`; then what is counted."""
    form, value, definition = (metric.fact(name) for name in ("form", "value", "definition"))
    is_actual = form and form.value == ACTUAL and is_plain(form)
    if form and not is_actual:
        yield inside(composer.value(metric, form))
    if value:
        cited = with_footnotes_of(value, [form]) if form and is_actual else value
        yield composer.value(metric, cited, before=": " if form and not is_actual else "")
    if definition:
        yield composer.value(metric, definition, before=" — ")
