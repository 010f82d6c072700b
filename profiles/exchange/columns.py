"""A text from a file -> what a column of a source would store, or why not."""

from typing import Any

from django.core.exceptions import ValidationError

from profiles.models import Source
from profiles.values.addresses import same_address

DATES = ("published", "updated", "as_of")
ADDRESSES = ("url", "author_url")


def field_of(column: str) -> Any:
    return Source._meta.get_field(column)


def label_of(column: str) -> str:
    return str(field_of(column).verbose_name)


def read_value(column: str, text: str) -> str:
    """The canonical text. Raises `ValidationError` with a remedy."""
    field = field_of(column)
    longest = field.max_length or 0
    if longest and len(text) > longest:
        raise ValidationError(f"This has {len(text):,} characters; at most {longest:,} fit.")
    try:
        value = str(field.clean(text, None))
    except ValidationError as error:
        remedy = " Write the whole address, beginning with https://." if column in ADDRESSES else ""
        raise ValidationError(" ".join(error.messages) + remedy) from None
    if column == "alternates":
        for line in value.splitlines():
            field_of("url").clean(line, None)
    return value


def is_same(column: str, here: str, there: str) -> bool:
    """Whether two stored texts say the same: spaces do not count, nor how an address is spelt."""
    if column in ADDRESSES and same_address(here, there):
        return True
    return here.split() == there.split()
