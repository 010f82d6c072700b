"""What rests on a source, and what would be left without support if it went."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from profiles.models import Claim, Company, Faq, Record, Release, Role, Section, Source, Stance
from profiles.models.sources import ORIGINS
from profiles.provenance.published import facts_naming
from profiles.provenance.witnesses import followers, stands
from profiles.values.footnotes import footnote_keys, paragraphs_resting_on

PROSE: tuple[tuple[Any, str], ...] = ((Section, "body"), (Faq, "answer"))


@dataclass(frozen=True, slots=True)
class Resting:
    """One fact with the value that the source gives it; `decision` is empty for prose."""

    record: Record
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

    company: Company | None
    facts: tuple[Resting, ...]

    @property
    def live(self) -> int:
        return len({fact.place for fact in self.facts if fact.is_live})

    @property
    def draft(self) -> int:
        return len({fact.place for fact in self.facts if not fact.is_live})


@dataclass(frozen=True, slots=True)
class BlastRadius:
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


def resting_on(source: Source) -> tuple[ProfileFacts, ...]:
    """Every fact that cites it, accepted or rival, by profile; the queries are always as many."""
    claims = Claim.objects.filter(citations__capture__source=source).distinct()
    prose = ((record, fact, text) for record, fact, text in _prose_naming({source.key}))
    return _by_profile(_claimed(claims), prose, {source.key})


def blast_radius(source: Source) -> BlastRadius:
    """What nothing supports once this source and whatever copies or follows it is gone.

    Another source counts if it is in force and neither copies nor follows this one. What has no
    support already is not counted again; a fact that is cited with another goes with that one.
    """
    fallen = {source.pk: source.key} | followers(source)
    claims = Claim.objects.accepted().filter(
        citations__capture__source__in=fallen, citations__stance=Stance.SUPPORTS
    )
    lost = [claim for claim in claims.distinct().with_evidence() if _loses(claim, fallen)]
    keys = set(fallen.values())
    with_record = Claim.objects.filter(pk__in=[claim.pk for claim in lost])
    return BlastRadius(_by_profile(_claimed(with_record), _prose_losing(keys), keys))


def _loses(claim: Claim, fallen: dict[int, str]) -> bool:
    supporting = [
        citation.capture.source
        for citation in claim.citations.all()
        if citation.stance == Stance.SUPPORTS
    ]
    standing = [each for each in supporting if stands(each)]
    return bool(standing) and all(each.pk in fallen for each in standing)


def _prose_naming(keys: set[str]) -> Iterator[tuple[Record, str, str]]:
    for model, fact in PROSE:
        condition = Q()
        for key in keys:
            condition |= Q(**{f"{fact}__contains": f"[^{key}]"})
        rows = model.objects.filter(condition).select_related("record__owner__owner")
        for body in rows:
            yield body.record, fact, getattr(body, fact)


def _prose_losing(keys: set[str]) -> Iterator[tuple[Record, str, str]]:
    """Texts with a paragraph that has a footnote now and, with these sources gone, has none."""
    texts = list(_prose_naming(keys))
    named = {key for _, _, text in texts for key in footnote_keys(text)}
    sources = Source.objects.filter(key__in=named).select_related(*ORIGINS)
    gone = {source.key for source in sources if not stands(source)}
    for record, fact, text in texts:
        after = paragraphs_resting_on(text, gone | keys)
        if len(after) > len(paragraphs_resting_on(text, gone)):
            yield record, fact, text


def _claimed(claims: Any) -> Iterator[Resting]:
    for claim in claims.select_related("record__owner__owner").order_by("record__key", "fact"):
        yield Resting(claim.record, claim.fact, claim.value, claim.decision)


def _by_profile(
    claimed: Iterable[Resting], prose: Iterable[tuple[Record, str, str]], keys: set[str]
) -> tuple[ProfileFacts, ...]:
    facts = [*claimed, *(Resting(record, fact, text) for record, fact, text in prose)]
    profiles = _profiles_of({_top(fact.record) for fact in facts})
    companies = Company.objects.select_related("record").in_bulk(
        [pk for some in profiles.values() for pk in some]
    )
    live = _live_facts(list(companies), keys)
    grouped: dict[Any, list[Resting]] = {}
    for fact in facts:
        for pk in profiles[_top(fact.record).pk] or [None]:
            is_live = fact.place in live.get(pk, ())
            grouped.setdefault(pk, []).append(
                Resting(fact.record, fact.fact, fact.value, fact.decision, is_live)
            )
    found = [ProfileFacts(companies.get(pk), tuple(rows)) for pk, rows in grouped.items()]
    return tuple(sorted(found, key=_by_name))


def _by_name(profile: ProfileFacts) -> tuple[bool, str]:
    """What is on no profile comes last."""
    return profile.company is None, str(profile.company or "").casefold()


def _top(record: Record) -> Record:
    return _top(record.owner) if record.owner else record


def _profiles_of(tops: set[Record]) -> dict[Any, list[Any]]:
    """The id of each record at the top -> the companies on whose profile it is."""
    found: dict[Any, list[Any]] = {
        top.pk: [top.pk] if top.kind == Company.kind else [] for top in tops
    }
    people = [top.pk for top in tops if top.kind != Company.kind]
    roles = Role.objects.filter(person__in=people).order_by().distinct()
    for person, company in roles.values_list("person_id", "company_id"):
        found[person].append(company)
    return found


def _live_facts(profiles: list[Any], keys: set[str]) -> dict[Any, set[tuple[str, str]]]:
    releases = Release.objects.live().filter(profile__in=profiles).select_related("submission")
    return {
        release.profile_id: facts_naming(bytes(release.submission.document), keys)
        for release in releases
    }
