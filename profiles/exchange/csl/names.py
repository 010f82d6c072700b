"""Names of CSL: a person in parts, or a literal name that nobody divides."""

import msgspec

from profiles.exchange.statements import names
from profiles.exchange.statements.names import ET_AL, OTHERS, Name


class CslName(msgspec.Struct, rename="kebab"):
    family: str | None = None
    given: str | None = None
    literal: str | None = None
    suffix: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None


def read(name: CslName | str) -> str:
    """As the column has it."""
    if isinstance(name, str):
        return ET_AL if name.strip().casefold() in OTHERS else Name(whole=_line(name)).text
    if literal := _line(name.literal):
        return read(literal)
    family = _with_particle(_line(name.non_dropping_particle), _line(name.family))
    given = _line(name.given, name.dropping_particle)
    if family and given:
        return Name("", family, given, _line(name.suffix)).text
    alone = family or given
    suffix = _line(name.suffix)
    return Name(whole=f"{alone}, {suffix}" if suffix and alone else alone or suffix).text


def write(authors: str, kind: str) -> list[dict[str, str]]:
    """Others, of whom nothing is known, are no name."""
    given, _ = names.others_follow(names.split(authors))
    return [_written(names.recorded(name, kind)) for name in given]


def _line(*parts: str | None) -> str:
    return " ".join(" ".join(part.split()) for part in parts if part and part.strip())


def _with_particle(particle: str, family: str) -> str:
    """`von Neumann`, `d’Alembert`."""
    between = "" if not particle or particle[-1] in "’'-" else " "
    return f"{particle}{between}{family}"


def _written(name: Name) -> dict[str, str]:
    if name.whole:
        return {"literal": name.whole}
    said = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: text for part, text in said.items() if text}
