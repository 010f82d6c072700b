"""What was changed about an account, and by whom: its owner sees it, and it stays."""

from django.conf import settings
from django.db import models

from profiles.models.immutable import Immutable


class AccountChange(Immutable):
    class Kind(models.TextChoices):
        PASSWORD = "password", "Password set"
        RIGHTS = "rights", "Rights changed"
        DETAILS = "details", "Details changed"

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="changes"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    detail = models.CharField(max_length=300, blank=True, help_text="In words")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        detail = f": {self.detail}" if self.detail else ""
        return f"{self.get_kind_display()} by {self.by}{detail}"
