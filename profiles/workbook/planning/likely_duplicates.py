"""New rows for what may be there already under another key."""

from typing import Any

from django.db.models.functions import Lower

from profiles.facts import BY_KIND
from profiles.models import Company, Name, Person
from profiles.workbook.planning.context import PlanningContext
from profiles.workbook.planning.database import Ref, chunks
from profiles.workbook.planning.headers import Line


def refuse_capital_twin(line: Line, ref: Ref, work: PlanningContext) -> None:
    """`Nvidia` beside `nvidia` is a slip, not another company."""
    kind, key = ref
    small = key.lower()
    if small != key and ((kind, small) in work.refs or small in work.base.keys_of(kind)):
        work.ledger.problem(
            line.place("key"),
            f"There is a {kind} “{small}” already, which differs by capitals only. "
            "Write its key, or one that differs by more.",
        )


def namesakes(work: PlanningContext) -> dict[Ref, str]:
    """New companies and people -> `kind/key` of one that bears the same name, if any does."""
    found: dict[Ref, str] = {}
    for model in (Company, Person):
        new = {
            line.get("name").lower(): (model.kind, line.get("key"))
            for line in work.lines.get(BY_KIND[model.kind].sheet, [])
            if (model.kind, line.get("key")) not in work.base.records
        }
        names = Name.objects.filter(subject__kind=model.kind)
        for some in chunks(sorted(new)):
            for rows, key in ((model.objects.all(), "record__key"), (names, "subject__key")):
                found |= {
                    new[said]: f"{model.kind}/{key}" for said, key in _bearing(some, rows, key)
                }
    return found


def _bearing(names: list[str], rows: Any, key: str) -> Any:
    """(name in small letters, key of the record) of every row that has one of these names."""
    found = rows.annotate(said=Lower("name")).filter(said__in=names)
    return found.order_by().values_list("said", key)
