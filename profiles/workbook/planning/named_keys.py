"""Which keys a workbook names, read off before the database is asked for them."""

from dataclasses import dataclass, field

from profiles.facts import BY_KIND, BY_SHEET, RecordType
from profiles.models import Body
from profiles.models.sources import SOURCE_RELATIONS
from profiles.values.footnotes import footnote_keys
from profiles.workbook.columns import CAPTURES, CLAIMS, SOURCES
from profiles.workbook.guide_words import KEYS
from profiles.workbook.planning.database import Ref
from profiles.workbook.planning.headers import Line
from profiles.workbook.planning.ledger import Ledger, Place


@dataclass
class Names:
    rows: dict[Ref, Place] = field(default_factory=dict)
    """Records with a row of their own."""
    claimed: set[Ref] = field(default_factory=set)
    others: set[Ref] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)


def names_in(lines: dict[str, list[Line]], ledger: Ledger) -> Names:
    """Reports blank and repeated keys of record rows on the way."""
    names = Names()
    for line in lines.get(SOURCES, []):
        names.sources |= {line.get(column) for column in ("key", *SOURCE_RELATIONS)}
    for line in lines.get(CAPTURES, []):
        names.sources.add(line.get("source"))
    for line in lines.get(CLAIMS, []):
        names.sources |= {_source_key(line.get("source")), line.get("origin")}
        if ref := split_ref(line.get("record")):
            names.claimed.add(ref)
    for sheet, record_type in BY_SHEET.items():
        for line in lines.get(sheet, []):
            _names_in_record(line, record_type, names, ledger)
    names.sources.discard("")
    return names


def _names_in_record(line: Line, record_type: RecordType, names: Names, ledger: Ledger) -> None:
    key = line.get("key")
    ref = record_type.kind, key
    if not key:
        example = KEYS[record_type.kind]
        message = f"This row has no key. Give it one like “{example}”, or empty the row."
        ledger.problem(line.place("key"), message)
    elif ref in names.rows:
        ledger.problem(
            line.place("key"),
            f"The key “{key}” is in row {names.rows[ref].row} too. "
            "Put the two rows together, or give one another key.",
        )
    else:
        names.rows[ref] = line.place()
    for relation in record_type.relations:
        if text := line.get(relation.name):
            names.others |= set(candidates(text, kinds_of(relation)))
    for fact in record_type.facts:
        if fact.prose:
            names.sources |= set(footnote_keys(line.get(fact.name)))
        else:
            names.sources.add(_source_key(line.get(f"{fact.name}:source")))
            names.sources.add(line.get(f"{fact.name}:origin"))


def kinds_of(relation: object) -> list[str]:
    """The kinds of record that a relation may name, in the registry's order."""
    target = relation.related_model  # type: ignore[attr-defined]
    if issubclass(target, Body):
        return [target.kind]
    allowed = relation.get_limit_choices_to().get("kind__in", BY_KIND)  # type: ignore[attr-defined]
    return [kind for kind in BY_KIND if kind in allowed]


def candidates(text: str, kinds: list[str]) -> list[Ref]:
    """What `kind/key`, or a bare key, can mean."""
    if ref := split_ref(text):
        return [ref]
    return [(kind, text) for kind in kinds]


def split_ref(text: str) -> Ref | None:
    kind, slash, key = text.partition("/")
    return (kind.strip().casefold(), key.strip()) if slash else None


def _source_key(text: str) -> str:
    return text.partition("@")[0].strip()
