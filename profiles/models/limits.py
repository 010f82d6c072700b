"""What no value of a kind can be, whoever writes it and whichever way it comes in."""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
AS_IT_CAME = {("Capture", "text"), ("Capture", "fingerprint")}
"""Texts of others that are kept as they are."""
WHOLE = 100  # percent

web_address = URLValidator(schemes=["http", "https"])


def is_web_address(text: str) -> bool:
    try:
        web_address(text)
    except ValidationError:
        return False
    return True


def has_no_turning_characters(text: object) -> None:
    """A text looks as it is: no character in it turns the direction of what stands behind."""
    if found := TURNING.search(str(text)):
        before = str(text)[: found.start()][-20:]
        raise ValidationError(
            f"This holds an invisible character that turns text round (U+{ord(found[0]):04X}, "
            f"behind “{before}”). Type the text again, or paste it plain.",
            code="turning",
        )


def is_not_negative(value: Any) -> None:
    """Money that was raised, paid or owned: what is lost is a metric."""
    low = getattr(value, "low", None)
    if low is not None and low < 0:
        raise ValidationError(
            f"{value.display()} is below nothing. Write the amount without its sign.",
            code="negative",
        )


def is_a_share(value: Any) -> None:
    """Of something whole: between nothing and all of it."""
    low = getattr(value, "low", None)
    if low is not None and low > WHOLE:
        raise ValidationError(
            "A share is at most 100 %. Write for example 11 %, or about 10 %.", code="share"
        )
    if low is not None and low < 0:
        raise ValidationError("A share is not below nothing. Write for example 11 %.", code="share")


def is_ahead(value: Any) -> bool:
    """Whether no day of it has begun; somewhere on earth it may be tomorrow already."""
    return bool(value) and value.earliest > timezone.localdate() + timedelta(days=1)


def has_happened(value: Any) -> None:
    """The date of a deed is not ahead of us."""
    if is_ahead(value):
        raise ValidationError(
            f"{value.display()} is yet to come, and this says what has happened. "
            "Check the year; what is planned is an event.",
            code="future",
        )


def guard_texts(every: Iterable[type[models.Model]]) -> None:
    """Each field of these models that holds text refuses such characters."""
    for model in every:
        for field in model._meta.local_concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField)
            if is_text and (model.__name__, field.name) not in AS_IT_CAME:
                field.validators.append(has_no_turning_characters)
