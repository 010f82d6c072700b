"""Claims and citations: who says which value, and where."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import MD5

from profiles.models.fields import PartialDateField
from profiles.models.history import EditHistory
from profiles.models.records import Record
from profiles.models.sources import ORIGINS, Capture, Source


class Status(models.TextChoices):
    CONFIRMED = "confirmed", "Confirmed"
    REPORTED = "reported", "Reported"
    RUMOURED = "rumoured", "Rumoured"
    PROJECTED = "projected", "Projected"
    DENIED = "denied", "Denied"


class Decision(models.TextChoices):
    OPEN = "open", "Open"
    ACCEPTED = "accepted", "Accepted"
    REJECTED = "rejected", "Not chosen"


class Reason(models.TextChoices):
    """Why a claim was decided as it was; the labels speak for the one that was chosen."""

    UNDISPUTED = "undisputed", "No source disagrees"
    NEWER = "newer", "Newer"
    PRIMARY = "primary", "Primary source"
    PRECISE = "precise", "More precise"
    CORROBORATED = "corroborated", "More independent sources"
    BASIS = "basis", "Different basis or scope"
    CURRENCY = "currency", "Different currency"
    ROUNDING = "rounding", "Rounding"
    RUMOUR = "rumour", "The other is a rumour"
    MISTAKEN = "mistaken", "The other is mistaken"
    OUTDATED = "outdated", "The other is out of date"
    JUDGEMENT = "judgement", "Editor's judgement"

    def said_of(self, decision: str) -> str:
        """The same reason from the side of the claim that it stands on."""
        if decision == Decision.REJECTED:
            return NOT_CHOSEN.get(self, str(self.label))
        return str(self.label)

    @classmethod
    def against(cls) -> list[tuple[str, str]]:
        """Codes and words of the reasons for which a claim is not chosen."""
        reasons = [reason for reason in cls if reason != cls.UNDISPUTED]
        return [(reason.value, reason.said_of(Decision.REJECTED)) for reason in reasons]


NOT_CHOSEN = {
    Reason.UNDISPUTED: "Another value was chosen",
    Reason.NEWER: "Older than the chosen value",
    Reason.PRIMARY: "Not the primary source",
    Reason.PRECISE: "Less precise",
    Reason.CORROBORATED: "Fewer independent sources",
    Reason.RUMOUR: "A rumour",
    Reason.MISTAKEN: "Mistaken",
    Reason.OUTDATED: "Out of date",
}


class Stance(models.TextChoices):
    SUPPORTS = "supports", "Supports"
    CONTRADICTS = "contradicts", "Contradicts"
    CONTEXT = "context", "Context"


CHECKS = Prefetch("checks__capture", Capture.objects.without_texts())


class ClaimQuerySet(models.QuerySet["Claim"]):
    def of_profile(self, profile: Record) -> Self:
        return self.filter(record__in=Record.objects.of_profile(profile).values("pk"))

    def accepted(self) -> Self:
        return self.filter(decision=Decision.ACCEPTED)

    def open(self) -> Self:
        return self.filter(decision=Decision.OPEN)

    def with_evidence(self) -> Self:
        """With citations, captures, sources, their origins, checks and confirmations; no texts.

        Many citations rest on few captures: those are loaded once each, in a query of their own.
        """
        captures = (
            Capture.objects.without_texts()
            .with_later_fingerprints()
            .select_related("source", *(f"source__{path}" for path in ORIGINS))
        )
        places = Citation.objects.select_related("origin").prefetch_related(
            Prefetch("capture", captures), CHECKS
        )
        return self.select_related("decided_by").prefetch_related(
            Prefetch("citations", places), "confirmations__by"
        )


class Claim(models.Model):
    """One value that one source, or several agreeing ones, assert for one fact."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="claims")
    fact = models.CharField(max_length=60)
    value = models.TextField(help_text="In the same form as the fact's own column")
    printed = models.CharField(max_length=300, blank=True, help_text="As the source prints it")
    as_of = PartialDateField(blank=True, default="")
    status = models.CharField(max_length=20, choices=Status, default=Status.REPORTED)
    decision = models.CharField(max_length=20, choices=Decision, default=Decision.OPEN)
    reason = models.CharField(max_length=20, choices=Reason, blank=True)
    note = models.TextField(blank=True, max_length=600, help_text="Shown to readers")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    history = EditHistory()
    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["record", "fact", "decision", "pk"]
        constraints = [
            models.UniqueConstraint(
                "record",
                "fact",
                MD5("value"),
                name="value_claimed_once_per_fact",
                violation_error_message="This value is claimed already: cite it there.",
            ),
            models.UniqueConstraint(
                fields=["record", "fact"],
                condition=Q(decision="accepted"),
                name="one_accepted_claim_per_fact",
                violation_error_message="Another value is accepted: reopen it first.",
            ),
            models.CheckConstraint(
                condition=Q(decision="open", decided_by=None, decided_at=None, reason="")
                | (
                    Q(decision__in=["accepted", "rejected"])
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~Q(reason="")
                ),
                name="decided_claim_says_who_when_and_why",
                violation_error_message="A decision says who, when and why.",
            ),
            models.CheckConstraint(
                condition=~Q(fact="") & ~Q(value=""),
                name="claim_names_a_fact_and_a_value",
                violation_error_message="A claim names a fact and gives a value.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record.ref} {self.fact}: {self.value[:60]}"

    @property
    def looked_at(self) -> datetime | None:
        """When somebody last decided on it, or confirmed it."""
        confirmed = (confirmation.at for confirmation in self.confirmations.all())
        return max(filter(None, [self.decided_at, *confirmed]), default=None)

    def get_reason_display(self) -> str:  # type: ignore[no-redef]  # Django leaves it alone
        """From the side of this claim: what is `Newer` than its rival leaves it `Older than …`."""
        return Reason(self.reason).said_of(self.decision) if self.reason else ""


class CitationQuerySet(models.QuerySet["Citation"]):
    def with_checks(self) -> Self:
        """With captures and what was found in them; captured texts are large, and left out."""
        captures = Capture.objects.without_texts().with_later_fingerprints()
        return self.prefetch_related(Prefetch("capture", captures), CHECKS)


class Citation(models.Model):
    """Where one capture says so: locator and verbatim quote (a W3C TextQuoteSelector)."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="citations")
    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="citations")
    origin = models.ForeignKey(
        Source,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="passed_on",
        help_text="The source that this one names for it: the source behind the source",
    )
    stance = models.CharField(max_length=20, choices=Stance, default=Stance.SUPPORTS)
    locator = models.CharField(max_length=100, blank=True, help_text="Line, section, table cell …")
    exact = models.TextField("quote", blank=True, max_length=1000, help_text="Verbatim words")
    prefix = models.CharField(max_length=100, blank=True)
    suffix = models.CharField(max_length=100, blank=True)

    history = EditHistory()
    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "pk"]
        constraints = [
            models.UniqueConstraint(
                "claim",
                "capture",
                "locator",
                MD5("exact"),
                name="cited_once_per_place",
                violation_error_message="This source is cited here for this value already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.capture} {self.locator}".strip()
