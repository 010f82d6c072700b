"""Documents, and what each of them said at one time."""

from hashlib import sha256
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from profiles.models.fields import PartialDateField
from profiles.models.history import EditHistory, acting_user_id
from profiles.models.immutable import Immutable, ImmutableQuerySet
from profiles.models.limits import has_happened, web_address

LONGEST_EDITION = 60

SOURCE_RELATIONS = ("canonical", "derived_from")
"""What a source copies, and what it follows."""

# For `select_related` of sources: what each copies or follows, two steps up.
ORIGINS = tuple(
    path
    for first in SOURCE_RELATIONS
    for path in (first, *(f"{first}__{second}" for second in SOURCE_RELATIONS))
)


class Source(models.Model):
    class Kind(models.TextChoices):
        NEWS = "news", "News article"
        PROFILE = "profile", "Profile page"
        ANALYSIS = "analysis", "Analysis"
        ESSAY = "essay", "Essay"
        COMPANY = "company", "The company's own word"
        DATABASE = "database", "Database or registry"
        SUMMARY = "summary", "Summary by an aggregator"
        NAMED = "named", "Named by another source, not read"
        OTHER = "other", "Other"

    class Standing(models.TextChoices):
        IN_FORCE = "in-force", "In force"
        CORRECTED = "corrected", "Corrected"
        RETRACTED = "retracted", "Retracted"

    class NameKind(models.TextChoices):
        PERSON = "person", "A person"
        ORGANISATION = "organisation", "An organisation"

    key = models.SlugField(
        max_length=120, unique=True, help_text="How workbooks and footnotes name this source"
    )
    title = models.CharField(max_length=300, blank=True)
    url = models.CharField(
        "URL",
        max_length=1000,
        blank=True,
        validators=[web_address],
        help_text="As it was given; blank where a source is only named",
    )
    publisher = models.CharField(max_length=200, blank=True)
    publisher_kind = models.CharField(
        "the publisher is", max_length=20, choices=NameKind, blank=True, default=""
    )
    author = models.CharField(
        max_length=200,
        blank=True,
        help_text="Several with “; ” between; a person as Family, Given",
    )
    author_kind = models.CharField(
        "the author is",
        max_length=20,
        choices=NameKind,
        blank=True,
        default="",
        help_text="Nobody guesses it from a comma: left open, each name is kept whole",
    )
    author_note = models.CharField(max_length=500, blank=True, help_text="Who the author is")
    author_url = models.CharField(
        "author's page", max_length=1000, blank=True, validators=[web_address]
    )
    language = models.CharField(max_length=10, blank=True, default="en")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.NEWS)
    published = PartialDateField(blank=True, default="", validators=[has_happened])
    updated = PartialDateField(blank=True, default="", validators=[has_happened])
    as_of = PartialDateField(
        "speaks of", blank=True, default="", help_text="The time that its figures are of"
    )
    canonical = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="copies",
        help_text="This is a copy of that source: the two are one witness",
    )
    derived_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="derivatives",
        help_text="This one follows that source's material, in an editor's judgement",
    )
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.IN_FORCE)
    standing_note = models.CharField(
        max_length=300, blank=True, help_text="What was corrected, or why it was retracted"
    )
    topics = models.TextField(blank=True, max_length=1000, help_text="One on each line")
    entities = models.TextField(
        blank=True, max_length=1000, help_text="Whom it is about, one on each line"
    )
    alternates = models.TextField(
        blank=True, max_length=2000, help_text="Other forms of it: one address on each line"
    )
    disclaimer = models.CharField(
        max_length=500, blank=True, help_text="Its own reservation, shown with its figures"
    )
    note = models.TextField(blank=True, max_length=1000, help_text="Shown with the source")

    history = EditHistory()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(canonical=None) | ~Q(canonical=F("id")),
                name="source_is_not_a_copy_of_itself",
                violation_error_message="A source cannot be a copy of itself.",
            ),
            models.CheckConstraint(
                condition=Q(derived_from=None) | ~Q(derived_from=F("id")),
                name="source_does_not_follow_itself",
                violation_error_message="A source cannot follow itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.publisher or self.url or self.key

    @property
    def byline(self) -> str:
        """The author for readers: without the braces that keep the commas of a whole name."""
        return self.author.replace("{", "").replace("}", "")

    @property
    def latest_capture(self) -> "Capture | None":
        return self.captures.order_by("-seen_at", "-pk").first()


LONG_TEXTS = ("text", "fingerprint")
"""Columns of a capture that are read only where somebody looks into them."""


class CaptureQuerySet(ImmutableQuerySet):
    def without_texts(self) -> Self:
        return self.defer(*LONG_TEXTS)

    def with_later_fingerprints(self) -> Self:
        """Each knows whether its source was kept later as a fingerprint; in the same query."""
        later = Capture.objects.filter(
            source=OuterRef("source"),
            depth=Capture.Depth.FINGERPRINT,
            seen_at__gte=OuterRef("seen_at"),
        ).exclude(pk=OuterRef("pk"))
        return self.annotate(has_later_fingerprint=Exists(later))

    def move_to(self, source: Source) -> None:
        """Re-point these captures, where two sources turn out to be one document.

        For `profiles.provenance.sources.merging` alone:
        what was captured stays as it is. An edition that the other source has already gets the
        key that it had here as a suffix.
        """
        taken = set(self.model.objects.filter(source=source).values_list("edition", flat=True))
        for capture in self.select_related("source").without_texts():
            edition = _free_edition(capture.edition, capture.source.key, taken)
            taken.add(edition)
            rows: models.QuerySet[Capture] = models.QuerySet(self.model, using=self.db)
            rows.filter(pk=capture.pk).update(source=source, edition=edition)

    def take_on(self, by: Any) -> None:
        """Somebody answers from now on for those of which nobody did."""
        rows: models.QuerySet[Capture] = models.QuerySet(self.model, using=self.db)
        rows.filter(pk__in=self.values("pk"), recorded_by=None).update(recorded_by=by)


def _free_edition(edition: str, key: str, taken: set[str]) -> str:
    if edition not in taken:
        return edition
    suffixes = [f" ({key})", *(f" ({key[:40]} {number})" for number in range(2, len(taken) + 3))]
    editions = (edition[: LONGEST_EDITION - len(last := end[-50:])] + last for end in suffixes)
    return next(free for free in editions if free not in taken)


class Capture(Immutable):
    """What a source said at one time. Where the text is kept elsewhere, only its hash is here.

    `text` is what was extracted to be read; `sha256` is of the file or the text that came in.
    `fingerprint` stands in place of a text that may not be kept (`provenance.quotes.fingerprints`).
    """

    class Medium(models.TextChoices):
        TEXT = "text", "Text"
        HTML = "html", "HTML"
        PDF = "pdf", "PDF"
        JSON = "json", "JSON record"

    class Depth(models.TextChoices):
        FULL = "full", "Full text"
        EXCERPT = "excerpt", "Excerpt"
        STUB = "stub", "What stands before the paywall"
        FINGERPRINT = "fingerprint", "Fingerprint of the full text"
        NONE = "none", "Nothing archived"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="captures")
    edition = models.CharField(
        max_length=LONGEST_EDITION, help_text="Distinguishes captures of one source"
    )
    seen_at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        default=acting_user_id,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    medium = models.CharField(max_length=10, choices=Medium, default=Medium.TEXT)
    depth = models.CharField(max_length=20, choices=Depth, default=Depth.NONE)
    text = models.TextField(blank=True)
    fingerprint = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    objects = CaptureQuerySet.as_manager()  # type: ignore[misc]
    has_later_fingerprint = False
    """Known only where it was asked for: `with_later_fingerprints`."""

    class Meta:
        ordering = ["source", "seen_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "edition"],
                name="edition_once_per_source",
                violation_error_message="There is a capture of this edition already.",
            ),
            models.CheckConstraint(
                condition=Q(text="", fingerprint="") | ~Q(sha256=""),
                name="captured_text_has_a_hash",
                violation_error_message="A captured text is kept with its hash.",
            ),
            models.CheckConstraint(
                condition=Q(text="", fingerprint="", depth="none")
                | (Q(text="", depth="fingerprint") & ~Q(fingerprint=""))
                | (~Q(text="") & Q(fingerprint="", depth__in=["full", "excerpt", "stub"])),
                name="capture_says_how_much_it_holds",
                violation_error_message="Say how much of the source the text holds.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source.key}@{self.edition}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.text and not self.sha256:
            self.sha256 = sha256(self.text.encode()).hexdigest()
        if self.text and self.depth == Capture.Depth.NONE:
            self.depth = Capture.Depth.FULL
        super().save(*args, **kwargs)
