"""Two rows for one document become one, and nothing is lost."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from profiles.models import Citation, Source
from profiles.models.history import acting
from profiles.models.sources import SOURCE_RELATIONS
from profiles.provenance.sources.retraction_impact import PROSE
from profiles.provenance.sources.standing import SourceRefused
from profiles.provenance.sources.witnesses import origins
from profiles.values.addresses import same_address
from profiles.values.footnotes import renamed

# Where both say something and not the same, one of the two would be lost to readers.
MUST_AGREE = (
    "author", "author_kind", "language", "published", "updated", "as_of",
    "canonical", "derived_from", "disclaimer", "standing", "standing_note",
)  # fmt: skip
# Words for the same thing: the other row's stay, these stay in the history of the deleted row.
MAY_DIFFER = ("title", "publisher", "publisher_kind", "kind", "author_note", "author_url")
UNITED = ("topics", "entities", "alternates", "note")
RELATIONS = {"captures", "copies", "derivatives", "passed_on"}
"""Every relation that leads to a source; a test holds that there is no other."""


@transaction.atomic
def merge(*, duplicate: Source, into: Source, by: User) -> Source:
    """Everything that rested on `duplicate` rests on `into`; the duplicate's history is kept.

    Captures keep their words; citations follow them; footnotes in prose are rewritten. Raises
    `SourceRefused` with every reason, and then nothing has changed.
    """
    rows = Source.objects.select_for_update(of=("self",))
    found = rows.select_related(*SOURCE_RELATIONS).in_bulk([duplicate.pk, into.pk])
    if len(found) != 2:
        raise SourceRefused("Choose two sources that are both there.")
    gone, kept = found[duplicate.pk], found[into.pk]
    check_can_merge(duplicate=gone, into=kept)
    with acting(by=by, reason=f"{gone.key} merged into {kept.key}"):
        _unite(gone, kept)
        gone.captures.all().move_to(kept)
        _repoint(gone, kept)
        _rewrite_prose(gone.key, kept.key)
        gone.delete()
    return kept


def check_can_merge(*, duplicate: Source, into: Source) -> None:
    """Raises `SourceRefused` with every reason why something would be lost."""
    if reasons := list(obstacles(duplicate, into)):
        raise SourceRefused(reasons)


def obstacles(duplicate: Source, into: Source) -> Iterator[str]:
    if duplicate.pk == into.pk:
        yield "Choose another source than this one."
        return
    if into in origins(duplicate) or duplicate in origins(into):
        yield (
            "One of the two copies or follows the other: they are two documents and count as one "
            "witness already. Take that statement back first if it is wrong."
        )
        return
    for column in MUST_AGREE:
        mine, theirs = _said(duplicate, column), _said(into, column)
        if mine and theirs and mine != theirs:
            yield (
                f"They differ in “{_label(column)}”: {mine} here, {theirs} there. "
                "Put right which is wrong, then merge."
            )
    for column in UNITED:
        longest = _field(column).max_length or 0
        if len(_united(duplicate, into, column)) > longest:
            yield f"Together, their “{_label(column)}” has over {longest} characters: shorten one."


def given_up(duplicate: Source, into: Source) -> list[tuple[str, str, str]]:
    """(label, what goes, what stays) of the words that only the history will keep."""
    return [
        (_label(column), mine, theirs)
        for column in MAY_DIFFER
        if (mine := _said(duplicate, column)) != (theirs := _said(into, column)) and mine and theirs
    ]


def _field(column: str) -> Any:
    return Source._meta.get_field(column)


def _label(column: str) -> str:
    return str(_field(column).verbose_name)


def _said(source: Source, column: str) -> str:
    value = getattr(source, column)
    return value.key if isinstance(value, Source) else str(value or "")


def _united(duplicate: Source, into: Source, column: str) -> str:
    lines = [
        *str(getattr(into, column)).splitlines(),
        *str(getattr(duplicate, column)).splitlines(),
    ]
    if column == "alternates" and duplicate.url and into.url:
        lines += [] if same_address(duplicate.url, into.url) else [duplicate.url]
    return "\n".join(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _unite(duplicate: Source, into: Source) -> None:
    for column in UNITED:
        setattr(into, column, _united(duplicate, into, column))
    for column in ("url", *MUST_AGREE, *MAY_DIFFER):
        if not _said(into, column):
            setattr(into, column, getattr(duplicate, column))
    into.save()


def _repoint(duplicate: Source, into: Source) -> None:
    for relation in SOURCE_RELATIONS:
        for other in Source.objects.filter(**{relation: duplicate}):
            setattr(other, relation, into)
            other.save()
    for citation in Citation.objects.filter(origin=duplicate):
        citation.origin = into
        citation.save()


def _rewrite_prose(old: str, new: str) -> None:
    for model, fact in PROSE:
        for body in model.objects.filter(Q(**{f"{fact}__contains": f"[^{old}]"})):
            setattr(body, fact, renamed(getattr(body, fact), old, new))
            body.save()
