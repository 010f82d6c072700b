"""What kind of disagreement two claims of one fact are, before a person has to say.

Typed values in, a kind and a sentence out; no row is touched. The first kind that fits counts, in
this order: both can be true, rounding, another currency, another basis, another date. What is left
is a contradiction, and whatever cannot be told apart is one too: an alarm too many costs a look.
"""

from dataclasses import dataclass

from profiles.provenance.disagreements.amounts import compare_amounts, is_far_above
from profiles.provenance.disagreements.dates import compare_dates
from profiles.provenance.disagreements.kinds import Disagreement, Kind, compatible, contradiction
from profiles.provenance.disagreements.scopes import difference
from profiles.provenance.disagreements.texts import compare_answers, compare_texts
from profiles.values.dates import PartialDate
from profiles.values.quantities import Quantity

PROJECTED, DENIED = "projected", "denied"
UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Assertion:
    """One claimed value with what its sources say around it; `as_of` is empty where unknown."""

    value: PartialDate | Quantity | str
    printed: str = ""
    as_of: PartialDate | str = ""
    status: str = "reported"
    quotes: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.printed, *self.quotes)


@dataclass(frozen=True, slots=True)
class Subject:
    """What the record itself says about the fact.

    `texts`: words on its basis, such as `Secondary market` or `Debt`. `ages`: whether the value
    changes with time, like a headcount, or belongs to its day, like a round. `answers`: words for
    each value of a list. `conversions`: what sources printed as the same money elsewhere on it.
    """

    texts: tuple[str, ...] = ()
    ages: bool = False
    answers: tuple[tuple[str, str], ...] = ()
    conversions: tuple[Quantity, ...] = ()


ANYTHING = Subject()


def compare(one: Assertion, other: Assertion, subject: Subject = ANYTHING) -> Disagreement:
    """Which of the two comes first makes no difference to the kind."""
    found = _by_value(one, other, subject)
    if (one.status == DENIED) != (other.status == DENIED):
        return _denied(found)
    if found.kind == Kind.COMPATIBLE:
        return _behind_the_times(one, other, subject) or found
    if found.kind == Kind.CURRENCY:
        return _as_printed(one, other, subject) or found
    if found.kind != Kind.CONTRADICTION:
        return found
    return _by_basis(one, other, subject) or _by_date(one, other, subject) or found


def _by_value(one: Assertion, other: Assertion, subject: Subject) -> Disagreement:
    value, rival = one.value, other.value
    if isinstance(value, PartialDate) and isinstance(rival, PartialDate):
        return compare_dates(value, rival)
    if isinstance(value, Quantity) and isinstance(rival, Quantity):
        return compare_amounts(value, rival)
    if value == rival:
        return compatible("the values are the same")
    if subject.answers:
        if UNSTATED in (value, rival):
            return compatible("where a source does not say, it contradicts no answer")
        words = dict(subject.answers)
        return compare_answers(words.get(value, value), words.get(rival, rival))
    return compare_texts(value, rival)


def _denied(found: Disagreement) -> Disagreement:
    """Of two claims one says that its value is not so."""
    if found.kind in (Kind.COMPATIBLE, Kind.ROUNDING):
        return contradiction("one source denies what the other states")
    if found.kind == Kind.CONTRADICTION:
        return compatible("one source only denies another value")
    return found


def _behind_the_times(one: Assertion, other: Assertion, subject: Subject) -> Disagreement | None:
    """A limit that was long passed: true, and misleading, unless both speak of one time."""
    value, rival = one.value, other.value
    if not (subject.ages and isinstance(value, Quantity) and isinstance(rival, Quantity)):
        return None
    if not is_far_above(value, rival) or _same_time(one, other):
        return None
    return Disagreement(
        Kind.DATE,
        f"Far apart for one time: {value.display()} and {rival.display()}. "
        "The limit was probably true earlier.",
    )


def _as_printed(one: Assertion, other: Assertion, subject: Subject) -> Disagreement | None:
    """The same money in two currencies, by a conversion that a source printed."""
    for given in (one.value, other.value):
        if isinstance(given, Quantity) and any(given.agrees_with(c) for c in subject.conversions):
            return Disagreement(
                Kind.CURRENCY,
                f"A source printed {given.display()} as the conversion of this very money.",
            )
    return None


def _by_basis(one: Assertion, other: Assertion, subject: Subject) -> Disagreement | None:
    if (one.status == PROJECTED) != (other.status == PROJECTED):
        return Disagreement(
            Kind.BASIS, "One is what somebody expects, the other is reported as it is."
        )
    if isinstance(one.value, str) and not isinstance(one.value, PartialDate | Quantity):
        return None
    scopes = difference(one.texts, other.texts, subject.texts)
    if scopes is None:
        return None
    named, rest = scopes if scopes[0] else scopes[::-1]
    return Disagreement(
        Kind.BASIS, f"One speaks of {named}, the other {f'of {rest}' if rest else 'does not'}."
    )


def _by_date(one: Assertion, other: Assertion, subject: Subject) -> Disagreement | None:
    first, second = one.as_of, other.as_of
    if not (subject.ages and first and second) or _same_time(one, other):
        return None
    days = " and ".join(PartialDate(day).display() for day in (first, second))
    return Disagreement(
        Kind.DATE, f"Both can have been true at their times: they are as of {days}."
    )


def _same_time(one: Assertion, other: Assertion) -> bool:
    first, second = one.as_of, other.as_of
    return bool(first and second) and PartialDate(first).agrees_with(PartialDate(second))
