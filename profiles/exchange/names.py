"""Authors: one line of text here, a list of names in a bibliography.

Names stand as the file gives them, `Family, Given` or whole, with `; ` between two of them.
"""

BETWEEN = "; "


def split(authors: str) -> list[str]:
    return [name for name in (part.strip() for part in authors.split(";")) if name]


def joined(names: list[str]) -> str:
    return BETWEEN.join(name.strip() for name in names if name.strip())


def parts_of(name: str) -> tuple[str, str]:
    """(family, given) of `Family, Given`; ("", "") where the name is whole."""
    family, comma, given = name.partition(",")
    if not comma or not family.strip() or not given.strip():
        return "", ""
    return family.strip(), given.strip()
