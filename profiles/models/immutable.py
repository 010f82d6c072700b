"""Rows that are written once: every way Django offers to change or delete them refuses."""

from typing import Any, NoReturn

from django.db import models


class ImmutableRow(TypeError):
    """Somebody tried to change what is kept unchanged for ever."""


class ImmutableQuerySet(models.QuerySet[Any]):
    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ImmutableRow(f"{self.model._meta.verbose_name_plural} are written once and kept.")

    def bulk_create(self, *args: Any, update_conflicts: bool = False, **kwargs: Any) -> list[Any]:
        if update_conflicts:
            self._refuse()
        return super().bulk_create(*args, **kwargs)

    update = delete = bulk_update = update_or_create = _refuse


class Immutable(models.Model):
    objects = ImmutableQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ImmutableRow(f"A {self._meta.verbose_name} is written once. Make a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ImmutableRow(f"A {self._meta.verbose_name} is kept for ever.")
