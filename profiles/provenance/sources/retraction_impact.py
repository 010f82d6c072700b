"""What rests on a source, and what would be left without support if it went."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce

from profiles.models import Citation, Claim, Company, Faq, Release, Role, Section, Source, Stance
from profiles.models.sources import ORIGINS
from profiles.provenance.sources.published import facts_naming
from profiles.provenance.sources.witnesses import copies_and_rewrites, stands
from profiles.values.footnotes import footnote_keys, paragraphs_resting_on

PROSE: tuple[tuple[Any, str], ...] = ((Section, "body"), (Faq, "answer"))
RECORD = ("record", "record__kind", "record__key")
OWNERS = ("record__owner__owner", "record__owner", "record")  # the topmost that there is


class DependentRecord(NamedTuple):
    """Of a record that states facts what a list of them says; `top` is the last of its owners."""

    pk: UUID
    kind: str
    key: str
    top: UUID
    top_kind: str

    @property
    def ref(self) -> str:
        return f"{self.kind}/{self.key}"


class NamedCompany(NamedTuple):
    """A company, by name."""

    pk: UUID
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class DependentFact:
    """One fact with the value that the source gives it; `decision` is empty for prose."""

    record: DependentRecord
    fact: str
    value: str
    decision: str = ""
    is_live: bool = False
    """Whether the profile's current release rests it on the source."""

    @property
    def place(self) -> tuple[str, str]:
        return self.record.ref, self.fact


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """The facts of one profile; `company` is None for people who are on no profile."""

    company: NamedCompany | None
    facts: tuple[DependentFact, ...]

    @property
    def live(self) -> int:
        return len({fact.place for fact in self.facts if fact.is_live})

    @property
    def draft(self) -> int:
        return len({fact.place for fact in self.facts if not fact.is_live})


@dataclass(frozen=True, slots=True)
class RetractionImpact:
    """The facts that would be left without support, by profile."""

    profiles: tuple[ProfileFacts, ...]

    @property
    def facts(self) -> int:
        """A fact that is on two profiles, as a person's may be, counts once."""
        return len({fact.place for profile in self.profiles for fact in profile.facts})

    @property
    def sentence(self) -> str:
        if not self.facts:
            return "No fact is left without support: each one has another independent source."
        facts = f"{self.facts} fact{'s' * (self.facts != 1)}"
        count = sum(1 for profile in self.profiles if profile.company)
        place = f"{count or 'no'} profile{'s' * (count != 1)}"
        return f"This leaves {facts} on {place} without support."


class Row(NamedTuple):
    """A fact before it is known on whose profiles it is."""

    record: DependentRecord
    fact: str
    value: str
    decision: str = ""


def facts_resting_on(source: Source) -> tuple[ProfileFacts, ...]:
    """Every fact that cites it, accepted or rival, by profile; the queries are always as many."""
    claimed = _claimed(Claim.objects.all(), Citation.objects.filter(capture__source=source))
    return _by_profile([*claimed.values(), *_prose_naming({source.key})], {source.key})


def retraction_impact(source: Source) -> RetractionImpact:
    """What nothing supports once this source and whatever copies or follows it is gone.

    Another source counts if it is in force and neither copies nor follows this one. What has no
    support already is not counted again; a fact that is cited with another goes with that one.
    """
    fallen = {source.pk: source.key} | copies_and_rewrites(source)
    supports = Citation.objects.filter(stance=Stance.SUPPORTS)
    claimed = _claimed(Claim.objects.accepted(), supports.filter(capture__source__in=list(fallen)))
    standing = _standing_supports(supports, claimed)
    lost = [row for pk, row in claimed.items() if standing[pk] and standing[pk] <= fallen.keys()]
    keys = set(fallen.values())
    return RetractionImpact(_by_profile([*lost, *_prose_losing(keys)], keys))


def _standing_supports(supports: Any, claims: Iterable[int]) -> dict[int, set[int]]:
    """Claim -> the sources that support it and stand."""
    pairs = list(supports.filter(claim__in=list(claims)).values_list("claim", "capture__source"))
    sources = Source.objects.filter(pk__in={source for _, source in pairs})
    stand = {each.pk for each in sources.select_related(*ORIGINS) if stands(each)}
    found: dict[int, set[int]] = defaultdict(set)
    for claim, source in pairs:
        found[claim] |= {source} & stand
    return found


def _claimed(claims: Any, citations: Any) -> dict[int, Row]:
    """The claims with such a citation, by id."""
    rows = _with_record(
        claims.filter(pk__in=citations.values("claim")).order_by("record__key", "fact"),
        *("fact", "value", "decision", "pk"),
    )
    return {pk: Row(record, *columns) for record, *columns, pk in rows}


def _with_record(rows: Any, *columns: str) -> Iterator[tuple[Any, ...]]:
    """(`DependentRecord`, these columns): no more is asked, for there may be thousands."""
    top_kind = Coalesce(*(f"{owner}__kind" for owner in OWNERS))
    found = rows.values_list(*RECORD, Coalesce(*OWNERS), top_kind, *columns)
    width = len(DependentRecord._fields)
    return ((DependentRecord._make(row[:width]), *row[width:]) for row in found)


def _prose_naming(keys: set[str]) -> Iterator[Row]:
    for model, fact in PROSE:
        condition = Q()
        for key in keys:
            condition |= Q(**{f"{fact}__contains": f"[^{key}]"})
        for record, text in _with_record(model.objects.filter(condition), fact):
            yield Row(record, fact, text)


def _prose_losing(keys: set[str]) -> Iterator[Row]:
    """Texts with a paragraph that has a footnote now and, with these sources gone, has none."""
    rows = list(_prose_naming(keys))
    named = {key for row in rows for key in footnote_keys(row.value)}
    sources = Source.objects.filter(key__in=named).select_related(*ORIGINS)
    gone = {source.key for source in sources if not stands(source)}
    for row in rows:
        after = paragraphs_resting_on(row.value, gone | keys)
        if len(after) > len(paragraphs_resting_on(row.value, gone)):
            yield row


def _by_profile(rows: list[Row], keys: set[str]) -> tuple[ProfileFacts, ...]:
    profiles = _profiles_of({row.record.top: row.record.top_kind for row in rows})
    companies = _companies({pk for some in profiles.values() for pk in some})
    live = _live_facts(companies, keys)
    grouped: dict[UUID | None, list[DependentFact]] = defaultdict(list)
    for row in rows:
        for pk in profiles[row.record.top] or [None]:
            is_live = (row.record.ref, row.fact) in live[pk]
            grouped[pk].append(DependentFact(*row, is_live))
    found = [ProfileFacts(companies.get(pk), tuple(facts)) for pk, facts in grouped.items()]
    return tuple(sorted(found, key=_by_name))


def _by_name(profile: ProfileFacts) -> tuple[bool, str]:
    """What is on no profile comes last."""
    return profile.company is None, str(profile.company or "").casefold()


def _profiles_of(tops: dict[UUID, str]) -> dict[UUID, list[Any]]:
    """The id of each record at the top, given with its kind -> companies whose profile it is on."""
    found: dict[UUID, list[Any]] = {
        top: [top] if kind == Company.kind else [] for top, kind in tops.items()
    }
    people = [top for top, kind in tops.items() if kind != Company.kind]
    roles = Role.objects.filter(person__in=people).order_by().distinct()
    for person, company in roles.values_list("person_id", "company_id"):
        found[person].append(company)
    return found


def _companies(pks: set[UUID]) -> dict[UUID | None, NamedCompany]:
    rows = Company.objects.filter(pk__in=pks).order_by().values_list("pk", "name")
    return {pk: NamedCompany(pk, name) for pk, name in rows}


def _live_facts(
    profiles: Iterable[UUID | None], keys: set[str]
) -> dict[UUID | None, set[tuple[str, str]]]:
    releases = Release.objects.live().filter(profile__in=list(profiles)).order_by()
    found: dict[UUID | None, set[tuple[str, str]]] = defaultdict(set)
    for profile, document in releases.values_list("profile", "submission__document"):
        found[profile] = facts_naming(bytes(document), keys)
    return found
