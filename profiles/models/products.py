"""What a company makes."""

from django.db import models

from profiles.models.companies import Company
from profiles.models.fields import PartialDateField
from profiles.models.records import Body


class Product(Body):
    kind = "product"

    class Form(models.TextChoices):
        MODEL = "model", "Model"
        FAMILY = "family", "Model family"
        APP = "app", "Application"
        PLATFORM = "platform", "Platform"
        SERVICE = "service", "Service"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="products")
    name = models.CharField(max_length=200)
    form = models.CharField(max_length=20, choices=Form, blank=True)
    summary = models.CharField(max_length=300, blank=True)
    released = PartialDateField(blank=True, default="")
    licence = models.CharField(max_length=100, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    def key_words(self) -> str:
        return f"{self.company.key} {self.name}"
