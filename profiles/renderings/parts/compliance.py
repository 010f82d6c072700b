"""What somebody certifies, apart from the laws that bind without a certificate."""

from collections.abc import Iterable

from profiles.document.schema import Record
from profiles.renderings.composing import Composer
from profiles.renderings.page import Entry, Group, Line, Part

REGIME = "regime"
DETAILS = {"form": "", "scope": "; ", "proof": "; documents: "}


def compliance(composer: Composer) -> Part:
    known = composer.document.of_kind("certification")
    attested = [each for each in known if each.value("form") != REGIME]
    binding = [each for each in known if each.value("form") == REGIME]
    groups = (
        _group(composer, "Certificates and standards", attested),
        _group(composer, "Legal regimes", binding),
    )
    return Part(
        "compliance", "Compliance", groups=tuple(group for group in groups if group.entries)
    )


def _group(composer: Composer, title: str, known: Iterable[Record]) -> Group:
    lines = tuple(line for each in known for line in _lines(composer, each))
    return Group(title, (Entry(lines=lines),) if lines else ())


def _lines(composer: Composer, each: Record) -> list[Line]:
    name = each.fact("name")
    label = composer.value(each, name) if name else each.name
    details = tuple(composer.joined(each, DETAILS, anchor=each.anchor))
    return [Line(label, details), *composer.rest(each, {"name", *DETAILS})]
