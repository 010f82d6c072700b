"""People, and what they are or were at an organisation."""

from django.db import models

from profiles.models.companies import Company
from profiles.models.fields import PartialDateField
from profiles.models.records import Body


class Person(Body):
    """A person is shared: no profile owns it, every profile with a role of theirs shows it."""

    kind = "person"
    hangs_on = ""

    name = models.CharField(max_length=200)
    previously = models.CharField(
        max_length=300, blank=True, help_text="Where they worked before, e.g. Google DeepMind"
    )
    biography = models.TextField(blank=True, max_length=1000)

    class Meta:
        verbose_name_plural = "people"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Role(Body):
    kind = "role"

    class Group(models.TextChoices):
        FOUNDER = "founder", "Founder"
        EXECUTIVE = "executive", "Executive"
        BOARD = "board", "Board member"
        ADVISER = "adviser", "Adviser"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="roles")
    person = models.ForeignKey(Person, on_delete=models.RESTRICT, related_name="roles")
    group = models.CharField(max_length=20, choices=Group, default=Group.EXECUTIVE)
    title = models.CharField(max_length=200, help_text="As the source prints it")
    started = PartialDateField(blank=True, default="")
    ended = PartialDateField(blank=True, default="")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "title"]

    def __str__(self) -> str:
        return f"{self.person}, {self.title}"

    def key_words(self) -> str:
        return f"{self.company.key} {self.person.key} {self.group}"
