"""What a machine found about a quote, and that a person looked again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format

from profiles.models.claims import Citation, Claim
from profiles.models.sources import Capture


class QuoteCheck(models.Model):
    """Whether one capture holds a citation's quote, and whether the quote says the claim's value.

    A citation is checked against its own capture and against every later one of its source. Where
    there is no captured text or no quote, there is no check: nothing that was skipped reads as a
    pass. Computed, never edited: it may be deleted and made again at any time.
    """

    class Outcome(models.TextChoices):
        EXACT = "exact", "Found word for word"
        NORMALISED = "normalised", "Found, but for typography"
        FINGERPRINT = "fingerprint", "Found by fingerprint of the full text"
        ELSEWHERE = "elsewhere", "Found in another capture only"
        MISSING = "missing", "Not found"

    class Says(models.TextChoices):
        AGREES = "agrees", "The quote says the value"
        DISAGREES = "disagrees", "The quote says another value"
        ABSENT = "absent", "The quote names no value"
        UNREAD = "unread", "The quote names a value that could not be read"

    citation = models.ForeignKey(Citation, on_delete=models.CASCADE, related_name="checks")
    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="checks")
    outcome = models.CharField(max_length=20, choices=Outcome)
    rules = models.CharField(max_length=200, blank=True, help_text="What was evened out to find it")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    says = models.CharField(max_length=20, choices=Says, default=Says.ABSENT)
    checked_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["citation", "capture"],
                name="quote_checked_once_per_capture",
                violation_error_message="This quote was looked for in this capture already.",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["exact", "normalised"], start__isnull=False)
                | Q(outcome__in=["fingerprint", "elsewhere", "missing"], start=None),
                name="found_quote_has_a_place",
                violation_error_message="A quote that was found says where.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.citation}: {self.get_outcome_display()}"


class Confirmation(models.Model):
    """Somebody looked again and found the value unchanged. To have opened a page is none."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="confirmations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["claim", "at"]

    def __str__(self) -> str:
        return f"{self.claim}, confirmed on {date_format(self.at)}"
