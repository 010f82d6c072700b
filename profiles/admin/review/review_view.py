"""A submission as one reviewer sees it: every change as a line, and one of them whole."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.models import User

from profiles.admin.review.change_list import ChangeList, Line, change_list
from profiles.admin.review.changes import Change, change_of
from profiles.document.schema import Document, decode
from profiles.models import Query, Submission
from profiles.review.changed_facts import (
    ChangedFact,
    changed_facts,
    changes_of,
    document_of,
    submission_before,
)
from profiles.review.looks import looks_of


@dataclass(frozen=True, slots=True)
class Focus:
    """The chosen change, whole."""

    line: Line
    change: Change
    previous: Line | None
    next: Line | None
    rest: list[Line]
    queries: list[Query]


@dataclass(frozen=True, slots=True)
class ReviewView:
    before: Document | None
    after: Document
    changes: ChangeList
    queries: list[Query]
    """Of this submission and, while they are open, of earlier ones."""
    earlier: Submission | None
    taken_back: int
    """Changes of the earlier submission that this one has no more."""

    @property
    def open_queries(self) -> list[Query]:
        return [query for query in self.queries if query.is_open]

    def focus(self, number: str) -> Focus | None:
        line = self.changes.chosen(number)
        if line is None:
            return None
        previous, following = self.changes.beside(line)
        difference = line.changed.difference
        return Focus(
            line=line,
            change=change_of(difference, self.before, self.after),
            previous=previous,
            next=following,
            rest=self.changes.of_record(line),
            queries=[query for query in self.queries if _is_about(query, line.changed)],
        )


def review_of(submission: Submission, user: User, *, show: str = "") -> ReviewView:
    before, after = document_of(submission.base), decode(bytes(submission.document))
    changes = changed_facts(before, after)
    earlier = submission_before(submission)
    known = {each.hash for each in changes_of(earlier)} if earlier else None
    queries = queries_about(submission)
    asked = Counter(
        each.hash
        for query in queries
        if query.is_open
        for each in changes
        if _is_about(query, each)
    )
    lines = change_list(
        changes,
        after,
        looks=looks_of(user, submission),
        queries=asked,
        known=known,
        show=show,
    )
    taken_back = len((known or set()) - {each.hash for each in changes})
    return ReviewView(before, after, lines, queries, earlier, taken_back)


def queries_about(submission: Submission) -> list[Query]:
    """This submission's, and what is still open of earlier ones."""
    profile = Query.objects.filter(
        submission__profile=submission.profile_id, submission__pk__lte=submission.pk
    )
    return [
        query
        for query in profile.for_desk()
        if query.is_open or query.submission_id == submission.pk
    ]


def _is_about(query: Query, changed: ChangedFact) -> bool:
    """The same fact, however it changes now; without one, the very change."""
    if not query.fact:
        return query.change == changed.hash
    return (query.ref, query.fact) == (changed.difference.ref, changed.fact)
