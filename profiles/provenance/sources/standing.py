"""The verbs that say whether a source is in force, and where the same document stands twice."""

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from profiles.models import Source
from profiles.models.history import acting
from profiles.values.addresses import canonical_address, hosts_of, likely_address


class SourceRefused(ValidationError):
    """It cannot be done as asked; the message says what to do."""


def retract(*, source: Source, by: User, note: str) -> None:
    """From now on it supports nothing, nor does what copies or follows it.

    Every fact that has no other support shows so and is not published again. `note` says why and
    is shown to readers. Raises `SourceRefused`.
    """
    _set_standing(source, Source.Standing.RETRACTED, by=by, note=note)


def correct(*, source: Source, by: User, note: str) -> None:
    """Its publisher corrected it: it supports as before. `note` says what, for readers."""
    _set_standing(source, Source.Standing.CORRECTED, by=by, note=note)


def reinstate(*, source: Source, by: User, note: str) -> None:
    """Take a retraction or a correction back; `note` says why, for the history alone."""
    _set_standing(source, Source.Standing.IN_FORCE, by=by, note=note)


def known_as(text: str) -> Source | None:
    """The source with this key, or with this very address; many sources have no address."""
    if not text:
        return None
    return Source.objects.filter(key=text).first() or Source.objects.filter(url=text).first()


def twins(source: Source) -> list[Source]:
    """The other sources that are probably at the same address, at most one query."""
    address = likely_address(source.url)
    hosts = hosts_of(f"https:{address}") if address else set()
    if not hosts:
        return []
    condition = Q()
    for host in hosts:
        condition |= Q(url__icontains=host)
    others = Source.objects.filter(condition).exclude(pk=source.pk)
    return [other for other in others if likely_address(other.url) == address]


def by_address() -> dict[str, list[int]]:
    """Canonical address -> ids of the sources that have it, the oldest first, in one query."""
    found: dict[str, list[int]] = {}
    for pk, url in Source.objects.exclude(url="").order_by("pk").values_list("pk", "url"):
        if form := canonical_address(url):
            found.setdefault(form, []).append(pk)
    return found


@transaction.atomic
def _set_standing(source: Source, standing: Source.Standing, *, by: User, note: str) -> None:
    locked = Source.objects.select_for_update(of=("self",)).get(pk=source.pk)
    note = " ".join(note.split())
    check_can_set_standing(source=locked, standing=standing, note=note)
    locked.standing = standing
    locked.standing_note = "" if standing == Source.Standing.IN_FORCE else note
    with acting(by=by, reason=f"{standing.label}: {note}"):
        locked.save()
    source.standing, source.standing_note = locked.standing, locked.standing_note


def check_can_set_standing(*, source: Source, standing: Source.Standing, note: str) -> None:
    """Raises `SourceRefused` for no note, a long one, or what is so already."""
    longest = Source._meta.get_field("standing_note").max_length or 0
    if not note:
        raise SourceRefused("Say why in one sentence: readers see it beside the source.")
    if len(note) > longest:
        raise SourceRefused(f"At most {longest} characters fit. Shorten the note.")
    if source.standing == standing and (
        standing == Source.Standing.IN_FORCE or source.standing_note == note
    ):
        raise SourceRefused(f"This source is {standing.label.lower()} already.")
