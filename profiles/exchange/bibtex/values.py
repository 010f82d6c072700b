"""What stands behind a field's `=`: strings, numbers and abbreviations, joined by `#`.

An abbreviation is what an `@string` of the file defines, or the name of a month. Their case does
not count, nor does it where in the file they are defined.
"""

from collections.abc import Iterable, Iterator, Mapping

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
BUILT_IN = {month: month.capitalize() for month in MONTHS}
CLOSES = {"{": "}", '"': '"'}


class Abbreviations:
    """The `@string`s of a file, each read when it is asked for."""

    def __init__(self, raw: Mapping[str, str]) -> None:
        self.raw = {name.casefold(): value for name, value in raw.items()}

    def value(self, raw: str, seen: frozenset[str] = frozenset()) -> tuple[str, list[str]]:
        """The LaTeX of a field, and the abbreviations in it that nothing defines."""
        text, unknown = "", list[str]()
        for piece in pieces(raw):
            if piece[:1] in CLOSES and _is_one(piece):
                text += piece[1:-1]
            elif (name := piece.casefold()) in self.raw and name not in seen:
                inner, missing = self.value(self.raw[name], seen | {name})
                text, unknown = text + inner, unknown + missing
            elif piece.isdigit() or name in BUILT_IN:
                text += BUILT_IN.get(name, piece)
            else:
                text, unknown = text + piece, [*unknown, piece]
        return text, unknown


def pieces(raw: str) -> list[str]:
    """`"10~" # jan` -> `"10~"`, `jan`: each with its braces or quotation marks."""
    found = [piece.strip() for piece in _divided(raw)]
    whole = all(_is_one(piece) for piece in found)
    return found if whole else [raw.strip()]


def _divided(raw: str) -> Iterator[str]:
    depth, quoted, begin = 0, False, 0
    for place, char in enumerate(raw):
        if char in "{}" and raw[place - 1 : place] != "\\":
            depth += 1 if char == "{" else -1
        elif char == '"' and not depth and raw[place - 1 : place] != "\\":
            quoted = not quoted
        elif char == "#" and not depth and not quoted:
            yield raw[begin:place]
            begin = place + 1
    yield raw[begin:]


def _is_one(piece: str) -> bool:
    """Whether it is one string, number or name; an empty one is none."""
    if piece[:1] in CLOSES:
        return len(piece) > 1 and piece.endswith(CLOSES[piece[0]])
    return bool(piece)


def in_groups(text: str) -> Iterable[tuple[str, int]]:
    """Each character with how many braces are open around it; those of `\\{` are none."""
    depth, escaped = 0, False
    for char in text:
        if char == "}" and not escaped:
            depth -= 1
        yield char, depth
        if char == "{" and not escaped:
            depth += 1
        escaped = char == "\\" and not escaped
