"""What a company makes."""

from django.db import models

from profiles.models.bodies.companies import Company
from profiles.models.fields import PartialDateField, QuantityField
from profiles.models.records import Body


class Answer(models.TextChoices):
    """Blank: nobody looked. `UNSTATED`: the source was read and does not say."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSTATED = "unstated", "Not stated"


class Product(Body):
    kind = "product"

    class Form(models.TextChoices):
        MODEL = "model", "Model"
        FAMILY = "family", "Model family"
        APP = "app", "Application"
        PLATFORM = "platform", "Platform"
        SERVICE = "service", "Service"
        FEATURE = "feature", "Feature"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="products")
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="children",
        help_text="The family or platform that it is part of",
    )
    name = models.CharField(max_length=200)
    form = models.CharField(max_length=20, choices=Form, blank=True)
    summary = models.CharField(max_length=300, blank=True)
    released = PartialDateField(blank=True, default="")
    licence = models.CharField(max_length=100, blank=True)
    open_weights = models.CharField(max_length=10, choices=Answer, blank=True)
    open_source = models.CharField(max_length=10, choices=Answer, blank=True)
    hosted = models.CharField(
        max_length=10, choices=Answer, blank=True, help_text="Offered through an API"
    )
    parameters = QuantityField(unit="parameters", blank=True, default="")
    parameters_active = QuantityField(
        "active parameters", unit="parameters", blank=True, default=""
    )
    parameters_per_expert = QuantityField(
        "parameters per expert", unit="parameters", blank=True, default=""
    )
    experts = QuantityField(unit="experts", blank=True, default="")
    architecture = models.CharField(max_length=200, blank=True)
    pricing = models.CharField(max_length=100, blank=True, help_text="What is paid for: per token")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    def key_words(self) -> str:
        return f"{self.company.key} {self.name}"
