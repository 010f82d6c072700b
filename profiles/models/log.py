"""The log of what was made public: entries are added at its end, and none ever changes."""

from django.db import models

from profiles.models.immutable import Immutable


class LogEntry(Immutable):
    """`leaf` is canonical JSON that says what was sealed; the tree of RFC 6962 is made of these."""

    index = models.PositiveBigIntegerField(primary_key=True)
    leaf = models.BinaryField()

    class Meta:
        ordering = ["index"]
        verbose_name_plural = "log entries"

    def __str__(self) -> str:
        return f"log entry {self.index}"


class Checkpoint(Immutable):
    """The head of the log at one size, as it was signed and told to the public."""

    size = models.PositiveBigIntegerField(primary_key=True)
    root = models.CharField(max_length=64)
    note = models.TextField(help_text="A signed note: origin, size, root hash and signature")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["size"]

    def __str__(self) -> str:
        return f"log of {self.size}"


class LogEnd(models.Model):
    """Where the next entry goes: one row, locked by whoever adds to the log.

    `peaks` are the roots of the whole subtrees that the entries so far make up, the largest first.
    """

    size = models.PositiveBigIntegerField(default=0)
    peaks = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"end of the log at {self.size}"
