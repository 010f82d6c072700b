"""How the rounds of a company add up, beside its stated total."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from profiles.admin.display.columns import EMPTY, in_words
from profiles.admin.display.links import change_url
from profiles.provenance.claims.rounds import stated_total, tally_of
from profiles.provenance.claims.totals import Line, Tally
from profiles.values import Quantity


@dataclass(frozen=True, slots=True)
class Row:
    """One round in words; `counted` is a dash where it adds nothing."""

    name: str
    url: str
    date: str
    amount: str
    instrument: str
    counted: str
    why: str


@dataclass(frozen=True, slots=True)
class RoundsTable:
    unit: str
    rows: list[Row]
    total: str
    stated: str
    sentences: list[str]


def rounds_table(company: Any, rivals: Iterable[str] = ()) -> RoundsTable | None:
    """None without a stated total or without rounds. `rivals`: totals that others state."""
    stated, added = stated_total(company), tally_of(company)
    if stated is None or added is None or not added.lines:
        return None
    bodies = {body.record.key: body for body in company.rounds.select_related("record")}
    return RoundsTable(
        unit=added.unit,
        rows=[_row(line, bodies[line.round.key]) for line in added.lines],
        total=added.total.display() if added.total else EMPTY,
        stated=stated.display(),
        sentences=[*added.sentences(stated), *_on_rivals(added, map(Quantity, rivals))],
    )


def _on_rivals(added: Tally, rivals: Iterable[Quantity]) -> Iterator[str]:
    """What the rounds tell of totals that other sources state."""
    for rival in rivals:
        if told := added.explained(rival):
            yield f"Of {rival.display()}, which is stated too: {told[:1].lower()}{told[1:]}"


def _row(line: Line, body: Any) -> Row:
    return Row(
        name=body.label or "Round",
        url=change_url(body),
        date=in_words(body, "date") or EMPTY,
        amount=in_words(body, "amount") or EMPTY,
        instrument=in_words(body, "instrument") or EMPTY,
        counted=line.counted.display() if line.counted else EMPTY,
        why=line.why,
    )
