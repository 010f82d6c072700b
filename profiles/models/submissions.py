"""The frozen candidate and what reviewers decided about it."""

from enum import StrEnum
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from profiles.models.immutable import Immutable, ImmutableQuerySet
from profiles.models.records import Record


class SubmissionStatus(StrEnum):
    """Derived from the rows, never stored: see `Submission.status`."""

    WAITING = "waiting for review"
    WITHDRAWN = "withdrawn by its author"
    RETURNED = "returned with comments"
    APPROVED = "approved"
    PUBLISHED = "published"
    UNPUBLISHED = "taken off the public site"


class SubmissionQuerySet(ImmutableQuerySet):
    def waiting(self) -> Self:
        return self.filter(reviews=None, withdrawal=None)

    def for_desk(self) -> Self:
        return self.select_related(
            "profile__company", "submitted_by", "release__unpublishing", "withdrawal", "covering"
        ).prefetch_related("reviews__by", "contributors")


class Submission(Immutable):
    """Canonical JSON of a whole profile with its SHA-256: what a review and a release name."""

    profile = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="submissions")
    document = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    base = models.ForeignKey(
        "Release", null=True, on_delete=models.PROTECT, related_name="successors"
    )
    note = models.TextField(max_length=1000, help_text="What changed, for the reviewer and readers")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="submissions"
    )
    submitted_at = models.DateTimeField()
    made_of = models.BinaryField(
        editable=False, default=b"", help_text="The newest edit of each row it was made from"
    )
    contributors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="+",
        help_text="Everybody whose values, imports or citations are in the change",
    )

    objects = SubmissionQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        ordering = ["-submitted_at", "-pk"]
        permissions = [("submit_profile", "Can submit a profile for review")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(sha256="") & ~Q(note=""),
                name="submission_has_hash_and_note",
                violation_error_message="A submission says in a sentence what changed.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.profile.key} {self.sha256[:12]}"

    @property
    def status(self) -> SubmissionStatus:
        if hasattr(self, "release"):
            is_off = hasattr(self.release, "unpublishing")
            return SubmissionStatus.UNPUBLISHED if is_off else SubmissionStatus.PUBLISHED
        if hasattr(self, "withdrawal"):
            return SubmissionStatus.WITHDRAWN
        decisions = {review.decision for review in self.reviews.all()}
        if Review.Decision.RETURN in decisions:
            return SubmissionStatus.RETURNED
        if Review.Decision.APPROVE in decisions:
            return SubmissionStatus.APPROVED
        return SubmissionStatus.WAITING


class Review(Immutable):
    class Decision(models.TextChoices):
        APPROVE = "approve", "Approved"
        RETURN = "return", "Returned with comments"

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="reviews")
    decision = models.CharField(max_length=20, choices=Decision)
    comment = models.TextField(blank=True, max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        permissions = [("review_submission", "Can approve and return submissions")]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="approve") | (Q(decision="return") & ~Q(comment="")),
                name="a_return_says_why",
                violation_error_message="Say what has to change before this can be approved.",
            ),
            models.UniqueConstraint(
                fields=["submission", "by"],
                name="one_review_per_person",
                violation_error_message="This person has decided on this submission already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()} by {self.by}"


class Withdrawal(Immutable):
    """Its author took a submission back before it was public."""

    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, related_name="withdrawal"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True, max_length=1000, help_text="For the reviewers")

    def __str__(self) -> str:
        return f"{self.submission} withdrawn"
