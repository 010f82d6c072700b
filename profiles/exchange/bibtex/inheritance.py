"""What an entry takes over: by `crossref` what the whole says of its parts, by `xdata` everything.

The whole's title, address, note and words stay its own: they are not of the part.
"""

from collections.abc import Callable, Iterable, Mapping

Fields = Mapping[str, str]

DATED = frozenset({"date", "year", "month", "day"})
PUBLISHED = frozenset(
    {"publisher", "organization", "journaltitle", "journal", "institution", "school"}
)
SHARED = (DATED, PUBLISHED, frozenset({"author"}), frozenset({"language", "langid"}))
MANY = 8
"""Steps up from entry to entry: nobody goes further, but a circle does."""


def completed(
    fields: Fields, find: Callable[[str], Fields | None], steps: int = MANY
) -> tuple[dict[str, str], list[str]]:
    """The fields with those of the entries that they refer to, and what refers to nothing here."""
    own, missing = dict(fields), []
    for name in ("xdata", "crossref"):
        for key in _keys(fields.get(name, "")):
            parent = find(key) if steps else None
            if parent is None:
                missing.append(f"{name}: “{key}” is no entry of this file that can be read.")
                continue
            whole, _ = completed(parent, find, steps - 1)
            own |= _taken(own, whole, everything=name == "xdata")
    return own, missing


def _keys(text: str) -> list[str]:
    return [key.strip() for key in text.split(",") if key.strip()]


def _taken(own: Fields, whole: Fields, *, everything: bool) -> dict[str, str]:
    """Fields that say one thing in different words are taken together, or not at all."""
    taken = {}
    for name, text in whole.items():
        group = _group(name)
        if name in ("xdata", "crossref") or own.keys() & group:
            continue
        if everything or len(group) > 1 or name in _all(SHARED):
            taken[name] = text
    return taken


def _group(name: str) -> frozenset[str]:
    return next((group for group in SHARED if name in group), frozenset({name}))


def _all(groups: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*groups)
