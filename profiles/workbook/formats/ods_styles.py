"""The number formats of an .ods, said as those of an .xlsx. Runs in the child process of `parse`.

A cell has a style, else its column has; the style, or one that it is made from, names a format.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FORMATS = {f"{NUMBER}{kind}-style" for kind in ("number", "currency", "percentage", "date", "time")}
ENOUGH = {"content.xml": "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}body"}
"""Where the styles of a file end."""
THOUSAND = 3  # digits that one comma hides


class Styles:
    """The number format of each cell style of a file."""

    def __init__(self, data: bytes) -> None:
        self._formats: dict[str, str] = {}
        self._of_style: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in ("styles.xml", "content.xml"):
                if part in archive.namelist():
                    with archive.open(part) as content:
                        self._read(content, ENOUGH.get(part, ""))

    def _read(self, content: Any, enough: str) -> None:
        for event, element in iterparse(content, events=("start", "end")):
            if event == "start":
                if element.tag == enough:
                    return
            elif element.tag in FORMATS:
                self._formats[element.get(f"{STYLE}name", "")] = "".join(_code(element))
            elif element.tag == f"{STYLE}style":
                name = element.get(f"{STYLE}name", "")
                self._of_style[name] = element.get(f"{STYLE}data-style-name", "")
                self._parents[name] = element.get(f"{STYLE}parent-style-name", "")

    def format_of(self, style: str) -> str:
        """The number format of a style, such as `mmm yyyy`; "" for none of its own."""
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            if named := self._of_style.get(style):
                return self._formats.get(named, "")
            style = self._parents.get(style, "")
        return ""


def _code(style: Any) -> Iterator[str]:
    """The parts of a format code, one for each element of the style."""
    for part in style:
        match part.tag.removeprefix(NUMBER):
            case "text":
                yield _literal(
                    part.text or "", is_percentage=style.tag.endswith("percentage-style")
                )
            case "currency-symbol":
                yield f"[${part.text or ''}]"
            case "number" | "scientific-number" | "fraction":
                yield from _digits(part)
            case "year":
                yield "yyyy"
            case "month":
                is_name = part.get(f"{NUMBER}textual") == "true"
                yield "mmmm" if is_name else "mm"
            case "day":
                yield "dd"
            case "day-of-week":
                yield "dddd"
            case "hours":
                yield "hh"
            case "minutes" | "seconds":
                yield "ss"


def _literal(text: str, *, is_percentage: bool) -> str:
    if is_percentage and "%" in text:
        return "%"
    return '"{}"'.format(text.replace('"', "”")) if text else ""


def _digits(part: Any) -> Iterator[str]:
    yield "0" * max(1, int(part.get(f"{NUMBER}min-integer-digits", "1")))
    hidden = part.get(f"{NUMBER}display-factor", "1").partition(".")[0].count("0")
    yield "," * (hidden // THOUSAND)
