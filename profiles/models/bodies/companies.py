"""Organisations, their names and their links.

One row may be a profile's subject here, an investor there and a customer elsewhere.
"""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from profiles.models.fields import PartialDateField, QuantityField
from profiles.models.limits import has_happened, web_address
from profiles.models.name_keys import NameKeyField
from profiles.models.records import Body, BodyQuerySet, Record
from profiles.values.countries import country_choices


class CompanyQuerySet(BodyQuerySet):
    def with_profile(self) -> Self:
        """Those with a tagline, or that more than a name hangs on; others are only named."""
        hanging = Record.objects.filter(owner=OuterRef("pk")).exclude(kind=Name.kind)
        return self.filter(~Q(tagline="") | Exists(hanging))


class Company(Body):
    kind = "company"
    hangs_on = ""

    class Form(models.TextChoices):
        COMPANY = "company", "Company"
        FUND = "fund", "Investment firm"
        BANK = "bank", "Bank"
        STATE = "state", "State"
        PUBLIC = "public", "Public body"
        ARMY = "army", "Armed forces"
        GROUP = "group", "Group of people or firms"

    name = models.CharField(max_length=200)
    name_key = NameKeyField()
    form = models.CharField(max_length=20, choices=Form, default=Form.COMPANY)
    tagline = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True, max_length=1000)
    mission = models.TextField(blank=True, max_length=1000)
    founded = PartialDateField(blank=True, default="", validators=[has_happened])
    founding_place = models.CharField(max_length=200, blank=True)
    founder_count = QuantityField("founders", unit="people", blank=True, default="")
    headquarters = models.CharField(max_length=200, blank=True, help_text="City and country")
    country = models.CharField(max_length=2, choices=country_choices, blank=True)
    address = models.CharField(max_length=300, blank=True)
    work_model = models.CharField(max_length=100, blank=True, help_text="Remote, on site …")
    headcount = QuantityField(unit="people", blank=True, default="")
    total_funding = QuantityField(unit="money", blank=True, default="")
    total_debt = QuantityField(
        "of which debt", unit="money", blank=True, default="", help_text="Part of the total funding"
    )
    name_origin = models.CharField(max_length=300, blank=True)

    objects = CompanyQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name_plural = "companies"
        ordering = ["name"]
        permissions = [
            ("import_workbook", "Can import workbooks"),
            ("export_workbook", "Can export workbooks"),
        ]

    def __str__(self) -> str:
        return self.name


class Name(Body):
    """Another name of a record: official, former, or an alias to find it by."""

    kind = "name"
    hangs_on = "subject"

    class Use(models.TextChoices):
        OFFICIAL = "official", "Official name"
        FORMER = "former", "Former name"
        ALIAS = "alias", "Also known as"
        EPITHET = "epithet", "Epithet"
        RULED_OUT = "ruled-out", "Ruled out as a name"

    subject = models.ForeignKey(
        Record,
        on_delete=models.RESTRICT,
        related_name="names",
        limit_choices_to={"kind__in": ["company", "person", "product", "round", "deal", "event"]},
    )
    name = models.CharField(max_length=200)
    name_key = NameKeyField()
    use = models.CharField(max_length=20, choices=Use, default=Use.ALIAS)
    since = PartialDateField(blank=True, default="")
    until = PartialDateField(blank=True, default="", help_text="For a former name: until when")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Link(Body):
    kind = "link"

    class Place(models.TextChoices):
        WEBSITE = "website", "Website"
        DOCS = "docs", "Documentation"
        BLOG = "blog", "Blog"
        CODE = "code", "Source code"
        LINKEDIN = "linkedin", "LinkedIn"
        X = "x", "X (Twitter)"
        OTHER = "other", "Other"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="links")
    place = models.CharField(max_length=20, choices=Place, default=Place.WEBSITE)
    url = models.CharField(
        "URL",
        max_length=1000,
        blank=True,
        validators=[web_address],
        help_text="Blank where a source says that there is one, and not where",
    )

    class Meta:
        ordering = ["place", "url"]

    def __str__(self) -> str:
        return f"{self.get_place_display()}: {self.url}".removesuffix(": ")

    def key_words(self) -> str:
        return f"{self.company.key} {self.place}"
