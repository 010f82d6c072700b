"""What happened or is planned, what was said, and what was certified."""

from django.db import models

from profiles.models.bodies.companies import Company
from profiles.models.bodies.people import Person
from profiles.models.fields import PartialDateField
from profiles.models.limits import has_happened
from profiles.models.records import Body, Record


class Event(Body):
    kind = "event"

    class Form(models.TextChoices):
        LAUNCH = "launch", "Launch"
        APPEARANCE = "appearance", "Appearance"
        MEETING = "meeting", "Meeting"
        STATEMENT = "statement", "Statement"
        MILESTONE = "milestone", "Milestone"
        OUTLOOK = "outlook", "Planned or expected"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="events")
    title = models.CharField(max_length=200)
    form = models.CharField(max_length=20, choices=Form, default=Form.MILESTONE)
    date = PartialDateField(blank=True, default="")
    place = models.CharField(max_length=200, blank=True)
    look_again = PartialDateField(
        "look again", blank=True, default="", help_text="For what is planned: when to check it"
    )

    class Meta:
        ordering = ["date_sort", "title"]

    def __str__(self) -> str:
        return self.title

    def key_words(self) -> str:
        return f"{self.company.key} {self.title}"


class Participant(Body):
    """Somebody at an event."""

    kind = "participant"
    hangs_on = "event"

    event = models.ForeignKey(Event, on_delete=models.RESTRICT, related_name="participants")
    who = models.ForeignKey(
        Record,
        on_delete=models.RESTRICT,
        related_name="events",
        limit_choices_to={"kind__in": ["company", "person"]},
    )
    part = models.CharField(max_length=100, default="Participant", help_text="e.g. Speaker, host")

    class Meta:
        ordering = ["record__key"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "who"],
                name="participant_once_per_event",
                violation_error_message="This participant is already at this event.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.who} at {self.event}"

    def key_words(self) -> str:
        return f"{self.event.key} {self.who.key}"


class Quotation(Body):
    """Somebody's words. A fragment says so; editorial brackets stay as they were printed."""

    kind = "quotation"

    class Extent(models.TextChoices):
        WHOLE = "whole", "Whole"
        FRAGMENT = "fragment", "Fragment"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="quotations")
    speaker = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.RESTRICT, related_name="quotations"
    )
    part_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="fragments",
        help_text="The longer quotation that this fragment is taken from",
    )
    words = models.CharField(max_length=1000, help_text="Verbatim, without quotation marks")
    extent = models.CharField(max_length=20, choices=Extent, default=Extent.FRAGMENT)
    subject = models.CharField(max_length=200, blank=True, help_text="What it is about")
    medium = models.CharField(max_length=200, blank=True, help_text="Where it was said or written")
    place = models.CharField(max_length=200, blank=True)
    date = PartialDateField(blank=True, default="", validators=[has_happened])
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "date_sort"]

    def __str__(self) -> str:
        return f"“{self.words[:80]}”"

    def key_words(self) -> str:
        return f"{self.company.key} {self.words[:60]}"


class Certification(Body):
    """A certificate or standard that somebody attests; a legal regime binds without one."""

    kind = "certification"

    class Form(models.TextChoices):
        CERTIFICATE = "certificate", "Certificate"
        STANDARD = "standard", "Standard"
        REGIME = "regime", "Legal regime"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="certifications")
    name = models.CharField(max_length=200, help_text="e.g. SOC 2 Type II")
    form = models.CharField(max_length=20, choices=Form, default=Form.CERTIFICATE)
    scope = models.CharField(max_length=300, blank=True)
    proof = models.CharField(max_length=200, blank=True, help_text="Where the documents are")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def key_words(self) -> str:
        return f"{self.company.key} {self.name}"
