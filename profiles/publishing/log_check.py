"""The log, read from its first entry to its last, against every head that was ever signed."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from profiles.models import Checkpoint, LogEnd, LogEntry, Release, Rendering
from profiles.publishing.breaks import Break
from profiles.publishing.log import origin, signer
from profiles.publishing.merkle import Tree
from profiles.publishing.notes import Head, is_of, is_signed_by

LOG = "log"


@dataclass
class CheckedLog:
    """What is sealed, and what does not hold about the log itself."""

    breaks: list[Break] = field(default_factory=list)
    releases: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By the hash of the envelope."""
    renderings: dict[int, dict[str, Any]] = field(default_factory=dict)
    """By the number of the entry."""
    unpublishings: dict[int, dict[str, Any]] = field(default_factory=dict)
    """By the number of the entry."""
    formats: dict[str, set[str]] = field(default_factory=dict)
    """By the hash of the envelope: of which formats there was ever a page."""
    roots: dict[int, str] = field(default_factory=dict)
    """By the size of the log."""

    @classmethod
    def read(cls) -> "CheckedLog":
        checked, tree = cls(), Tree()
        for index, leaf in LogEntry.objects.values_list("index", "leaf").iterator(chunk_size=2000):
            if index != tree.size:
                checked.says(f"entry {tree.size} is gone")
                break
            tree.add(bytes(leaf))
            checked.roots[tree.size] = tree.root.hex()
            checked._take_in(index, bytes(leaf))
        checked._hold_against_heads()
        end = LogEnd.objects.filter(pk=1).first()
        if (end.size if end else 0) != tree.size:
            checked.says("its end is not where its last entry is")
        return checked

    def says(self, message: str) -> None:
        self.breaks.append(Break(LOG, message))

    def seal_of(self, row: Rendering, release: Release) -> dict[str, str] | None:
        entry = self.renderings.get(row.seal_id) if row.seal_id is not None else None
        if entry is None or entry["release"] != release.sha256:
            return None
        key = (row.format, row.build)
        return next((each for each in entry["formats"] if _key(each) == key), None)

    def formats_of(self, release: Release) -> set[str]:
        return self.formats.get(release.sha256, set())

    def _take_in(self, index: int, leaf: bytes) -> None:
        try:
            sealed = json.loads(leaf)
            if sealed["type"] == "release":
                self.releases[sealed["sha256"]] = sealed
            elif sealed["type"] == "unpublishing":
                self.unpublishings[index] = sealed
            elif sealed["type"] == "renderings":
                self.renderings[index] = sealed
                formats = self.formats.setdefault(sealed["release"], set())
                formats.update(each["format"] for each in sealed["formats"])
        except (ValueError, KeyError, TypeError):
            self.says(f"entry {index} cannot be read")

    def _hold_against_heads(self) -> None:
        rows = Checkpoint.objects.values_list("size", "root", "note")
        newest = 0
        for size, root, note in rows.iterator(chunk_size=2000):
            newest = size
            self._hold_against(size, root, note)
        if newest != max(self.roots, default=0):
            self.says("its newest entries stand under no head")

    def _hold_against(self, size: int, root: str, note: str) -> None:
        if self.roots.get(size) != root:
            self.says(f"its first {size} entries are not those under the head of that size")
            return
        if not is_of(note, Head(origin(), size, bytes.fromhex(root))):
            self.says(f"the head of size {size} tells another one than is stored")
        if settings.LOG_KEY and not is_signed_by(note, signer().verifier):
            self.says(f"the head of size {size} is not signed with the key of this site")


def _key(sealed: dict[str, str]) -> tuple[str, str]:
    return sealed["format"], sealed["build"]
