"""One cell -> the text that its column would store, or a problem with its place."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from profiles.workbook.formats.sheets import tidy
from profiles.workbook.planning.ledger import Ledger, Place

WEB_ADDRESS = "Write the whole address, beginning with https:// or http://."


def read_cell(
    text: str,
    field: "models.Field[Any, Any]",
    place: Place,
    ledger: Ledger,
    read: Callable[[str], str] | None = None,
) -> str | None:
    """The canonical text; None after reporting why there is none. `read`: the registry's reader."""
    try:
        value = tidy((read or (lambda text: _read(field, text)))(text))
    except ValidationError as error:
        ledger.problem(place, " ".join(error.messages) + _remedy(field))
        return None
    longest = field.max_length or 0
    if longest and len(value) > longest:
        ledger.problem(
            place, f"This has {len(value):,} characters; at most {longest:,} fit. Shorten it."
        )
        return None
    return value


def _read(field: "models.Field[Any, Any]", text: str) -> str:
    """What `RecordType.read` does, for sources, claims and citations."""
    for value, label in field.flatchoices:
        if text.casefold() in {str(value).casefold(), str(label).casefold()}:
            text = str(value)
    try:
        return str(field.clean(text, None))
    except ValidationError:
        if not field.flatchoices:
            raise
        allowed = ", ".join(str(value) for value, _ in field.flatchoices if value)
        raise ValidationError(f"“{text}” is not one of: {allowed}.") from None


def _remedy(field: "models.Field[Any, Any]") -> str:
    if "url" in field.name:
        return f" {WEB_ADDRESS}"
    if isinstance(field, models.SlugField):
        return " For example: mistral-ai."
    return ""
