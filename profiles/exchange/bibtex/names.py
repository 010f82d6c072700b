"""Authors: `Jane Doe`, `Doe, Jane`, `Doe, Jr., Jane`, `{A Whole Name, Inc.}`; ` and ` divides them.

A name that stands in braces as a whole is one by the word of the format: nobody divides it.
"""

import re
from collections.abc import Callable

from profiles.exchange.bibtex.latex import decoded, encoded
from profiles.exchange.bibtex.values import in_groups
from profiles.exchange.statements import names
from profiles.exchange.statements.names import ET_AL, Name

AND = re.compile(r"\s+and(?=\s|$)", re.IGNORECASE)
OTHERS = ("others", "et al.", "et al")
LONGEST = 20_000


def read(latex: str) -> tuple[list[str], list[str]]:
    """The names as the column has them, and remarks."""
    read, remarks = [], []
    for written in _between(latex):
        name = written.strip(" \n\t~,")
        if name.casefold() in OTHERS:
            read.append(ET_AL)
        elif name:
            read.append(_read(name))
            if _commas(name) > 2:
                many = f"author: “{_plain(name)}” has many commas for one name."
                remarks.append(f"{many} Put “ and ” between two.")
    return read, remarks


def _read(name: str) -> str:
    parts = [_plain(part) for part in _divided(name, _at_comma)]
    if _is_group(name):
        return Name(whole=_plain(name)).text
    if len(parts) == 3 and all(parts) and not names.has_legal_form(parts[1:]):
        family, suffix, given = parts
        return Name("", family, given, suffix).text
    if len(parts) == 2 and all(parts):
        return Name("", *parts).text
    return ", ".join(part for part in parts if part)


def _between(latex: str) -> list[str]:
    """Between ` and `; a semicolon outside of braces is never part of one name."""
    every = _divided(latex, _at_and)
    return [name for each in every for name in _divided(each, _at_semicolon)]


def _plain(latex: str) -> str:
    return " ".join(decoded(latex).split())


def _commas(name: str) -> int:
    return len(_divided(name, _at_comma)) - 1


def _is_group(name: str) -> bool:
    inside = [depth for _, depth in in_groups(name)]
    return name[:1] == "{" and name[-1:] == "}" and all(depth > 0 for depth in inside[1:-1])


def _divided(latex: str, mark: Callable[[str, int], int]) -> list[str]:
    """The parts between marks outside of braces; `mark` says how long the one here is."""
    parts, begin, skip = [], 0, 0
    for place, (_, depth) in enumerate(in_groups(latex)):
        if depth == 0 and place >= skip and (length := mark(latex, place)):
            parts.append(latex[begin:place])
            begin = skip = place + length
    return [*parts, latex[begin:]]


def _at_and(latex: str, place: int) -> int:
    found = AND.match(latex, place) if latex[place].isspace() else None
    return len(found[0]) if found else 0


def _at_semicolon(latex: str, place: int) -> int:
    is_entity = re.search(r"&#?\w+$", latex[max(0, place - 8) : place])
    return 1 if latex[place] == ";" and not is_entity else 0


def _at_comma(latex: str, place: int) -> int:
    return 1 if latex[place] == "," else 0


def write(authors: str, kind: str) -> str:
    given, more = names.others_follow(names.split(authors))
    written = [_written(names.recorded(name, kind)) for name in given]
    return " and ".join([*written, *(["others"] if more else [])])


def _written(name: Name) -> str:
    """A whole name in braces, so that nobody guesses which part of it is the family's."""
    if name.whole:
        return f"{{{encoded(name.whole)}}}"
    return ", ".join(_part(part) for part in (name.family, name.suffix, name.given) if part)


def _part(text: str) -> str:
    return f"{{{encoded(text)}}}" if re.search(r",|\band\b", text) else encoded(text)
