"""What people say of single changes while a submission is in review. Rows are only ever added."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q

from profiles.models.immutable import Immutable, ImmutableQuerySet
from profiles.models.submissions import Review, Submission

HASH = 64  # SHA-256 in hexadecimal


class Nature(models.TextChoices):
    """Why a published value changes."""

    CORRECTION = "correction", "Correction: we were wrong"
    UPDATE = "update", "Update: the world changed"


class CoveringNote(Immutable):
    """What an editor sends with a submission, besides the note that readers see."""

    submission = models.OneToOneField(
        Submission, primary_key=True, on_delete=models.PROTECT, related_name="covering"
    )
    reply = models.TextField(blank=True, max_length=2000, help_text="Only the desk reads it")
    natures = models.JSONField(default=dict, help_text="`kind/key fact`: correction or update")

    def __str__(self) -> str:
        return f"With {self.submission}"


class Look(Immutable):
    """That a reviewer has seen one change, and whether they accept it. The latest row counts.

    `change` is the hash of what they saw, so it holds for the same change of a later submission.
    """

    class Outcome(models.TextChoices):
        SEEN = "seen", "Seen"
        ACCEPTED = "accepted", "Accepted"

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="looks")
    change = models.CharField(max_length=HASH)
    outcome = models.CharField(max_length=10, choices=Outcome)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["seen", "accepted"]) & ~Q(change=""),
                name="look_says_at_what_and_how",
                violation_error_message="A look is at one change, which is seen or accepted.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} by {self.by}"


def _is_open() -> Q:
    """Neither closed nor settled by a later approval of the profile."""
    approved = Review.objects.filter(
        decision=Review.Decision.APPROVE,
        submission__profile=OuterRef("submission__profile"),
        at__gte=OuterRef("at"),
    )
    return ~Q(Exists(approved)) & Q(closing=None)


class QueryQuerySet(ImmutableQuerySet):
    def with_state(self) -> Self:
        return self.annotate(is_open=ExpressionWrapper(_is_open(), models.BooleanField()))

    def open(self) -> Self:
        return self.filter(_is_open())

    def for_desk(self) -> Self:
        people = self.with_state().select_related(
            "by", "closing__by", "submission__profile__company"
        )
        return people.prefetch_related("answers__by")


class Query(Immutable):
    """A reviewer's question about one change; it stands at its fact until it is settled."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="queries")
    change = models.CharField(max_length=HASH)
    ref = models.CharField(max_length=200, help_text="`kind/key` of the record")
    fact = models.CharField(max_length=100, blank=True)
    label = models.CharField(max_length=300, help_text="Record and fact in people's words")
    text = models.TextField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = QueryQuerySet.as_manager()  # type: ignore[misc]
    is_open: bool
    """Where `with_state` says so."""

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "queries"
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(change=""),
                name="query_asks_something_of_a_change",
                violation_error_message="A query asks something about one change.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.text[:60]}"


class Answer(Immutable):
    query = models.ForeignKey(Query, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="answer_says_something",
                violation_error_message="An answer says something.",
            )
        ]

    def __str__(self) -> str:
        return f"Answer by {self.by}"


class Closing(Immutable):
    """That a reviewer is content with a query."""

    query = models.OneToOneField(
        Query, primary_key=True, on_delete=models.PROTECT, related_name="closing"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Closed by {self.by}"
