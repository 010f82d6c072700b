"""The public log: what is sealed is added at its end, and each head is signed and written down."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import rfc8785
from django.conf import settings
from django.db import transaction

from profiles.models import Checkpoint, LogEnd, LogEntry
from profiles.publishing.merkle import Tree
from profiles.publishing.notes import Head, Signer, unsigned


@transaction.atomic
def add_to_log(leaves: Iterable[dict[str, Any]]) -> list[LogEntry]:
    """Seal each of these, in this order, with one new head. Others who add wait for the commit."""
    end, _ = LogEnd.objects.select_for_update().get_or_create(pk=1)
    tree = Tree(end.size, map(bytes.fromhex, end.peaks))
    entries = []
    for leaf in map(rfc8785.dumps, leaves):
        entries.append(LogEntry(index=tree.size, leaf=leaf))
        tree.add(leaf)
    LogEntry.objects.bulk_create(entries)
    end.size, end.peaks = tree.size, [peak.hex() for peak in tree.peaks]
    end.save()
    head = Head(origin(), tree.size, tree.root)
    note = signer().sign(head) if settings.LOG_KEY else unsigned(head)
    Checkpoint.objects.create(size=tree.size, root=tree.root.hex(), note=note)
    transaction.on_commit(lambda: _write_down(note))
    return entries


def origin() -> str:
    return settings.LOG_ORIGIN or f"{urlsplit(settings.SITE_URL).netloc}/log"


@cache
def _signer(origin: str, seed: str) -> Signer:
    return Signer.of(origin, seed)


def signer() -> Signer:
    return _signer(origin(), settings.LOG_KEY)


def _write_down(note: str) -> None:
    """Each head behind the one before, for whoever keeps them out of the database's reach."""
    if settings.LOG_FILE:
        with Path(settings.LOG_FILE).open("a") as file:
            file.write(f"{note}\n")
