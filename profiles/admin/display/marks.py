"""What stands beside each fact: cited, contested, changed, bare. A sign, words, and a way there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from profiles.admin.display.links import fact_url
from profiles.facts import type_of
from profiles.models import Body, Claim
from profiles.provenance.claims.evidence_state import Evidence, State, evidence_of
from profiles.provenance.claims.freshness import overdue
from profiles.values.counting import counted

SIGNS = {
    State.CITED: ("✓", "good"),
    State.COVERED: ("↳", "quiet"),
    State.CONTESTED: ("≠", "amber"),
    State.WAITING: ("?", "amber"),
    State.CHANGED: ("!", "bad"),
    State.RETRACTED: ("✗", "bad"),
    State.MISQUOTED: ("✗", "bad"),
    State.DRIFTED: ("↯", "bad"),
    State.UNCITED: ("○", "quiet"),
    State.EMPTY: ("+", "quiet"),
}
LONGEST_VALUE = 30  # in a mark
# For `prefetch_related` of bodies.
EVIDENCE = Prefetch("record__claims", Claim.objects.with_evidence())


@dataclass(frozen=True, slots=True)
class Mark:
    """The state of one fact in a few words; `label` names the fact for those who cannot see it."""

    sign: str
    words: str
    tone: str
    url: str
    label: str

    def __html__(self) -> SafeString:
        """Beside its field, which already shows the label."""
        return self._link("visually-hidden")

    __str__ = __html__

    @property
    def in_a_row(self) -> SafeString:
        """Among the marks of other facts: with its label."""
        return self._link("of")

    def _link(self, label_class: str) -> SafeString:
        return format_html(
            '<a class="mark {}" href="{}"><span class="sign" aria-hidden="true">{}</span>'
            '<span class="{}">{}: </span><span class="words">{}</span></a>',
            self.tone,
            self.url,
            self.sign,
            label_class,
            self.label,
            self.words,
        )


def state_in_words(evidence: Evidence) -> str:
    match evidence.state:
        case State.CITED:
            stale = ", look again" if overdue(evidence, timezone.localdate()) else ""
            return sources_in_words(evidence) + _also_given(evidence) + stale
        case State.CONTESTED:
            return f"{counted(len(evidence.open), 'rival')} open"
        case State.MISQUOTED:
            is_missing = any(verdict.is_missing for verdict in evidence.misquoted)
            return "quote not found" if is_missing else "quote says another value"
        case State.COVERED:
            return f"cited with {evidence.fact.cited_with}"
        case State.EMPTY:
            return "no value"
    return str(evidence.state)


def _also_given(evidence: Evidence) -> str:
    """Values that other sources give and that can be true as well: no alarm, but not hidden."""
    if not evidence.also_given:
        return ""
    first, *rest = evidence.also_given
    words = type_of(evidence.body).in_words(evidence.fact.name, first.value)
    more = f" and {len(rest)} more" if rest else ""
    return f", also given as {Truncator(words).chars(LONGEST_VALUE)}{more}"


def sources_in_words(evidence: Evidence) -> str:
    """`2 sources`; `2 articles, 1 independent source`; `1 source, 1 retracted`."""
    if not evidence.supporting:
        return counted(len(evidence.sources), "source")
    articles, independent = len(evidence.standing), evidence.witnesses
    retracted = len(evidence.supporting) - articles
    words = counted(articles, "source")
    if independent < articles:
        words = f"{articles} articles, {counted(independent, 'independent source')}"
    return f"{words}, {retracted} retracted" if retracted else words


def mark(body: Body, evidence: Evidence) -> Mark:
    sign, tone = SIGNS[evidence.state]
    if evidence.state == State.UNCITED and evidence.fact.required:
        tone = "bad"
    name = evidence.fact.name
    return Mark(
        sign, state_in_words(evidence), tone, fact_url(body.pk, name), type_of(body).label_of(name)
    )


def marks_of(body: Body, evidence: Iterable[Evidence]) -> dict[str, Mark]:
    return {each.fact.name: mark(body, each) for each in evidence}


def prefetched_evidence(body: Body) -> dict[str, Evidence]:
    """The evidence of a row whose query had `prefetch_related(EVIDENCE)`: asks nothing."""
    return evidence_of(body, body.record.claims.all())


def row_marks(body: Body) -> SafeString:
    """Each fact of a row that has a value or a claim, named, with its mark."""
    stated = [each for each in prefetched_evidence(body).values() if each.state != State.EMPTY]
    marks = marks_of(body, stated).values()
    return format_html_join(" ", "{}", ((mark.in_a_row,) for mark in marks))


def summary(body: Body) -> SafeString:
    """How many facts of a row are in which state, for a table with many rows."""
    states: Counter[State] = Counter(
        each.state for each in prefetched_evidence(body).values() if each.state != State.EMPTY
    )
    return format_html_join(" ", "{}", ((part,) for part in _summary_parts(states)))


def _summary_parts(states: Counter[State]) -> Iterator[SafeString]:
    for state, (sign, tone) in SIGNS.items():
        if states[state]:
            yield format_html(
                '<span class="mark {}"><span class="sign" aria-hidden="true">{}</span>{} {}</span>',
                tone,
                sign,
                states[state],
                state,
            )
