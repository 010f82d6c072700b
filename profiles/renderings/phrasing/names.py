"""Other records by their names: investors, parties, participants, and links to what is here."""

from dataclasses import replace

from profiles.document.schema import Document, Record, Reference
from profiles.renderings.composing import Composer
from profiles.renderings.page import Item, Value
from profiles.renderings.wording import lowered


def named(composer: Composer, record: Record, relation: str, words: str = "{name}") -> Value:
    """The other's name with the footnotes of the part that it has.

    `words` may have `{name}` and `{part}`; a dispute about the part says whose it is.
    """
    name = record.relations[relation].name if relation in record.relations else record.name
    part = record.fact("part")
    if part is None:
        return Value(name)
    said = composer.value(record, part)
    dispute = said.dispute and replace(said.dispute, subject=f"{name}: {said.dispute.subject}")
    text = words.format(name=name, part=lowered(said.words))
    return replace(said, words=text, canonical="", type="text", dispute=dispute)


def linked(document: Document, reference: Reference, words: str = "{}") -> Item:
    """A record of this document with a link to its place; of any other the name."""
    target = document.record(reference.ref)
    said = Value(words.format(short_name(document, reference)))
    return Item((said,), href=f"#{target.anchor}" if target else "")


def short_name(document: Document, reference: Reference) -> str:
    """Its own name or label; the company need not be named on its own page."""
    target = document.record(reference.ref)
    own = target and (target.value("label") or target.value("name") or target.value("title"))
    return own or reference.name.removeprefix(f"{document.company.name}: ")
