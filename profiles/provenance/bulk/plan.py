"""Many facts, one source: what each citation would do, computed without a single write."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from django.core.exceptions import ValidationError

from profiles.facts import BY_KIND, type_of
from profiles.models import Body, Citation, Claim, Decision, Source
from profiles.provenance.bulk.facts import CurrentClaim, Facts, Place, RequestedFact
from profiles.provenance.quotes.lookup import LookupResult, SourceTexts
from profiles.provenance.quotes.stated_value import claimed_value

LONGEST_LOCATOR = Citation._meta.get_field("locator").max_length or 0
LONGEST_QUOTE = Citation._meta.get_field("exact").max_length or 0


class Effect(StrEnum):
    CITES = "cites"
    ADDS = "adds"
    RIVAL = "rival"
    SET_ASIDE = "set-aside"
    NOTHING = "nothing"
    REFUSED = "refused"


WRITING = (Effect.CITES, Effect.ADDS, Effect.RIVAL, Effect.SET_ASIDE)


@dataclass(frozen=True, slots=True)
class RequestedCitation:
    """One row as it was typed. `ref` is `kind/key`; without `value` the one in use is meant."""

    ref: str
    fact: str
    locator: str = ""
    quote: str = ""
    value: str = ""

    @property
    def place(self) -> Place:
        return self.locator, self.quote


class RowRefused(Exception):
    """This row cannot be cited; the message says what to do."""


@dataclass(frozen=True)
class Row:
    """What would become of one row; `sentence` says it to an editor, a remedy included."""

    asked: RequestedCitation
    effect: Effect
    sentence: str
    about: RequestedFact | None = None
    value: str = ""
    """Canonical; empty where it could not be read."""
    standing: CurrentClaim | None = field(default=None, repr=False)
    """The claim that would be cited."""
    look: LookupResult = field(default_factory=LookupResult)

    @property
    def body(self) -> Body | None:
        return self.about.body if self.about else None

    @property
    def words(self) -> str:
        return self.about.words(self.value) if self.about and self.value else self.value

    @property
    def writes(self) -> bool:
        return self.effect in WRITING

    @property
    def version(self) -> int:
        return self.about.body.record.version if self.about else 0

    @cached_property
    def fingerprint(self) -> str:
        """Another one wherever the row would show or do something else."""
        in_use = self.about.in_use if self.about else ""
        asked, look = asdict(self.asked), asdict(self.look)
        told = [asked, in_use, self.value, self.effect, self.sentence, look]
        record = str(self.body.pk) if self.body else ""
        return _hash([record, self.version, told])[:16]


@dataclass(frozen=True)
class Plan:
    source: Source
    reading: SourceTexts
    rows: tuple[Row, ...]

    @property
    def writing(self) -> list[Row]:
        return [row for row in self.rows if row.writes]

    @property
    def refused(self) -> list[Row]:
        return [row for row in self.rows if row.effect == Effect.REFUSED]

    @property
    def missing(self) -> list[Row]:
        """Those that would be cited with a quote that is not there."""
        return [row for row in self.writing if row.look.is_missing]

    @property
    def effects(self) -> Counter[Effect]:
        return Counter(row.effect for row in self.rows)

    @property
    def seen(self) -> list[str]:
        """What a confirmation is bound to: the source, its captures, then row by row."""
        source = _hash([self.source.pk, self.source.url, self.source.standing])[:16]
        capture = self.reading.cited.pk if self.reading.cited else 0
        captures = _hash([capture, *self.reading.captures])[:16]
        return [source, captures, *(f"{row.version}:{row.fingerprint}" for row in self.rows)]

    def news_since(self, seen: Sequence[str]) -> list[str]:
        """One sentence for the source and one for each row, empty where it is as it was seen."""
        now = self.seen
        if len(seen) != len(now):
            return ["These are other rows than those that were checked."] + [""] * len(self.rows)
        news = "The source has other captures now." if seen[1] != now[1] else ""
        if seen[0] != now[0]:
            news = "The source is not as it was checked."
        return [news, *(_news(*pair) for pair in zip(seen[2:], now[2:], strict=True))]


def make_plan(asked: Iterable[RequestedCitation], reading: SourceTexts) -> Plan:
    """A number of queries that does not grow with the rows of one kind."""
    asked = list(asked)
    capture = reading.cited.pk if reading.cited else None
    facts = Facts.of((each.ref for each in asked), reading.source, capture)
    return Plan(reading.source, reading, tuple(_row(each, facts, reading) for each in asked))


def _row(asked: RequestedCitation, facts: Facts, reading: SourceTexts) -> Row:
    about = facts.find(asked.ref, asked.fact)
    try:
        if about is None:
            raise RowRefused(_unknown(asked, facts))
        _check_place(asked)
        value = _value(asked, about, reading.source)
    except RowRefused as refusal:
        return Row(asked, Effect.REFUSED, str(refusal), about)
    known = about.standing_of(value)
    printed = known.claim.printed if known else ""
    said = claimed_value(about.record_type.kind, about.fact.name, value, printed)
    effect, sentence, standing = _settle(asked, about, value)
    return Row(asked, effect, sentence, about, value, standing, reading.look(asked.quote, said))


def _unknown(asked: RequestedCitation, facts: Facts) -> str:
    kind, _, key = asked.ref.partition("/")
    if kind not in BY_KIND:
        kinds = ", ".join(BY_KIND)
        return f"“{asked.ref}” names no record. Write kind/key; the kinds are {kinds}."
    if asked.ref not in facts.bodies:
        name = type_of(kind).model._meta.verbose_name
        return f"No {name} has the key “{key}”. Look it up in the list, or leave the row out."
    names = list(type_of(kind).by_name)
    return f"A {kind} has no fact “{asked.fact}”. It has: {', '.join(names)}."


def _check_place(asked: RequestedCitation) -> None:
    for name, text, longest in (
        ("locator", asked.locator, LONGEST_LOCATOR),
        ("quote", asked.quote, LONGEST_QUOTE),
    ):
        if len(text) > longest:
            raise RowRefused(f"The {name} has {len(text)} characters; at most {longest} fit.")
        if "\0" in text:
            raise RowRefused(f"The {name} holds a character that no text has. Type it again.")


def _value(asked: RequestedCitation, about: RequestedFact, source: Source) -> str:
    """The value to cite, in the form of its column. Raises `RowRefused`."""
    if about.fact.prose:
        raise RowRefused(f"This is prose: write [^{source.key}] in its text instead.")
    text = asked.value or about.in_use
    if not text:
        raise RowRefused("Nothing is entered here. Type the value that the source gives.")
    try:
        value = about.record_type.read(about.fact.name, text)
        Claim(fact=about.fact.name, value=value).clean_fields(exclude=["record", "decided_by"])
    except ValidationError as error:
        raise RowRefused(" ".join(error.messages)) from None
    return value


def _settle(
    asked: RequestedCitation, about: RequestedFact, value: str
) -> tuple[Effect, str, CurrentClaim]:
    """What the citation does; the fact then stands as the row after it will find it."""
    standing = about.standing_of(value)
    if standing is None:
        standing = CurrentClaim(Claim(record=about.body.record, fact=about.fact.name, value=value))
        about.claims.append(standing)
    elif standing.is_cited and asked.place == ("", ""):
        return Effect.NOTHING, "It is cited from this source already.", standing
    elif asked.place in standing.places:
        return Effect.NOTHING, "It is cited at this place already.", standing
    others = [each for each in about.claims if each is not standing]
    standing.places.add(asked.place)
    standing.is_cited = True
    if standing.is_accepted:
        return Effect.ADDS, _added(about, value), standing
    if standing.claim.decision == Decision.REJECTED:
        return Effect.SET_ASIDE, "This value was set aside before: that decision stands.", standing
    if not others and value == about.in_use:
        standing.accepts = True
        return Effect.CITES, "Cites the value in use.", standing
    return Effect.RIVAL, _beside(about, others), standing


def _added(about: RequestedFact, value: str) -> str:
    if value == about.in_use:
        return "One more citation of the value in use."
    return f"One more citation of the accepted value; in use is {about.words(about.in_use)}."


def _beside(about: RequestedFact, others: list[CurrentClaim]) -> str:
    accepted = next((each.claim.value for each in others if each.is_accepted), "")
    other = accepted or about.in_use or next((each.claim.value for each in others), "")
    if not other:
        return "Nothing is in use here: it waits for a decision."
    source = "" if others else ", which has no source"
    return f"Beside {about.words(other)}{source}: it waits for a decision."


def _news(then: str, now: str) -> str:
    if then == now:
        return ""
    if then.partition(":")[0] != now.partition(":")[0]:
        return "Its record was edited since."
    return "Something about it is not as it was checked."


def _hash(told: object) -> str:
    return sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()
