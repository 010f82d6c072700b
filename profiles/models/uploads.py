"""A file between its upload and its import, where every web node sees it."""

import uuid
from datetime import timedelta
from hashlib import sha256
from typing import Any, Self

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(hours=1)


class UploadQuerySet(models.QuerySet["Upload"]):
    def expired(self) -> Self:
        return self.filter(created_at__lt=timezone.now() - KEPT_FOR)

    def keep(self, *, user: Any, file: UploadedFile, body: bytes) -> "Upload":
        """Stored for an hour, so that what is confirmed is what was shown; old ones go."""
        self.expired().delete()
        return self.create(user=user, filename=(file.name or "")[-200:], body=body)

    def usable(self) -> Self:
        return self.filter(created_at__gte=timezone.now() - KEPT_FOR)


class Upload(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    body = models.BinaryField()
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = UploadQuerySet.as_manager()

    def __str__(self) -> str:
        return self.filename

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sha256 = sha256(bytes(self.body)).hexdigest()
        super().save(*args, **kwargs)
