"""The key of a source that is new here: the file's own where it can be one."""

import re

from django.utils.text import slugify

from profiles.exchange.entries import Entry
from profiles.models.free_keys import free_key

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}")
LONGEST = 100


def key_in_file(entry: Entry) -> str:
    """The file's key if it is a slug; "" where the file has none or another kind of name."""
    key = entry.get("key")
    return key if SLUG.fullmatch(key) else ""


def made_key(entry: Entry, taken: set[str]) -> str:
    """A free key of publisher, year and title, or of the file's own name for it."""
    words = (entry.get("publisher"), entry.get("published")[:4], entry.get("title"))
    stem = slugify(" ".join(words))[:LONGEST].strip("-")
    stem = stem or slugify(entry.get("key"))[:LONGEST].strip("-") or f"source-{entry.number}"
    return free_key(stem, taken)
