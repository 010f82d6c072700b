"""What a submission changes, one fact each, named by the hash of what a reviewer sees of it."""

from dataclasses import dataclass
from hashlib import sha256

import msgspec

from profiles.document.diff import Difference, differences
from profiles.document.schema import Document, decode
from profiles.models import Release, Submission


@dataclass(frozen=True, slots=True)
class ChangedFact:
    number: int
    """Its place in the list, from 1."""
    hash: str
    difference: Difference

    @property
    def fact(self) -> str:
        """The fact's name; empty for relations, places and sources."""
        stated = self.difference.fact_after or self.difference.fact_before
        return stated.name if stated else ""


def document_of(release: Release | None) -> Document | None:
    return decode(bytes(release.submission.document)) if release else None


def changed_facts(before: Document | None, after: Document) -> list[ChangedFact]:
    return [
        ChangedFact(number, _hash(difference), difference)
        for number, difference in enumerate(differences(before, after), start=1)
    ]


def changes_of(submission: Submission) -> list[ChangedFact]:
    return changed_facts(document_of(submission.base), decode(bytes(submission.document)))


def _hash(difference: Difference) -> str:
    return sha256(msgspec.json.encode(difference)).hexdigest()


def submission_before(submission: Submission) -> Submission | None:
    """The earlier try on the same release, which a reviewer may have looked at."""
    earlier = Submission.objects.for_desk().filter(
        profile=submission.profile_id, base=submission.base_id, pk__lt=submission.pk
    )
    return earlier.order_by("-pk").first()
