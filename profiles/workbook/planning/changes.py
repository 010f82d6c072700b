"""The drafts of one record, told as changes with their places."""

from profiles.models import Decision
from profiles.workbook.columns import CLAIM_FIELDS
from profiles.workbook.formats.sheets import tidy
from profiles.workbook.planning.context import PlanningContext
from profiles.workbook.planning.drafts import CitationDraft, ClaimDraft, RecordDraft
from profiles.workbook.planning.fact_outcome import KEPT
from profiles.workbook.planning.ledger import Place

UNCITED = "without a source: it will not be published"
RULING = ("decision", "reason", "note")


def report_fact(
    record: RecordDraft, fact: str, cell: Place | None, context: PlanningContext
) -> None:
    claims = record.claims.get(fact, {}).values()
    if record.body and fact in record.values:
        accepted = next((c.value for c in claims if c.decision == Decision.ACCEPTED), None)
        value = record.values[fact]
        words = "" if accepted in (None, value) else "will show as changed since cited"
        words = words or (UNCITED if value and not claims and _needs_a_source(record, fact) else "")
        place = cell or next(c.place for c in claims if c.value == value)
        context.ledger.change(
            place.at(fact), record.label, "update", record.stored(fact), value, words
        )
    for claim in claims:
        _tell_claim(record, fact, claim, context)


def _needs_a_source(record: RecordDraft, name: str) -> bool:
    fact = record.record_type.by_name[name]
    return not fact.prose and not fact.cited_with


def _tell_claim(
    record: RecordDraft, fact: str, claim: ClaimDraft, context: PlanningContext
) -> None:
    place = claim.place.at(fact)
    if claim.claim is None:
        verb = "rival" if claim.proposed else "claim"
        stands = record.stored(fact) if claim.proposed else ""
        context.ledger.change(place, record.label, verb, stands, claim.value, _new_words(claim))
        later = claim.citations[1:]
    else:
        _tell_terms(record, place, claim, context)
        later = [citation for citation in claim.citations if citation.changed]
    for citation in later:
        where = Place(citation.place.sheet, citation.place.row, fact)
        words = f"one more citation of “{claim.value[:60]}”"
        context.ledger.change(where, record.label, "citation", "", _spot(citation), words)


def _new_words(claim: ClaimDraft) -> str:
    cited = f"cited from {_spot(claim.citations[0])}" if claim.citations else "without a citation"
    return f"{claim.words or claim.decision}; {cited}"


def _spot(citation: CitationDraft) -> str:
    source, edition, locator, quote = citation.spot
    return " ".join(
        part for part in (f"{source}@{edition}", locator, quote and f"“{quote}”") if part
    )


def _tell_terms(
    record: RecordDraft, place: Place, claim: ClaimDraft, context: PlanningContext
) -> None:
    before = claim.before()
    if claim.ruled:
        told = [", ".join(t[n] for n in RULING if t[n]) for t in (before, claim.terms)]
        words = f"“{claim.value[:60]}”"
        context.ledger.change(place, record.label, "ruling", told[0], told[1], words)
    for name in CLAIM_FIELDS:
        if name not in RULING and tidy(before[name]) != claim.terms[name]:
            column = place.at(f"{place.column}:{name}")
            context.ledger.change(column, record.label, "claim", before[name], claim.terms[name])
    if claim.words == KEPT:
        context.ledger.change(place, record.label, "kept", "", claim.value, KEPT)
