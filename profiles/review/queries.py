"""Questions about single changes: a reviewer asks and closes, whoever edits answers."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from profiles.models import Answer, Closing, Query, Submission
from profiles.review.changed_facts import changes_of
from profiles.review.looks import check_can_look
from profiles.review.policies import Refused, check_permission

LONGEST = 1000


@transaction.atomic
def ask(*, submission: Submission, change: str, text: str, by: User) -> Query:
    """Ask about one change, named by its hash. Raises `Refused`."""
    check_can_look(submission=submission, by=by)
    words = _said(text, "Write what you want to know.")
    found = next((each for each in changes_of(submission) if each.hash == change), None)
    if not found:
        raise Refused("This change is not in the submission. Open the review again.")
    difference = found.difference
    return Query.objects.create(
        submission=submission,
        change=change,
        ref=difference.ref,
        fact=found.fact,
        label=f"{difference.record[:200]}, {difference.label[:90]}",
        text=words,
        by=by,
        at=timezone.now(),
    )


@transaction.atomic
def answer(*, query: Query, text: str, by: User) -> Answer:
    """Raises `Refused`; the query stays open until the reviewer closes it."""
    if not by.has_perm("profiles.review_submission"):
        check_permission(by=by, permission="submit_profile", action="answer queries")
    words = _said(text, "Write an answer.")
    _check_is_open(query)
    return Answer.objects.create(query=query, text=words, by=by, at=timezone.now())


@transaction.atomic
def close(*, query: Query, by: User) -> Closing:
    """Say that the query is settled. Raises `Refused`."""
    check_permission(by=by, permission="review_submission", action="close queries")
    _check_is_open(query)
    return Closing.objects.create(query=query, by=by, at=timezone.now())


def _said(text: str, otherwise: str) -> str:
    words = text.strip()
    if not words:
        raise Refused(otherwise)
    if len(words) > LONGEST:
        raise Refused(f"Say it in at most {LONGEST} characters; this has {len(words)}.")
    return words


def _check_is_open(query: Query) -> None:
    """Of two people who settle it at once, the second sees the first."""
    Query.objects.select_for_update().get(pk=query.pk)
    if not Query.objects.open().filter(pk=query.pk).exists():
        raise Refused("This query is settled already.")
