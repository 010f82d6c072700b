"""What a company agrees with others, and the money it plans to spend: never money raised."""

from django.db import models

from profiles.models.bodies.companies import Company
from profiles.models.bodies.funding import FundingRound
from profiles.models.fields import PartialDateField, QuantityField
from profiles.models.records import Body, Record


class Deal(Body):
    kind = "deal"

    class Form(models.TextChoices):
        ACQUISITION = "acquisition", "Acquisition"
        PARTNERSHIP = "partnership", "Partnership"
        VENTURE = "joint-venture", "Joint venture"
        CUSTOMER = "customer", "Customer"
        PLAN = "investment-plan", "Planned investment"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="deals")
    title = models.CharField(max_length=200, help_text="e.g. Partnership with ASML")
    form = models.CharField(max_length=20, choices=Form, default=Form.PARTNERSHIP)
    date = PartialDateField(blank=True, default="")
    scope = models.CharField(max_length=300, blank=True, help_text="What it is about")
    place = models.CharField(max_length=200, blank=True)
    sequence = models.CharField(
        max_length=100, blank=True, help_text="Its place among others, e.g. first acquisition"
    )
    rationale = models.CharField(max_length=300, blank=True, help_text="Why, as the source says")
    round = models.ForeignKey(
        FundingRound,
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="deals",
        help_text="The round that it came with",
    )
    amount = QuantityField(unit="money", blank=True, default="")
    amount_converted = QuantityField("converted amount", unit="money", blank=True, default="")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "date_sort", "title"]

    def __str__(self) -> str:
        return self.title

    def key_words(self) -> str:
        return f"{self.company.key} {self.title}"


class Party(Body):
    """One of the others in a deal."""

    kind = "party"
    hangs_on = "deal"

    class Part(models.TextChoices):
        PARTNER = "partner", "Partner"
        TARGET = "target", "Acquired company"
        CUSTOMER = "customer", "Customer"
        SUPPLIER = "supplier", "Supplier"

    deal = models.ForeignKey(Deal, on_delete=models.RESTRICT, related_name="parties")
    who = models.ForeignKey(
        Record,
        on_delete=models.RESTRICT,
        related_name="deals",
        limit_choices_to={"kind__in": ["company", "person"]},
    )
    part = models.CharField(max_length=20, choices=Part, default=Part.PARTNER)
    description = models.CharField(max_length=300, blank=True, help_text="What the party does")

    class Meta:
        verbose_name_plural = "parties"
        ordering = ["part", "record__key"]
        constraints = [
            models.UniqueConstraint(
                fields=["deal", "who"],
                name="party_once_per_deal",
                violation_error_message="This party is already in this deal.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.who} in {self.deal}"

    def key_words(self) -> str:
        return f"{self.deal.key} {self.who.key}"
