"""A file of RIS -> its entries: tags, each with what stands behind it.

`TY  - ` has two spaces before its dash and one behind it. Files in which spaces were lost, or tabs
came in their place, are read too: there a line is one of a tag only if RIS knows the tag.
"""

import re
from dataclasses import dataclass, field

from rispy.config import TAG_KEY_MAPPING

STRICT = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*)|\s*)")
LOOSE = re.compile(r"\s*([A-Z][A-Z0-9])[\t\u00a0 ]{0,4}[-–—][\t\u00a0 ]*(.*)")
END = re.compile(r"\s*ER(?:[\t\u00a0 ]*[-–—]?[\t\u00a0 ]*)")
BEGINS = re.compile(r"^[\t\u00a0 ]*TY[\t\u00a0 ]{0,4}[-–—]", re.MULTILINE)
KNOWN = frozenset(TAG_KEY_MAPPING) | {"AN", "CP", "CT", "BT", "ED", "J1", "L3", "M2", "PP", "U1"}
FREE = frozenset({"AB", "N1", "N2", "RN"})
"""Tags of long texts, whose lines can begin with anything."""


@dataclass(slots=True)
class Tagged:
    """One entry: its tags in order; `oddities` are sentences about lines that stand oddly."""

    line: int
    tags: dict[str, list[str]] = field(default_factory=dict)
    oddities: list[str] = field(default_factory=list)

    def add(self, tag: str, text: str) -> None:
        self.tags.setdefault(tag, []).append(text.strip())

    def go_on(self, tag: str, text: str) -> None:
        self.tags[tag][-1] = f"{self.tags[tag][-1]} {text.strip()}".strip()


@dataclass(slots=True)
class File:
    entries: list[Tagged] = field(default_factory=list)
    outside: list[tuple[int, str]] = field(default_factory=list)
    """Lines with a tag that belong to no entry."""


def divided(text: str) -> File:
    file = File()
    entry: Tagged | None = None
    last = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        tag, said, is_odd = _tag_in(line)
        if tag == "TY":
            if entry:
                entry.oddities.append(f"It has no “ER  - ”; it was closed before line {number}.")
            entry, last = Tagged(number), tag
            entry.add(tag, said)
            file.entries.append(entry)
        elif entry is None:
            file.outside += [(number, line.strip())] if tag and tag != "ER" else []
        elif tag == "ER":
            entry = None
        elif tag:
            if is_odd and last in FREE:
                entry.oddities.append(f"Line {number}, “{line.strip()[:40]}”, was read as {tag}.")
            entry.add(tag, said)
            last = tag
        else:
            entry.go_on(last, line)
    if entry:
        entry.oddities.append("It has no “ER  - ”; it was closed at the end of the file.")
    return file


def _tag_in(line: str) -> tuple[str, str, bool]:
    """The tag of a line, what stands behind it, and whether it stands otherwise than it must."""
    if found := STRICT.fullmatch(line):
        return found[1], found[2] or "", False
    if END.fullmatch(line):
        return "ER", "", True
    found = LOOSE.fullmatch(line)
    if found and found[1] in KNOWN:
        return found[1], found[2], True
    return "", "", False


def name_of(tag: str) -> str:
    """What people call a tag: `volume` for `VL`."""
    return str(TAG_KEY_MAPPING.get(tag, tag))
