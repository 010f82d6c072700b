"""Authors: one line of text here, a list of names in a bibliography.

`; ` stands between two names. A person is `Family, Given` or `Family, Given, Suffix`, as far as the
file says so; any other name is whole. Braces keep commas and semicolons that divide nothing:
`{Department of Commerce, Bureau of Industry}`. Only where it is recorded that they are persons
(`author_kind`) does a comma divide a name. `et al.` at the end says that there are others.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BETWEEN = "; "
PERSON = "person"
ET_AL = "et al."
OTHERS = frozenset({"et al", "et al.", "et. al.", "and others", "others", "u. a.", "u.a."})

# What ends the name of a company and no person's. `S.A.`, `N.V.` or `A.S.` can be initials too.
LEGAL_FORMS = re.compile(
    r"""(?:^|\s)(?: (?i:inc|incorporated|ltd|limited|llc|l\.l\.c|llp|plc|corp|corporation|company
        |gmbh|mbh|kgaa|sarl|s\.[àa]\.?r\.l|pty|pte|oyj|ltda|lda|bhd|e\.\ ?v|d\.o\.o)
        | SAS | S\.A\.S | SpA | S\.p\.A | Srl | SRL | S\.r\.l | ApS | (?<=&\ )[Cc]o | Co(?=\.)
        )\.?(?=\s|$)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person has a family name and a given one; of any other name `whole` is all."""

    whole: str = ""
    family: str = ""
    given: str = ""
    suffix: str = ""

    @property
    def text(self) -> str:
        """As the column has it."""
        if self.whole:
            written = kept_whole(self.whole)
            return f"{{{written}}}" if written.casefold() in OTHERS else written
        return ", ".join(_guarded(part) for part in (self.family, self.given, self.suffix) if part)


def split(authors: str) -> list[str]:
    return [name for name in (part.strip() for part in divided(authors, ";")) if name]


def joined(names: Iterable[str]) -> str:
    return BETWEEN.join(name.strip() for name in names if name.strip())


def parsed(name: str) -> Name:
    """What a name of the column says. One with a company's legal form behind a comma is whole."""
    parts = [part.strip() for part in divided(name, ",")]
    is_person = len(parts) in (2, 3) and all(parts) and not has_legal_form(parts[1:])
    if not is_person:
        return Name(whole=unbraced(name))
    return Name("", *(unbraced(part) for part in parts))


def recorded(name: str, kind: str) -> Name:
    """The same where its authors are recorded as persons; any other name is whole."""
    return parsed(name) if kind == PERSON else Name(whole=unbraced(name))


def kind_of(authors: Iterable[str]) -> str:
    """Persons, where a format has the parts of any of these names; otherwise nobody said.

    An odd brace keeps nobody from dividing a whole name, so a name with one tells nothing.
    """
    is_person = any(_is_balanced(name) and parsed(name).family for name in authors)
    return PERSON if is_person else ""


def has_legal_form(parts: Iterable[str]) -> bool:
    return any(LEGAL_FORMS.search(part) for part in parts)


def kept_whole(name: str) -> str:
    """A name that is whole by the word of its format, so that nobody divides it again."""
    name = " ".join(name.split())
    return name if parsed(name) == Name(whole=name) and split(name) == [name] else f"{{{name}}}"


def said_by_commas(name: str) -> str:
    """A name of a format where commas alone tell: `Family, Given`, or whole."""
    return ET_AL if name.strip().casefold() in OTHERS else name.strip()


def others_follow(names: list[str]) -> tuple[list[str], bool]:
    """The names that are given, and whether there are more that are not."""
    if names and names[-1] == ET_AL:
        return names[:-1], True
    return names, False


def unbraced(text: str) -> str:
    """Without the braces, unless an odd one among them means itself."""
    return re.sub(r"[{}]", "", text) if _is_balanced(text) else text


def divided(text: str, mark: str) -> list[str]:
    """The parts between marks that stand outside of braces."""
    if not _is_balanced(text):
        return text.split(mark)
    parts = [""]
    for char, depth in _depths(text):
        if char == mark and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _guarded(part: str) -> str:
    return f"{{{part}}}" if re.search(r"[,;]", part) and _is_balanced(part) else part


def _depths(text: str) -> Iterator[tuple[str, int]]:
    depth = 0
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        yield char, depth


def _is_balanced(text: str) -> bool:
    depths = [depth for _, depth in _depths(text)]
    return not depths or (min(depths) >= 0 and depths[-1] == 0)
