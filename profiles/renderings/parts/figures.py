"""Measures over time: each measure once, its values by date."""

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Item, Line, Part, Value

SERIES = ("measure", "date", "value", "definition")


def figures(composer: Composer) -> Part:
    series: dict[str, list[Record]] = {}
    for metric in composer.document.of_kind("metric"):
        series.setdefault(metric.value("measure") or metric.name, []).append(metric)
    entries = tuple(_entry(composer, measure, points) for measure, points in series.items())
    return Part("figures", "Figures", groups=(Group(entries=entries),))


def _entry(composer: Composer, measure: str, points: list[Record]) -> Entry:
    lines = [line for point in points for line in _point(composer, point)]
    return Entry(title=Item((Value(measure),)), lines=tuple(lines))


def _point(composer: Composer, metric: Record) -> list[Line]:
    label, value = composer.dated(metric), metric.fact("value")
    definition = metric.fact("definition")
    values = [composer.value(metric, value)] if value else []
    if definition:
        values.append(composer.value(metric, definition, before=" — "))
    point = Line(label, (Item(tuple(values), anchor=metric.anchor),) if values else ())
    return [point, *composer.rest(metric, SERIES)]
