"""Prose: Markdown whose `[^source-key]` marks are its footnotes."""

from django.db import models

from profiles.models.companies import Company
from profiles.models.records import Body

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
