"""New rows for what may be there already under another key."""

from profiles.facts import BY_KIND
from profiles.models.namesakes import NAMED, known_names
from profiles.values.names import name_key
from profiles.workbook.planning.context import PlanningContext
from profiles.workbook.planning.database import Ref
from profiles.workbook.planning.headers import Line


def refuse_capital_twin(line: Line, ref: Ref, context: PlanningContext) -> None:
    """`Nvidia` beside `nvidia` is a slip, not another company."""
    kind, key = ref
    small = key.lower()
    if small != key and ((kind, small) in context.refs or small in context.stored.keys_of(kind)):
        context.ledger.problem(
            line.place("key"),
            f"There is a {kind} “{small}” already, which differs by capitals only. "
            "Write its key, or one that differs by more.",
        )


def namesakes(context: PlanningContext) -> dict[Ref, str]:
    """New companies and people -> `kind/key` of one that bears the same name, if any does."""
    found: dict[Ref, str] = {}
    for kind, new in _new_names(context).items():
        if not new:
            continue
        known = dict(known_names(kind, new))
        for said, refs in new.items():
            first, *others = refs
            if key := known.get(said):
                found |= dict.fromkeys(refs, f"{kind}/{key}")
            else:
                found |= {ref: "/".join(first) for ref in others}
    return found


def _new_names(context: PlanningContext) -> dict[str, dict[str, list[Ref]]]:
    """By kind and by name, as names are compared: the new rows that bear it, in their order."""
    found: dict[str, dict[str, list[Ref]]] = {}
    for model in NAMED:
        names = found.setdefault(model.kind, {})
        for line in context.lines.get(BY_KIND[model.kind].sheet, []):
            ref = (model.kind, line.get("key"))
            said = name_key(line.get("name"))
            if said and ref not in context.stored.records:
                names.setdefault(said, []).append(ref)
    return found
