"""What a plan says of each row, in words with a sign, as the page of a fact says it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from profiles.admin.bulk_citing.state import FactLine
from profiles.admin.display.links import fact_url
from profiles.admin.display.signs import OUTCOMES, SAYS, UNCHECKED, Outcome, Says, Sign
from profiles.document.rows import bind
from profiles.facts import type_of
from profiles.provenance.bulk.plan import Effect, Plan, Row
from profiles.provenance.quotes.lookup import LookupResult
from profiles.provenance.quotes.named_subjects import Quoted, remarks
from profiles.values.counting import counted

EFFECTS = {
    Effect.CITES: ("cited", "good"),
    Effect.ADDS: ("cited once more", "good"),
    Effect.RIVAL: ("waits for a decision", "amber"),
    Effect.SET_ASIDE: ("set aside before", "quiet"),
    Effect.NOTHING: ("cited already", "quiet"),
    Effect.REFUSED: ("refused", "bad"),
}


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the plan beside what was typed for it."""

    place: int
    line: FactLine
    row: Row
    record: str
    noun: str
    label: str
    url: str
    news: str = ""
    remark: str = ""
    """Whom the sentence names instead."""

    @property
    def is_known(self) -> bool:
        return self.row.about is not None

    @property
    def in_use(self) -> str:
        about = self.row.about
        return about.words(about.in_use) if about and about.in_use else ""

    @property
    def is_other(self) -> bool:
        """Whether another value would be cited than the one in use."""
        about = self.row.about
        return bool(about and self.row.value and self.row.value != about.in_use)

    @property
    def effect(self) -> Sign:
        words, tone = EFFECTS[self.row.effect]
        return Sign("", words, tone)

    @property
    def outcome(self) -> Sign:
        if self.row.writes and not self.row.asked.quote and not self.row.asked.locator:
            return UNCHECKED.saying(f"{UNCHECKED.words}: neither a quote nor a place")
        return quote_outcome(self.row.look)

    @property
    def says(self) -> Sign | None:
        """A missing quote says nothing, unless its words stand there with another value."""
        look = self.row.look
        if not look.says or (look.is_missing and look.says == Says.ABSENT):
            return None
        sign = SAYS[Says(look.says)]
        return sign.saying(f"{sign.words}; {self.remark}") if self.remark else sign


def preview_rows(
    plan: Plan, lines: list[FactLine], news: list[str] | None = None
) -> list[PreviewRow]:
    bodies = {row.body.pk: row.body for row in plan.rows if row.body}
    bind([(type_of(body), body) for body in bodies.values()])
    told = news or [""] * len(lines)
    rows = zip(lines, plan.rows, told, _remarks(plan), strict=True)
    return [_preview_row(place, *each) for place, each in enumerate(rows)]


def _remarks(plan: Plan) -> list[str]:
    quoted = {
        place: Quoted(row.about.body, row.about.fact.name, row.look.sentence)
        for place, row in enumerate(plan.rows)
        if row.about and row.look.sentence
    }
    said = dict(zip(quoted, remarks([*quoted.values()]), strict=True))
    return [said.get(place, "") for place in range(len(plan.rows))]


def _preview_row(place: int, line: FactLine, row: Row, news: str, remark: str) -> PreviewRow:
    if row.about is None:
        ref, fact = row.asked.ref, row.asked.fact
        return PreviewRow(place, line, row, ref or "No record", "", fact or "no fact", "", news)
    body, fact = row.about.body, row.about.fact.name
    noun = str(body._meta.verbose_name).capitalize()
    label = row.about.record_type.label_of(fact)
    url = fact_url(body.pk, fact)
    return PreviewRow(place, line, row, str(body), noun, label, url, news, remark)


def quote_outcome(look: LookupResult) -> Sign:
    if not look.outcome:
        return UNCHECKED.saying(f"{UNCHECKED.words}: {look.why}")
    sign = OUTCOMES[Outcome(look.outcome)]
    return sign.saying(f"{sign.words} {look.rules}".strip())


def counted_outcomes(plan: Plan) -> Iterator[Sign]:
    """`14 cited`, `2 refused`; then `9 quotes word for word` and so on: what there is of each."""
    for effect, (words, tone) in EFFECTS.items():
        if number := plan.effects[effect]:
            verb = words.replace("waits", "wait") if number > 1 else words
            yield Sign("", f"{number} {verb}", tone)
    looks = Counter(row.look.outcome for row in plan.writing if row.asked.quote)
    for outcome, sign in OUTCOMES.items():
        if number := looks[outcome]:
            words = sign.words.removesuffix(", but for")
            quotes = counted(number, "quote")
            yield sign.saying(f"{quotes} {words[:1].lower()}{words[1:]}")
    others = sum(row.look.says == Says.DISAGREES for row in plan.writing)
    if others:
        yield SAYS[Says.DISAGREES].saying(f"{counted(others, 'quote')} saying another value")
    bare = sum(not (row.asked.quote or row.asked.locator) for row in plan.writing)
    if bare:
        yield Sign("○", f"{bare} with neither a quote nor a place", "amber")
    if unchecked := sum(not row.look.outcome for row in plan.writing):
        yield UNCHECKED.saying(f"{unchecked} not checkable")
