"""What is typed in the line for a source -> the source: known by key or address, or a new one."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from profiles.models import Source
from profiles.models.free_keys import free_key
from profiles.models.limits import is_web_address
from profiles.provenance.sources.standing import known_as, twins


def named_source(text: str, *, by: Any, or_twin: bool = False) -> Source:
    """A new address is a source that is not saved yet, or with `or_twin` one probably at it.

    Raises `ValidationError` where there is none and this person may add none.
    """
    text = text.strip()
    if known := known_as(text):
        return known
    if not is_web_address(text):
        raise ValidationError(f"No source has the key or address “{text}”. Add it first.")
    new = source_at(text)
    if or_twin and (same := twins(new)):
        return same[0]
    if not by.has_perm("profiles.add_source"):
        raise ValidationError("You may not add sources. Choose one that is here.")
    return new


def source_at(address: str) -> Source:
    """A source that is known by its address alone, until somebody says more of it."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    words = f"{host} {parts.path}".replace("/", " ").replace(".", " ")
    return Source(key=free_source_key(slugify(words)), url=address, publisher=host[:200])


def free_source_key(title: str) -> str:
    stem = slugify(title)[:110].rstrip("-") or "source"
    taken = set(Source.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return free_key(stem, taken)
