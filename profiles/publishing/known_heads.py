"""Heads that were written down earlier, against what is there now."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from profiles.models import Release
from profiles.publishing.breaks import Break
from profiles.publishing.log_check import CheckedLog
from profiles.publishing.notes import DASH, read

LOG_LINE = "/log"
"""No profile has such an address."""


@dataclass
class KnownHeads:
    releases: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Slug -> (number, hash) of what was the newest release."""
    log: dict[int, str] = field(default_factory=dict)
    """Size -> root."""

    @classmethod
    def parse(cls, text: str) -> "KnownHeads":
        """What `verify_releases` printed, or heads as the log signs them. Raises `ValueError`."""
        known = cls()
        if DASH in text or "\n\n" in text:
            return known._with_notes(text)
        for line in filter(str.strip, text.splitlines()):
            name, number, sha256 = line.split()
            if name == LOG_LINE:
                known.log[int(number)] = sha256
            else:
                known.releases[name] = (int(number), sha256)
        return known

    def _with_notes(self, text: str) -> "KnownHeads":
        lines = [line for line in text.splitlines() if line and not line.startswith(DASH)]
        for start in range(0, len(lines), 3):
            head = read("\n".join(lines[start : start + 3]))
            self.log[head.size] = head.root.hex()
        return self

    def breaks(self, log: CheckedLog | None = None) -> Iterator[Break]:
        """Without `log` it is read here."""
        found = set(Release.objects.values_list("slug", "number", "sha256"))
        for slug, (number, sha256) in self.releases.items():
            if (slug, number, sha256) not in found:
                message = "was recorded earlier and is gone or differs"
                yield Break(f"{slug} release {number}", message)
        roots = (log or CheckedLog.read()).roots
        for size, root in self.log.items():
            if roots.get(size) != root:
                message = f"its first {size} entries were recorded earlier and are gone or differ"
                yield Break("log", message)
