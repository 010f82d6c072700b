"""People, and what they are or were at an organisation."""

from django.db import models

from profiles.models.bodies.companies import Company
from profiles.models.fields import PartialDateField, QuantityField
from profiles.models.name_keys import NameKeyField
from profiles.models.records import Body


class Person(Body):
    """A person is shared: no profile owns it, every profile with a role of theirs shows it."""

    kind = "person"
    hangs_on = ""

    name = models.CharField(max_length=200)
    name_key = NameKeyField()
    previously = models.CharField(
        max_length=300, blank=True, help_text="Where they worked before, e.g. Google DeepMind"
    )
    education = models.CharField(max_length=300, blank=True)
    distinctions = models.CharField(max_length=300, blank=True, help_text="Fellowships, prizes …")
    net_worth = QuantityField(unit="money", blank=True, default="")
    biography = models.TextField(blank=True, max_length=1000)

    class Meta:
        verbose_name_plural = "people"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Role(Body):
    """Somebody's office; without a person while it is known only that somebody will have it."""

    kind = "role"

    class Group(models.TextChoices):
        FOUNDER = "founder", "Founder"
        EXECUTIVE = "executive", "Executive"
        BOARD = "board", "Board member"
        ADVISER = "adviser", "Adviser"

    class Office(models.TextChoices):
        CHAIR = "chair", "Chair"
        CEO = "ceo", "Chief executive"
        CTO = "cto", "Chief technology officer"
        CSO = "cso", "Chief scientist"
        CFO = "cfo", "Chief financial officer"
        COO = "coo", "Chief operating officer"
        CRO = "cro", "Chief revenue officer"
        GENERAL_COUNSEL = "general-counsel", "General counsel"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="roles")
    person = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="roles",
        help_text="Blank while nobody is named",
    )
    group = models.CharField(max_length=20, choices=Group, default=Group.EXECUTIVE)
    title = models.CharField(max_length=200, help_text="As the source prints it")
    office = models.CharField(
        max_length=20, choices=Office, blank=True, help_text="The title in common terms"
    )
    started = PartialDateField(blank=True, default="")
    ended = PartialDateField(blank=True, default="")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "title"]

    def __str__(self) -> str:
        return f"{self.person or 'Nobody named yet'}, {self.title}"

    def key_words(self) -> str:
        who = self.person.key if self.person else self.title
        return f"{self.company.key} {who} {self.group}"
