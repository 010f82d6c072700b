"""Fingerprints of captures in cells: a long one is several, each whole by itself."""

from collections.abc import Iterable

from profiles.models import Capture
from profiles.provenance.quotes.fingerprints import Fingerprint
from profiles.workbook.planning.database import chunks
from profiles.workbook.planning.drafts import CaptureDraft
from profiles.workbook.planning.headers import Line
from profiles.workbook.planning.ledger import Ledger

MOST_IN_A_CELL = 4_000  # hashes: some 27,000 of the 32,767 characters that Excel keeps
COLUMN = "fingerprint"


def in_cells(fingerprint: str) -> list[str]:
    """At least one cell; an empty one for no fingerprint."""
    if not fingerprint:
        return [""]
    return [str(part) for part in Fingerprint.read(fingerprint).parts(MOST_IN_A_CELL)]


def kept_fingerprints(captures: Iterable[int]) -> dict[int, str]:
    """By the id of the capture, of those that have one."""
    found: dict[int, str] = {}
    for some in chunks(captures):
        rows = Capture.objects.filter(pk__in=some).exclude(fingerprint="").order_by()
        found |= dict(rows.values_list("pk", "fingerprint"))
    return found


def read_fingerprint(line: Line, ledger: Ledger) -> Fingerprint | None:
    """None where the cell is empty, and after reporting a problem."""
    if not (text := line.get(COLUMN)):
        return None
    try:
        return Fingerprint.read(text)
    except ValueError:
        ledger.problem(
            line.place(COLUMN),
            "This is no fingerprint. Copy the cell whole from an export, or leave it empty.",
        )
        return None


def add_part(line: Line, draft: CaptureDraft, kept: dict[int, str], ledger: Ledger) -> None:
    """The fingerprint of this row, as all or as one more part of that of a capture."""
    part = read_fingerprint(line, ledger)
    if part is None:
        return
    if draft.capture:
        _refuse_another(line, part, kept.get(draft.capture.pk, ""), ledger)
        return
    if not draft.sha256:
        ledger.problem(
            line.place("sha256"), "A fingerprint is kept with the SHA-256 of its document."
        )
        return
    try:
        whole = Fingerprint.read(draft.fingerprint).joined(part) if draft.fingerprint else part
    except ValueError:
        ledger.problem(
            line.place(COLUMN),
            "This belongs to another fingerprint than the row before. Keep one of the two.",
        )
        return
    draft.fingerprint = str(whole)


def _refuse_another(line: Line, part: Fingerprint, kept: str, ledger: Ledger) -> None:
    """Captures are written once: a row for a known one may only repeat it."""
    known = Fingerprint.read(kept) if kept else None
    if known is None or known.salt != part.salt or not part.windows <= known.windows:
        ledger.problem(
            line.place(COLUMN),
            f"This edition is already kept, with {'another' if kept else 'no'} fingerprint, and a "
            "capture never changes. Empty the cell, or give what you saw another edition.",
        )
