"""What the desk's templates need beyond Django's own tags."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(mapping: Mapping[str, Any] | None, key: str) -> Any:
    """The mapping's value for a key that is a variable; nothing where there is none."""
    return mapping.get(key, "") if mapping else ""
