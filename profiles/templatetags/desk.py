"""What the desk's templates need beyond Django's own tags."""

from collections.abc import Mapping
from typing import Any

from django import template

from profiles.values.dates import day_in_words

register = template.Library()


@register.filter
def in_words(edtf: str) -> str:
    """A date of a document as people read it: `April 2023`."""
    return day_in_words(edtf)


@register.filter
def at(mapping: Mapping[str, Any] | None, key: str) -> Any:
    """The mapping's value for a key that is a variable; nothing where there is none."""
    return mapping.get(key, "") if mapping else ""
