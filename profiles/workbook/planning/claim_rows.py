"""Rows of the sheet `claims`, and the `fact:part` cells of record rows: what they ask for."""

from collections import defaultdict
from dataclasses import dataclass, field

from profiles.facts import BY_KIND
from profiles.models import Citation, Claim, Decision, Reason
from profiles.workbook.columns import CITATION_FIELDS, CLAIM_FIELDS, CLAIMS, PARTS, field_of
from profiles.workbook.formats.sheets import CLEAR
from profiles.workbook.planning.cells import read_cell
from profiles.workbook.planning.context import PlanningContext
from profiles.workbook.planning.database import Ref
from profiles.workbook.planning.drafts import CitationDraft, RecordDraft
from profiles.workbook.planning.headers import Line
from profiles.workbook.planning.ledger import Place, did_you_mean
from profiles.workbook.planning.named_keys import split_ref
from profiles.workbook.planning.record_rows import cleared_or_read

RULED = (Decision.ACCEPTED, Decision.REJECTED)


@dataclass
class RequestedClaims:
    """What the workbook says of one value of one fact."""

    value: str
    place: Place
    typed: str = ""
    """The cell as written, where that is not the canonical text."""
    terms: dict[str, str] = field(default_factory=dict)
    """printed, as_of, status, decision, reason, note: those stated; `(clear)` is an empty text."""
    citations: list[CitationDraft] = field(default_factory=list)

    @property
    def decision(self) -> str:
        return self.terms.get("decision", "")


AskedClaims = dict[tuple[Ref, str], dict[str, RequestedClaims]]


def claims_in_cells(
    line: Line, draft: RecordDraft, context: PlanningContext
) -> dict[str, RequestedClaims]:
    """What the fact cells of one row ask for, by fact; an empty value is `(clear)`."""
    asked = {}
    for fact in draft.record_type.facts:
        text, place = line.get(fact.name), line.place(fact.name)
        if not text:
            _refuse_parts_alone(line, fact.name, context)
            continue
        column = draft.record_type.field_of(fact.name)
        value = cleared_or_read(line, column, text, draft, context)
        if value is None:
            continue
        as_typed = text if text != value and not column.flatchoices else ""
        cell = RequestedClaims(value, place, typed=as_typed)
        if not fact.prose:
            _add_parts(line, fact.name, cell, context)
        asked[fact.name] = cell
    return asked


def _refuse_parts_alone(line: Line, fact: str, context: PlanningContext) -> None:
    for part in PARTS:
        if line.get(f"{fact}:{part}"):
            context.ledger.problem(
                line.place(f"{fact}:{part}"),
                f"This speaks of a value, but the cell “{fact}” is blank. Write the value there.",
            )


def _add_parts(line: Line, fact: str, cell: RequestedClaims, context: PlanningContext) -> None:
    texts = {part: line.get(f"{fact}:{part}") for part in PARTS}
    if cell.value == "" and any(texts.values()):
        context.ledger.problem(cell.place, "(clear) empties the cell: empty what cites it as well.")
        return
    if not texts["source"]:
        for part in PARTS[1:]:
            if texts[part]:
                context.ledger.problem(
                    line.place(f"{fact}:{part}"),
                    f"This belongs to a citation: name its source in “{fact}:source”.",
                )
        return
    for part in ("printed", "as_of", "status"):
        _add_term(cell, part, texts[part], line.place(f"{fact}:{part}"), context)
    if citation := _citation(line, f"{fact}:", context):
        cell.citations.append(citation)


def _add_term(
    asked: RequestedClaims, name: str, text: str, place: Place, context: PlanningContext
) -> None:
    """The first row that states it counts."""
    if not text or name in asked.terms:
        return
    field = field_of(Claim, name)
    value = "" if text == CLEAR and field.blank else read_cell(text, field, place, context.ledger)
    if value is not None:
        asked.terms[name] = value


def _citation(line: Line, prefix: str, context: PlanningContext) -> CitationDraft | None:
    named, place = line.get(f"{prefix}source"), line.place(f"{prefix}source")
    capture = context.capture(named, place)
    texts = {}
    for column, name in CITATION_FIELDS.items():
        text = line.get(f"{prefix}{column}")
        field = field_of(Citation, name)
        where = line.place(f"{prefix}{column}")
        texts[column] = read_cell(text, field, where, context.ledger) if text else ""
    origin = line.get(f"{prefix}origin")
    named_origin = not origin or context.check_source(origin, line.place(f"{prefix}origin"))
    if capture is None or None in texts.values() or not named_origin:
        return None
    return CitationDraft(
        capture,
        "@" in named,
        texts["locator"] or "",
        texts["quote"] or "",
        texts["stance"] or "",
        place,
        origin=origin,
        prefix=texts["before"] or "",
        suffix=texts["after"] or "",
    )


def claims_in_sheet(context: PlanningContext) -> AskedClaims:
    """The rows of the claims sheet, put together by record, fact and value."""
    asked: AskedClaims = defaultdict(dict)
    for line in context.lines.get(CLAIMS, []):
        found = _subject(line, context)
        if found is None:
            continue
        ref, fact = found
        value = _value(line, ref, fact, context)
        if value is None:
            continue
        claim = asked[ref, fact].setdefault(value, RequestedClaims(value, line.place("value")))
        _add_row(line, claim, context)
    for claims in asked.values():
        for claim in claims.values():
            _refuse_half_a_ruling(claim, context)
    return asked


def _subject(line: Line, context: PlanningContext) -> tuple[Ref, str] | None:
    written, fact = line.get("record"), line.get("fact").casefold()
    ref = split_ref(written)
    if ref is None or ref[0] not in BY_KIND:
        context.ledger.problem(
            line.place("record"),
            f"“{written}” names no record. Write kind/key, for example company/mistral-ai.",
        )
        return None
    if not context.exists(ref):
        known = [key for kind, key in context.refs if kind == ref[0]] + context.stored.keys_of(
            ref[0]
        )
        context.ledger.problem(
            line.place("record"),
            f"There is no {ref[0]} “{ref[1]}”.{did_you_mean(ref[1], known)} "
            "Add its row, or correct the key.",
        )
        return None
    facts = BY_KIND[ref[0]].by_name
    if fact not in facts:
        context.ledger.problem(
            line.place("fact"),
            f"A {ref[0]} has no fact “{fact}”.{did_you_mean(fact, facts)} "
            f"It has: {', '.join(facts)}.",
        )
        return None
    if facts[fact].prose:
        context.ledger.problem(
            line.place("fact"), f"“{fact}” is prose: cite it with [^source-key] in its text."
        )
        return None
    return ref, fact


def _value(line: Line, ref: Ref, fact: str, context: PlanningContext) -> str | None:
    record_type, place = BY_KIND[ref[0]], line.place("value")
    if not line.get("value"):
        context.ledger.problem(place, "A claim needs a value.")
        return None
    column = record_type.field_of(fact)
    return read_cell(
        line.get("value"), column, place, context.ledger, lambda text: record_type.read(fact, text)
    )


def _add_row(line: Line, claim: RequestedClaims, context: PlanningContext) -> None:
    for name in CLAIM_FIELDS:
        _add_term(claim, name, line.get(name), line.place(name), context)
    if not line.get("source"):
        for column in (*CITATION_FIELDS, "origin"):
            if line.get(column):
                context.ledger.problem(
                    line.place(column), "This belongs to a citation: name its source in “source”."
                )
    elif citation := _citation(line, "", context):
        claim.citations.append(citation)


def _refuse_half_a_ruling(claim: RequestedClaims, context: PlanningContext) -> None:
    if claim.decision in RULED and not claim.terms.get("reason"):
        context.ledger.problem(
            claim.place.at("reason"),
            f"The decision “{claim.decision}” needs a reason. One of: {', '.join(Reason.values)}.",
        )
    if claim.decision == Decision.OPEN and claim.terms.get("reason"):
        context.ledger.problem(
            claim.place.at("decision"),
            "An open claim has no reason yet. Write accepted or rejected, or empty the reason.",
        )
