"""What somebody says about a company, kept as their word: never a fact of its own."""

from django.db import models

from profiles.models.companies import Company
from profiles.models.records import Body, Record


class Statement(Body):
    """One line of a list: a strategy, a risk, an opinion. Readers see whose word it is."""

    kind = "statement"

    class Topic(models.TextChoices):
        STRATEGY = "strategy", "Strategy"
        MARKET = "go-to-market", "Go-to-market"
        ADVANTAGE = "advantage", "Competitive advantages"
        INDUSTRY = "industry", "Target industries"
        USE_CASE = "use-case", "Use cases"
        SEGMENT = "segment", "Customer segments"
        RESEARCH = "research", "Research themes"
        VALUE = "value", "Values"
        RISK = "risk", "Risks"
        RECORD = "record", "Records claimed"
        PERFORMANCE = "performance", "Performance and adoption claimed"
        OPINION = "opinion", "Opinions and comparisons"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="statements")
    about = models.ForeignKey(
        Record,
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="statements",
        limit_choices_to={"kind__in": ["company", "person", "product", "round"]},
        help_text="A product, a person or a round; blank for the company",
    )
    topic = models.CharField(max_length=20, choices=Topic)
    text = models.CharField(max_length=500)
    attributed_to = models.CharField(
        max_length=200, blank=True, help_text="Whose word it is, if not only the source's"
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["topic", "order"]

    def __str__(self) -> str:
        return self.text[:80]

    def key_words(self) -> str:
        return f"{self.company.key} {self.topic} {self.text[:60]}"
