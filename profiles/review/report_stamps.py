"""What a profile's report rests on, as one short text: where it changed, so did the text.

For all profiles at once, in a fixed number of queries. A stamp is made of

- the version of each record, which goes up with every edit of its row and never down, and of the
  records that its row names;
- the edit history of the record's claims and of their citations: every write adds a row there, a
  deletion too. The number of rows tells, where the highest id alone would not: PostgreSQL gives
  ids in another order than that in which they come to light;
- its confirmations and quote checks, which are added and deleted; a check is changed only where
  two people check the same at once, and then its time is;
- the history of all sources, but for those that are new: whatever rests on a new one says so by a
  citation, by an edit of another source, or in prose, which is not looked at here;
- the day, as values go stale by themselves, and the code.

A capture is never changed, and speaks through the checks of the quotes that are looked for in it;
it goes to another source only where its own is deleted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db.models import Count, Max, QuerySet, Sum
from django.utils import timezone

from profiles.facts import RECORD_TYPES
from profiles.models import Citation, Claim, Confirmation, QuoteCheck, Record, Source
from profiles.review.backlog import Roots, roots_of

APP = Path(__file__).parent.parent
WRITTEN = Count("history_id"), Max("history_id")
THERE = Count("pk"), Max("pk"), Sum("pk")

Pointers = Mapping[Any, set[Any]]


def report_stamps(profiles: Iterable[Any]) -> dict[Any, str]:
    """Id of the company -> the stamp of its report; companies that are not there have none."""
    records = {row[0]: row[1:] for row in _records()}
    found: dict[Any, list[Any]] = {pk: [] for pk in profiles if pk in records}
    roots, evidence = roots_of(found), _evidence()
    for pk, (owner, *_) in records.items():
        for profile in _shown_by(pk, owner, records, roots):
            found[profile].append(pk)
    pointers, common = _pointers(), _common()
    return {
        profile: _hash(
            common,
            sorted((pk.hex, records[pk], evidence[pk]) for pk in shown),
            sorted((pk.hex, records[pk]) for pk in _named(shown, pointers)),
        )
        for profile, shown in found.items()
    }


def _records() -> QuerySet[Any, Any]:
    return Record.objects.order_by().values_list("pk", "owner_id", "key", "version")


def _shown_by(pk: Any, owner: Any, records: Mapping[Any, Any], roots: Roots) -> set[Any]:
    """The profiles of which `RecordQuerySet.of_profile` has this record."""
    above = records[owner][0] if owner else None
    return {profile for link in (pk, owner, above) for profile in roots.get(link, ())}


def _evidence() -> dict[Any, list[Any]]:
    """Id of the record -> what changes with its claims and with whatever is known of them."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for number, rows in enumerate(_evidence_rows()):
        for pk, *counted in rows:
            found[pk].append((number, *map(str, counted)))
    return found


def _evidence_rows() -> Iterator[QuerySet[Any, Any]]:
    """(record, what changes …) of each kind of evidence."""
    yield Claim.history.order_by().values_list("record_id").annotate(*WRITTEN)
    yield Citation.history.order_by().values_list("claim__record_id").annotate(*WRITTEN)
    yield Confirmation.objects.order_by().values_list("claim__record_id").annotate(*THERE)
    checks = QuoteCheck.objects.order_by().values_list("citation__claim__record_id")
    yield checks.annotate(*THERE, Max("checked_at"))


def _pointers() -> Pointers:
    """Id of a record -> the records that its row points to, whose names may stand in its own."""
    tables = [
        entry.model.objects.filter(**{f"{relation.name}__isnull": False})
        .order_by()
        .values_list("pk", relation.attname)
        for entry in RECORD_TYPES
        for relation in entry.relations
    ]
    found: dict[Any, set[Any]] = defaultdict(set)
    for pk, named in tables[0].union(*tables[1:], all=True):
        found[pk].add(named)
    return found


def _named(shown: Iterable[Any], pointers: Pointers) -> set[Any]:
    """Whatever these point to, and what that points to, and so on."""
    own = set(shown)
    found, newest = own, own
    while newest:
        newest = {named for pk in newest for named in pointers.get(pk, ())} - found
        found = found | newest
    return found - own


def _common() -> tuple[Any, ...]:
    """What every report rests on."""
    sources = Source.history.exclude(history_type="+").aggregate(*WRITTEN)
    return sorted(sources.items()), timezone.localdate().isoformat(), _code()


@cache
def _code() -> str:
    return _hash(*(path.read_bytes() for path in sorted(APP.rglob("*.py"))))


def _hash(*parts: Any) -> str:
    return sha256(repr(parts).encode()).hexdigest()
