"""Submitting with what goes along: a reply that only the desk reads, and why each value changes."""

from collections.abc import Mapping

from django.contrib.auth.models import User

from profiles.document.diff import Kind
from profiles.models import Company, CoveringNote, Nature, Release, Submission
from profiles.review.actions import submit
from profiles.review.changed_facts import ChangedFact, changes_of
from profiles.review.one_view import one_view
from profiles.review.policies import Refused

LONGEST = 2000


@one_view
def submit_with(
    *, company: Company, by: User, note: str, reply: str, natures: Mapping[str, str]
) -> Submission:
    """Raises `Refused`. `natures`: for each changed value, by `nature_key`, a `Nature`."""
    if len(reply) > LONGEST:
        raise Refused(f"Reply in at most {LONGEST} characters; this has {len(reply)}.")
    submission = submit(company=company, by=by, note=note)
    restated = [nature_key(each) for each in changes_of(submission) if is_restated(each)]
    missing = [key for key in restated if natures.get(key) not in Nature.values]
    if missing:
        raise Refused(
            "Say of each changed value whether it is a correction or an update: "
            f"{len(missing)} of {len(restated)} are open."
        )
    CoveringNote.objects.create(
        submission=submission, reply=reply.strip(), natures={key: natures[key] for key in restated}
    )
    return submission


def is_restated(changed: ChangedFact) -> bool:
    """Whether readers have seen another value of this fact."""
    difference = changed.difference
    return difference.kind == Kind.CHANGED and difference.fact_after is not None


def nature_key(changed: ChangedFact) -> str:
    return f"{changed.difference.ref} {changed.fact}"


def nature_of(submission: Submission, changed: ChangedFact) -> str:
    """The editor's reason in words; empty where none was asked for."""
    covering = getattr(submission, "covering", None)
    chosen = covering.natures.get(nature_key(changed)) if covering else None
    return Nature(chosen).label if chosen else ""


def suggested_nature(changed: ChangedFact) -> Nature:
    """A later as-of date suggests that the world changed; anything else, that we were wrong."""
    before, after = changed.difference.fact_before, changed.difference.fact_after
    then = before.claim.as_of if before and before.claim else ""
    now = after.claim.as_of if after and after.claim else ""
    return Nature.UPDATE if now > then else Nature.CORRECTION


def returned_before(company: Company, base: Release | None) -> Submission | None:
    """The newest try on the same release, if it came back."""
    tries = company.record.submissions.for_desk().filter(base=base)
    newest = tries.order_by("-pk").first()
    came_back = newest and any(each.decision == "return" for each in newest.reviews.all())
    return newest if came_back else None
