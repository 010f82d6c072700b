"""Claims as rows -> what kind of disagreement they are."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from typing import Any

from profiles.facts import RecordType, type_of
from profiles.models import Body, Citation, Claim, FundingRound, Metric, Stance, Valuation
from profiles.models.fields import PartialDateField, QuantityField
from profiles.provenance.disagreements.comparison import Assertion, Subject, compare
from profiles.provenance.disagreements.kinds import Disagreement
from profiles.values.dates import PartialDate
from profiles.values.quantities import Quantity

# The facts of a record that say what its figures are of.
BASIS = {
    FundingRound: ("instrument", "label"),
    Valuation: ("basis",),
    Metric: ("measure", "definition"),
}


def disagreement(claim: Claim, other: Claim, body: Body) -> Disagreement:
    """Of two claims for one fact of this row. Load them `with_evidence()`."""
    record_type = type_of(body)
    return compare(
        assertion_of(claim, record_type),
        assertion_of(other, record_type),
        subject_of(record_type, claim.fact, body),
    )


def anybody_disagrees(
    claims: Iterable[Claim], record_type: RecordType, fact: str, value: str = ""
) -> bool:
    """Whether somebody has to decide between some two of these claims for one fact.

    `value`: one that no claim is made for, and that counts as one more. Load the claims
    `with_evidence()`; of which kind an alarm is, is not asked, and so neither is the row.
    """
    subject = subject_of(record_type, fact)
    known = [assertion_of(claim, record_type) for claim in claims]
    if value:
        known.append(Assertion(typed(record_type, fact, value)))
    return any(compare(one, two, subject).is_alarming for one, two in combinations(known, 2))


def assertion_of(claim: Claim, record_type: RecordType) -> Assertion:
    citations = list(claim.citations.all())
    return Assertion(
        value=typed(record_type, claim.fact, claim.value),
        printed=claim.printed,
        as_of=claim.as_of or _spoken_of(citations),
        status=claim.status,
        quotes=tuple(c.exact for c in citations if c.exact and c.stance != Stance.CONTRADICTS),
    )


def typed(record_type: RecordType, fact: str, value: str) -> PartialDate | Quantity | str:
    column = record_type.field_of(fact)
    if isinstance(column, PartialDateField):
        return PartialDate.trusted(value)
    return Quantity.trusted(value) if isinstance(column, QuantityField) else value


def subject_of(record_type: RecordType, fact: str, body: Body | None = None) -> Subject:
    """Without the row, what the registry says of the fact: enough to tell what can be true."""
    return Subject(
        texts=tuple(_basis_words(body)) if body else (),
        ages=_ages(record_type, fact),
        answers=_answers(record_type, fact),
        conversions=tuple(_conversions(body, fact)) if body else (),
    )


def _spoken_of(citations: Iterable[Citation]) -> PartialDate | str:
    """The time that the figures of its source are of, where all its sources speak of one."""
    times = {
        citation.capture.source.as_of
        for citation in citations
        if citation.stance == Stance.SUPPORTS
    }
    return times.pop() if len(times) == 1 else ""


def _basis_words(body: Any) -> Iterable[str]:
    for model, names in BASIS.items():
        if isinstance(body, model):
            record_type = type_of(body)
            yield from (record_type.display(name, str(getattr(body, name))) for name in names)


@lru_cache
def _ages(record_type: RecordType, fact: str) -> bool:
    """Figures that the registry wants looked at again, and what undated records call themselves."""
    column = record_type.field_of(fact)
    if isinstance(column, PartialDateField | QuantityField):
        return record_type.by_name[fact].fresh_for is not None
    return "date" not in record_type.by_name


@lru_cache
def _answers(record_type: RecordType, fact: str) -> tuple[tuple[str, str], ...]:
    choices = record_type.field_of(fact).flatchoices
    return tuple((str(value), str(label)) for value, label in choices if value)


def _conversions(body: Any, fact: str) -> Iterable[Quantity]:
    others = {"amount": "amount_converted", "amount_converted": "amount"}
    other = getattr(body, others.get(fact, ""), "") if fact in others else ""
    return [Quantity(other)] if other else []
