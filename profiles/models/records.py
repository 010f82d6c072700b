"""Whatever states facts is a `Record`; a company, a round, a product … is the body of one."""

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.text import slugify

from profiles.models.free_keys import free_key
from profiles.models.history import EditHistory
from profiles.models.name_keys import NAME, NAME_KEY, key_columns_too
from profiles.values.names import name_key

KEY_LENGTH = 120

# Kinds of record in which another profile names a company, and the relation that does so.
NAMING = {"investment": "investor", "party": "who"}


class StaleRecord(Exception):
    """Somebody else saved the record after it was read."""


class RecordQuerySet(models.QuerySet["Record"]):
    def of_profile(self, profile: "Record | uuid.UUID") -> Self:
        """Everything a company's profile states: itself, its people, and what hangs on them."""
        pk = profile.pk if isinstance(profile, Record) else profile
        roots = Record.objects.filter(Q(pk=pk) | Q(person__roles__company=pk)).values("pk")
        return self.filter(Q(pk__in=roots) | Q(owner__in=roots) | Q(owner__owner__in=roots))

    def naming(self, profile: "Record | uuid.UUID") -> Self:
        """What other profiles state of this company: its part in their rounds and deals."""
        pk = profile.pk if isinstance(profile, Record) else profile
        named = Q()
        for kind, relation in NAMING.items():
            named |= Q(**{f"{kind}__{relation}": pk})
        return self.filter(named).exclude(owner__owner=pk)


class Record(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=30, editable=False)
    key = models.SlugField(
        max_length=KEY_LENGTH,
        help_text="Readable and stable: names the row in workbooks and the anchor on the page.",
    )
    owner = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="owned"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                name="record_key_unique_in_kind",
                violation_error_message="This key is taken by another record of the same kind.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="") & ~Q(key=""),
                name="record_has_kind_and_key",
                violation_error_message="A record needs a key.",
            ),
            models.CheckConstraint(
                condition=Q(owner=None) | ~Q(owner=F("id")),
                name="record_does_not_own_itself",
                violation_error_message="A record cannot belong to itself.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.body)

    @property
    def ref(self) -> str:
        """How a workbook and a release document name this record: `kind/key`."""
        return f"{self.kind}/{self.key}"

    @property
    def body(self) -> "Body":
        return getattr(self, Body.of_kind[self.kind]._meta.model_name or "")

    @property
    def profile_id(self) -> uuid.UUID:
        """The record at the top of the owners; a company or a person is its own."""
        return self.owner.profile_id if self.owner else self.pk

    def advance(self, *, expected: int | None = None) -> None:
        """Count one more version; with `expected`, only if nobody else did so meanwhile.

        Raises `StaleRecord` where the record has moved on or is gone.
        """
        rows = Record.objects.filter(pk=self.pk)
        if expected is not None:
            rows = rows.filter(version=expected)
        if not rows.update(version=F("version") + 1):
            raise StaleRecord(f"{self.ref} was changed or deleted by somebody else.")
        self.version = (expected or self.version) + 1


class BodyQuerySet(models.QuerySet[Any]):
    def update(self, **values: Any) -> int:
        name = values.get(NAME)
        if isinstance(name, str) and NAME_KEY in key_columns_too(self.model, values):
            values[NAME_KEY] = name_key(name)
        return super().update(**values)

    def bulk_update(
        self, objs: Iterable[Any], fields: Iterable[str], batch_size: int | None = None
    ) -> int:
        rows, columns = list(objs), key_columns_too(self.model, fields)
        for row in rows if NAME_KEY in columns else ():
            row.name_key = name_key(row.name)
        return super().bulk_update(rows, columns, batch_size)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete through the records, so that no record, claim or citation stays behind."""
        return Record.objects.filter(pk__in=list(self.values_list("pk", flat=True))).delete()


class Body(models.Model):
    """The typed columns of one record.

    Another body is referred to with `on_delete=RESTRICT`: deletion always goes through the record
    and its owner, and a cascade that would leave records and claims behind is refused.
    """

    kind: ClassVar[str]
    hangs_on: ClassVar[str] = "company"
    """The relation that says which record owns this one; empty for a record of its own."""
    of_kind: ClassVar[dict[str, type["Body"]]] = {}

    record = models.OneToOneField(
        Record, on_delete=models.CASCADE, primary_key=True, editable=False
    )

    history = EditHistory(inherit=True)
    objects = BodyQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"  # so that nothing deletes rows past `BodyQuerySet.delete`

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "kind" in cls.__dict__:
            Body.of_kind[cls.kind] = cls

    def save(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = key_columns_too(type(self), kwargs["update_fields"])
        with transaction.atomic():
            if self._state.adding:
                self.ensure_record().save(force_insert=True)
            else:
                self._follow_owner()
                self.record.advance()
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        return self.record.delete()

    @property
    def owner_id(self) -> uuid.UUID | None:
        """The record this one hangs on and goes with; a company's id is its record's id."""
        return getattr(self, f"{self.hangs_on}_id") if self.hangs_on else None

    @property
    def key(self) -> str:
        return self.record.key if self.record_id else ""

    @key.setter
    def key(self, key: str) -> None:
        self.ensure_record().key = key

    def ensure_record(self) -> Record:
        """This body's record, made in memory if there is none yet, with a key and an owner."""
        if not self.record_id:
            self.record = Record(kind=self.kind)
        if self._state.adding:
            self.record.owner_id = self.owner_id
            self.record.key = self.record.key or self._free_key()
        return self.record

    def key_words(self) -> str:
        """What a readable key for this record is made of."""
        return str(self)

    def _free_key(self) -> str:
        stem = slugify(self.key_words())[: KEY_LENGTH - 5] or self.kind
        taken = set(
            Record.objects.filter(kind=self.kind, key__startswith=stem).values_list(
                "key", flat=True
            )
        )
        return free_key(stem, taken)

    def _follow_owner(self) -> None:
        if self.record.owner_id != self.owner_id:
            self.record.owner_id = self.owner_id
            Record.objects.filter(pk=self.pk).update(owner=self.owner_id)

    def clean(self) -> None:
        super().clean()
        if not self._state.adding:
            return
        try:
            record = self.ensure_record()
        except ObjectDoesNotExist:
            return  # keys are made of relations' keys; a missing relation is refused by its field
        if Record.objects.filter(kind=record.kind, key=record.key).exists():
            raise ValidationError(f"The key “{record.key}” is taken. Choose another.")
