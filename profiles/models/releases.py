"""What is public: numbered, chained, append-only; and the bytes that are served."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery

from profiles.models.immutable import Immutable, ImmutableQuerySet
from profiles.models.log import LogEntry
from profiles.models.records import Record
from profiles.models.submissions import Submission


class ReleaseQuerySet(ImmutableQuerySet):
    def live(self) -> models.QuerySet["Release"]:
        """The newest release of each profile that is not off the public site."""
        return self.newest().filter(unpublishing=None)

    def newest(self) -> models.QuerySet["Release"]:
        """The newest release of each profile, also where it was taken off the public site."""
        newest = self.model.objects.filter(slug=OuterRef("slug")).order_by("-number")
        return self.filter(pk=Subquery(newest.values("pk")[:1]))


class Release(Immutable):
    """An approved submission made public.

    `envelope` is canonical JSON: number, submission hash, hash of the release before, who, when.
    `sha256` is its hash, so each release names the whole chain behind it.
    """

    profile = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="releases")
    slug = models.SlugField(max_length=120)
    number = models.PositiveIntegerField()
    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="release")
    previous = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="next"
    )
    envelope = models.BinaryField()
    sha256 = models.CharField(max_length=64, unique=True)
    summary = models.JSONField(help_text="What the directory shows, taken from the document")
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField()

    objects = ReleaseQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        ordering = ["slug", "-number"]
        permissions = [("publish_release", "Can publish approved submissions")]
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "number"],
                name="release_number_once",
                violation_error_message="This profile has a release of this number already.",
            ),
            models.UniqueConstraint(
                fields=["slug", "number"],
                name="release_address_once",
                violation_error_message="This address has a release of this number already.",
            ),
            models.CheckConstraint(
                condition=Q(number=1, previous=None) | Q(number__gt=1, previous__isnull=False),
                name="every_release_but_the_first_has_a_previous",
                violation_error_message="Every release but the first follows another one.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} release {self.number}"


class Unpublishing(Immutable):
    """A profile is off the public site from its newest release on; the next one brings it back."""

    release = models.OneToOneField(Release, on_delete=models.PROTECT, related_name="unpublishing")
    explanation = models.TextField(max_length=1000, help_text="Readers find it at the address")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    seal = models.OneToOneField(LogEntry, on_delete=models.PROTECT, related_name="unpublishing")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(explanation=""),
                name="unpublishing_says_why",
                violation_error_message="Say to readers why the profile is gone.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.release} off the public site"


class RenderingQuerySet(models.QuerySet["Rendering"]):
    def sealed(self) -> Self:
        return self.exclude(seal=None)


class Rendering(models.Model):
    """One release in one format, as bytes ready to send. Made again when the templates change."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="renderings")
    format = models.CharField(max_length=20)
    build = models.CharField(max_length=64, help_text="Hash of the code and templates that made it")
    media_type = models.CharField(max_length=100)
    body = models.BinaryField()
    body_gzip = models.BinaryField()
    body_brotli = models.BinaryField()
    etag = models.CharField(max_length=64)
    seal = models.ForeignKey(
        LogEntry,
        null=True,
        on_delete=models.PROTECT,
        related_name="renderings",
        help_text="What these bytes were when they were made; without it they are never served",
    )

    objects = RenderingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "format", "build"],
                name="rendered_once_per_build",
                violation_error_message="This format of the release is rendered already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.release} as {self.format}"
