"""The demo's made-up company: published while its sources hold, and overtaken by events after.

All of it is data, in one folder:

    *.csv                its workbook
    captures/SOURCE/…    what each source said, before publication
    later/*.csv          what an editor proposes afterwards
    later/captures/…     what sources say by then
    later/by-hand/       typed.csv: values typed over in a form, and not cited
                         confirmed.csv: values that somebody looked at again
                         standings.csv: sources that were retracted or corrected

The name of a captured file says when it was seen, and how much of the source it is:
`2023-02-10.html` is a full text, `2022-12-30.excerpt.txt` an excerpt.
"""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction

from profiles.facts import type_of
from profiles.models import Capture, Claim, Company, Record, Source
from profiles.models.history import acting
from profiles.provenance.captures.archiving import capture
from profiles.provenance.claims.freshness import confirm
from profiles.provenance.sources.standing import correct, retract
from profiles.publishing.actions import publish
from profiles.review.actions import approve, submit
from profiles.workbook.applying.apply import import_workbook
from profiles.workbook.columns import SOURCES
from profiles.workbook.formats.reader import read_folder

VERBS = {Source.Standing.RETRACTED: retract, Source.Standing.CORRECTED: correct}


@transaction.atomic
def set_up(folder: Path, *, editor: User, reviewer: User) -> None:
    """Load the company, publish it, and let the world move on; all of it or nothing."""
    with acting(by=editor, reason="Demo fixture"):
        _load(folder, by=editor)
        _publish(folder.name, editor=editor, reviewer=reviewer)
    with acting(by=editor, reason="After the first release"):
        _load(folder / "later", by=editor)
        _work_by_hand(folder / "later" / "by-hand", by=editor)


def _load(folder: Path, *, by: User) -> None:
    """What sources say is captured before it is cited."""
    sheets = read_folder(folder)
    sources = [sheet for sheet in sheets if sheet.name == SOURCES]
    import_workbook(sources, by=by, filename=f"{folder.name}/")
    _capture(folder / "captures")
    import_workbook(sheets, by=by, filename=f"{folder.name}/")


def _publish(key: str, *, editor: User, reviewer: User) -> None:
    company = Company.objects.get(record__key=key)
    candidate = submit(company=company, by=editor, note="First profile, made up for this demo.")
    approve(submission=candidate, by=reviewer, comment="Compared with its made-up sources.")
    publish(submission=candidate, by=reviewer)


def _work_by_hand(folder: Path, *, by: User) -> None:
    for row in _rows(folder / "typed.csv"):
        _type_over(**row)
    for row in _rows(folder / "confirmed.csv"):
        confirm(claim=_accepted(row["record"], row["fact"]), by=by, note=row["note"])
    for row in _rows(folder / "standings.csv"):
        source = Source.objects.get(key=row["source"])
        VERBS[Source.Standing(row["standing"])](source=source, by=by, note=row["note"])


def _capture(folder: Path) -> None:
    for path in sorted(folder.glob("*/*")):
        edition, *depth, _ = path.name.split(".")
        capture(
            source=Source.objects.get(key=path.parent.name),
            content=path.read_bytes(),
            edition=edition,
            seen_at=datetime.fromisoformat(edition).replace(hour=12, tzinfo=UTC),
            depth=depth[0] if depth else Capture.Depth.FULL,
        )


def _type_over(*, record: str, fact: str, value: str) -> None:
    """As a form does: the row is saved, and nothing is cited."""
    body = _record(record).body
    setattr(body, fact, type_of(body).read(fact, value))
    body.save()


def _accepted(record: str, fact: str) -> Claim:
    return Claim.objects.accepted().get(record=_record(record), fact=fact)


def _record(ref: str) -> Record:
    kind, key = ref.split("/")
    return Record.objects.get(kind=kind, key=key)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)
