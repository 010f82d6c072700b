"""Money: rounds, who invested in them, what the company was said to be worth, and its metrics."""

from django.db import models

from profiles.models.bodies.companies import Company
from profiles.models.fields import PartialDateField, QuantityField
from profiles.models.limits import has_happened, is_a_share
from profiles.models.records import Body, Record
from profiles.values.canonical import in_words


class FundingRound(Body):
    """One financing event; debt is one too. Native amount and printed conversion are two facts."""

    kind = "round"

    class Instrument(models.TextChoices):
        EQUITY = "equity", "Equity"
        DEBT = "debt", "Debt"
        CONVERTIBLE = "convertible", "Convertible"
        MIXED = "mixed", "Equity and debt"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="rounds")
    label = models.CharField(
        max_length=100, blank=True, help_text="As reported, e.g. Series A; blank if it has none"
    )
    extends = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="extensions",
        help_text="The round that this one adds to",
    )
    date = PartialDateField(blank=True, default="", validators=[has_happened])
    amount = QuantityField(unit="money", blank=True, default="")
    amount_converted = QuantityField(
        "converted amount",
        unit="money",
        blank=True,
        default="",
        help_text="A conversion that a source printed; never computed here",
    )
    instrument = models.CharField(max_length=20, choices=Instrument, blank=True)
    purpose = models.CharField(max_length=300, blank=True, help_text="Use of proceeds")

    class Meta:
        ordering = ["date_sort", "label"]

    def __str__(self) -> str:
        unnamed = f"round of {in_words(self.date)}".removesuffix(" of ")
        return f"{self.company}: {self.label or unnamed}"

    def key_words(self) -> str:
        return f"{self.company.key} {self.label or f'round {self.date}'}"


class Investment(Body):
    kind = "investment"
    hangs_on = "round"

    class Part(models.TextChoices):
        LEAD = "lead", "Lead"
        PARTICIPANT = "participant", "Participant"
        STRATEGIC = "strategic", "Strategic investor"
        EXISTING = "existing", "Existing investor"

    round = models.ForeignKey(FundingRound, on_delete=models.RESTRICT, related_name="investments")
    investor = models.ForeignKey(
        Record,
        on_delete=models.RESTRICT,
        related_name="investments",
        limit_choices_to={"kind__in": ["company", "person"]},
    )
    part = models.CharField(max_length=20, choices=Part, default=Part.PARTICIPANT)
    amount = QuantityField("own amount", unit="money", blank=True, default="")
    stake = QuantityField(unit="percent", blank=True, default="", validators=[is_a_share])
    standing = models.CharField(
        max_length=100, blank=True, help_text="Among the shareholders, e.g. largest shareholder"
    )

    class Meta:
        ordering = ["part", "record__key"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "investor"],
                name="investor_once_per_round",
                violation_error_message="This investor is already in this round.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.investor} in {self.round}"

    def key_words(self) -> str:
        return f"{self.round.key} {self.investor.key}"


class Valuation(Body):
    kind = "valuation"

    class Basis(models.TextChoices):
        POST_MONEY = "post-money", "Post-money"
        PRE_MONEY = "pre-money", "Pre-money"
        ROUND = "round", "At the round"
        IMPLIED = "implied", "Implied, unchanged"
        SECONDARY = "secondary", "Secondary market"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="valuations")
    round = models.ForeignKey(
        FundingRound,
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="valuations",
    )
    date = PartialDateField(blank=True, default="", validators=[has_happened])
    amount = QuantityField(unit="money")
    amount_converted = QuantityField("converted amount", unit="money", blank=True, default="")
    basis = models.CharField(max_length=20, choices=Basis, default=Basis.ROUND)

    class Meta:
        ordering = ["date_sort"]

    def __str__(self) -> str:
        return f"{self.company} at {in_words(self.amount)}"

    def key_words(self) -> str:
        return f"{self.round.key if self.round else self.company.key} valuation"


class Metric(Body):
    """One point of a series: the same measure at several dates is several metrics."""

    kind = "metric"

    class Form(models.TextChoices):
        ACTUAL = "actual", "Actual"
        TARGET = "target", "Target"
        CHANGE = "change", "Change"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="metrics")
    measure = models.CharField(max_length=100, help_text="e.g. Annual recurring revenue")
    form = models.CharField(max_length=20, choices=Form, default=Form.ACTUAL)
    date = PartialDateField(blank=True, default="")
    value = QuantityField()
    definition = models.CharField(max_length=300, blank=True, help_text="What is counted")

    class Meta:
        ordering = ["measure", "date_sort"]

    def __str__(self) -> str:
        return f"{self.company}: {self.measure} {in_words(self.date)}".strip()

    def key_words(self) -> str:
        return f"{self.company.key} {self.measure} {self.date}"
