"""What is told in words: prose, in Markdown with `[^source-key]` marks, and lines of others."""

from django.db import models

from profiles.models.bodies.companies import Company
from profiles.models.records import Body, Record

FOOTNOTE_HELP = "Markdown. Cite a source with its key: [^techcrunch-2026]"


class Section(Body):
    kind = "section"

    class Form(models.TextChoices):
        SECTION = "section", "Section"
        CALLOUT = "callout", "Call-out, outside of the contents"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="sections")
    form = models.CharField(max_length=20, choices=Form, default=Form.SECTION)
    heading = models.CharField(max_length=200)
    body = models.TextField(help_text=FOOTNOTE_HELP, max_length=20_000)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "heading"]

    def __str__(self) -> str:
        return self.heading

    def key_words(self) -> str:
        return f"{self.company.key} {self.heading}"


class Faq(Body):
    kind = "faq"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="faqs")
    question = models.CharField(max_length=300)
    answer = models.TextField(help_text=FOOTNOTE_HELP, max_length=20_000)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "question"
        ordering = ["order", "question"]

    def __str__(self) -> str:
        return self.question

    def key_words(self) -> str:
        return f"{self.company.key} {self.question}"


class Statement(Body):
    """What somebody says about a company, one line of a list: never a fact of its own.

    Readers see whose word it is.
    """

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
