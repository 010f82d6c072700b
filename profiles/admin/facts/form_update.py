"""What a record's form must learn after a fact was cited beside it: version, values, marks."""

from typing import Any

from profiles.admin.display.marks import Mark, marks_of
from profiles.models import Body
from profiles.provenance.claims.evidence_state import evidence_for


def form_update(body: Body, *, before: int) -> dict[str, Any]:
    """`before`: the record's version that the form may have been opened with."""
    marks = marks_of(body, evidence_for(body).values())
    return {
        "before": before,
        "version": body.record.version,
        "values": {name: str(getattr(body, name)) for name in marks},
        "marks": [_plain(mark) for mark in marks.values()],
    }


def _plain(mark: Mark) -> dict[str, str]:
    return {"url": mark.url, "sign": mark.sign, "tone": mark.tone, "words": mark.words}
