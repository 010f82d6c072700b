"""What stands between a profile and its submission."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format

from profiles.document.loading import LoadedProfile
from profiles.models import Company
from profiles.provenance.claims.evidence_state import Evidence, State
from profiles.provenance.claims.freshness import known_on, overdue
from profiles.provenance.claims.reopening import with_later_evidence
from profiles.provenance.quotes.verdicts import quote_troubles
from profiles.review.findings import Check, Finding, Profile, Severity
from profiles.review.plausibility import PLAUSIBILITY
from profiles.values.footnotes import footnote_keys, paragraphs_resting_on, uncited_paragraphs


def required_facts_are_cited(profile: Profile) -> Iterator[Finding]:
    for entry in profile.entries:
        for fact in entry.record_type.facts:
            state = entry.evidence[fact.name].state
            label = entry.record_type.label_of(fact.name)
            if fact.required and state == State.EMPTY:
                yield entry.finding(
                    Severity.ERROR,
                    "missing",
                    fact.name,
                    f"{label} is missing: fill it and cite it.",
                )
            elif fact.required and state == State.UNCITED:
                yield entry.finding(
                    Severity.ERROR, "uncited", fact.name, f"{label} has no source: cite one."
                )
            elif fact.required and state == State.WAITING:
                yield entry.finding(
                    Severity.ERROR,
                    "undecided",
                    fact.name,
                    f"Nobody has accepted a value for {label}: accept one.",
                )


LEFT_OUT = {
    State.UNCITED: "has no source",
    State.WAITING: "has sources but no accepted value",
}


def expected_facts_are_known(profile: Profile) -> Iterator[Finding]:
    for entry in profile.entries:
        for fact in entry.record_type.facts:
            if fact.expected and entry.evidence[fact.name].state == State.EMPTY:
                label = entry.record_type.label_of(fact.name)
                yield entry.finding(
                    Severity.WARNING,
                    "unknown",
                    fact.name,
                    f"{label} is not known, and readers look for it: is there a source?",
                )


def uncited_facts_stay_out(profile: Profile) -> Iterator[Finding]:
    for entry in profile.entries:
        for fact in entry.record_type.facts:
            state = entry.evidence[fact.name].state
            if not fact.required and state in LEFT_OUT:
                label = entry.record_type.label_of(fact.name)
                yield entry.finding(
                    Severity.WARNING,
                    "left-out",
                    fact.name,
                    f"{label} {LEFT_OUT[state]} and will not be published.",
                )


def rivals_are_ruled_on(profile: Profile) -> Iterator[Finding]:
    for entry in profile.entries:
        for name, evidence in entry.evidence.items():
            if evidence.state == State.CONTESTED:
                values = ", ".join(
                    f"“{entry.in_words(name, claim.value)}”" for claim in evidence.open
                )
                yield entry.finding(
                    Severity.ERROR, "open", name, f"Nobody has ruled on {values}: accept one."
                )


def rulings_have_seen_the_evidence(profile: Profile) -> Iterator[Finding]:
    entries = {entry.body.pk: entry for entry in profile.entries}
    ruled = [each for entry in profile.entries for each in entry.evidence.values() if each.accepted]
    for evidence in with_later_evidence(ruled):
        if evidence.reopened_by:
            yield entries[evidence.body.pk].finding(
                Severity.WARNING,
                "reopened",
                evidence.fact.name,
                f"Ruled before new evidence: {' '.join(evidence.reopened_by)} Decide again.",
            )


def values_match_their_claims(profile: Profile) -> Iterator[Finding]:
    for entry in profile.entries:
        for name, evidence in entry.evidence.items():
            if evidence.state == State.CHANGED:
                cited = evidence.accepted.value if evidence.accepted else ""
                yield entry.finding(
                    Severity.ERROR,
                    "changed",
                    name,
                    f"The value is “{entry.in_words(name, evidence.value)}” but its source was "
                    f"cited for “{entry.in_words(name, cited)}”: "
                    "cite the new value or restore the old one.",
                )


def sources_stand(profile: Profile) -> Iterator[Finding]:
    """A retracted source supports nothing: neither a value nor a paragraph."""
    for entry in profile.entries:
        for name, evidence in entry.evidence.items():
            if evidence.state == State.RETRACTED:
                sources = ", ".join(f"“{source}”" for source in evidence.supporting)
                yield entry.finding(
                    Severity.ERROR,
                    "retracted",
                    name,
                    f"Retracted is whatever supports it ({sources}): cite another source.",
                )
            for paragraph in _fallen_paragraphs(evidence, profile):
                yield entry.finding(
                    Severity.ERROR,
                    "retracted",
                    name,
                    f"Every source of the paragraph “{paragraph[:40]} …” is retracted: "
                    "cite another source.",
                )


def _fallen_paragraphs(evidence: Evidence, profile: Profile) -> list[str]:
    if not evidence.fact.prose:
        return []
    return paragraphs_resting_on(evidence.value, profile.fallen_keys)


def quotes_are_there(profile: Profile) -> Iterator[Finding]:
    """Whether a quote says the value is read by rule, and may err: that stops no submission."""
    for entry in profile.entries:
        for name, evidence in entry.evidence.items():
            missing = [each for each in evidence.misquoted if each.is_missing]
            others = [each for each in evidence.misquoted if not each.is_missing]
            for severity, some in ((Severity.ERROR, missing), (Severity.WARNING, others)):
                if some:
                    remedy = "Correct the quote, or cite another place."
                    message = f"{quote_troubles(some)} {remedy}"
                    yield entry.finding(severity, "misquoted", name, message)


def quotes_are_there_still(profile: Profile) -> Iterator[Finding]:
    for entry in profile.entries:
        for name, evidence in entry.evidence.items():
            if evidence.drifted:
                yield entry.finding(
                    Severity.ERROR,
                    "drifted",
                    name,
                    f"{quote_troubles(evidence.drifted)} Cite what it says now, confirm the value, "
                    "or decide again.",
                )


def footnotes_resolve(profile: Profile) -> Iterator[Finding]:
    for entry in profile.entries:
        for name, evidence in entry.evidence.items():
            if evidence.fact.prose:
                for key in footnote_keys(evidence.value):
                    if key not in profile.source_keys:
                        yield entry.finding(
                            Severity.ERROR,
                            "footnote",
                            name,
                            f"[^{key}] names no source: correct the key or add the source.",
                        )


def every_paragraph_is_cited(profile: Profile) -> Iterator[Finding]:
    for entry in profile.entries:
        for name, evidence in entry.evidence.items():
            if evidence.fact.prose and evidence.sources:
                for paragraph in uncited_paragraphs(evidence.value):
                    yield entry.finding(
                        Severity.ERROR,
                        "paragraph",
                        name,
                        f"The paragraph “{paragraph[:40]} …” has no footnote: cite a source in it.",
                    )


def values_are_fresh(profile: Profile) -> Iterator[Finding]:
    """A value past its day may still be right: somebody has to look again and say so."""
    today = timezone.localdate()
    for entry in profile.entries:
        for evidence in entry.evidence.values():
            known = known_on(evidence.accepted) if evidence.accepted else None
            if known and evidence.publishable and overdue(evidence, today):
                label = entry.record_type.label_of(evidence.fact.name)
                day = date_format(known)
                yield entry.finding(
                    Severity.WARNING,
                    "stale",
                    evidence.fact.name,
                    f"{label} was last known on {day}: look again, and confirm or correct it.",
                )


def citations_give_a_place(profile: Profile) -> Iterator[Finding]:
    """One line for all of them: the report names each."""
    bare = [
        evidence
        for entry in profile.entries
        for evidence in entry.evidence.values()
        if evidence.placeless
    ]
    if bare:
        facts = "fact has a citation" if len(bare) == 1 else "facts have citations"
        company = next(iter(profile.of(Company)))
        yield company.finding(
            Severity.WARNING,
            "placeless",
            "",
            f"{len(bare)} {facts} with neither a quote nor a place: nobody can look it up.",
        )


CHECKS: tuple[Check, ...] = (
    required_facts_are_cited,
    rivals_are_ruled_on,
    rulings_have_seen_the_evidence,
    values_match_their_claims,
    sources_stand,
    quotes_are_there,
    quotes_are_there_still,
    footnotes_resolve,
    every_paragraph_is_cited,
    *PLAUSIBILITY,
    values_are_fresh,
    citations_give_a_place,
    expected_facts_are_known,
    uncited_facts_stay_out,
)


def check(company: Company) -> list[Finding]:
    """Everything the checks find, errors first."""
    return check_loaded(LoadedProfile(company))


def check_loaded(loaded: LoadedProfile) -> list[Finding]:
    """The same, of what was loaded already."""
    profile = Profile(loaded)
    findings = [finding for run in CHECKS for finding in run(profile)]
    return sorted(findings, key=lambda finding: finding.severity != Severity.ERROR)
