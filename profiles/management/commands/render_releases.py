"""Render every release again where templates, settings or code have changed since."""

from typing import Any

from django.core.management.base import BaseCommand

from profiles.models import Release
from profiles.publishing.stored_renderings import store_renderings


class Command(BaseCommand):
    help = "Run after each deployment. Pages stay as they are until their new bytes are stored."

    def handle(self, *args: Any, **options: Any) -> None:
        releases = Release.objects.select_related("submission").order_by("slug", "-number")
        made = sum(store_renderings(release) for release in releases.iterator(chunk_size=100))
        self.stdout.write(f"Stored {made} renderings.")
